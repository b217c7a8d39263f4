import { deviceKeyOf, listsDevice } from '../../protocol/index.ts'
import type { Host } from '../../net/index.ts'
import type { SignedRecord } from '../../protocol/index.ts'
import type { Account } from '../account/account.ts'
import type { DirectClient } from '../direct/direct-client.ts'
import type { Dialer } from '../peers/dialer.ts'

/** How often own devices that are not connected are tried, ms. */
const interval = 20_000

export interface OwnDevicesInit {
  host: Host
  account: Account
  dialer: Dialer
  direct: DirectClient
}

/** The other devices of this account: connected whenever they can be, and handed at once what they should have. */
export class OwnDevices {
  readonly #init: OwnDevicesInit
  #timer: NodeJS.Timeout | undefined

  constructor(init: OwnDevicesInit) {
    this.#init = init
  }

  start(): void {
    this.#timer = setInterval(() => this.dial(), interval)
    this.dial()
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  /** Whether the account's newest entry lists the device of a peer, and it is another than this one. */
  isOwn(peer: string): boolean {
    const { host, account } = this.#init
    const key = deviceKeyOf(peer)
    return (
      key !== undefined &&
      peer !== host.peer &&
      account.self !== undefined &&
      listsDevice(account.self.entry, key)
    )
  }

  /** Peer ids of those that are connected. */
  connected(): string[] {
    return this.#peers().filter((peer) => this.#init.host.isConnected(peer))
  }

  /** Tries to connect those that are not, wherever they were last reached. */
  dial(): void {
    const { host, dialer } = this.#init
    for (const peer of this.#peers()) if (!host.isConnected(peer)) dialer.tryConnect(peer)
  }

  /** Hands a record to each connected one. Who misses it hears of it when both compare. */
  push(record: SignedRecord): void {
    for (const peer of this.connected()) void this.#init.direct.hand(peer, record).catch(() => {})
  }

  #peers(): string[] {
    return this.#init.account.self?.peers.filter((peer) => this.isOwn(peer)) ?? []
  }
}
