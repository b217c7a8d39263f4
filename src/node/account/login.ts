import { TooManyDevicesError } from '../../errors.ts'
import { listsDevice, maxDevices } from '../../protocol/index.ts'
import { moveOn, retried } from './move-on.ts'
import { lock, unlock, vaultKeysOf } from './unlock.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Credentials } from './types.ts'
import type { AccountContext, NewAccount } from './context.ts'

/** Proves the password, opens the backup and adds this device to the account. */
export const login = (
  context: AccountContext,
  credentials: Credentials,
  options: AbortOptions
): Promise<NewAccount> => retried(() => tryLogin(context, credentials, options))

async function tryLogin(
  context: AccountContext,
  credentials: Credentials,
  options: AbortOptions
): Promise<NewAccount> {
  const { device } = context
  const unlocked = await unlock(context, credentials, options)
  try {
    const { entry, account } = unlocked
    const kept = { id: entry.account, vaultKeys: vaultKeysOf(unlocked) }
    if (listsDevice(entry, device)) return { ...kept, ...account }
    if (entry.devices.length >= maxDevices)
      throw new TooManyDevicesError(
        'The account has 16 devices, which is the most. Revoke one you no longer use: "starling devices revoke".'
      )
    return { ...kept, ...(await moveOn(context, unlocked, [...entry.devices, device], {}, options)) }
  } finally {
    lock(unlocked)
  }
}
