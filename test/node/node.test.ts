import { expect, test, vi } from 'vitest'
import { StarlingError } from '../../src/errors.ts'
import { createNode } from '../../src/node/index.ts'
import {
  loopback,
  password,
  shared,
  startBootstrap,
  startNode,
  temporaryDirectory,
  until
} from '../support/index.ts'

const server = shared((t) => startBootstrap(t))
const alice = shared(async (t) => {
  const node = await startNode(t, { name: 'alice', bootstrap: [server().invite] })
  await node.rooms.join('#lobby')
  return node
})

const failure = (call: () => unknown): Promise<unknown> =>
  Promise.resolve()
    .then(call)
    .then(
      () => 'it did not fail',
      (error: unknown) => error
    )

test('a second node in one directory is told that the first has it, and the first goes on', async (t) => {
  const directory = await temporaryDirectory(t)
  const node = await startNode(t, { directory, name: 'busy', bootstrap: [server().invite] })
  for (let time = 0; time < 2; time++)
    await expect(createNode({ directory, listen: [loopback] })).rejects.toMatchObject({
      name: 'ProfileLockedError',
      message: expect.stringMatching(/^Another running Starling uses .+\. Stop that one, or .+\.$/) as string
    })
  await node.rooms.join('#busy')
  expect(await node.conversations.send('#busy', 'still here')).toMatchObject({ content: 'still here' })
  await node.stop()
  expect((await startNode(t, { directory })).account.info!.name).toBe('busy')
})

test('whatever is under way when a node stops ends, and tells so', async (t) => {
  const node = await startNode(t, { name: 'leaver', bootstrap: [server().invite] })
  await node.rooms.join('#alone')
  const { id } = await node.conversations.send('#alone', 'nobody hears this')
  const underWay = [
    node.conversations.delivered(id),
    // More than may be written at once: the last ones wait for their turn.
    ...Array.from({ length: 130 }, (_, index) => node.conversations.send('#alone', `${index}`)),
    node.direct.send('alice', 'on the way out'),
    node.people.find('nobody_at_all')
  ].map((promise) => failure(() => promise))
  await Promise.race(underWay.slice(1))
  await node.stop()
  const ends = await Promise.all(underWay)
  expect(ends[0]).toMatchObject({
    name: 'ClosedError',
    message: expect.stringContaining('stopped') as string
  })
  for (const end of ends) if (end !== 'it did not fail') expect(end).toBeInstanceOf(StarlingError)
  await expect(node.conversations.send('#alone', 'too late')).rejects.toBeInstanceOf(StarlingError)
  await node.stop()
})

test('a node that stops during a registration stays stopped', async (t) => {
  const directory = await temporaryDirectory(t)
  const node = await startNode(t, { directory, bootstrap: [server().invite] })
  const registering = failure(() => node.account.register({ username: 'undecided', password }))
  await until(node, 'network', ({ registry }) => registry === 'online')
  await node.stop()
  const end = await registering
  if (end !== 'it did not fail') expect(end).toBeInstanceOf(StarlingError)
  // Nothing keeps the profile: whatever came of it, another node can open it.
  await startNode(t, { directory })
})

test('a node that stops as its registration succeeds begins nothing more', async (t) => {
  const directory = await temporaryDirectory(t)
  const node = await startNode(t, { directory, bootstrap: [server().invite] })
  const [begun, ended] = [vi.spyOn(globalThis, 'setInterval'), vi.spyOn(globalThis, 'clearInterval')]
  t.onTestFinished(() => void vi.restoreAllMocks())
  // The registry's answer was just taken in, and goes to the disk next.
  let stopped: Promise<void> | undefined
  node.addEventListener('presence', () => void (stopped ??= node.stop()))
  const end = await failure(() => node.account.register({ username: 'hasty', password }))
  await stopped!
  expect(end).toBe('it did not fail')
  const left = new Set(begun.mock.results.map(({ value }) => value as unknown))
  for (const [timer] of ended.mock.calls) left.delete(timer)
  expect(left.size).toBe(0)
  expect((await startNode(t, { directory })).account.info).toMatchObject({ name: 'hasty' })
})

test('what is no name, room, text or id is refused in a sentence', async () => {
  const { conversations, rooms, direct, people } = alice()
  const { id } = await conversations.send('#lobby', 'something')
  const long = 'x'.repeat(100_000)
  const cases: [string, () => unknown][] = [
    ['EmptyTextError', () => conversations.send('#lobby', '')],
    ['EmptyTextError', () => conversations.send('#lobby', ' \n\t')],
    ['EmptyTextError', () => conversations.send('#lobby', '\u200b\u2060')],
    ['EmptyTextError', () => direct.send('alice', '')],
    ['TextTooLongError', () => conversations.send('#lobby', long)],
    ['TextTooLongError', () => direct.send('alice', long)],
    ['NotJoinedError', () => conversations.send('#elsewhere', 'x')],
    ['NotJoinedError', () => conversations.history('#elsewhere')],
    ['NotJoinedError', () => conversations.markRead('#elsewhere')],
    ['NotJoinedError', () => rooms.leave('#elsewhere')],
    ['NotJoinedError', () => people.list('#elsewhere')],
    ['UnknownNameError', () => direct.send('nobody_at_all', 'x')],
    ['UnknownNameError', () => people.find('nobody_at_all')],
    ['UnknownNameError', () => people.list('nobody_at_all')],
    ['InvalidNameError', () => direct.send('#lobby', 'x')],
    ['InvalidNameError', () => direct.history('#lobby')],
    ...['', 'al', 'Alice', 'al ice', '../alice', 'x'.repeat(21), '\ud800'].flatMap(
      (name): [string, () => unknown][] => [
        ['InvalidNameError', () => conversations.send(name, 'x')],
        ['InvalidNameError', () => conversations.history(name)],
        ['InvalidNameError', () => conversations.markRead(name)],
        ['InvalidNameError', () => direct.send(name, 'x')],
        ['InvalidNameError', () => direct.history(name)],
        ['InvalidNameError', () => people.find(name)],
        ['InvalidNameError', () => people.list(name)]
      ]
    ),
    ...['#', '##', '#Lobby', '#lob by', `#${'x'.repeat(33)}`, '#a/b'].flatMap(
      (name): [string, () => unknown][] => [
        ['InvalidRoomNameError', () => rooms.join(name)],
        ['InvalidRoomNameError', () => rooms.get(name)],
        ['InvalidRoomNameError', () => rooms.leave(name)],
        ['InvalidRoomNameError', () => conversations.send(name, 'x')],
        ['InvalidRoomNameError', () => conversations.history(name)]
      ]
    ),
    ...[
      '',
      'x',
      'no id!',
      '../..',
      id.slice(1),
      `${id}a`,
      id.toUpperCase(),
      'a'.repeat(52),
      'b'.repeat(52)
    ].flatMap((no): [string, () => unknown][] => [
      ['UnknownMessageError', () => conversations.delivered(no)],
      ['UnknownMessageError', () => conversations.history('#lobby', { before: no })]
    ])
  ]
  for (const [name, call] of cases) {
    const error = await failure(call)
    expect(error, call.toString()).toMatchObject({ name })
    expect(error).toBeInstanceOf(StarlingError)
    expect((error as Error).message).toMatch(/^(["A-Z]).+\.$/s)
  }
  for (const limit of [-1, 0, 1, 1.5])
    expect(await conversations.history('#lobby', { limit }), `${limit}`).toHaveLength(1)
  expect(await conversations.history('#lobby', { limit: Infinity })).toHaveLength(1)
})

test('before anybody is logged in only that is told', async (t) => {
  const { conversations, rooms, direct, account } = await startNode(t, { bootstrap: [server().invite] })
  expect(account.info).toBeUndefined()
  for (const call of [
    () => conversations.list(),
    () => conversations.send('#lobby', 'x'),
    () => conversations.history('#lobby'),
    () => direct.send('alice', 'x'),
    () => direct.history('alice'),
    () => rooms.join('#lobby')
  ])
    expect(await failure(call), call.toString()).toMatchObject({ name: 'NotLoggedInError' })
})
