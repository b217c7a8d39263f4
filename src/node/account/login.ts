import { RegistryRefusedError, TooManyDevicesError, UntrustedRegistryError } from '../../errors.ts'
import {
  equalBytes,
  listsDevice,
  maxDevices,
  openBackup,
  readEntry,
  signEntry
} from '../../protocol/index.ts'
import { opaqueLogin } from './opaque.ts'
import type { AbortOptions } from '../../abort.ts'
import type { AccountEntry, AccountSecrets, Crypto } from '../../protocol/index.ts'
import type { Credentials } from '../types.ts'
import type { AccountContext, NewAccount } from './register.ts'

/** Two devices that log in at the same moment: one is asked to do it again. */
const attempts = 3

/** Proves the password, opens the backup and adds this device to the account. */
export async function login(
  context: AccountContext,
  credentials: Credentials,
  options: AbortOptions
): Promise<NewAccount> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryLogin(context, credentials, options)
    } catch (error) {
      if (!(error instanceof RegistryRefusedError) || attempt === attempts) throw error
    }
  }
}

async function tryLogin(
  { crypto, registry, client, device }: AccountContext,
  { username, password }: Credentials,
  options: AbortOptions
): Promise<NewAccount> {
  const credentials = { username, password, registryId: registry.id }
  const { finish, exportKey } = await opaqueLogin(credentials, (request) =>
    client.loginStart(username, request, options)
  )
  const { backup, account } = await client.loginFinish(finish, options)
  const entry = await readEntry(crypto, account.entry)
  const secrets = entry && openSecrets(crypto, entry, exportKey, backup)
  exportKey.fill(0)
  if (entry === undefined || secrets === undefined)
    throw new UntrustedRegistryError(
      'The registry handed out a backup that is not this account’s. Do not trust it; ask its operator.'
    )
  const { vaultKey, accountSeed } = secrets
  try {
    if (listsDevice(entry, device)) return { id: entry.account, vaultKey, ...account }
    if (entry.devices.length >= maxDevices)
      throw new TooManyDevicesError(
        'The account has 16 devices, which is the most. Revoke one you no longer use.'
      )
    const { number, hash, accountKey, devices } = entry
    const next = await signEntry(crypto, accountSeed, {
      account: entry.account,
      number: number + 1,
      previous: hash,
      time: Date.now(),
      accountKey,
      devices: [...devices, device],
      backup: entry.backup
    })
    return { id: entry.account, vaultKey, ...(await client.appendEntry(next, options)) }
  } finally {
    accountSeed.fill(0)
  }
}

/** The secrets, where backup, log and keys belong together: an older backup would not have the hash in the log. */
function openSecrets(
  crypto: Crypto,
  entry: AccountEntry,
  exportKey: Uint8Array,
  backup: Uint8Array
): AccountSecrets | undefined {
  if (!equalBytes(crypto.sha256(backup), entry.backup)) return undefined
  const secrets = openBackup(crypto, exportKey, entry.account, backup)
  return secrets && equalBytes(crypto.publicKey(secrets.accountSeed), entry.accountKey) ? secrets : undefined
}
