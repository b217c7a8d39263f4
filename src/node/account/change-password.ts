import {
  equalBytes,
  makeBackup,
  maxDevices,
  passwordWrap,
  recoveryFind,
  recoveryWrap,
  requiresRecoveryCode
} from '../../protocol/index.ts'
import { moveOn, retried } from './move-on.ts'
import { opaqueRegister } from './opaque.ts'
import { checkPassword } from './password.ts'
import { readCode } from './recovery-code.ts'
import { lock, unlock, unlockByCode, vaultKeysOf } from './unlock.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Credentials, Recovery } from './types.ts'
import type { AccountContext, NewAccount } from './context.ts'
import type { Unlocked } from './unlock.ts'

/** What an account is protected by from now on: `code` are the bytes of a new recovery code. */
export interface NewPassword {
  password: string
  code: Uint8Array
}

/** Puts another password and recovery code in the place of the old ones. */
export async function changePassword(
  context: AccountContext,
  credentials: Credentials,
  next: NewPassword,
  options: AbortOptions
): Promise<NewAccount> {
  await checkPassword(next.password, credentials.username)
  return retried(async () => {
    const unlocked = await unlock(context, credentials, options)
    return renew(context, unlocked, credentials.username, next, options)
  })
}

/** Makes this device one of the account whose recovery code is given, and a password for it. */
export async function recover(
  context: AccountContext,
  { username, recoveryCode }: Pick<Recovery, 'username' | 'recoveryCode'>,
  next: NewPassword,
  options: AbortOptions
): Promise<NewAccount> {
  const code = readCode(recoveryCode)
  await checkPassword(next.password, username)
  try {
    return await retried(async () => {
      const unlocked = await unlockByCode(context, username, code, options)
      return renew(context, unlocked, username, next, options)
    })
  } finally {
    code.fill(0)
  }
}

async function renew(
  context: AccountContext,
  unlocked: Unlocked,
  username: string,
  { password, code }: NewPassword,
  options: AbortOptions
): Promise<NewAccount> {
  const { crypto, registry, client, device } = context
  const { entry, backup: former, secrets } = unlocked
  const login = { username, password, registryId: registry.id }
  const vaultKey = crypto.randomBytes(32)
  const recoveryKey = recoveryWrap(crypto, code).key
  let exported: Uint8Array | undefined
  try {
    const { record, exportKey } = await opaqueRegister(login, (request) =>
      client.passwordStart(request, options)
    )
    exported = exportKey
    const wrap = passwordWrap(crypto, exportKey, requiresRecoveryCode(former) ? code : undefined)
    const keys = vaultKeysOf(unlocked)
    const kept = { accountSeed: secrets.accountSeed, vaultKey, recoveryKey, formerVault: keys[0] }
    const backup = makeBackup(crypto, entry.account, kept, wrap)
    wrap.key.fill(0)
    const changed = { backup, opaqueRecord: record, find: recoveryFind(crypto, code) }
    const account = await moveOn(context, unlocked, withDevice(entry.devices, device), changed, options)
    const vaultKeys = [{ key: vaultKey, backup: crypto.sha256(backup) }, ...keys]
    return { id: entry.account, vaultKeys, ...account }
  } finally {
    exported?.fill(0)
    recoveryKey.fill(0)
    lock(unlocked)
  }
}

/** Whoever lost all of 16 devices could revoke none: the first gives way. */
const withDevice = (devices: Uint8Array[], device: Uint8Array): Uint8Array[] =>
  devices.some((one) => equalBytes(one, device)) ? devices : [...devices.slice(1 - maxDevices), device]
