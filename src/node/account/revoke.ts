import { equalBytes, listsDevice, makeBackup } from '../../protocol/index.ts'
import { moveOn, retried } from './move-on.ts'
import { lock, unlock, vaultKeysOf } from './unlock.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Credentials } from './types.ts'
import type { AccountContext, NewAccount } from './context.ts'

/** Takes a device out of the account, with new vault and backup keys. A device that is out already stays so. */
export const revoke = (
  context: AccountContext,
  credentials: Credentials,
  revoked: Uint8Array,
  options: AbortOptions
): Promise<NewAccount> => retried(() => tryRevoke(context, credentials, revoked, options))

async function tryRevoke(
  context: AccountContext,
  credentials: Credentials,
  revoked: Uint8Array,
  options: AbortOptions
): Promise<NewAccount> {
  const { crypto } = context
  const unlocked = await unlock(context, credentials, options)
  try {
    const { entry, account, secrets, wrap } = unlocked
    const former = vaultKeysOf(unlocked)
    if (!listsDevice(entry, revoked)) return { id: entry.account, vaultKeys: former, ...account }
    const vaultKey = crypto.randomBytes(32)
    const backup = makeBackup(crypto, entry.account, { ...secrets, vaultKey, formerVault: former[0] }, wrap)
    const devices = entry.devices.filter((device) => !equalBytes(device, revoked))
    const moved = await moveOn(context, unlocked, devices, { backup }, options)
    const vaultKeys = [{ key: vaultKey, backup: crypto.sha256(backup) }, ...former]
    return { id: entry.account, vaultKeys, ...moved }
  } finally {
    lock(unlocked)
  }
}
