import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { readEntry } from '../../../src/protocol/index.ts'
import { shared, startBootstrap, temporaryDirectory } from '../../support/index.ts'
import { entryAfter, logIn, opaqueChange, registerAccount, testBackup } from '../accounts.ts'
import { startClient } from '../raw-client.ts'
import type { Lifetime } from '../../support/index.ts'

async function setup(t: Lifetime) {
  const directory = await temporaryDirectory(t)
  const server = await startBootstrap(t, { directory })
  const alice = await startClient(t, server)
  return { directory, server, alice, ...(await registerAccount(alice, 'alice')) }
}
const world = shared(setup)

test('the recovery code’s value hands out backup, entry and certificate, with the name or without', async () => {
  const { alice, request } = world()
  for (const username of ['alice', undefined]) {
    const { loggedIn } = await alice.ask({ recover: { ...(username && { username }), find: request.find } })
    expect(loggedIn).toMatchObject({ backup: request.backup, account: { entry: request.entry } })
  }
})

test('an unknown code, one of another name and a name that is none are refused alike, after a wait', async () => {
  const { alice, request } = world()
  const asked = [
    { username: 'alice', find: crypto.randomBytes(32) },
    { username: 'bobby', find: request.find },
    { username: 'No One', find: request.find },
    { find: crypto.randomBytes(32) }
  ]
  const begin = performance.now()
  const replies = await Promise.all(asked.map((recover) => alice.ask({ recover })))
  expect(replies).toEqual(asked.map(() => ({ error: 'wrong-recovery-code' })))
  expect(performance.now() - begin).toBeGreaterThan(900)
})

test('garbage is refused, and what was proven before is forgotten', async () => {
  const { alice, request } = world()
  const stream = await alice.open()
  for (const find of [new Uint8Array(), new Uint8Array(31)])
    expect(await stream.ask({ recover: { find } })).toEqual({ error: 'bad-request' })
  await stream.ask({ recover: { find: request.find } })
  await stream.ask({ recover: { find: crypto.randomBytes(32) } })
  expect(await stream.ask({ appendEntry: { entry: request.entry } })).toEqual({ error: 'out-of-step' })
})

test('a recovery sets another password and code: the old ones are dead, after a restart too', async (t) => {
  const { directory, server, request, accountSeed } = await setup(t)
  const phone = await startClient(t, server)
  const stream = await phone.open()
  const { loggedIn } = await stream.ask({ recover: { username: 'alice', find: request.find } })
  const first = (await readEntry(crypto, loggedIn!.account!.entry))!
  const { record, exportKey } = await opaqueChange(stream.ask, phone.registry, 'alice', 'another')
  const backup = testBackup(first.account, accountSeed, exportKey)
  const entry = await entryAfter(accountSeed, first, [...first.devices, phone.device], {
    backup: crypto.sha256(backup)
  })
  const appendEntry = { entry, backup, opaqueRecord: record, find: crypto.randomBytes(32) }
  expect((await stream.ask({ appendEntry })).account?.entry).toEqual(entry)

  await server.stop()
  const again = await startBootstrap(t, { directory })
  const client = await startClient(t, again)
  expect(await client.ask({ recover: { find: request.find } })).toEqual({ error: 'wrong-recovery-code' })
  const recovered = await client.ask({ recover: { find: appendEntry.find } })
  expect(recovered.loggedIn?.backup).toEqual(backup)
  await expect(logIn(await client.open(), client.registry, 'alice')).rejects.toThrow('wrong password')
})
