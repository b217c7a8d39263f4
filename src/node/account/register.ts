import {
  accountIdOf,
  leafOp,
  makeBackup,
  passwordWrap,
  readEntry,
  recoveryFind,
  recoveryWrap,
  signEntry,
  signLeaf
} from '../../protocol/index.ts'
import { opaqueRegister } from './opaque.ts'
import { checkPassword } from './password.ts'
import { readCode } from './recovery-code.ts'
import { solveWork } from './work.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Registration } from './types.ts'
import type { AccountContext, NewAccount } from './context.ts'

/** Makes an account with this device as its first, and takes the name for it. `code` will recover it. */
export async function register(
  { crypto, registry, client, device }: AccountContext,
  { username, password, recoveryRequired = false, resetCode }: Registration,
  code: Uint8Array,
  options: AbortOptions
): Promise<NewAccount> {
  const reset = resetCode === undefined ? undefined : readCode(resetCode)
  await checkPassword(password, username)
  await client.compareClocks(options)
  const credentials = { username, password, registryId: registry.id }
  const { record, exportKey } = await opaqueRegister(credentials, (request) =>
    client.registerStart(username, request, options)
  )
  const secrets = {
    accountSeed: crypto.randomBytes(32),
    vaultKey: crypto.randomBytes(32),
    recoveryKey: recoveryWrap(crypto, code).key
  }
  const accountKey = crypto.publicKey(secrets.accountSeed)
  const account = accountIdOf(crypto, accountKey)
  const wrap = passwordWrap(crypto, exportKey, recoveryRequired ? code : undefined)
  const backup = makeBackup(crypto, account, secrets, wrap)
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
    signer: accountKey,
    op: leafOp.register,
    entryNumber: 1,
    entryHash: (await readEntry(crypto, entry))!.hash,
    time
  })
  for (const secret of [secrets.accountSeed, secrets.recoveryKey, wrap.key, exportKey]) secret.fill(0)
  const request = {
    ...{ username, opaqueRecord: record, entry, backup, leaf, find: recoveryFind(crypto, code) },
    ...(reset && { resetCode: reset })
  }
  let finished = await client.registerFinish(request, options)
  // While others register too, what is asked for may grow.
  while ('work' in finished) {
    const solution = await solveWork(crypto, finished.work, options)
    const { challenge } = finished.work
    finished = await client.registerFinish({ ...request, challenge, solution }, options)
  }
  const vaultKeys = [{ key: secrets.vaultKey, backup: crypto.sha256(backup) }]
  return { id: account, vaultKeys, ...finished.account }
}
