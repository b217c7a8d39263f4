import { equalBytes, isByFirstKey } from '../../protocol/index.ts'
import type { Crypto } from '../../protocol/index.ts'
import type { Profile } from '../profile/profile.ts'
import type { TrustRecord } from '../pb/profile.ts'
import type { Trust } from './types.ts'
import type { KnownAccount } from './people.ts'

/**
 * Account keys that the person looked at. Of whoever was never looked at, the account's first key counts: the account id
 * is its hash.
 */
export class Trusted {
  readonly #crypto: Crypto
  readonly #profile: Profile
  readonly #isSuccessor: (known: KnownAccount) => boolean
  /** By alias of the account. */
  readonly #looked = new Map<number, TrustRecord>()

  /** `isSuccessor`: whether somebody known had the account's name before it. */
  constructor(crypto: Crypto, profile: Profile, isSuccessor: (known: KnownAccount) => boolean) {
    this.#isSuccessor = isSuccessor
    this.#crypto = crypto
    this.#profile = profile
  }

  async load(): Promise<void> {
    for await (const [alias, record] of this.#profile.tables.trust.entries()) this.#looked.set(alias, record)
  }

  of(known: KnownAccount): Trust {
    const { id, entry } = known
    const looked = this.#looked.get(this.#alias(id))
    if (looked === undefined)
      return isByFirstKey(this.#crypto, entry) && !this.#isSuccessor(known) ? 'unverified' : 'changed'
    if (!equalBytes(looked.accountKey, entry.accountKey)) return 'changed'
    return looked.verified ? 'verified' : 'unverified'
  }

  /** The account's key of now was looked at. */
  async set({ id, entry }: KnownAccount, verified: boolean): Promise<void> {
    const { journal, tables, aliases } = this.#profile
    const alias = this.#alias(id)
    const record = { accountKey: entry.accountKey, verified }
    await journal.write(
      (batch) => {
        aliases.put('account', alias, batch)
        batch.put(tables.trust, alias, record)
      },
      { sync: true }
    )
    this.#looked.set(alias, record)
  }

  #alias(account: Uint8Array): number {
    return this.#profile.aliases.of('account', account)
  }
}
