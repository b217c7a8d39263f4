import { LRUCache } from 'lru-cache'
import { base32, certificateLife, equalBytes, signCertificate } from '../../protocol/index.ts'
import type { Crypto, Registry } from '../../protocol/index.ts'
import { SuspendedError } from './suspensions.ts'
import type { StoredAccount } from './accounts.ts'
import type { Suspensions } from './suspensions.ts'

/** A certificate is handed out again for this long, ms, before a fresh one is signed. */
const reuse = 3_600_000
const cached = 10_000

interface Issued {
  entryHash: Uint8Array
  issued: number
  bytes: Uint8Array
}

/** Thrown where a certificate is asked for of an account whose name has gone. */
export class NamelessError extends Error {}

/** Signs what an account is called. */
export class Certificates {
  readonly registry: Registry
  readonly #crypto: Crypto
  readonly #seed: Uint8Array
  readonly #suspensions: Suspensions
  readonly #issued = new LRUCache<string, Issued>({ max: cached })

  constructor(crypto: Crypto, registry: Registry, seed: Uint8Array, suspensions: Suspensions) {
    this.#suspensions = suspensions
    this.registry = registry
    this.#crypto = crypto
    this.#seed = seed
  }

  /** A SignedCertificate over the account's newest entry, good for 72 h when fresh. @throws SuspendedError, NamelessError */
  async of(account: StoredAccount): Promise<Uint8Array> {
    this.check(account)
    const { username, entry, leaf } = account
    const now = Date.now()
    const key = base32(entry.account)
    const known = this.#issued.get(key)
    if (known && equalBytes(known.entryHash, entry.hash) && now - known.issued < reuse) return known.bytes
    const bytes = await signCertificate(this.#crypto, this.#seed, {
      registry: this.registry.id,
      username,
      account: entry.account,
      entryNumber: entry.number,
      entryHash: entry.hash,
      issued: now,
      expires: now + certificateLife,
      leaf
    })
    this.#issued.set(key, { entryHash: entry.hash, issued: now, bytes })
    return bytes
  }

  /** @throws SuspendedError, NamelessError */
  check({ username, entry }: StoredAccount): void {
    if (username === '') throw new NamelessError('The account has no name any more.')
    if (this.#suspensions.has(entry.account)) throw new SuspendedError(`${username} is suspended.`)
  }
}
