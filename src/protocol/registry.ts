import type { Crypto } from './crypto.ts'

/** A registry of names: who signs its certificates. Both 32 bytes. */
export interface Registry {
  /** sha256 of the first registry key: stays when the key is replaced. */
  id: Uint8Array
  key: Uint8Array
}

/** A registry's id, for ever. */
export const registryIdOf = (crypto: Crypto, firstRegistryKey: Uint8Array): Uint8Array =>
  crypto.sha256(firstRegistryKey)
