import type { AccountEntry, Crypto } from '../../protocol/index.ts'
import type { Accounts } from './accounts.ts'
import type { Attempts } from './attempts.ts'
import type { Certificates } from './certificates.ts'
import type { Leavings } from './leavings.ts'
import type { NameLog } from './name-log.ts'
import type { Vaults } from './vaults.ts'
import type { RegistrationWork } from './work.ts'

/** What the registry's answers are made from. */
export interface RegistryContext {
  crypto: Crypto
  accounts: Accounts
  certificates: Certificates
  names: NameLog
  vaults: Vaults
  leavings: Leavings
  attempts: Attempts
  work: RegistrationWork
  /** IP address that a connected peer comes from. */
  addressOf(peer: string): string | undefined
  opaqueSetup: string
  opaqueSetupId: string
  /** An account has a new entry. */
  onEntry(entry: AccountEntry): void
  /** An account has lost its name. */
  onNameless(account: Uint8Array): void
  /** The SignedServerList to hand out now. */
  servers(): Uint8Array
}
