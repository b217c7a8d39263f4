import { LRUCache } from 'lru-cache'
import { equalBytes, followsEntry, hex, listsDevice, maxLog, readEntry } from '../../protocol/index.ts'
import { entryKey } from '../profile/tables.ts'
import type { AccountEntry, Crypto } from '../../protocol/index.ts'
import type { Batch } from '../../storage/index.ts'
import type { Profile } from '../profile/profile.ts'

/** Logs kept as they were read: their signatures are checked once. */
const cached = 1000

/** The account logs of a profile: what is stored of each, and how far down it has no gap. */
export class AccountLogs {
  readonly #crypto: Crypto
  readonly #profile: Profile
  /** By account, hex. */
  readonly #read = new LRUCache<string, readonly AccountEntry[]>({ max: cached })

  constructor(crypto: Crypto, profile: Profile) {
    this.#crypto = crypto
    this.#profile = profile
  }

  put(batch: Batch, entry: AccountEntry): void {
    const { tables, aliases } = this.#profile
    const alias = aliases.of('account', entry.account)
    aliases.put('account', alias, batch)
    batch.put(tables.entries, [alias, BigInt(entry.number)], entry.bytes)
  }

  /** Notes that something may be held that counts no more, by what this batch adds to the log. */
  unsettle(batch: Batch, account: Uint8Array): void {
    batch.put(this.#profile.tables.unsettled, this.#profile.aliases.of('account', account), null)
  }

  /** One entry that is held. */
  async entry(account: Uint8Array, number: number): Promise<AccountEntry | undefined> {
    const alias = this.#profile.aliases.find('account', account)
    const stored =
      alias === undefined ? undefined : await this.#profile.tables.entries.get([alias, BigInt(number)])
    return stored && readEntry(this.#crypto, stored)
  }

  /** The first entry that is held, whatever lacks between, that lists a device. */
  async firstListing(account: Uint8Array, device: Uint8Array): Promise<AccountEntry | undefined> {
    const alias = this.#profile.aliases.find('account', account)
    if (alias === undefined) return undefined
    for await (const [, stored] of this.#profile.tables.entries.entries(entryKey.startingWith(alias))) {
      const entry = await readEntry(this.#crypto, stored)
      if (entry !== undefined && listsDevice(entry, device)) return entry
    }
    return undefined
  }

  /** Whether entries lack between those that are held. */
  async hasGap(log: readonly AccountEntry[]): Promise<boolean> {
    const alias = this.#profile.aliases.find('account', log[0]!.account)!
    const range = { ...entryKey.startingWith(alias), limit: 1 }
    for await (const [, lowest] of this.#profile.tables.entries.keys(range))
      return lowest < BigInt(log[0]!.number) && log.length < maxLog
    return false
  }

  /** The newest entry and those before it, as far as they are held without a gap; lowest number first. */
  async upTo(newest: AccountEntry): Promise<readonly AccountEntry[]> {
    const key = hex(newest.account)
    const known = this.#read.get(key)
    if (known !== undefined && equalBytes(known.at(-1)!.hash, newest.hash)) return known
    const log = await this.#before(newest, [newest])
    this.#read.set(key, log)
    return log
  }

  /** Stores entries that come before the lowest of a log, highest first, as far as they do. Whether any did. */
  async extend(log: readonly AccountEntry[], offered: readonly Uint8Array[]): Promise<boolean> {
    const earlier: AccountEntry[] = []
    let next = log[0]!
    for (const bytes of offered.slice(0, maxLog - log.length)) {
      const entry = await readEntry(this.#crypto, bytes)
      if (entry === undefined || !(await followsEntry(this.#crypto, entry, next))) break
      earlier.push((next = entry))
    }
    if (earlier.length === 0) return false
    await this.#profile.journal.write((batch) => {
      for (const entry of earlier) this.put(batch, entry)
      this.unsettle(batch, next.account)
    })
    // Others may be stored further down, to which these now reach.
    this.#read.delete(hex(next.account))
    return true
  }

  async #before(newest: AccountEntry, log: AccountEntry[]): Promise<AccountEntry[]> {
    const { aliases, journal, tables } = this.#profile
    const alias = aliases.find('account', newest.account)
    if (alias === undefined) return log
    // The one before may be on its way to the disk.
    await journal.flush()
    const lt: [number, bigint] = [alias, BigInt(newest.number)]
    for await (const [, stored] of tables.entries.entries({ gte: [alias, 0n], lt, reverse: true })) {
      const entry = await readEntry(this.#crypto, stored)
      if (entry === undefined || log.length >= maxLog) break
      if (!(await followsEntry(this.#crypto, entry, log[0]!))) break
      log.unshift(entry)
    }
    return log
  }
}
