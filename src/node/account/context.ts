import type { Crypto, Registry, VaultKey } from '../../protocol/index.ts'
import type { RegistryClient } from '../registry/registry-client.ts'

/** What registering, logging in and changing an account work with. */
export interface AccountContext {
  crypto: Crypto
  registry: Registry
  client: RegistryClient
  /** This install's device key. */
  device: Uint8Array
}

/** What an account's device keeps. */
export interface NewAccount {
  id: Uint8Array
  /** The newest first: that of the backup as it is now, and the ones before that are known. */
  vaultKeys: VaultKey[]
  /** The registry's answer, to be checked like anybody's. */
  entry: Uint8Array
  certificate: Uint8Array
}
