import { client, ready } from '@serenity-kit/opaque'
import { nativeCrypto as crypto } from '../../dist/crypto/index.js'
import {
  accountIdOf,
  base64url,
  fromBase64url,
  leafOp,
  opaqueIdentifiers,
  readEntry,
  signEntry,
  signLeaf
} from '../../dist/protocol/index.js'
import type { RegisterFinish, Registry } from '../../dist/protocol/index.js'

/** Stretching is the client's own affair, and not what is measured. */
const keyStretching = { 'argon2id-custom': { iterations: 1, memory: 64, parallelism: 4 } } as const
const password = 'the same for everybody'

/** Somebody who registers and logs in; every step but the server's. */
export interface Client {
  username: string
  device: Uint8Array
  startRegistration(): Uint8Array
  finishRegistration(response: Uint8Array): Promise<RegisterFinish>
  startLogin(): Uint8Array
  finishLogin(response: Uint8Array): Uint8Array
}

export async function makeClients(registry: Registry, count: number): Promise<Client[]> {
  await ready
  return Array.from({ length: count }, (_, index) => makeClient(registry, `person_${index}`))
}

function makeClient(registry: Registry, username: string): Client {
  const device = crypto.publicKey(crypto.randomBytes(32))
  const identifiers = opaqueIdentifiers(username, registry.id)
  let state = ''
  return {
    username,
    device,
    startRegistration() {
      const { clientRegistrationState, registrationRequest } = client.startRegistration({ password })
      state = clientRegistrationState
      return fromBase64url(registrationRequest)
    },
    finishRegistration(response) {
      const { registrationRecord } = client.finishRegistration({
        password,
        clientRegistrationState: state,
        registrationResponse: base64url(response),
        identifiers,
        keyStretching
      })
      return registration(registry, username, device, fromBase64url(registrationRecord))
    },
    startLogin() {
      const { clientLoginState, startLoginRequest } = client.startLogin({ password })
      state = clientLoginState
      return fromBase64url(startLoginRequest)
    },
    finishLogin(response) {
      const loginResponse = base64url(response)
      const login = { password, clientLoginState: state, loginResponse, identifiers, keyStretching }
      return fromBase64url(client.finishLogin(login)!.finishLoginRequest)
    }
  }
}

export async function registration(
  registry: Registry,
  username: string,
  device: Uint8Array,
  opaqueRecord: Uint8Array
): Promise<RegisterFinish> {
  const seed = crypto.randomBytes(32)
  const accountKey = crypto.publicKey(seed)
  const account = accountIdOf(crypto, accountKey)
  const backup = crypto.randomBytes(300)
  const time = Date.now()
  const entry = await signEntry(crypto, seed, {
    ...{ account, number: 1, previous: new Uint8Array(), time, accountKey, devices: [device] },
    backup: crypto.sha256(backup)
  })
  const leaf = await signLeaf(crypto, seed, {
    ...{
      registry: registry.id,
      username,
      account,
      signer: accountKey,
      op: leafOp.register,
      entryNumber: 1,
      time
    },
    entryHash: (await readEntry(crypto, entry))!.hash
  })
  return { username, opaqueRecord, entry, backup, leaf, find: crypto.randomBytes(32) }
}
