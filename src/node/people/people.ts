import { LRUCache } from 'lru-cache'
import {
  base32,
  deviceKeyOf,
  equalBytes,
  followsEntry,
  hex,
  isByFirstKey,
  listsDevice,
  readCertificate,
  readEntry
} from '../../protocol/index.ts'
import type { AccountEntry, Crypto, NameCertificate, Registry } from '../../protocol/index.ts'
import type { Profile } from '../profile/profile.ts'

/** An account as this profile knows it. */
export interface KnownAccount {
  id: Uint8Array
  /** base32 of the id. */
  key: string
  /** What the registry called it when last seen; the id, shortened, where no certificate is known. */
  name: string
  entry: AccountEntry
  certificate: NameCertificate
}

export interface PeopleInit {
  crypto: Crypto
  profile: Profile
  registry: () => Registry | undefined
  onLearned: (account: KnownAccount) => void
  /** Told when an account's log has two entries of one number: proof of fraud. */
  onFraud: (name: string) => void
}

/** Accounts, their devices and names: whoever brings an entry or a certificate, it is checked here, once. */
export class People {
  readonly #init: PeopleInit
  readonly #known = new Map<string, KnownAccount>()
  readonly #names = new Map<string, string>()
  /** Account of each device, by hex. */
  readonly #devices = new Map<string, string>()
  /** What was learned already, by the hash of the pair: the same pairs come again every minute. */
  readonly #learned = new LRUCache<string, KnownAccount>({ max: 4096 })
  #allRead = false
  /** The latest time that the registry was seen to sign anything. */
  #registryTime = 0

  constructor(init: PeopleInit) {
    this.#init = init
  }

  async known(account: Uint8Array): Promise<KnownAccount | undefined> {
    return this.#known.get(base32(account)) ?? this.#read(account)
  }

  /** The account that a name was last seen to belong to. */
  async byName(username: string): Promise<KnownAccount | undefined> {
    if (!this.#names.has(username) && !this.#allRead) await this.#readAll()
    const key = this.#names.get(username)
    return key === undefined ? undefined : this.#known.get(key)
  }

  /** The account that a device speaks for, as far as it was needed already. */
  byDevice(device: Uint8Array): KnownAccount | undefined {
    const key = this.#devices.get(hex(device))
    return key === undefined ? undefined : this.#known.get(key)
  }

  byPeer(peer: string): KnownAccount | undefined {
    const device = deviceKeyOf(peer)
    return device && this.byDevice(device)
  }

  /** Accounts by their base32 id, of those that were needed already. */
  byKey(key: string): KnownAccount | undefined {
    return this.#known.get(key)
  }

  /**
   * Takes what somebody brought: undefined where it proves nothing. An entry must follow the one held or be by the
   * account's first key; a certificate must be the registry's, and for a stranger not expired.
   */
  async learn(entryBytes: Uint8Array, certificateBytes: Uint8Array): Promise<KnownAccount | undefined> {
    const { crypto, registry: registryOf } = this.#init
    const registry = registryOf()
    if (registry === undefined) return undefined
    const pair = hex(crypto.sha256(entryBytes, certificateBytes))
    const seen = this.#learned.get(pair)
    if (seen !== undefined) return seen
    const known = await this.#learn(registry, entryBytes, certificateBytes)
    if (known !== undefined) this.#learned.set(pair, known)
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
    const known = await this.known(entry.account)
    if (known === undefined) {
      if (this.isExpired(certificate) || !isByFirstKey(crypto, entry)) return undefined
      return this.#keep(entry, certificate)
    }
    const newest = await this.#newer(known.entry, entry)
    const named = certificate.issued > known.certificate.issued ? certificate : known.certificate
    if (newest === known.entry && named === known.certificate) return known
    return this.#keep(newest, named)
  }

  /** Whether the registry has signed something after the certificate's end. With the registry off nothing expires. */
  isExpired(certificate: NameCertificate): boolean {
    return certificate.expires < this.#registryTime
  }

  async speaksFor(account: Uint8Array, device: Uint8Array): Promise<boolean> {
    const known = await this.known(account)
    return known !== undefined && listsDevice(known.entry, device)
  }

  async #newer(held: AccountEntry, offered: AccountEntry): Promise<AccountEntry> {
    const { crypto, onFraud } = this.#init
    if (offered.number === held.number && !equalBytes(offered.hash, held.hash)) {
      onFraud(this.#known.get(base32(held.account))?.name ?? base32(held.account))
    }
    if (offered.number <= held.number) return held
    if (await followsEntry(crypto, held, offered)) return offered
    return isByFirstKey(crypto, offered) ? offered : held
  }

  async #keep(entry: AccountEntry, certificate: NameCertificate): Promise<KnownAccount> {
    const { tables, aliases, journal } = this.#init.profile
    const known = this.#remember(entry, certificate)
    const alias = aliases.of('account', entry.account)
    await journal.write((batch) => {
      aliases.put('account', alias, batch)
      batch.put(tables.entries, [alias, BigInt(entry.number)], entry.bytes)
      batch.put(tables.people, alias, {
        certificate: certificate.bytes,
        entry: entry.number,
        entryBytes: entry.bytes
      })
    })
    return known
  }

  async #read(account: Uint8Array): Promise<KnownAccount | undefined> {
    const { crypto, profile, registry: registryOf } = this.#init
    const registry = registryOf()
    const stored = await profile.tables.people.get(profile.aliases.of('account', account))
    if (stored === undefined || registry === undefined) return undefined
    const entry = await readEntry(crypto, stored.entryBytes)
    const certificate = await readCertificate(crypto, registry, stored.certificate)
    return entry && certificate && this.#remember(entry, certificate)
  }

  async #readAll(): Promise<void> {
    const { tables, aliases } = this.#init.profile
    this.#allRead = true
    for await (const alias of tables.people.keys()) await this.known(aliases.id('account', alias))
  }

  #remember(entry: AccountEntry, certificate: NameCertificate): KnownAccount {
    const key = base32(entry.account)
    const known = { id: entry.account, key, name: certificate.username, entry, certificate }
    this.#registryTime = Math.max(this.#registryTime, certificate.issued)
    this.#known.set(key, known)
    this.#names.set(certificate.username, key)
    for (const device of entry.devices) this.#devices.set(hex(device), key)
    this.#init.onLearned(known)
    return known
  }
}
