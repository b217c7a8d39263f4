import { expect, test } from 'vitest'
import { createLocalClient } from '../../../src/cli/client/local-client.ts'
import { startBootstrap, startNode } from '../../support/index.ts'
import type { ClientEvent } from '../../../src/cli/client/types.ts'

test('everything of a node can be asked and is told', async (t) => {
  const server = await startBootstrap(t)
  const [node, bob] = await Promise.all([
    startNode(t, { name: 'alice', bootstrap: [server.invite] }),
    startNode(t, { name: 'bob', bootstrap: [server.invite] })
  ])
  const client = createLocalClient(node)
  const seen: ClientEvent[] = []
  const stop = client.subscribe((event) => seen.push(event))
  const types = (): Set<string> => new Set(seen.map(({ type }) => type))

  expect(await client.status()).toMatchObject({ account: { name: 'alice' }, invite: server.invite })
  await client.join('#lobby')
  await bob.rooms.join('#lobby')
  const sent = await client.send('#lobby', 'hello')
  expect(await client.delivered(sent.id, 20_000)).toBe(true)
  expect(await client.history('#lobby', { limit: 1 })).toMatchObject([{ id: sent.id, state: 'delivered' }])
  await client.send('bob', 'psst')
  expect(await client.find('bob')).toMatchObject({ name: 'bob' })
  expect((await client.people('#lobby')).map(({ name }) => name)).toContain('bob')
  await client.setStatus('away')
  await client.markRead('#lobby')
  await expect
    .poll(types, { timeout: 20_000 })
    .toEqual(new Set(['message', 'state', 'conversation', 'presence', 'network']))

  await client.leave('#lobby')
  expect(seen.at(-1)).toMatchObject({ type: 'conversation', left: true, conversation: { name: '#lobby' } })
  expect((await client.conversations()).map(({ name }) => name)).toEqual(['bob'])
  stop()
  const before = seen.length
  await client.join('#other')
  expect(seen).toHaveLength(before)
})

test('waiting for a delivery ends in time', async (t) => {
  const server = await startBootstrap(t)
  const client = createLocalClient(await startNode(t, { name: 'alice', bootstrap: [server.invite] }))
  await client.join('#empty')
  const sent = await client.send('#empty', 'anybody?')
  expect(await client.delivered(sent.id, 50)).toBe(false)
  await expect(client.delivered('no id', 50)).rejects.toThrow()
})
