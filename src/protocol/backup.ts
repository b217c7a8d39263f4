import { concatBytes, domain } from './bytes.ts'
import { maxBackup } from './limits.ts'
import { Backup, Secrets } from './pb/account.ts'
import type { Crypto } from './crypto.ts'

/** What an account's password protects: the account key's seed and the vault key, 32 bytes each. */
export interface AccountSecrets {
  accountSeed: Uint8Array
  vaultKey: Uint8Array
}

const underExportKey = 1
const wrapInfo = 'starling/backup-wrap/v1'

/** The Backup that the registry keeps: the secrets under a random key, that key under OPAQUE's export key. */
export function makeBackup(
  crypto: Crypto,
  exportKey: Uint8Array,
  account: Uint8Array,
  secrets: AccountSecrets
): Uint8Array {
  const backupKey = crypto.randomBytes(32)
  const plain = Secrets.encode({ accountKey: secrets.accountSeed, vaultKey: secrets.vaultKey })
  const wrap = crypto.seal(crypto.hkdf(exportKey, wrapInfo), backupKey, wrapContext(account))
  const sealed = crypto.seal(backupKey, plain, backupContext(account))
  for (const secret of [backupKey, plain]) secret.fill(0)
  return Backup.encode({ sealed, wraps: [{ kind: underExportKey, sealed: wrap }] })
}

/** The secrets, or undefined where the bytes are not a backup of this account under this export key. */
export function openBackup(
  crypto: Crypto,
  exportKey: Uint8Array,
  account: Uint8Array,
  bytes: Uint8Array
): AccountSecrets | undefined {
  if (bytes.length > maxBackup) return undefined
  try {
    const backup = Backup.decode(bytes, { limits: { wraps: 4 } })
    const wrap = backup.wraps.find(({ kind }) => kind === underExportKey)
    const backupKey = wrap && crypto.open(crypto.hkdf(exportKey, wrapInfo), wrap.sealed, wrapContext(account))
    const plain = backupKey && crypto.open(backupKey, backup.sealed, backupContext(account))
    if (plain === undefined) return undefined
    const { accountKey: accountSeed, vaultKey } = Secrets.decode(plain)
    return accountSeed.length === 32 && vaultKey.length === 32 ? { accountSeed, vaultKey } : undefined
  } catch {
    return undefined
  }
}

const backupContext = (account: Uint8Array): Uint8Array => concatBytes(domain('backup'), account)
const wrapContext = (account: Uint8Array): Uint8Array => concatBytes(domain('backup-wrap'), account)
