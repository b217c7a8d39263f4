import { expect, test } from 'vitest'
import { Conversations } from '../../../src/node/conversations/conversations.ts'
import { Author } from '../../../src/node/events/author.ts'
import { ConversationLog } from '../../../src/node/events/conversation-log.ts'
import { Outbox } from '../../../src/node/outbox/outbox.ts'
import { OwnState } from '../../../src/node/own/own-state.ts'
import { Relations } from '../../../src/node/own/relations.ts'
import { directId, encodeFlag, ownKey, publicRoomId } from '../../../src/protocol/index.ts'
import { makeAccount, makeRegistry } from '../support/accounts.ts'
import { makeFeed, pastTimes } from '../support/feeds.ts'
import { makeRegister } from '../support/registers.ts'
import { introduce, openPeople } from '../support/people.ts'
import { temporaryProfile } from '../support/profile.ts'
import type { EventContext } from '../../../src/node/events/context.ts'

const registry = makeRegistry()
const [alice, bob] = await Promise.all(['alice', 'bob'].map((name) => makeAccount(registry, name)))

interface Opened {
  conversations: Conversations
  told: string[]
  opened: string[]
  removed: string[]
}

/** `own` is the log of what own devices remember together. */
async function open(context: EventContext, own?: ConversationLog): Promise<Opened> {
  const told: string[] = []
  const opened: string[] = []
  const removed: string[] = []
  const author = new Author({ ...context, device: alice!.devices[0]!.key, account: () => alice!.id })
  const state = own && new OwnState({ author, log: own, onWritten: () => {} })
  const people = openPeople(context, registry)
  await introduce([{ people }], [alice!, bob!])
  const conversations = new Conversations({
    ...context,
    people,
    outbox: new Outbox(context.profile, () => {}),
    relations: new Relations(() => state),
    self: () => alice!.id,
    readElsewhere: () => undefined,
    registry: () => registry,
    onMessage: ({ content }) => void told.push(content),
    onRemoved: ({ sender }) => void removed.push(sender),
    onChange: () => {},
    onOpen: ({ room }) => void opened.push(room ?? 'direct'),
    onBegin: async () => {},
    onClose: async () => {},
    onRead: () => {},
    hasPast: () => true
  })
  await conversations.load()
  return { conversations, told, opened, removed }
}

test('rooms and people by their ids and names, there again after a restart', async (t) => {
  const context = await temporaryProfile(t)
  const { conversations } = await open(context)
  const lobby = await conversations.openRoom('lobby')
  const direct = await conversations.openDirect(bob!.id)
  expect(lobby.log.id).toEqual(publicRoomId(context.crypto, registry.id, 'lobby'))
  expect(direct.log.id).toEqual(directId(context.crypto, alice!.id, bob!.id))
  expect(await Promise.all([lobby, direct].map((one) => conversations.nameOf(one)))).toEqual([
    '#lobby',
    'bob'
  ])
  expect(conversations.room('lobby')).toBe(lobby)
  expect(conversations.byId(direct.log.id)).toBe(direct)
  const again = await open(context)
  expect(again.opened.sort()).toEqual(['direct', 'lobby'])
  expect(again.conversations.room('lobby')?.read).toBe(lobby.read)
})

test('opened by several at once it is one', async (t) => {
  const { conversations, opened } = await open(await temporaryProfile(t))
  const all = await Promise.all([1, 2, 3].map(() => conversations.openDirect(bob!.id)))
  expect(new Set(all).size).toBe(1)
  expect(opened).toEqual(['direct'])
})

test('messages are told in the order in which they were stored', async (t) => {
  const { conversations, told } = await open(await temporaryProfile(t))
  const { log } = await conversations.openRoom('lobby')
  const records = await makeFeed(log.id, bob!, pastTimes(20))
  for (const record of records) conversations.stored(log, record)
  await expect.poll(() => told.length).toBe(20)
  expect(told).toEqual(records.map((_, index) => `message ${index + 1}`))
})

test('one that could not be told keeps none after it from being told', async (t) => {
  const { conversations, told } = await open(await temporaryProfile(t))
  const { log } = await conversations.openRoom('lobby')
  const [bad, good] = await makeFeed(log.id, bob!, pastTimes(2))
  // No clock can show this one.
  conversations.stored(log, { ...bad!, header: { ...bad!.header, time: 10n ** 24n } })
  conversations.stored(log, good!)
  await expect.poll(() => told).toEqual(['message 2'])
})

test('a room that was left is gone, and who returns finds what is still being written to it', async (t) => {
  const context = await temporaryProfile(t)
  const { conversations, told } = await open(context)
  const before = await conversations.openRoom('lobby')
  const records = await makeFeed(before.log.id, bob!, pastTimes(3))
  await before.log.add(records[0]!)
  await conversations.close(before)
  conversations.stored(before.log, records[0]!)
  expect(conversations.all()).toEqual([])
  const [after] = await Promise.all([conversations.openRoom('lobby'), before.log.add(records[1]!)])
  await after.log.add(records[2]!)
  expect(after.log.feed(bob!.devices[0]!.key)!.gaps()).toEqual([])
  const again = await open(context)
  expect(again.conversations.room('lobby')!.log.feed(bob!.devices[0]!.key)!.highest).toBe(3)
  expect(again.conversations.room('lobby')!.log.missing).toBe(0)
  expect(told).toEqual([])
})

test('what was read stays read', async (t) => {
  const context = await temporaryProfile(t)
  const { conversations } = await open(context)
  const direct = await conversations.openDirect(bob!.id)
  const records = await makeFeed(direct.log.id, bob!, pastTimes(3))
  for (const record of records) {
    await direct.log.add(record)
    conversations.stored(direct.log, record)
  }
  expect(direct.unread).toBe(3)
  expect((await open(context)).conversations.byId(direct.log.id)?.unread).toBe(3)
  await conversations.markRead(direct)
  expect((await open(context)).conversations.byId(direct.log.id)?.unread).toBe(0)
})

test('that messages are gone is told, but not of whom one has blocked', async (t) => {
  const context = await temporaryProfile(t)
  const own = await ConversationLog.open(context, directId(context.crypto, alice!.id, alice!.id), [alice!.id])
  const { conversations, removed } = await open(context, own)
  const { log } = await conversations.openRoom('lobby')
  const records = await makeFeed(log.id, bob!, pastTimes(1))
  await conversations.removed(log, records)
  expect(removed).toEqual(['bob'])
  const key = ownKey({ about: 'block', id: bob!.id })
  await own.add(await makeRegister(own.id, alice!, { key, value: encodeFlag(true) }))
  await conversations.removed(log, records)
  expect(removed).toEqual(['bob'])
})
