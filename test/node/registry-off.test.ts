import { expect, test } from 'vitest'
import { startBootstrap, startNode, temporaryDirectory, until } from '../support/index.ts'
import { heldBy } from './support/held.ts'
import type { StarlingNode } from '../../src/node/index.ts'

test('with the registry gone, those who knew each other find each other and go on', async (t) => {
  const server = await startBootstrap(t)
  const names = ['alice', 'bob'] as const
  const directories = [await temporaryDirectory(t), await temporaryDirectory(t)]
  const before: StarlingNode[] = []
  for (const [index, name] of names.entries())
    before.push(await startNode(t, { directory: directories[index]!, name, bootstrap: [server.invite] }))
  for (const node of before) await node.rooms.join('#lobby')
  for (const [index, node] of before.entries())
    await node.conversations.send('#lobby', `${names[index]} was here`)
  for (const node of before) await heldBy(node, '#lobby', 2)
  for (const node of before) await node.stop()
  await server.stop()

  const [alice, bob] = [
    await startNode(t, { directory: directories[0]! }),
    await startNode(t, { directory: directories[1]! })
  ]
  await alice.conversations.send('#lobby', 'anybody?')
  expect(await heldBy(bob, '#lobby', 3)).toContain('anybody?')
  const answer = until(alice, 'message', ({ sender }) => sender === 'bob')
  await bob.direct.send('alice', 'me')
  expect(await answer).toMatchObject({ type: 'private', content: 'me' })
  for (const node of [alice, bob]) {
    expect(node.network.registry).not.toBe('online')
    const people = (await node.people.list('#lobby')).map(({ name, status, link, me }) => [
      name,
      status,
      me || link
    ])
    expect(people.sort()).toEqual(
      names.map((name) => [name, 'online', node.account.info!.name === name || 'direct'])
    )
  }
})
