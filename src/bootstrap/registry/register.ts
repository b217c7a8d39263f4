import {
  base64url,
  equalBytes,
  isUsername,
  leafOp,
  listsDevice,
  readEntry,
  readLeaf,
  refusal
} from '../../protocol/index.ts'
import { opaqueResponse } from './opaque.ts'
import { refuse } from './refuse.ts'
import type { RegisterFinish, RegisterStart, RegistryReply } from '../../protocol/index.ts'
import type { RegistryContext } from './context.ts'

export async function registerStart(
  context: RegistryContext,
  request: RegisterStart
): Promise<RegistryReply> {
  const { username } = request
  if (!isUsername(username)) return refuse(refusal.invalidName)
  if ((await context.accounts.name(username)) !== undefined) return refuse(refusal.nameTaken)
  return opaqueResponse(context, request)
}

/** Claims the name. Repeating it with the same fields succeeds again, so an answer lost on the way costs nothing. */
export async function registerFinish(
  context: RegistryContext,
  device: Uint8Array,
  request: RegisterFinish
): Promise<RegistryReply> {
  const { accounts, certificates, crypto, work } = context
  const { username, opaqueRecord, entry: entryBytes, leaf, backup, find } = request
  if (!isUsername(username)) return refuse(refusal.invalidName)
  const entry = await readEntry(crypto, entryBytes)
  if (entry === undefined || entry.number !== 1 || !listsDevice(entry, device)) return refuse(refusal.forged)
  if (!equalBytes(crypto.sha256(backup), entry.backup)) return refuse(refusal.forged)
  const named = await readLeaf(crypto, leaf)
  const isForThis =
    named !== undefined &&
    named.op === leafOp.register &&
    named.username === username &&
    named.entryNumber === 1 &&
    equalBytes(named.registry, certificates.registry.id) &&
    equalBytes(named.account, entry.account) &&
    equalBytes(named.entryHash, entry.hash)
  if (!isForThis) return refuse(refusal.forged)

  const existing = await accounts.account(entry.account)
  if (existing !== undefined && existing.username !== username) return refuse(refusal.badRequest)
  const record = {
    account: entry.account,
    opaqueRecord: base64url(opaqueRecord),
    opaqueSetup: context.opaqueSetupId,
    entry: entryBytes,
    leaf,
    backup,
    find
  }
  if (existing === undefined) {
    const demand = work.demand(username, device, request)
    if (demand !== undefined) return { error: refusal.work, work: demand }
  }
  // It may be taking another name at this very moment.
  if (!(await accounts.nameAccount(entry.account, username))) return refuse(refusal.badRequest)
  const account = await accounts.claim(username, record)
  if (account === undefined) return refuse(refusal.nameTaken)
  if (existing === undefined) work.count()
  await accounts.bind(device, account)
  return { account: { certificate: await certificates.of(account), entry: account.entry.bytes } }
}
