import { concatBytes, domain } from './bytes.ts'
import { maxBackup } from './limits.ts'
import { Backup, Secrets } from './pb/account.ts'
import type { Crypto } from './crypto.ts'
import type { VaultKey } from './vault.ts'

/** What an account's password protects; 32 bytes each. */
export interface AccountSecrets {
  /** Seed of the account key. */
  accountSeed: Uint8Array
  vaultKey: Uint8Array
  /** The wrap key that the recovery code yields, so that a new backup can be made without asking for the code. */
  recoveryKey: Uint8Array
  /** The vault key before: until a device puts another vault, that is what opens the one there. */
  formerVault?: VaultKey
}

/** What a backup is opened with. */
export interface WrapKey {
  kind: number
  key: Uint8Array
}

const wrapKind = { password: 1, recovery: 2, passwordAndRecovery: 3 } as const
const passwordInfo = 'starling/backup-wrap/v1'
const recoveryInfo = 'starling/recovery-wrap/v1'

/** The key that a password's OPAQUE export key yields, or, where the account requires it, the recovery code with it. */
export function passwordWrap(crypto: Crypto, exportKey: Uint8Array, code?: Uint8Array): WrapKey {
  if (code === undefined) return { kind: wrapKind.password, key: crypto.hkdf(exportKey, passwordInfo) }
  const both = concatBytes(exportKey, code)
  const key = crypto.hkdf(both, passwordInfo)
  both.fill(0)
  return { kind: wrapKind.passwordAndRecovery, key }
}

/** The key that a recovery code yields. */
export const recoveryWrap = (crypto: Crypto, code: Uint8Array): WrapKey => ({
  kind: wrapKind.recovery,
  key: crypto.hkdf(code, recoveryInfo)
})

/** The Backup that the registry keeps: the secrets under a random key, that key under the password's and the recovery code's. */
export function makeBackup(
  crypto: Crypto,
  account: Uint8Array,
  secrets: AccountSecrets,
  password: WrapKey
): Uint8Array {
  const backupKey = crypto.randomBytes(32)
  const { accountSeed: accountKey, vaultKey, recoveryKey, formerVault: former } = secrets
  const before = former && { formerVaultKey: former.key, formerBackup: former.backup }
  const plain = Secrets.encode({ accountKey, vaultKey, recoveryKey, ...before })
  const wraps = [password, { kind: wrapKind.recovery, key: recoveryKey }].map(({ kind, key }) => ({
    kind,
    sealed: crypto.seal(key, backupKey, wrapContext(account))
  }))
  const sealed = crypto.seal(backupKey, plain, backupContext(account))
  for (const secret of [backupKey, plain]) secret.fill(0)
  return Backup.encode({ sealed, wraps })
}

/** The secrets, or undefined where the bytes are not a backup of this account under this key. */
export function openBackup(
  crypto: Crypto,
  account: Uint8Array,
  bytes: Uint8Array,
  { kind, key }: WrapKey
): AccountSecrets | undefined {
  const backup = decode(bytes)
  const wrap = backup?.wraps.find((one) => one.kind === kind)
  const backupKey = wrap && crypto.open(key, wrap.sealed, wrapContext(account))
  const plain = backupKey && crypto.open(backupKey, backup!.sealed, backupContext(account))
  const secrets = plain && readSecrets(plain)
  backupKey?.fill(0)
  plain?.fill(0)
  return secrets
}

/** Whether the password opens the backup only together with the recovery code. */
export function requiresRecoveryCode(bytes: Uint8Array): boolean {
  const kinds = decode(bytes)?.wraps.map(({ kind }) => kind) ?? []
  return kinds.includes(wrapKind.passwordAndRecovery) && !kinds.includes(wrapKind.password)
}

function decode(bytes: Uint8Array): Backup | undefined {
  if (bytes.length > maxBackup) return undefined
  try {
    return Backup.decode(bytes, { limits: { wraps: 4 } })
  } catch {
    return undefined
  }
}

function readSecrets(plain: Uint8Array): AccountSecrets | undefined {
  try {
    const {
      accountKey,
      vaultKey,
      recoveryKey,
      formerVaultKey: key,
      formerBackup: backup
    } = Secrets.decode(plain)
    const former =
      key !== undefined && backup !== undefined ? { key: key.slice(), backup: backup.slice() } : undefined
    const all = [accountKey, vaultKey, recoveryKey, ...Object.values(former ?? {})]
    if (all.some(({ length }) => length !== 32)) return undefined
    return {
      accountSeed: accountKey.slice(),
      vaultKey: vaultKey.slice(),
      recoveryKey: recoveryKey.slice(),
      ...(former && { formerVault: former })
    }
  } catch {
    return undefined
  }
}

const backupContext = (account: Uint8Array): Uint8Array => concatBytes(domain('backup'), account)
const wrapContext = (account: Uint8Array): Uint8Array => concatBytes(domain('backup-wrap'), account)
