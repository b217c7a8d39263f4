import type { Crypto } from './crypto.ts'

/** A registry of names: who signs its certificates. Id and keys are 32 bytes. */
export interface Registry {
  /** sha256 of the first registry key: stays when the key is replaced. */
  id: Uint8Array
  /** The newest. */
  key: Uint8Array
  /** Those before it, the first one first; absent where there is none. */
  former?: readonly FormerKey[]
}

/** A key that was replaced. */
export interface FormerKey {
  key: Uint8Array
  /** What it signed from then on counts for nothing, ms since 1970. */
  until: number
}

/** A registry's id, for ever. */
export const registryIdOf = (crypto: Crypto, firstRegistryKey: Uint8Array): Uint8Array =>
  crypto.sha256(firstRegistryKey)

/** The same, for what was judged before: its keys count without end. */
export const withoutEnds = ({ former = [], ...registry }: Registry): Registry => ({
  ...registry,
  former: former.map(({ key }) => ({ key, until: Infinity }))
})
