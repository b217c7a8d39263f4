import { server } from '@serenity-kit/opaque'
import { base64url, fromBase64url, refusal } from '../../protocol/index.ts'
import { refuse } from './refuse.ts'
import type { RegistryReply } from '../../protocol/index.ts'
import type { RegistryContext } from './context.ts'

/** OPAQUE's answer to the first step of a registration, of a name or of another password. */
export function opaqueResponse(
  { opaqueSetup }: RegistryContext,
  { username, opaqueRequest }: { username: string; opaqueRequest: Uint8Array }
): RegistryReply {
  try {
    const { registrationResponse } = server.createRegistrationResponse({
      serverSetup: opaqueSetup,
      userIdentifier: username,
      registrationRequest: base64url(opaqueRequest)
    })
    return { opaque: { response: fromBase64url(registrationResponse) } }
  } catch {
    return refuse(refusal.badRequest)
  }
}
