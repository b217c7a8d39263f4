import {
  base32,
  compareBytes,
  decodeProfile,
  directId,
  encodeStored,
  isWithin,
  kind,
  limitsOf,
  listsDevice,
  profileKey,
  readRegister,
  readStored
} from '../../protocol/index.ts'
import type { AccountEntry, Crypto, ProfileBody, SignedRecord } from '../../protocol/index.ts'
import type { Profile } from '../profile/profile.ts'

/** What somebody says of themselves. The picture stays on the disk. */
export interface KnownProfile extends Omit<ProfileBody, 'picture'> {
  /** Of the record that says so. */
  time: bigint
  id: Uint8Array
}

export interface ProfilesInit {
  crypto: Crypto
  profile: Profile
  /** Somebody, by the key of the account, says something else of themselves. */
  onChange: (key: string) => void
}

/** The newest profile that was seen of each account, one's own too. */
export class Profiles {
  readonly #init: ProfilesInit
  /** By the keys of their accounts. */
  readonly #known = new Map<string, KnownProfile>()

  constructor(init: ProfilesInit) {
    this.#init = init
  }

  async load(): Promise<void> {
    const { tables, aliases } = this.#init.profile
    for await (const [alias, stored] of tables.profiles.entries()) {
      const record = this.#read(aliases.id('account', alias), stored)
      const body = record && this.#bodyOf(record)
      if (record !== undefined && body !== undefined) this.#remember(record, body)
    }
  }

  /** By the key of an account. */
  of(key: string): KnownProfile | undefined {
    return this.#known.get(key)
  }

  /** With the picture; undefined where nothing is known. @throws StorageError */
  async whole(account: Uint8Array): Promise<ProfileBody | undefined> {
    const record = await this.record(account)
    return record && this.#bodyOf(record)
  }

  /** What the account signed. @throws StorageError */
  async record(account: Uint8Array): Promise<SignedRecord | undefined> {
    const alias = this.#init.profile.aliases.find('account', account)
    const stored = alias === undefined ? undefined : await this.#init.profile.tables.profiles.get(alias)
    return stored && this.#read(account, stored)
  }

  /** Whether a record is a profile, and newer than the one held. */
  isNews(record: SignedRecord): boolean {
    return this.#isNewer(record) && this.#bodyOf(record) !== undefined
  }

  /** Keeps a record that was judged. Whether it was news. @throws StorageError; nothing was kept then */
  async keep(record: SignedRecord): Promise<boolean> {
    const body = this.#isNewer(record) ? this.#bodyOf(record) : undefined
    if (body === undefined) return false
    const { profile, onChange } = this.#init
    const { account } = record.header
    const key = base32(account)
    const before = this.#known.get(key)
    const known = this.#remember(record, body)
    const alias = profile.aliases.of('account', account)
    try {
      await profile.journal.write((batch) => {
        profile.aliases.put('account', alias, batch)
        batch.put(profile.tables.profiles, alias, encodeStored(record))
      })
    } catch (error) {
      if (this.#known.get(key) === known) {
        if (before === undefined) this.#known.delete(key)
        else this.#known.set(key, before)
      }
      throw error
    }
    onChange(key)
    return true
  }

  /** Lets go of what an account's log, without a gap, says does not count. @throws StorageError */
  async settle(account: Uint8Array, entries: readonly AccountEntry[]): Promise<void> {
    const header = (await this.record(account))?.header
    if (header === undefined || !entries.some((entry) => listsDevice(entry, header.device))) return
    const limit = limitsOf(entries, [])(header.device)
    if (limit === undefined || isWithin(limit, header)) return
    const { profile, onChange } = this.#init
    const key = base32(account)
    this.#known.delete(key)
    await profile.journal.write(
      (batch) => void batch.delete(profile.tables.profiles, profile.aliases.of('account', account))
    )
    onChange(key)
  }

  #isNewer({ header, id }: SignedRecord): boolean {
    const held = this.#known.get(base32(header.account))
    if (held === undefined) return true
    return header.time === held.time ? compareBytes(id, held.id) > 0 : header.time > held.time
  }

  #bodyOf(record: SignedRecord): ProfileBody | undefined {
    const register = record.header.kind === kind.profile ? readRegister(this.#init.crypto, record) : undefined
    return register?.key === profileKey ? decodeProfile(register.value) : undefined
  }

  #read(account: Uint8Array, stored: Uint8Array): SignedRecord | undefined {
    const { crypto } = this.#init
    return readStored(crypto, directId(crypto, account, account), stored)
  }

  #remember({ header, id }: SignedRecord, { picture: _, ...body }: ProfileBody): KnownProfile {
    const known = { ...body, time: header.time, id }
    this.#known.set(base32(header.account), known)
    return known
  }
}
