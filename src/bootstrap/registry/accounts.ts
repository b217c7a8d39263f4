import { base32, equalBytes, listsDevice, readEntry } from '../../protocol/index.ts'
import { AccountRecord, NameRecord } from '../pb/stored.ts'
import type { AccountEntry, Crypto } from '../../protocol/index.ts'
import type { Revision, RegistryStore } from '../../storage/index.ts'

/** An account as the registry holds it. */
export interface StoredAccount {
  username: string
  entry: AccountEntry
  backup: Uint8Array
  /** Index of the name's leaf in the name log. */
  leaf: number
  revision: Revision
}

const nameLog = 'names'

/** Names, accounts and devices in a RegistryStore. Every step may be repeated after a crash. */
export class Accounts {
  readonly #store: RegistryStore
  readonly #crypto: Crypto

  constructor(store: RegistryStore, crypto: Crypto) {
    this.#store = store
    this.#crypto = crypto
  }

  async name(username: string): Promise<NameRecord | undefined> {
    const entry = await this.#store.get('name', username)
    return entry && NameRecord.decode(entry.value)
  }

  /** Whether the name is this account's now, for good. */
  async claim(username: string, record: NameRecord): Promise<boolean> {
    const claim = await this.#store.claim('name', username, NameRecord.encode(record))
    const claimed = claim.ok ? record : NameRecord.decode(claim.current.value)
    if (!equalBytes(claimed.account, record.account)) return false
    await this.complete(username, claimed)
    return true
  }

  /** Writes what a claimed name still lacks: its leaf, its account, its device. */
  async complete(username: string, record: NameRecord): Promise<StoredAccount | undefined> {
    const entry = await readEntry(this.#crypto, record.entry)
    if (entry === undefined) return undefined
    const leafId = base32(this.#crypto.sha256(record.leaf))
    const appended = await this.#store.append(nameLog, leafId, record.leaf)
    if (!appended.ok) return undefined
    const account = {
      username,
      entry: record.entry,
      backup: record.backup,
      leaf: Number(appended.sequence - 1n)
    }
    await this.#store.claim('account', base32(record.account), AccountRecord.encode(account))
    await this.#claimDevices(entry)
    return this.account(record.account)
  }

  async account(id: Uint8Array): Promise<StoredAccount | undefined> {
    const stored = await this.#store.get('account', base32(id))
    if (stored === undefined) return undefined
    const record = AccountRecord.decode(stored.value)
    const entry = await readEntry(this.#crypto, record.entry)
    return entry && { ...record, entry, revision: stored.revision }
  }

  /** By name, completing what a crash cut short. */
  async byName(username: string): Promise<StoredAccount | undefined> {
    const record = await this.name(username)
    if (record === undefined) return undefined
    return (await this.account(record.account)) ?? this.complete(username, record)
  }

  /** The account that a connected device speaks for. */
  async byDevice(device: Uint8Array): Promise<StoredAccount | undefined> {
    const stored = await this.#store.get('device', base32(device))
    const account = stored && (await this.account(stored.value))
    return account && listsDevice(account.entry, device) ? account : undefined
  }

  /** Puts the next entry in the place of the one that was read; false where another came first. */
  async replaceEntry(current: StoredAccount, next: AccountEntry): Promise<boolean> {
    const { username, backup, leaf, revision } = current
    const record = AccountRecord.encode({ username, backup, leaf, entry: next.bytes })
    if ((await this.#store.swap('account', base32(next.account), revision, record)) === false) return false
    await this.#claimDevices(next)
    return true
  }

  async #claimDevices({ account, devices }: AccountEntry): Promise<void> {
    await Promise.all(devices.map((device) => this.#store.claim('device', base32(device), account)))
  }
}
