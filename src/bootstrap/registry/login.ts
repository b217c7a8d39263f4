import { server } from '@serenity-kit/opaque'
import { base64url, fromBase64url, isUsername, opaqueIdentifiers, refusal } from '../../protocol/index.ts'
import { handOut } from './hand-out.ts'
import { refuse } from './refuse.ts'
import type { LoginFinish, LoginStart, RegistryReply } from '../../protocol/index.ts'
import type { RegistryContext } from './context.ts'
import type { Proven } from './hand-out.ts'

/** A login under way on one stream. */
export interface Login {
  username: string
  opaqueState: string
  /** What the password is tried against; undefined for a name that doesn't exist. */
  opaqueRecord: string | undefined
  /** The password was right: the try does not count. */
  giveBack: () => void
}

/** The first step, the same for unknown names as for known ones. */
export async function loginStart(
  context: RegistryContext,
  address: string,
  { username, opaqueRequest }: LoginStart
): Promise<{ reply: RegistryReply; login?: Login }> {
  if (!isUsername(username)) return { reply: refuse(refusal.invalidName) }
  const { attempts } = context
  const wait = attempts.take(username, address)
  if (wait > 0) return { reply: { error: refusal.tooMany, wait: Math.ceil(wait / 1000) } }
  const account = await context.accounts.byName(username)
  try {
    const { serverLoginState, loginResponse } = server.startLogin({
      serverSetup: context.opaqueSetup,
      registrationRecord: account?.opaqueRecord,
      startLoginRequest: base64url(opaqueRequest),
      userIdentifier: username,
      identifiers: opaqueIdentifiers(username, context.certificates.registry.id)
    })
    const reply = { opaque: { response: fromBase64url(loginResponse) } }
    const giveBack = (): void => attempts.giveBack(username, address)
    const { opaqueRecord } = account ?? {}
    return { reply, login: { username, opaqueState: serverLoginState, opaqueRecord, giveBack } }
  } catch {
    return { reply: refuse(refusal.badRequest) }
  }
}

/** The second step: hands out the backup where the password was right. */
export async function loginFinish(
  context: RegistryContext,
  { username, opaqueState, opaqueRecord, giveBack }: Login,
  device: Uint8Array,
  { opaqueFinish }: LoginFinish
): Promise<{ reply: RegistryReply; proof?: Proven }> {
  const { accounts, certificates } = context
  try {
    server.finishLogin({
      serverLoginState: opaqueState,
      finishLoginRequest: base64url(opaqueFinish),
      identifiers: opaqueIdentifiers(username, certificates.registry.id)
    })
  } catch {
    return { reply: refuse(refusal.wrongPassword) }
  }
  giveBack()
  const account = await accounts.byName(username)
  if (account === undefined) return { reply: refuse(refusal.internal) }
  // The password was changed between the two steps.
  if (account.opaqueRecord !== opaqueRecord) return { reply: refuse(refusal.wrongPassword) }
  return handOut(context, account, device)
}
