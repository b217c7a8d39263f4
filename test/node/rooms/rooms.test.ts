import { expect, test } from 'vitest'
import { shared, startBootstrap, startNode, temporaryDirectory, until } from '../../support/index.ts'
import { contents, heldBy } from '../support/held.ts'
import type { Message, StarlingNode } from '../../../src/node/index.ts'
import type { Lifetime } from '../../support/index.ts'

const server = shared((t) => startBootstrap(t))
const start = (t: Lifetime, name: string): Promise<StarlingNode> =>
  startNode(t, { name, bootstrap: [server().invite] })
const alice = shared((t) => start(t, 'alice'))
const bob = shared((t) => start(t, 'bob'))

test('two meet in a room, write to each other, and see how far their messages came', async () => {
  const [here, there] = [await alice().rooms.join('#lobby'), await bob().rooms.join('lobby')]
  const hello = until(here, 'message')
  await there.send('hello')
  expect(await hello).toMatchObject({ sender: 'bob', content: 'hello' })

  const states: string[] = []
  const onState = ({ detail }: CustomEvent<{ state: string }>): void => void states.push(detail.state)
  alice().addEventListener('state', onState)
  const [heard, heardInRoom] = [until(bob(), 'message'), until(there, 'message')]
  const delivered = until(alice(), 'state', ({ state }) => state === 'delivered')
  const begin = Date.now()
  const sent = await here.send('hello **flock**, @bob')
  const message = await heard
  expect(message).toEqual({
    type: 'chat',
    id: sent.id,
    conversation: '#lobby',
    room: '#lobby',
    sender: 'alice',
    sender_id: alice().account.info!.id,
    recipient: 'all',
    content: 'hello **flock**, @bob',
    timestamp: sent.timestamp,
    file_data: null,
    encrypted: false,
    own: false,
    mentions_me: true
  })
  expect(await heardInRoom).toEqual(message)
  expect(new Date(message.timestamp).toISOString()).toBe(message.timestamp)
  expect(Math.abs(Date.parse(message.timestamp) - begin)).toBeLessThan(10_000)

  expect(sent).toMatchObject({ own: true, state: 'queued', stored_by: 0, mentions_me: false })
  expect(await delivered).toEqual({ id: sent.id, conversation: '#lobby', state: 'delivered', stored_by: 1 })
  alice().removeEventListener('state', onState)
  expect(states).toEqual(['sent', 'delivered'])
  const now = await alice().conversations.delivered(sent.id)
  expect(now).toEqual({ ...sent, state: 'delivered', stored_by: 1 })

  for (const room of [here, there])
    expect(contents(await room.history())).toEqual(['hello', 'hello **flock**, @bob'])
  const people = (await here.people()).map(({ name, status, me }) => [name, status, me])
  expect(people.sort()).toEqual([
    ['alice', 'online', true],
    ['bob', 'online', false]
  ])
})

test('a message written where nobody else is waits, and reaches whoever comes later', async (t) => {
  const room = await alice().rooms.join('#early')
  const sent = [await room.send('one'), await room.send('two')]
  expect(sent.map(({ state }) => state)).toEqual(['queued', 'queued'])
  const late = await start(t, 'late')
  await late.rooms.join('#early')
  expect(await heldBy(late, '#early', 2)).toEqual(['one', 'two'])
  for (const { id } of sent)
    expect(await alice().conversations.delivered(id)).toMatchObject({ state: 'delivered' })
  // History is no news.
  expect(await late.conversations.list()).toEqual([expect.objectContaining({ unread: 0, missing: 0 })])
})

test('two who are never there together hear of each other through a third, and a restart forks nothing', async (t) => {
  const names = ['dora', 'emil'] as const
  const directories = { dora: await temporaryDirectory(t), emil: await temporaryDirectory(t) }
  const third = alice()
  await third.rooms.join('#relay')
  const notices: string[] = []
  const watch = (node: StarlingNode): void =>
    node.addEventListener('notice', ({ detail }) => void notices.push(detail.text))
  watch(third)
  const said: string[] = []
  for (let round = 0; round < 3; round++) {
    for (const name of names) {
      const node = await startNode(t, {
        directory: directories[name],
        bootstrap: [server().invite],
        ...(round === 0 && { name })
      })
      watch(node)
      await node.rooms.join('#relay')
      // Its own from before are there, and whatever the other wrote comes.
      expect(await heldBy(node, '#relay', said.length)).toEqual(said)
      const { id } = await node.conversations.send('#relay', `${name} ${round}`)
      said.push(`${name} ${round}`)
      expect(await node.conversations.delivered(id)).toMatchObject({ state: 'delivered' })
      await node.stop()
    }
  }
  expect(await heldBy(third, '#relay', said.length)).toEqual(said)
  const relay = (await third.conversations.list()).find(({ name }) => name === '#relay')
  expect(relay).toMatchObject({ missing: 0, unread: said.length })
  expect(notices).toEqual([])
})

test('whoever left a room hears nothing of it, and catches up on coming back', async () => {
  for (const node of [alice(), bob()]) for (const room of ['#left', '#stayed']) await node.rooms.join(room)
  await alice().conversations.send('#left', 'before')
  expect(await heldBy(bob(), '#left', 1)).toEqual(['before'])
  const heard: string[] = []
  const onMessage = ({ detail }: CustomEvent<Message>): void => void heard.push(detail.conversation)
  bob().addEventListener('message', onMessage)
  const gone = until(bob(), 'conversation', ({ name, left }) => name === '#left' && left === true)
  await bob().rooms.leave('#left')
  await gone
  expect(bob().rooms.get('#left')).toBeUndefined()
  for (const call of [
    () => bob().conversations.send('#left', 'still here?'),
    () => bob().conversations.history('#left'),
    () => bob().rooms.leave('#left')
  ])
    await expect(call()).rejects.toMatchObject({ name: 'NotJoinedError' })

  await alice().conversations.send('#left', 'meanwhile')
  await alice().conversations.send('#stayed', 'here')
  await heldBy(bob(), '#stayed', 1)
  bob().removeEventListener('message', onMessage)
  expect(heard).toEqual(['#stayed'])
  await bob().rooms.join('#left')
  expect(await heldBy(bob(), '#left', 2)).toEqual(['before', 'meanwhile'])
})
