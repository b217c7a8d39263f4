import { accountIdOf, registryIdOf } from '../../src/protocol/index.ts'
import type { Crypto, EntryFields, NameCertificate, NameLeaf, Registry } from '../../src/protocol/index.ts'

/** 2026-01-01, in ms. */
export const newYear = 1_767_225_600_000

export interface Pair {
  seed: Uint8Array
  key: Uint8Array
}

export function makePair(crypto: Crypto): Pair {
  const seed = crypto.randomBytes(32)
  return { seed, key: crypto.publicKey(seed) }
}

export function makeRegistry(crypto: Crypto): Registry & Pair {
  const pair = makePair(crypto)
  return { ...pair, id: registryIdOf(crypto, pair.key) }
}

/** The fields of a first entry by this account key. */
export const firstEntry = (crypto: Crypto, { key }: Pair, devices = [makePair(crypto).key]): EntryFields => ({
  account: accountIdOf(crypto, key),
  number: 1,
  previous: new Uint8Array(),
  time: newYear,
  accountKey: key,
  devices,
  backup: crypto.sha256(Uint8Array.of(1))
})

type CertificateFields = Omit<NameCertificate, 'bytes'>

export const certificateFields = (crypto: Crypto, registry: Registry): CertificateFields => ({
  registry: registry.id,
  username: 'alice',
  account: crypto.randomBytes(32),
  entryNumber: 3,
  entryHash: crypto.randomBytes(32),
  issued: newYear,
  expires: newYear + 72 * 3_600_000,
  leaf: 41
})

/** Of the registration of the account whose first key this is. */
export const leafFields = (crypto: Crypto, { key }: Pair): NameLeaf => ({
  registry: crypto.randomBytes(32),
  username: 'alice',
  account: accountIdOf(crypto, key),
  signer: key,
  op: 1,
  entryNumber: 1,
  entryHash: crypto.randomBytes(32),
  time: newYear
})
