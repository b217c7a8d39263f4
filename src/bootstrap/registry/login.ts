import { server } from '@serenity-kit/opaque'
import {
  base64url,
  fromBase64url,
  equalBytes,
  followsEntry,
  isUsername,
  listsDevice,
  opaqueIdentifiers,
  readEntry,
  refusal
} from '../../protocol/index.ts'
import { refuse } from './refuse.ts'
import type { AppendEntry, LoginFinish, LoginStart, RegistryReply } from '../../protocol/index.ts'
import type { RegistryContext } from './context.ts'

/** A login under way on one stream. */
export interface Login {
  username: string
  opaqueState: string
  /** Account id, once the password was proven. */
  account?: Uint8Array
}

/** The first step, the same for unknown names as for known ones. */
export async function loginStart(
  context: RegistryContext,
  { username, opaqueRequest }: LoginStart
): Promise<{ reply: RegistryReply; login?: Login }> {
  if (!isUsername(username)) return { reply: refuse(refusal.invalidName) }
  const name = await context.accounts.name(username)
  try {
    const { serverLoginState, loginResponse } = server.startLogin({
      serverSetup: context.opaqueSetup,
      registrationRecord: name?.opaqueRecord,
      startLoginRequest: base64url(opaqueRequest),
      userIdentifier: username,
      identifiers: opaqueIdentifiers(username, context.certificates.registry.id)
    })
    const reply = { opaque: { response: fromBase64url(loginResponse) } }
    return { reply, login: { username, opaqueState: serverLoginState } }
  } catch {
    return { reply: refuse(refusal.badRequest) }
  }
}

/** The second step: hands out the backup where the password was right. */
export async function loginFinish(
  context: RegistryContext,
  login: Login,
  device: Uint8Array,
  { opaqueFinish }: LoginFinish
): Promise<RegistryReply> {
  const { accounts, certificates } = context
  try {
    server.finishLogin({
      serverLoginState: login.opaqueState,
      finishLoginRequest: base64url(opaqueFinish),
      identifiers: opaqueIdentifiers(login.username, certificates.registry.id)
    })
  } catch {
    return refuse(refusal.wrongPassword)
  }
  const account = await accounts.byName(login.username)
  if (account === undefined) return refuse(refusal.internal)
  login.account = account.entry.account
  // Listed already where the answer to its registration or entry was lost.
  await accounts.bind(device, account)
  const { entry, backup } = account
  return {
    loggedIn: { backup, account: { certificate: await certificates.of(account), entry: entry.bytes } }
  }
}

/** After a login: the entry that adds the asking device. */
export async function appendEntry(
  context: RegistryContext,
  login: Login,
  device: Uint8Array,
  { entry: entryBytes }: AppendEntry
): Promise<RegistryReply> {
  const { accounts, certificates, crypto } = context
  if (login.account === undefined) return refuse(refusal.wrongPassword)
  const current = await accounts.account(login.account)
  const next = await readEntry(crypto, entryBytes)
  if (current === undefined || next === undefined || !listsDevice(next, device))
    return refuse(refusal.badRequest)
  if (!equalBytes(next.backup, current.entry.backup)) return refuse(refusal.badRequest)
  if (!equalBytes(next.hash, current.entry.hash)) {
    if (!(await followsEntry(crypto, current.entry, next))) return refuse(refusal.conflict)
    if (!(await accounts.replaceEntry(current, next))) return refuse(refusal.conflict)
    context.onEntry(next)
  }
  const account = { ...current, entry: next }
  await accounts.bind(device, account)
  return { account: { certificate: await certificates.of(account), entry: next.bytes } }
}
