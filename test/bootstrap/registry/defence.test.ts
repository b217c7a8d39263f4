import { expect, test } from 'vitest'
import { password, startNode, startRegistry } from '../../support/index.ts'
import { loginStart, opaqueRecord, registerAccount, registration } from '../accounts.ts'
import { startClient } from '../raw-client.ts'

test('after 20 wrong passwords a name has to wait, known or not, and others do not', async (t) => {
  const server = await startRegistry(t)
  const client = await startClient(t, server)
  await registerAccount(client, 'alice')
  await registerAccount(client, 'bob')
  for (const name of ['alice', 'nobody']) {
    for (let tries = 0; tries < 20; tries++)
      expect((await loginStart(client.ask, client.registry, name, 'wrong')).reply.error).toBeUndefined()
    const { reply } = await loginStart(client.ask, client.registry, name)
    expect(reply).toMatchObject({ error: 'too-many', wait: expect.closeTo(180, -1) as number })
  }
  expect((await loginStart(client.ask, client.registry, 'bob')).reply.error).toBeUndefined()

  const phone = await startNode(t, { bootstrap: [server.invite] })
  await expect(phone.account.login({ username: 'alice', password })).rejects.toMatchObject({
    name: 'TooManyTriesError',
    message: expect.stringMatching(/too many wrong passwords\. Wait [23] minutes, then try again/) as string
  })
})

test('a registry that many come to asks for work, and whoever does it gets in', async (t) => {
  const server = await startRegistry(t)
  for (let one = 0; one < 90; one++) server.work.count()
  const lazy = await startClient(t, server)
  const record = await opaqueRecord(lazy.ask, lazy.registry, 'lazy')
  const { request } = await registration(lazy, 'lazy', record)
  expect(await lazy.ask({ registerFinish: request })).toMatchObject({ error: 'work' })
  const alice = await startNode(t, { bootstrap: [server.invite] })
  expect(await alice.account.register({ username: 'alice', password })).toMatchObject({ name: 'alice' })
  const finishes = server.requests.filter(({ registerFinish }) => registerFinish?.username === 'alice')
  expect(finishes).toHaveLength(2)
})
