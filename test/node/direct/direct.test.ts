import { expect, test } from 'vitest'
import { shared, startBootstrap, startNode, temporaryDirectory, until } from '../../support/index.ts'
import { contents, heldBy } from '../support/held.ts'
import type { Message, StarlingNode } from '../../../src/node/index.ts'
import type { Lifetime } from '../../support/index.ts'

const server = shared((t) => startBootstrap(t))
const start = (t: Lifetime, name?: string, directory?: string): Promise<StarlingNode> =>
  startNode(t, { bootstrap: [server().invite], ...(name && { name }), ...(directory && { directory }) })
const alice = shared((t) => start(t, 'alice'))
const bob = shared((t) => start(t, 'bob'))

test('a message reaches the other’s device, and says so', async () => {
  const [heard, heardDirect] = [until(bob(), 'message'), until(bob().direct, 'message')]
  const sent = await alice().direct.send('bob', 'psst')
  expect(sent).toMatchObject({ type: 'private', conversation: 'bob', recipient: 'bob', own: true })
  const message = await heard
  expect(message).toEqual({
    type: 'private',
    id: sent.id,
    conversation: 'alice',
    sender: 'alice',
    sender_id: alice().account.info!.id,
    recipient: 'bob',
    content: 'psst',
    timestamp: sent.timestamp,
    file_data: null,
    encrypted: true,
    own: false,
    mentions_me: false
  })
  expect(await heardDirect).toEqual(message)
  const delivered = await alice().conversations.delivered(sent.id)
  expect(delivered).toEqual({ ...sent, state: 'delivered', stored_by: 1 })
  expect(await alice().direct.history('bob')).toEqual([delivered])
  expect(await bob().direct.history('alice')).toEqual([message])
  expect((await bob().conversations.list()).find(({ name }) => name === 'alice')).toMatchObject({
    kind: 'direct',
    unread: 1
  })
})

test('for whoever is away it waits, through a restart of the sender too, and comes in order', async (t) => {
  const directories = { carol: await temporaryDirectory(t), dave: await temporaryDirectory(t) }
  let carol = await start(t, 'carol', directories.carol)
  let dave = await start(t, 'dave', directories.dave)
  await dave.stop()
  const sent = [await carol.direct.send('dave', 'one'), await carol.direct.send('dave', 'two')]
  expect(sent.map(({ state }) => state)).toEqual(['queued', 'queued'])
  await carol.stop()

  carol = await start(t, undefined, directories.carol)
  const waiting = (await carol.direct.history('dave')).map(({ content, state }) => [content, state])
  expect(waiting).toEqual([
    ['one', 'queued'],
    ['two', 'queued']
  ])
  sent.push(await carol.direct.send('dave', 'three'))
  const delivered = Promise.all(sent.map(({ id }) => carol.conversations.delivered(id)))
  dave = await start(t, undefined, directories.dave)
  expect(await heldBy(dave, 'carol', 3)).toEqual(['one', 'two', 'three'])
  expect((await delivered).map(({ state, stored_by }) => [state, stored_by])).toEqual(
    Array(3).fill(['delivered', 1])
  )
  // The first answer goes the way back, by who wrote.
  const answer = until(carol, 'message', ({ own }) => !own)
  await dave.direct.send('carol', 'back again')
  expect(await answer).toMatchObject({ sender: 'dave', content: 'back again' })
})

test('200 at once, from both sides, arrive once each and in order', async (t) => {
  const pair = [await start(t, 'erin'), await start(t, 'finn')] as const
  const names = ['erin', 'finn']
  // Those that name people take longer to write, and still keep their place.
  const texts = Array.from({ length: 100 }, (_, index) => (index % 3 ? `${index}` : `${index} @finn @erin`))
  const heard: string[][] = [[], []]
  const ended = pair.map((node, index) => {
    node.direct.addEventListener('message', ({ detail }: CustomEvent<Message>) => {
      if (!detail.own) heard[index]!.push(detail.content)
    })
    return until(node, 'message', ({ own, content }) => !own && content === texts.at(-1))
  })
  const sent = await Promise.all(
    pair.flatMap((node, index) => texts.map((text) => node.direct.send(names[1 - index]!, text)))
  )
  await Promise.all(ended)
  await Promise.all(sent.map(({ id }, index) => pair[index < 100 ? 0 : 1].conversations.delivered(id)))
  expect(heard).toEqual([texts, texts])
  const history = await pair[0].direct.history('finn', { limit: 1000 })
  expect(history).toHaveLength(200)
  for (const side of [true, false]) expect(contents(history.filter(({ own }) => own === side))).toEqual(texts)
  expect((await pair[1].direct.history('erin', { limit: 1000 })).map(({ id }) => id)).toEqual(
    history.map(({ id }) => id)
  )
})
