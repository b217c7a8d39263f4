import { LRUCache } from 'lru-cache'
import { UnreachableError } from '../../errors.ts'
import type { Host } from '../../net/index.ts'
import type { AddressBook } from './address-book.ts'

/** How long one peer may take to answer, ms. */
const dialTime = 10_000
/** Waits after a failed dial, ms: doubling from the first to the last. */
const firstWait = 2_000
const lastWait = 120_000
/** Peers whose failure is remembered: strangers that the DHT names may all fail. */
const maxFailed = 5_000
/** Peers dialled at once in the background. */
const parallel = 8

/** Dials peers at the addresses known of them: at most once at a time each, and calmly after failures. */
export class Dialer {
  readonly #host: Host
  readonly #addresses: AddressBook
  readonly #stopping: AbortSignal
  readonly #dialling = new Map<string, Promise<void>>()
  readonly #failed = new LRUCache<string, { until: number; wait: number }>({ max: maxFailed })

  constructor(host: Host, addresses: AddressBook, stopping: AbortSignal) {
    this.#host = host
    this.#addresses = addresses
    this.#stopping = stopping
  }

  /** Connects now, whatever failed before. @throws UnreachableError */
  async connect(peer: string): Promise<void> {
    if (this.#host.isConnected(peer)) return
    const dialling = this.#dialling.get(peer) ?? this.#dial(peer)
    this.#dialling.set(peer, dialling)
    try {
      await dialling
    } finally {
      this.#dialling.delete(peer)
    }
  }

  /** Connects in the background; false where it is too soon after a failure, or enough are under way. */
  tryConnect(peer: string): boolean {
    const failed = this.#failed.get(peer)
    if (this.#dialling.has(peer)) return true
    if (this.#dialling.size >= parallel || (failed !== undefined && failed.until > Date.now())) return false
    this.connect(peer).catch(() => {
      const wait = Math.min(2 * (failed?.wait ?? firstWait / 2), lastWait)
      this.#failed.set(peer, { until: Date.now() + wait, wait })
    })
    return true
  }

  async #dial(peer: string): Promise<void> {
    const addresses = await this.#addresses.of(peer)
    if (addresses.length === 0) throw new UnreachableError('No address of that device is known.')
    const signal = AbortSignal.any([AbortSignal.timeout(dialTime), this.#stopping])
    await this.#host.connect({ peer, addresses }, { signal })
    this.#failed.delete(peer)
    await this.#addresses.reached(peer)
  }
}
