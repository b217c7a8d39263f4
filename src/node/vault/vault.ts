import { RegistryRefusedError, StorageError, UntrustedRegistryError } from '../../errors.ts'
import { equalBytes, makeVault, openVault } from '../../protocol/index.ts'
import { abortable } from '../api/abortable.ts'
import { idsOf, isMarker, pack } from './contents.ts'
import { Due } from './due.ts'
import { KeySharing } from './key-sharing.ts'
import { Numbers } from './numbers.ts'
import { getVault, putVault } from './transfer.ts'
import type { Host } from '../../net/index.ts'
import type { Crypto, RegisterBody } from '../../protocol/index.ts'
import type { Account } from '../account/account.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { OwnDevices } from '../own/own-devices.ts'
import type { Authors } from '../people/authors.ts'
import type { Profile } from '../profile/profile.ts'
import type { RegistryClient } from '../registry/registry-client.ts'
import type { Intake } from '../sync/intake.ts'
import type { SyncClient } from '../sync/sync-client.ts'
import type { Packed } from './contents.ts'
import type { HeldVault } from './transfer.ts'
import type { VaultKeys } from './vault-keys.ts'

/** How long what this device wrote is gathered before a vault is put, ms. */
const gatherTime = 30_000
/** The same where it is only read markers, or what another device wrote, who puts it itself if it can. */
const lateTime = 600_000
/** How long a login waits for what the vault has, ms: it goes on to come. */
const enterTime = 10_000
/** How long a program that ends waits for a last vault, ms. */
const stopTime = 2_000
/** Devices that put at the same moment: all but one do it again. */
const attempts = 5

export interface VaultInit {
  crypto: Crypto
  profile: Profile
  host: Host
  account: Pick<Account, 'self' | 'isRevoked' | 'renew'>
  client: RegistryClient
  sync: SyncClient
  authors: Pick<Authors, 'complete'>
  keys: VaultKeys
  /** Takes what the vault has, as it takes what other devices hand out. */
  intake: Pick<Intake, 'take'>
  /** Their log is undefined before somebody is logged in. */
  own: () => { log: ConversationLog | undefined; devices: Pick<OwnDevices, 'isOwn' | 'connected'> }
  /** Whether the registry may answer. */
  isUp: () => boolean
  onStorageError: (error: unknown) => void
  onNotice: (text: string) => void
}

/**
 * Keeps what the account's devices remember together at the registry, sealed: a device that comes when no other is there
 * has it at once. Nothing waits for it, and with the registry off it is made good later.
 */
export class Vault {
  readonly keys: VaultKeys
  readonly sharing: KeySharing
  readonly #init: VaultInit
  readonly #numbers: Numbers
  readonly #due = new Due(() => void this.#exchange(true))
  readonly #stopping = new AbortController()
  /** One exchange after the other. */
  #running: Promise<void> = Promise.resolve()
  #isTold = false

  constructor(init: VaultInit) {
    this.#init = init
    this.#numbers = new Numbers(init.profile, init.onNotice)
    this.keys = init.keys
    const { host, own } = init
    this.sharing = new KeySharing(init)
    host.addEventListener('connect', ({ detail: peer }) => {
      if (own().devices.isOwn(peer)) void this.sharing.ask()
    })
  }

  /** The registry is there: what others put meanwhile is taken. */
  connected(): void {
    void this.#exchange(false)
  }

  /** Somebody has logged in here. Resolves once this device has what the vault has, or that takes too long. */
  async entered(): Promise<void> {
    await this.#withinTime(this.#exchange(false), enterTime)
  }

  /** A register was written here, or came from another device. */
  changed({ key }: RegisterBody, isByThis: boolean): void {
    this.#due.within(isByThis && !isMarker(key) ? gatherTime : lateTime)
  }

  /** There is another key: nobody who comes now could open what the registry has. */
  rekeyed(): void {
    void this.#exchange(true)
    this.sharing.hand()
  }

  /** Puts what is not there yet, if that takes no time. */
  async stop(): Promise<void> {
    if (this.#due.isSet && this.#init.isUp()) void this.#exchange(true)
    this.#due.clear()
    await this.#withinTime(this.#running, stopTime)
    this.#stopping.abort()
    this.#due.clear()
    await this.#running
  }

  async #withinTime(work: Promise<void>, milliseconds: number): Promise<void> {
    const signal = AbortSignal.any([this.#stopping.signal, AbortSignal.timeout(milliseconds)])
    await abortable(work, signal).catch(() => {})
  }

  /** Takes what the registry has, and puts what it lacks: now, or where `isNow` is false when that is due. */
  #exchange(isNow: boolean): Promise<void> {
    this.#running = this.#running
      .then(() => this.#tryExchange(isNow))
      .catch((error: unknown) => this.#failed(error))
    return this.#running
  }

  async #tryExchange(isNow: boolean): Promise<void> {
    const { account } = this.#init
    for (let attempt = 1; !this.#stopping.signal.aborted && !account.isRevoked; attempt++) {
      try {
        return await this.#once(isNow)
      } catch (error) {
        if (!(error instanceof RegistryRefusedError) || attempt === attempts) throw error
        // Another device was quicker, or has changed the account.
        await account.renew({ signal: this.#stopping.signal })
      }
    }
  }

  async #once(isNow: boolean): Promise<void> {
    const { crypto, client, own } = this.#init
    const { log } = own()
    if (log === undefined) return
    const held = await getVault(crypto, client, { signal: this.#stopping.signal })
    await this.#numbers.saw(held?.head.number ?? 0)
    const inside = held === undefined ? new Set<string>() : await this.#take(log, held)
    const packed = pack(log.registers.all())
    const lacks = packed.filter(({ id }) => inside?.has(id) !== true)
    const isCurrent = held === undefined || this.#isUnderNewest(held)
    if (isCurrent && inside !== undefined && lacks.length === 0) return
    if (isNow || !isCurrent) return this.#put(packed, (held?.head.number ?? 0) + 1)
    this.#due.within(lacks.every((one) => one.isMarker) ? lateTime : gatherTime)
  }

  #isUnderNewest({ head }: HeldVault): boolean {
    return equalBytes(head.backup, this.#init.account.self!.entry.backup)
  }

  /** What is in it, by ids; undefined where this device can't open it. Each is judged as if another device had brought it. */
  async #take(log: ConversationLog, { head, sealed }: HeldVault): Promise<Set<string> | undefined> {
    const { crypto, account, client, authors, keys, intake, onStorageError } = this.#init
    const { id } = account.self!
    const key = equalBytes(head.account, id) ? keys.of(head.backup) : undefined
    const registers = key && openVault(crypto, key.key, head, sealed)
    if (registers === undefined) return undefined
    // What devices wrote that were dropped since is judged by the account's log.
    await authors.complete(id)
    const server = await client.connect({ signal: this.#stopping.signal })
    const takings = await Promise.allSettled(registers.map((bytes) => intake.take(server, log, [bytes])))
    for (const taking of takings)
      if (taking.status === 'rejected' && taking.reason instanceof StorageError) onStorageError(taking.reason)
    return idsOf(crypto, log.id, registers)
  }

  async #put(packed: Packed[], number: number): Promise<void> {
    const { crypto, profile, account, client, keys } = this.#init
    const { id, entry } = account.self!
    // Otherwise another own device has it, and hands it on.
    const key = keys.of(entry.backup)
    if (key === undefined) return
    const registers = packed.map(({ bytes }) => bytes)
    const vault = await makeVault(crypto, profile.deviceSeed, { account: id, number }, key, registers)
    await putVault(client, vault, { signal: this.#stopping.signal })
    await this.#numbers.put(number)
  }

  /** Nothing is lost: what could not be put is put later, or when the registry is there again. */
  #failed(error: unknown): void {
    const { onNotice, onStorageError } = this.#init
    if (this.#stopping.signal.aborted) return
    this.#due.within(lateTime)
    if (error instanceof StorageError) onStorageError(error)
    if (!(error instanceof UntrustedRegistryError) || this.#isTold) return
    this.#isTold = true
    onNotice(error.message)
  }
}
