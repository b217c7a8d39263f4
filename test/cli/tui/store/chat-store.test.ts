import { afterEach, expect, test } from 'vitest'
import { createChatStore } from '../../../../src/cli/tui/store/chat-store.ts'
import { createFixtureClient } from '../fixture-client.ts'
import { messageAt } from '../messages.ts'
import type { ChatState } from '../../../../src/cli/tui/store/model.ts'
import type { ChatStore } from '../../../../src/cli/tui/store/chat-store.ts'
import type { FixtureClient } from '../fixture-client.ts'

const stores: ChatStore[] = []

afterEach(() => {
  for (const store of stores.splice(0)) store.stop()
})

async function setup(fill: (client: FixtureClient) => void = () => {}) {
  const client = createFixtureClient({ name: 'alice' })
  client.addRoom('#lobby')
  fill(client)
  const status = await client.status()
  const store = createChatStore(client, status, status.account!)
  stores.push(store)
  const until = (check: (state: ChatState) => boolean): Promise<ChatState> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!isCurrent(store.get()) || !check(store.get())) return
        stop()
        resolve(store.get())
      }
      const stop = store.subscribe(look)
      look()
    })
  return { client, store, until }
}

/** A timeline grows in place; a snapshot that does not know of it yet is an old one. */
const isCurrent = ({ version, timeline }: ChatState): boolean => version === (timeline?.version ?? 0)
const texts = ({ timeline }: ChatState): string[] =>
  timeline?.entries.map(({ message }) => message.content) ?? []
const callsOf = (client: FixtureClient, method: string): readonly (readonly unknown[])[] =>
  client.calls.filter((call) => call.method === method).map(({ args }) => args)

test('opens #lobby, with its history and people', async () => {
  const { store, until } = await setup((client) => {
    client.addPerson('#lobby', 'bob')
    client.say('#lobby', 'bob', 'hello')
  })
  await store.start()
  const state = await until((now) => texts(now).length > 0 && now.people.length > 0)
  expect(state.active).toBe('#lobby')
  expect(texts(state)).toEqual(['hello'])
  expect(state.people.map(({ name }) => name)).toEqual(['alice', 'bob'])
})

test('where there is no #lobby the first of the list is opened', async () => {
  const { client, store } = await setup()
  await client.leave('#lobby')
  client.addRoom('#dev')
  await store.start()
  expect(store.get().active).toBe('#dev')
})

test('with nothing joined nothing is open', async () => {
  const { client, store } = await setup()
  await client.leave('#lobby')
  await store.start()
  expect(store.get()).toMatchObject({ active: undefined, timeline: undefined, conversations: [] })
})

test('marks the first message that was unread when it was opened, and reports the reading', async () => {
  const { client, store, until } = await setup((client) => {
    for (const text of ['old', 'new one', 'new two']) client.say('#lobby', 'bob', text)
    client.addRoom('#lobby', { unread: 2 })
  })
  await store.start()
  const { marker, timeline } = await until(({ marker }) => marker !== undefined)
  expect(timeline!.get(marker!)!.message.content).toBe('new one')
  await until(() => callsOf(client, 'markRead').length > 0)
  expect(callsOf(client, 'markRead').at(-1)).toEqual(['#lobby'])
})

test('the marker stays until the room is left', async () => {
  const { client, store, until } = await setup((client) => {
    client.addRoom('#dev')
    client.say('#lobby', 'bob', 'new')
  })
  await store.start()
  const { marker } = await until((state) => state.marker !== undefined)
  client.say('#lobby', 'bob', 'more')
  await until((state) => texts(state).length === 2)
  expect(store.get().marker).toBe(marker)
  store.open('#dev')
  store.open('#lobby')
  expect(store.get().marker).toBeUndefined()
})

test('what comes while the window is not looked at stays unread', async () => {
  const { client, store, until } = await setup()
  await store.start()
  await until(({ timeline }) => timeline?.complete === true)
  store.attend({ focused: false, atBottom: true })
  client.say('#lobby', 'bob', 'are you there?')
  const state = await until((now) => texts(now).length === 1)
  expect(state.conversations[0]!.unread).toBe(1)
  expect(state.marker).toBe(state.timeline!.entries[0]!.message.id)
  const before = callsOf(client, 'markRead').length
  store.attend({ focused: true, atBottom: true })
  await until(() => callsOf(client, 'markRead').length > before)
  expect(store.get().conversations[0]!.unread).toBe(0)
})

test('reading back does not move the marker, looking away and back does', async () => {
  const { client, store, until } = await setup((client) => {
    client.say('#lobby', 'bob', 'new')
  })
  await store.start()
  const { marker } = await until((state) => state.marker !== undefined)
  store.attend({ focused: true, atBottom: false })
  client.say('#lobby', 'bob', 'while reading back')
  await until((state) => texts(state).length === 2)
  expect(store.get().marker).toBe(marker)
  store.attend({ focused: true, atBottom: true })
  store.attend({ focused: false, atBottom: true })
  const last = client.say('#lobby', 'bob', 'while away')
  await until((state) => texts(state).length === 3)
  expect(store.get().marker).toBe(last.id)
})

test('what a person sends is there at once, and only once', async () => {
  const { store, until } = await setup()
  await store.start()
  await until(({ timeline }) => timeline?.complete === true)
  await store.send('#lobby', 'hi')
  expect(texts(store.get())).toEqual(['hi'])
})

test('a failed send throws, and shows nothing', async () => {
  const { client, store, until } = await setup()
  await store.start()
  await until(({ timeline }) => timeline?.complete === true)
  client.failNext('send', 'The text is too long.')
  await expect(store.send('#lobby', 'hi')).rejects.toThrow('The text is too long.')
  expect(texts(store.get())).toEqual([])
})

test('scrolling back pages through the history, once at a time', async () => {
  const { client, store, until } = await setup((client) => {
    for (let index = 0; index < 250; index++) {
      const timestamp = new Date(1_750_000_000_000 + index * 1000).toISOString()
      client.say('#lobby', 'alice', String(index), { own: true, timestamp })
    }
  })
  await store.start()
  await until((state) => texts(state).length === 100)
  store.loadOlder()
  store.loadOlder()
  expect(store.get().loading).toBe(false)
  await until((state) => texts(state).length === 200)
  store.loadOlder()
  const state = await until(({ timeline }) => timeline!.complete)
  expect(texts(state)).toEqual(Array.from({ length: 250 }, (_, index) => String(index)))
  store.loadOlder()
  expect(callsOf(client, 'history')).toHaveLength(3)
})

test('a history that cannot be had is said, and asked for again', async () => {
  const { client, store, until } = await setup((client) => {
    client.addRoom('#dev')
    client.say('#dev', 'bob', 'hello')
  })
  await store.start()
  client.failNext('history', 'The disk is gone.')
  store.open('#dev')
  expect((await until(({ notice }) => notice !== undefined)).notice!.text).toBe('The disk is gone.')
  store.dismissNotice()
  store.open('#lobby')
  store.open('#dev')
  await until((state) => texts(state).length === 1)
})

test('an older page that cannot be had is asked for once', async () => {
  const { client, store, until } = await setup((client) => {
    for (let index = 0; index < 150; index++) client.say('#lobby', 'bob', String(index))
  })
  client.addRoom('#lobby', { unread: 0 })
  await store.start()
  await until((state) => texts(state).length === 100)
  client.failNext('history', 'The disk is gone.')
  store.loadOlder()
  await until(({ notice }) => notice !== undefined)
  store.loadOlder()
  expect(callsOf(client, 'history')).toHaveLength(2)
})

test('joining opens the room; leaving it opens another', async () => {
  const { store } = await setup()
  await store.start()
  await store.join('#dev')
  expect(store.get().active).toBe('#dev')
  await store.leave('#dev')
  expect(store.get().active).toBe('#lobby')
  expect(store.get().conversations.map(({ name }) => name)).toEqual(['#lobby'])
})

test('finding somebody opens the conversation with them, before anything is written', async () => {
  const { store, until } = await setup((client) => client.addPerson('#lobby', 'bob', 'away'))
  await store.start()
  await store.message('bob')
  expect(store.get().active).toBe('bob')
  expect(store.get().conversations.find(({ name }) => name === 'bob')).toMatchObject({ kind: 'direct' })
  await store.send('bob', 'psst')
  await until((state) => texts(state).includes('psst'))
  await expect(store.message('nobody')).rejects.toThrow('Nobody here is called nobody.')
  expect(store.get().active).toBe('bob')
})

test('ten thousand messages are a handful of snapshots', async () => {
  const { client, store, until } = await setup()
  await store.start()
  await until(({ timeline }) => timeline?.complete === true)
  let snapshots = 0
  store.subscribe(() => snapshots++)
  const begun = performance.now()
  for (let index = 0; index < 10_000; index++) {
    client.emit({ type: 'message', message: messageAt(`m${index}`, index) })
  }
  await until((state) => texts(state).length === 10_000)
  expect(snapshots).toBeLessThan(3 + (performance.now() - begun) / 90)
})

test('old messages of a room that was left are let go', async () => {
  const { client, store, until } = await setup((client) => client.addRoom('#dev'))
  await store.start()
  await until(({ timeline }) => timeline?.complete === true)
  for (let index = 0; index < 700; index++) client.say('#lobby', 'bob', String(index))
  await until((state) => texts(state).length === 700)
  store.open('#dev')
  store.open('#lobby')
  expect(texts(store.get())).toHaveLength(500)
  expect(texts(store.get()).at(-1)).toBe('699')
})

test('a node that is gone is asked for nothing more', async () => {
  const { client, store, until } = await setup()
  await store.start()
  client.emit({ type: 'closed', reason: 'Stopped.' })
  await until(({ closed }) => closed === 'Stopped.')
  const calls = client.calls.length
  client.emit({
    type: 'presence',
    person: { name: 'eve', id: 'eve', status: 'online', link: 'none', trust: 'unverified', me: false }
  })
  await until(({ presence }) => presence.has('eve'))
  expect(client.calls).toHaveLength(calls)
})
