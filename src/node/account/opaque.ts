import { client, ready } from '@serenity-kit/opaque'
import { NotARegistryError, WrongPasswordError } from '../../errors.ts'
import { fromBase64url, base64url, normalizePassword, opaqueIdentifiers } from '../../protocol/index.ts'

/** Argon2id with 64 MiB, inside OPAQUE. Fixed: another value makes other keys of the same password. */
const keyStretching = 'memory-constrained'

export interface OpaqueCredentials {
  username: string
  password: string
  registryId: Uint8Array
}

/** What a registration leaves: a record for the registry, and a key that only the password yields again. */
export async function opaqueRegister(
  { username, password, registryId }: OpaqueCredentials,
  exchange: (request: Uint8Array) => Promise<Uint8Array>
): Promise<{ record: Uint8Array; exportKey: Uint8Array }> {
  await ready
  const secret = normalizePassword(password)
  const { clientRegistrationState, registrationRequest } = client.startRegistration({ password: secret })
  const response = await exchange(fromBase64url(registrationRequest))
  const { registrationRecord, exportKey } = foreign(() =>
    client.finishRegistration({
      password: secret,
      clientRegistrationState,
      registrationResponse: base64url(response),
      identifiers: opaqueIdentifiers(username, registryId),
      keyStretching
    })
  )
  return { record: fromBase64url(registrationRecord), exportKey: fromBase64url(exportKey) }
}

/** Proves the password. @throws WrongPasswordError */
export async function opaqueLogin(
  { username, password, registryId }: OpaqueCredentials,
  exchange: (request: Uint8Array) => Promise<Uint8Array>
): Promise<{ finish: Uint8Array; exportKey: Uint8Array }> {
  await ready
  const secret = normalizePassword(password)
  const { clientLoginState, startLoginRequest } = client.startLogin({ password: secret })
  const loginResponse = base64url(await exchange(fromBase64url(startLoginRequest)))
  const identifiers = opaqueIdentifiers(username, registryId)
  const login = { password: secret, clientLoginState, loginResponse, identifiers, keyStretching } as const
  const result = foreign(() => client.finishLogin(login))
  if (result === undefined)
    throw new WrongPasswordError('The name or the password is wrong. Check both and try again.')
  return { finish: fromBase64url(result.finishLoginRequest), exportKey: fromBase64url(result.exportKey) }
}

/** OPAQUE's code throws where the other side's bytes are none of its own. */
function foreign<T>(read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw new NotARegistryError(
      'The server does not speak our login protocol. A newer Starling may be needed.',
      { cause }
    )
  }
}
