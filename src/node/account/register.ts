import { accountIdOf, leafOp, makeBackup, signEntry, signLeaf, readEntry } from '../../protocol/index.ts'
import { opaqueRegister } from './opaque.ts'
import { checkPassword } from './password.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Crypto, Registry } from '../../protocol/index.ts'
import type { RegistryClient } from '../registry/registry-client.ts'
import type { Credentials } from '../types.ts'

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
  vaultKey: Uint8Array
  /** The registry's answer, to be checked like anybody's. */
  entry: Uint8Array
  certificate: Uint8Array
}

/** Makes an account with this device as its first, and takes the name for it. */
export async function register(
  { crypto, registry, client, device }: AccountContext,
  { username, password }: Credentials,
  options: AbortOptions
): Promise<NewAccount> {
  await checkPassword(password, username)
  const credentials = { username, password, registryId: registry.id }
  const { record, exportKey } = await opaqueRegister(credentials, (request) =>
    client.registerStart(username, request, options)
  )
  const secrets = { accountSeed: crypto.randomBytes(32), vaultKey: crypto.randomBytes(32) }
  const accountKey = crypto.publicKey(secrets.accountSeed)
  const account = accountIdOf(crypto, accountKey)
  const backup = makeBackup(crypto, exportKey, account, secrets)
  const time = Date.now()
  const entry = await signEntry(crypto, secrets.accountSeed, {
    account,
    number: 1,
    previous: new Uint8Array(),
    time,
    accountKey,
    devices: [device],
    backup: crypto.sha256(backup)
  })
  const leaf = await signLeaf(crypto, secrets.accountSeed, {
    registry: registry.id,
    username,
    account,
    accountKey,
    op: leafOp.register,
    entryNumber: 1,
    entryHash: (await readEntry(crypto, entry))!.hash,
    time
  })
  secrets.accountSeed.fill(0)
  exportKey.fill(0)
  const finished = await client.registerFinish(
    { username, opaqueRecord: record, entry, backup, leaf },
    options
  )
  return { id: account, vaultKey: secrets.vaultKey, entry: finished.entry, certificate: finished.certificate }
}
