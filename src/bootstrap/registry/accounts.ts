import { LRUCache } from 'lru-cache'
import { base32, equalBytes, listsDevice, readEntry, utf8 } from '../../protocol/index.ts'
import { AccountRecord, NameRecord } from '../pb/stored.ts'
import type { AccountEntry, Crypto } from '../../protocol/index.ts'
import type { Revision, RegistryStore } from '../../storage/index.ts'
import type { NameLog } from './name-log.ts'

/** An account as the registry holds it. */
export interface StoredAccount {
  username: string
  entry: AccountEntry
  backup: Uint8Array
  /** Index of the name's leaf in the name log. */
  leaf: number
  /** Of the newest password, and which OPAQUE setup it belongs to. */
  opaqueRecord: string
  opaqueSetup: string
  /** By which the newest recovery code finds the account. */
  find: Uint8Array
  revision: Revision
}

/** What an account moves on to: its next entry, and the rest as it is or new. */
export type NextAccount = Omit<StoredAccount, 'revision'>

/** Accounts kept as they were read: about 2 kB each. */
const cached = 10_000

/** Names, accounts and devices in a RegistryStore. Every step may be repeated after a crash. */
export class Accounts {
  readonly #store: RegistryStore
  readonly #crypto: Crypto
  readonly #names: NameLog
  /** Whoever enters a room is told of everybody there: signatures of what is stored are not checked each time. */
  readonly #read = new LRUCache<string, StoredAccount>({ max: cached })

  constructor(store: RegistryStore, crypto: Crypto, names: NameLog) {
    this.#store = store
    this.#crypto = crypto
    this.#names = names
  }

  async name(username: string): Promise<NameRecord | undefined> {
    const entry = await this.#store.get('name', username)
    return entry && NameRecord.decode(entry.value)
  }

  /** Gives an account its one name, before anything is logged of it; false where it has another one. */
  async nameAccount(id: Uint8Array, username: string): Promise<boolean> {
    return (await this.#store.claim('named', base32(id), utf8(username))).ok
  }

  /**
   * The account, where the name is this very registration's now. `record.former` is the account that it is taken from,
   * empty where it must have no holder.
   */
  async claim(username: string, record: NameRecord): Promise<StoredAccount | undefined> {
    const value = NameRecord.encode(record)
    const claim = await this.#store.claim('name', username, value)
    if (claim.ok) return this.#complete(username, record)
    const { account: holder } = NameRecord.decode(claim.current.value)
    const isFree = record.former.length > 0 && equalBytes(holder, record.former)
    if (isFree && (await this.#store.swap('name', username, claim.current.revision, value)) !== false)
      return this.#complete(username, record)
    if (!equalBytes(holder, record.account)) await this.#unname(record.account)
    return undefined
  }

  /** Takes the name from an account that lost it, or gave it up: it gets no certificate any more. */
  async strip(id: Uint8Array): Promise<void> {
    const key = base32(id)
    for (;;) {
      const stored = await this.#store.get('account', key)
      const record = stored && AccountRecord.decode(stored.value)
      if (record === undefined || record.username === '') return
      const value = AccountRecord.encode({ ...record, username: '' })
      if ((await this.#store.swap('account', key, stored!.revision, value)) !== false) return
    }
  }

  async account(id: Uint8Array): Promise<StoredAccount | undefined> {
    const key = base32(id)
    const stored = await this.#store.get('account', key)
    if (stored === undefined) return undefined
    const known = this.#read.get(key)
    if (known?.revision === stored.revision) return known
    const record = AccountRecord.decode(stored.value)
    const entry = await readEntry(this.#crypto, record.entry)
    if (entry === undefined) return undefined
    const account = { ...record, entry, revision: stored.revision }
    this.#read.set(key, account)
    return account
  }

  /** By name, completing what a crash cut short. */
  async byName(username: string): Promise<StoredAccount | undefined> {
    const record = await this.name(username)
    if (record === undefined) return undefined
    return (await this.account(record.account)) ?? this.#complete(username, record)
  }

  /** The account that a connected device speaks for. */
  async byDevice(device: Uint8Array): Promise<StoredAccount | undefined> {
    const stored = await this.#store.get('device', base32(device))
    const account = stored && (await this.account(stored.value))
    return account && listsDevice(account.entry, device) ? account : undefined
  }

  /**
   * Remembers for whom a device speaks: both say so, the log by listing it and the device by asking. Were the log's word
   * enough, an account that lists a stranger's device would take its presence away.
   */
  async bind(device: Uint8Array, { entry }: StoredAccount): Promise<void> {
    if (!listsDevice(entry, device)) return
    const claim = await this.#store.claim('device', base32(device), entry.account)
    if (claim.ok) return
    await this.#store.swap('device', base32(device), claim.current.revision, entry.account)
  }

  /** By the value that a recovery code yields. Values of former codes find nothing. */
  async byFind(find: Uint8Array): Promise<StoredAccount | undefined> {
    const stored = await this.#store.get('find', base32(find))
    const account = stored && (await this.account(stored.value))
    return account && equalBytes(account.find, find) ? account : undefined
  }

  /** Puts the next state in the place of the one that was read, in one write; false where another came first. */
  async replace(current: StoredAccount, next: NextAccount): Promise<boolean> {
    const key = base32(next.entry.account)
    // Before its successor takes its place, so that the log never has a gap.
    const { account: id, number, bytes } = current.entry
    await this.#store.claim('entry', entryKey(id, number), bytes)
    const isFound = equalBytes(current.find, next.find)
    // First, so that an account never stands there whose code finds nothing.
    if (!isFound && !(await this.#store.claim('find', base32(next.find), next.entry.account)).ok) return false
    const record = AccountRecord.encode({ ...next, entry: next.entry.bytes })
    if ((await this.#store.swap('account', key, current.revision, record)) === false) return false
    const former = isFound ? undefined : await this.#store.get('find', base32(current.find))
    if (former !== undefined) await this.#store.swap('find', former.key, former.revision, null)
    return true
  }

  /** Of the account's log, those before a number, from the greatest down: `limit` at most. */
  async entriesBefore(id: Uint8Array, before: number, limit: number): Promise<Uint8Array[]> {
    const newest = (await this.account(id))?.entry
    const found: Uint8Array[] = []
    for (
      let number = Math.min(before - 1, newest?.number ?? 0);
      number > 0 && found.length < limit;
      number--
    ) {
      const entry =
        number === newest!.number
          ? newest!.bytes
          : (await this.#store.get('entry', entryKey(id, number)))?.value
      if (entry === undefined) break
      found.push(entry)
    }
    return found
  }

  /** The account may take another name: somebody else has this one. */
  async #unname(id: Uint8Array): Promise<void> {
    const named = await this.#store.get('named', base32(id))
    if (named !== undefined) await this.#store.swap('named', named.key, named.revision, null)
  }

  /** Writes what a claimed name still lacks: its leaf and its account. */
  async #complete(username: string, record: NameRecord): Promise<StoredAccount | undefined> {
    const leaf = await this.#names.append(base32(this.#crypto.sha256(record.leaf)), record.leaf)
    if (leaf === undefined) return undefined
    if (record.former.length > 0) await this.strip(record.former)
    await this.#store.claim('find', base32(record.find), record.account)
    const account = { ...record, username, leaf }
    await this.#store.claim('account', base32(record.account), AccountRecord.encode(account))
    return this.account(record.account)
  }
}

const entryKey = (account: Uint8Array, number: number): string => `${base32(account)}/${number}`
