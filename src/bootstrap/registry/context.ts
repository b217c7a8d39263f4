import type { AccountEntry, Crypto } from '../../protocol/index.ts'
import type { Accounts } from './accounts.ts'
import type { Certificates } from './certificates.ts'
import type { NameLog } from './name-log.ts'

/** What the registry's answers are made from. */
export interface RegistryContext {
  crypto: Crypto
  accounts: Accounts
  certificates: Certificates
  names: NameLog
  opaqueSetup: string
  opaqueSetupId: string
  /** An account has a new entry. */
  onEntry(entry: AccountEntry): void
  /** The SignedServerList to hand out now. */
  servers(): Uint8Array
}
