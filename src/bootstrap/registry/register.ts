import {
  base64url,
  equalBytes,
  isUsername,
  leafOp,
  listsDevice,
  maxClockAhead,
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
  const held = await context.accounts.name(username)
  const refused = held && (await refusalOf(context, username, held.account))
  return refused ?? opaqueResponse(context, request)
}

/** Claims the name. Repeating it with the same fields succeeds again, so an answer lost on the way costs nothing. */
export async function registerFinish(
  context: RegistryContext,
  device: Uint8Array,
  request: RegisterFinish
): Promise<RegistryReply> {
  const { accounts, certificates, crypto, work } = context
  const { username, opaqueRecord, entry: entryBytes, leaf, backup, find, resetCode } = request
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

  if (Math.abs(Date.now() - named.time) > maxClockAhead) return refuse(refusal.clock)

  const held = await accounts.name(username)
  const isHeld = held !== undefined && !equalBytes(held.account, entry.account)
  const refused =
    isHeld && (await refusalOf(context, username, held.account, { resetCode, time: named.time }))
  if (refused) return refused
  const existing = await accounts.account(entry.account)
  if (existing !== undefined && existing.username !== username) return refuse(refusal.badRequest)
  const record = {
    account: entry.account,
    opaqueRecord: base64url(opaqueRecord),
    opaqueSetup: context.opaqueSetupId,
    entry: entryBytes,
    leaf,
    backup,
    find,
    former: isHeld ? held.account : (held?.former ?? new Uint8Array())
  }
  if (existing === undefined) {
    const demand = work.demand(username, device, request)
    if (demand !== undefined) return { error: refusal.work, work: demand }
  }
  // It may be taking another name at this very moment.
  if (!(await accounts.nameAccount(entry.account, username))) return refuse(refusal.badRequest)
  const account = await accounts.claim(username, record)
  if (account === undefined) return refuse(refusal.nameTaken)
  if (isHeld) {
    await context.leavings.forget(username)
    context.onNameless(held.account)
  }
  if (existing === undefined) work.count()
  await accounts.bind(device, account)
  return { account: { certificate: await certificates.of(account), entry: account.entry.bytes } }
}

/** Whoever finishes a registration: the code that they have, and the time that they sign. */
interface Taking {
  resetCode: Uint8Array | undefined
  time: number
}

/** Why a name that has a holder can't be taken, or undefined where it has left them. */
async function refusalOf(
  { crypto, leavings }: RegistryContext,
  username: string,
  holder: Uint8Array,
  taking?: Taking
): Promise<RegistryReply | undefined> {
  const leaving = await leavings.of(username, holder)
  if (leaving === undefined) return refuse(refusal.nameTaken)
  const { from, code } = leaving
  const wait = from - Math.min(Date.now(), taking?.time ?? Infinity)
  if (wait > 0)
    return code.length === 0
      ? refuse(refusal.nameTaken)
      : { error: refusal.notYet, wait: Math.ceil(wait / 1000) }
  if (taking === undefined || code.length === 0) return undefined
  const isRight = taking.resetCode !== undefined && equalBytes(crypto.sha256(taking.resetCode), code)
  return isRight ? undefined : refuse(refusal.resetCode)
}
