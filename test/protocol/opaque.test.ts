import { client, ready, server } from '@serenity-kit/opaque'
import { beforeAll, expect, test } from 'vitest'
import {
  base32,
  base64url,
  fromBase64url,
  normalizePassword,
  opaqueIdentifiers
} from '../../src/protocol/index.ts'

beforeAll(() => ready)

const registryId = new Uint8Array(32).fill(7)

test('a login is bound to the name and the registry', () => {
  expect(opaqueIdentifiers('alice', registryId)).toEqual({ client: 'alice', server: base32(registryId) })
})

test.each([
  ['ﬁsh', 'fish'],
  ['Å', 'Å'],
  ['ｐａｓｓ', 'pass'],
  ['한', '한']
])('%s is the password %s', (typed, same) => {
  expect(normalizePassword(typed)).toBe(normalizePassword(same))
})

test.each([
  ['pass', 'Pass'],
  ['pass', 'pass '],
  ['pass', 'раss']
])('%j is not the password %j', (typed, other) => {
  expect(normalizePassword(typed)).not.toBe(normalizePassword(other))
})

/** Registers under some identifiers and logs in under others, with little work for the stretching. */
function login(registered: [string, Uint8Array], asked: [string, Uint8Array], password = 'one'): boolean {
  const keyStretching = { 'argon2id-custom': { iterations: 1, memory: 64, parallelism: 4 } } as const
  const serverSetup = server.createSetup()
  const userIdentifier = 'alice'
  const started = client.startRegistration({ password: 'one' })
  const { registrationResponse } = server.createRegistrationResponse({
    serverSetup,
    userIdentifier,
    registrationRequest: started.registrationRequest
  })
  const { registrationRecord } = client.finishRegistration({
    password: 'one',
    clientRegistrationState: started.clientRegistrationState,
    registrationResponse,
    identifiers: opaqueIdentifiers(...registered),
    keyStretching
  })
  const { clientLoginState, startLoginRequest } = client.startLogin({ password })
  const { loginResponse, serverLoginState } = server.startLogin({
    serverSetup,
    userIdentifier,
    registrationRecord,
    startLoginRequest,
    identifiers: opaqueIdentifiers(...asked)
  })
  const identifiers = opaqueIdentifiers(...asked)
  const finished = client.finishLogin({
    password,
    clientLoginState,
    loginResponse,
    identifiers,
    keyStretching
  })
  if (finished === undefined) return false
  server.finishLogin({ serverLoginState, finishLoginRequest: finished.finishLoginRequest, identifiers })
  return true
}

test('OPAQUE refuses another registry, another name and another password', () => {
  const alice: [string, Uint8Array] = ['alice', registryId]
  expect(login(alice, alice)).toBe(true)
  expect(login(alice, ['alice', new Uint8Array(32)])).toBe(false)
  expect(login(alice, ['alicia', registryId])).toBe(false)
  expect(login(alice, alice, 'two')).toBe(false)
})

test('its messages are the same in base64url and in bytes', () => {
  const { startLoginRequest } = client.startLogin({ password: 'one' })
  expect(base64url(fromBase64url(startLoginRequest))).toBe(startLoginRequest)
})
