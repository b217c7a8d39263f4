import { LRUCache } from 'lru-cache'
import {
  base32,
  equalBytes,
  followsEntry,
  hex,
  isByFirstKey,
  listsDevice,
  peerIdOf,
  readCertificate,
  readEntry,
  withoutEnds
} from '../../protocol/index.ts'
import type { AccountEntry, Crypto, NameCertificate, Registry } from '../../protocol/index.ts'
import { AccountLogs } from './account-logs.ts'
import { ShownNames } from './shown-names.ts'
import type { Profile } from '../profile/profile.ts'

/** How a device stands with its account: `dropped` where an earlier entry lists it. */
export type Standing = 'listed' | 'dropped'

/** An account as this profile knows it. */
export interface KnownAccount {
  id: Uint8Array
  /** base32 of the id. */
  key: string
  /**
   * What the registry called it when last seen: `(former)` behind it where the name has gone to another account, `(other)`
   * where another one was seen under it first.
   */
  name: string
  /** Peer ids of its devices. */
  peers: string[]
  entry: AccountEntry
  certificate: NameCertificate
}

export interface PeopleInit {
  crypto: Crypto
  profile: Profile
  registry: () => Registry | undefined
  /** `before` is what was known until then: the same where it is earlier entries of its log that were learned. */
  onLearned: (account: KnownAccount, before: KnownAccount | undefined) => void
  /** Whether the name of an account, by its key, has gone to another one. */
  isFormer: (key: string) => boolean
  /** Told when an account's log has two entries of one number: proof of fraud. */
  onFraud: (name: string) => void
}

/** Accounts, their devices and names: whoever brings an entry or a certificate, it is checked here, once. */
export class People {
  readonly #init: PeopleInit
  readonly #logs: AccountLogs
  /** By their ids, hex. */
  readonly #known = new Map<string, KnownAccount>()
  /** The same by their keys. */
  readonly #byKey = new Map<string, KnownAccount>()
  readonly #names: ShownNames
  /** Keys by peer id of a device. */
  readonly #peers = new Map<string, string>()
  /** What was learned already, by the hash of the pair: the same pairs come again every minute. */
  readonly #learned = new LRUCache<string, Uint8Array>({ max: 4096 })
  /** Accounts whose fraud was told. */
  readonly #frauds = new Set<string>()
  #allRead: Promise<void> | undefined
  /** The latest time that the registry was seen to sign anything. */
  #registryTime = 0

  constructor(init: PeopleInit) {
    this.#init = init
    this.#logs = new AccountLogs(init.crypto, init.profile)
    this.#names = new ShownNames({
      isFormer: (key) => init.isFormer(key),
      ageOf: (key) => {
        const known = this.#byKey.get(key)
        return known && this.#ageOf(known.id)
      }
    })
  }

  async known(account: Uint8Array): Promise<KnownAccount | undefined> {
    return this.#known.get(hex(account)) ?? this.#read(account)
  }

  /** The name of an account has gone to another one: both are called otherwise from now on. */
  renamed({ id, certificate: { username } }: KnownAccount): void {
    const others = [...this.#known.values()].filter(({ certificate }) => certificate.username === username)
    others.sort((a, b) => Number(equalBytes(b.id, id)) - Number(equalBytes(a.id, id)))
    for (const { entry, certificate } of others) this.#remember(entry, certificate)
  }

  /** Who is called so: the account that was first seen under a username. Whoever comes by it later is somebody else. */
  async byName(username: string): Promise<KnownAccount | undefined> {
    if (this.#init.registry() === undefined) return undefined
    await (this.#allRead ??= this.#readAll())
    const key = this.#names.keyOf(username)
    return key === undefined ? undefined : this.#byKey.get(key)
  }

  /** The account that a device speaks for, as far as it was needed already. */
  byPeer(peer: string): KnownAccount | undefined {
    const key = this.#peers.get(peer)
    return key === undefined ? undefined : this.#byKey.get(key)
  }

  /** Accounts by their base32 id, of those that were needed already. */
  byKey(key: string): KnownAccount | undefined {
    return this.#byKey.get(key)
  }

  /**
   * Takes what somebody brought: undefined where it proves nothing. An entry must follow the one held, or be a later one
   * by the same account key. A stranger's must be by its first key and no older than the certificate says, and the
   * certificate not expired.
   */
  async learn(entryBytes: Uint8Array, certificateBytes: Uint8Array): Promise<KnownAccount | undefined> {
    const { crypto, registry: registryOf } = this.#init
    const registry = registryOf()
    if (registry === undefined) return undefined
    const pair = hex(crypto.sha256(entryBytes, certificateBytes))
    const seen = this.#learned.get(pair)
    if (seen !== undefined) return this.known(seen)
    const known = await this.#learn(registry, entryBytes, certificateBytes)
    if (known !== undefined) this.#learned.set(pair, known.id)
    return known
  }

  async #learn(
    registry: Registry,
    entryBytes: Uint8Array,
    certificateBytes: Uint8Array
  ): Promise<KnownAccount | undefined> {
    const { crypto } = this.#init
    const entry = await readEntry(crypto, entryBytes)
    const certificate = await readCertificate(crypto, registry, certificateBytes)
    if (entry === undefined || certificate === undefined) return undefined
    if (!equalBytes(entry.account, certificate.account)) return undefined
    this.#registryTime = Math.max(this.#registryTime, certificate.issued)
    for (;;) {
      const known = await this.known(entry.account)
      if (known === undefined && !this.#isProven(entry, certificate)) return undefined
      const newest = known === undefined ? entry : await this.#newer(known, entry)
      const isLater = known === undefined || certificate.issued > known.certificate.issued
      if (newest === known?.entry && !isLater) return known
      // Otherwise somebody else's word came in between, and this one is weighed against it.
      if (this.#known.get(hex(entry.account)) === known)
        return this.#keep(newest, isLater ? certificate : known.certificate, known)
    }
  }

  /** Whether a stranger is believed to be who the pair says. An entry older than the certificate's may list lost devices. */
  #isProven(entry: AccountEntry, certificate: NameCertificate): boolean {
    if (this.isExpired(certificate) || !isByFirstKey(this.#init.crypto, entry)) return false
    const { entryNumber, entryHash } = certificate
    return entry.number > entryNumber || (entry.number === entryNumber && equalBytes(entry.hash, entryHash))
  }

  /** Whether the registry has signed something after the certificate's end. With the registry off nothing expires. */
  isExpired(certificate: NameCertificate): boolean {
    return certificate.expires < this.#registryTime
  }

  async speaksFor(account: Uint8Array, device: Uint8Array): Promise<boolean> {
    const known = await this.known(account)
    return known !== undefined && listsDevice(known.entry, device)
  }

  /** Undefined of a device that no entry known here lists. */
  async standing(account: Uint8Array, device: Uint8Array): Promise<Standing | undefined> {
    if (await this.speaksFor(account, device)) return 'listed'
    const log = await this.log(account)
    return log.some((entry) => listsDevice(entry, device)) ? 'dropped' : undefined
  }

  /** The account's newest entry and those before it, as far as they are known without a gap; none of a stranger. */
  async log(account: Uint8Array): Promise<readonly AccountEntry[]> {
    const known = await this.known(account)
    return known === undefined ? [] : this.#logs.upTo(known.entry)
  }

  /** Whether entries of an account lack between those that are known. */
  async hasGap(account: Uint8Array): Promise<boolean> {
    const log = await this.log(account)
    return log.length > 0 && this.#logs.hasGap(log)
  }

  /** Takes entries that come before those of the log, highest number first. Whether any did. @throws StorageError */
  async learnLog(account: Uint8Array, earlier: readonly Uint8Array[]): Promise<boolean> {
    const known = await this.known(account)
    if (known === undefined || !(await this.#logs.extend(await this.log(account), earlier))) return false
    this.#init.onLearned(known, known)
    return true
  }

  /** The first entry known of an account that lists a device, whatever lacks between. */
  firstListing(account: Uint8Array, device: Uint8Array): Promise<AccountEntry | undefined> {
    return this.#logs.firstListing(account, device)
  }

  async #newer({ entry: held, name }: KnownAccount, offered: AccountEntry): Promise<AccountEntry> {
    if (await followsEntry(this.#init.crypto, held, offered)) return offered
    const isByHeldKey = equalBytes(offered.accountKey, held.accountKey)
    if (await this.#isFork(held, offered)) this.#tellFraud(held, name)
    // Entries in between were missed: whoever has the account's key now vouches for them. A key of the past does not.
    else if (offered.number > held.number && isByHeldKey) return offered
    return held
  }

  /** Whether two entries of one number are signed by the account: this one and one that is held, or that both follow. */
  async #isFork(held: AccountEntry, offered: AccountEntry): Promise<boolean> {
    if (offered.number === held.number + 1)
      return equalBytes(offered.accountKey, held.accountKey) && !equalBytes(offered.previous, held.hash)
    if (offered.number > held.number) return false
    if (offered.number === held.number) return !equalBytes(offered.hash, held.hash)
    const earlier = await this.#logs.entry(held.account, offered.number)
    return earlier !== undefined && !equalBytes(earlier.hash, offered.hash)
  }

  #tellFraud({ account }: AccountEntry, name: string): void {
    const key = hex(account)
    if (this.#frauds.has(key)) return
    this.#frauds.add(key)
    this.#init.onFraud(name)
  }

  async #keep(
    entry: AccountEntry,
    certificate: NameCertificate,
    before: KnownAccount | undefined
  ): Promise<KnownAccount> {
    const { tables, aliases, journal } = this.#init.profile
    const alias = aliases.of('account', entry.account)
    // Asked for first: whoever reads what is stored, as it is told of this, waits for it.
    const written = journal.write((batch) => {
      this.#logs.put(batch, entry)
      if (before !== undefined && before.entry !== entry) this.#logs.unsettle(batch, entry.account)
      batch.put(tables.people, alias, {
        certificate: certificate.bytes,
        entry: entry.number,
        entryBytes: entry.bytes
      })
    })
    const known = this.#remember(entry, certificate)
    await written
    return known
  }

  async #read(account: Uint8Array): Promise<KnownAccount | undefined> {
    const { crypto, profile, registry: registryOf } = this.#init
    const registry = registryOf()
    const alias = profile.aliases.find('account', account)
    const stored = alias === undefined ? undefined : await profile.tables.people.get(alias)
    if (stored === undefined || registry === undefined) return undefined
    const entry = await readEntry(crypto, stored.entryBytes)
    const certificate = await readCertificate(crypto, withoutEnds(registry), stored.certificate)
    // Something newer may have been learned meanwhile.
    const learned = this.#known.get(hex(account))
    return learned ?? (entry && certificate && this.#remember(entry, certificate))
  }

  async #readAll(): Promise<void> {
    const { tables, aliases } = this.#init.profile
    try {
      for await (const alias of tables.people.keys()) await this.known(aliases.id('account', alias))
    } catch (error) {
      this.#allRead = undefined
      throw error
    }
  }

  #remember(entry: AccountEntry, certificate: NameCertificate): KnownAccount {
    const key = base32(entry.account)
    const peers = entry.devices.map(peerIdOf)
    const { name, displaced } = this.#names.take({
      ...{ key, username: certificate.username },
      age: this.#ageOf(entry.account)
    })
    const known = { id: entry.account, key, name, peers, entry, certificate }
    const before = this.#known.get(hex(entry.account))
    this.#registryTime = Math.max(this.#registryTime, certificate.issued)
    this.#known.set(hex(entry.account), known)
    this.#byKey.set(key, known)
    for (const peer of before?.peers ?? []) if (this.#peers.get(peer) === key) this.#peers.delete(peer)
    // Whoever lists a device that speaks for somebody else already does not take it away.
    for (const peer of peers) if (!this.#peers.has(peer)) this.#peers.set(peer, key)
    this.#init.onLearned(known, before)
    const other = displaced === undefined ? undefined : this.#byKey.get(displaced)
    if (other !== undefined) this.#remember(other.entry, other.certificate)
    return known
  }

  /** Accounts get their aliases in the order in which they were first seen. */
  #ageOf(account: Uint8Array): number {
    return this.#init.profile.aliases.of('account', account)
  }
}
