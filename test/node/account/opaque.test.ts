import { expect, test } from 'vitest'
import { opaqueLogin, opaqueRegister } from '../../../src/node/account/opaque.ts'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { shared, startRegistry } from '../../support/index.ts'
import { opaqueRecord, registration } from '../../bootstrap/accounts.ts'
import { startClient } from '../../bootstrap/raw-client.ts'

const credentials = { username: 'alice', password: 'any password', registryId: new Uint8Array(32) }

test.for<[string, Uint8Array]>([
  ['nothing', new Uint8Array()],
  ['a byte', new Uint8Array(1)],
  ['zeros', new Uint8Array(64)],
  ['noise', crypto.randomBytes(64)],
  ['noise as long as a login’s', crypto.randomBytes(320)],
  ['much', new Uint8Array(16_000)]
])('%s for an answer is not our protocol', async ([, answer]) => {
  const outcomes = [
    await opaqueLogin(credentials, async () => answer).catch((error: unknown) => error),
    await opaqueRegister(credentials, async () => answer).catch((error: unknown) => error)
  ]
  for (const outcome of outcomes)
    expect(outcome).toMatchObject({
      name: 'NotARegistryError',
      message: expect.stringContaining('A newer Starling may be needed') as string
    })
})

test('what the exchange throws comes through', async () => {
  const away = async (): Promise<never> => {
    throw new Error('away')
  }
  await expect(opaqueLogin(credentials, away)).rejects.toThrow('away')
  await expect(opaqueRegister(credentials, away)).rejects.toThrow('away')
})

const registry = shared(async (t) => {
  const parts = await startRegistry(t)
  return { ...parts, client: await startClient(t, parts) }
})

test('a password typed on another system yields the same keys, and any other none', async () => {
  const {
    client,
    registry: { id }
  } = registry()
  const start = async (request: Uint8Array): Promise<Uint8Array> =>
    (await client.ask({ registerStart: { username: 'alice', opaqueRequest: request } })).opaque!.response
  const typed = { username: 'alice', registryId: id }
  const { record, exportKey } = await opaqueRegister({ ...typed, password: 'Ångström ﬁsh' }, start)

  const { request } = await registration(client, 'alice', { record, exportKey })
  await client.ask({ registerFinish: request })

  const login = async (request: Uint8Array): Promise<Uint8Array> =>
    (await client.ask({ loginStart: { username: 'alice', opaqueRequest: request } })).opaque!.response
  const again = await opaqueLogin({ ...typed, password: 'A\u030angstro\u0308m fish' }, login)
  expect(again.exportKey).toEqual(exportKey)
  for (const password of ['ångström fish', 'Ångström fish ', ''])
    await expect(opaqueLogin({ ...typed, password }, login)).rejects.toMatchObject({
      name: 'WrongPasswordError',
      message: 'The name or the password is wrong. Check both and try again.'
    })
  const elsewhere = { ...typed, registryId: new Uint8Array(32) }
  await expect(opaqueLogin({ ...elsewhere, password: 'Ångström fish' }, login)).rejects.toMatchObject({
    name: 'WrongPasswordError'
  })
})

test('two registrations with one password have nothing in common', async () => {
  const {
    client,
    registry: { id }
  } = registry()
  const [one, two] = [
    await opaqueRecord(client.ask, id, 'bobby'),
    await opaqueRecord(client.ask, id, 'carol')
  ]
  expect(one.record).not.toEqual(two.record)
  expect(one.exportKey).not.toEqual(two.exportKey)
})
