import { expect, test } from 'vitest'
import { ConversationState } from '../../../src/node/conversations/conversation-state.ts'
import { encodeMessage, equalBytes, kind, millisecondsOf } from '../../../src/protocol/index.ts'
import { makeAccounts, makeRegistry } from '../support/accounts.ts'
import { makeEvent, makeFeed, newConversation, pastTimes } from '../support/feeds.ts'
import { logOf, temporaryProfile } from '../support/profile.ts'

const [alice, bob] = await makeAccounts(makeRegistry(), 2)
const reader = { self: alice!.id, isBlocked: () => false }
const counts = ({ unread, mentions }: ConversationState): number[] => [unread, mentions]

test('counts what others wrote since it was read, as it comes and after opening', async (t) => {
  const context = await temporaryProfile(t)
  const conversation = newConversation()
  const times = pastTimes(4)
  const theirs = await makeFeed(conversation, bob!, times)
  const mine = await makeFeed(conversation, alice!, times)
  const naming = await makeEvent(conversation, bob!, bob!.devices[0]!, {
    number: 5,
    content: encodeMessage({ text: '@alice', mentions: [alice!.id] })
  })
  const odd = await makeEvent(conversation, bob!, bob!.devices[0]!, { number: 6, kind: kind.reaction })
  const log = await logOf(context, [...theirs, ...mine, naming, odd])
  const opened = new ConversationState({ log, account: bob!.id, read: times[1]! })
  await opened.count(reader)
  expect(counts(opened)).toEqual([3, 1])
  expect(opened.lastActivity).toBe(millisecondsOf(log.latest))

  const live = new ConversationState({ log, account: bob!.id, read: times[1]! })
  for (const record of [...theirs, ...mine, naming, odd]) live.note(record, reader)
  expect(counts(live)).toEqual(counts(opened))
})

test('history that comes after joining is not news', async (t) => {
  const records = await makeFeed(newConversation(), bob!, pastTimes(3))
  const log = await logOf(await temporaryProfile(t), records)
  const joined = new ConversationState({ log, room: 'lobby', read: log.latest })
  for (const record of records) joined.note(record, reader)
  expect(counts(joined)).toEqual([0, 0])
})

test('reading ends it, once', async (t) => {
  const records = await makeFeed(newConversation(), bob!, pastTimes(3))
  const log = await logOf(await temporaryProfile(t), records)
  const conversation = new ConversationState({ log, account: bob!.id, read: 0n })
  await conversation.count(reader)
  expect(conversation.unread).toBe(3)
  expect(conversation.markRead()).toBe(true)
  expect([...counts(conversation), conversation.read]).toEqual([0, 0, log.latest])
  expect(conversation.markRead()).toBe(false)
})

test('more than a thousand unread are not counted one by one', async (t) => {
  const context = await temporaryProfile(t)
  const records = await makeFeed(newConversation(), bob!, pastTimes(1100))
  const log = await logOf(context, records.slice(0, 1))
  await Promise.all(records.map((record) => log.add(record)))
  const conversation = new ConversationState({ log, account: bob!.id, read: 0n })
  await conversation.count(reader)
  expect(conversation.unread).toBe(1000)
})

test('what is written by whom one has blocked neither counts nor is activity, after opening as when it comes', async (t) => {
  const room = newConversation()
  const [first] = await makeFeed(room, alice!, pastTimes(1, { age: 120_000 }))
  // More than is looked through at a time.
  const hidden = await makeFeed(room, bob!, pastTimes(150))
  const log = await logOf(await temporaryProfile(t), [first!, ...hidden])
  const isBlocked = (account: Uint8Array): boolean => equalBytes(account, bob!.id)
  const conversation = new ConversationState({ log, room: 'lobby', read: 0n })
  await conversation.count({ self: alice!.id, isBlocked })
  expect(conversation.unread).toBe(0)
  expect(conversation.lastActivity).toBe(millisecondsOf(first!.header.time))
  await conversation.count(reader)
  expect(conversation.lastActivity).toBe(millisecondsOf(log.latest))
})

test('where all was written by whom one has blocked, nothing happened', async (t) => {
  const log = await logOf(await temporaryProfile(t), await makeFeed(newConversation(), bob!, pastTimes(3)))
  const conversation = new ConversationState({ log, room: 'lobby', read: 0n })
  await conversation.count({ self: alice!.id, isBlocked: () => true })
  expect(conversation.lastActivity).toBeUndefined()
})
