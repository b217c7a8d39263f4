import { RecoveryCodeRequiredError, UntrustedRegistryError, WrongRecoveryCodeError } from '../../errors.ts'
import {
  equalBytes,
  openBackup,
  passwordWrap,
  readEntry,
  recoveryFind,
  recoveryWrap,
  requiresRecoveryCode
} from '../../protocol/index.ts'
import { opaqueLogin } from './opaque.ts'
import { readCode } from './recovery-code.ts'
import type { AbortOptions } from '../../abort.ts'
import type {
  Account,
  AccountEntry,
  AccountSecrets,
  LoggedIn,
  VaultKey,
  WrapKey
} from '../../protocol/index.ts'
import type { Credentials } from './types.ts'
import type { AccountContext } from './context.ts'

/** An account whose owner has proven to be it, with its keys: `lock` it when done. */
export interface Unlocked {
  entry: AccountEntry
  backup: Uint8Array
  secrets: AccountSecrets
  /** What opened the backup. */
  wrap: WrapKey
  /** The registry's answer. */
  account: Account
}

type Answer = LoggedIn & { account: Account }

/**
 * Proves the password and opens the backup. What follows on the account must use the same stream.
 *
 * @throws ClockError, WrongPasswordError, RecoveryCodeRequiredError, WrongRecoveryCodeError, UntrustedRegistryError
 */
export async function unlock(
  context: AccountContext,
  { username, password, recoveryCode }: Credentials,
  options: AbortOptions
): Promise<Unlocked> {
  const { crypto, registry, client } = context
  const code = recoveryCode === undefined ? undefined : readCode(recoveryCode)
  await client.compareClocks(options)
  const login = { username, password, registryId: registry.id }
  const { finish, exportKey } = await opaqueLogin(login, (request) =>
    client.loginStart(username, request, options)
  )
  try {
    const answer = await client.loginFinish(finish, options)
    const isRequired = requiresRecoveryCode(answer.backup)
    if (isRequired && code === undefined)
      throw new RecoveryCodeRequiredError(
        'This account opens only with its recovery code and the password. Give the 12 words too: "--recovery-code-file FILE".'
      )
    const wrap = passwordWrap(crypto, exportKey, isRequired ? code : undefined)
    return await open(context, answer, wrap, isRequired ? wrongCode() : untrusted())
  } finally {
    exportKey.fill(0)
    code?.fill(0)
  }
}

/** As `unlock`, by the recovery code alone. @throws ClockError, WrongRecoveryCodeError, UntrustedRegistryError */
export async function unlockByCode(
  context: AccountContext,
  username: string,
  code: Uint8Array,
  options: AbortOptions
): Promise<Unlocked> {
  const { crypto, client } = context
  await client.compareClocks(options)
  const answer = await client.recover({ username, find: recoveryFind(crypto, code) }, options)
  return open(context, answer, recoveryWrap(crypto, code), untrusted())
}

/** The vault keys that the backup has, the newest first. */
export const vaultKeysOf = ({ secrets, entry }: Unlocked): [VaultKey, ...VaultKey[]] => [
  { key: secrets.vaultKey, backup: entry.backup },
  ...(secrets.formerVault === undefined ? [] : [secrets.formerVault])
]

/** Wipes the keys. */
export function lock({ secrets, wrap }: Unlocked): void {
  for (const secret of [secrets.accountSeed, secrets.recoveryKey, wrap.key]) secret.fill(0)
}

/** Backup, log and keys must belong together: an older backup would not have the hash in the log. */
async function open(
  { crypto }: AccountContext,
  { backup, account }: Answer,
  wrap: WrapKey,
  whenClosed: Error
): Promise<Unlocked> {
  const entry = await readEntry(crypto, account.entry)
  if (entry === undefined || !equalBytes(crypto.sha256(backup), entry.backup)) throw untrusted()
  const secrets = openBackup(crypto, entry.account, backup, wrap)
  if (secrets === undefined) throw whenClosed
  if (!equalBytes(crypto.publicKey(secrets.accountSeed), entry.accountKey)) throw untrusted()
  return { entry, backup, secrets, wrap, account }
}

const untrusted = (): Error =>
  new UntrustedRegistryError(
    'The registry handed out a backup that is not this account’s. Do not trust it; ask its operator.'
  )

const wrongCode = (): Error =>
  new WrongRecoveryCodeError(
    'The password is right, and the recovery code is not this account’s. Take the newest: a change of password makes a new one.'
  )
