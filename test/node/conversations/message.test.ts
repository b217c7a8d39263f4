import { afterAll, expect, test } from 'vitest'
import { ConversationState } from '../../../src/node/conversations/conversation-state.ts'
import { toMessage } from '../../../src/node/conversations/message.ts'
import { ConversationLog } from '../../../src/node/events/conversation-log.ts'
import { Outbox } from '../../../src/node/outbox/outbox.ts'
import { Relations } from '../../../src/node/own/relations.ts'
import { base32, encodeMessage, hybridTime, kind } from '../../../src/protocol/index.ts'
import { AnyContent } from '../../../src/protocol/pb/content.ts'
import { makeAccount, makeRegistry } from '../support/accounts.ts'
import { makeEvent } from '../support/feeds.ts'
import { introduce, openPeople } from '../support/people.ts'
import { temporaryProfile } from '../support/profile.ts'
import type { Message } from '../../../src/node/types.ts'
import type { EventOptions } from '../support/feeds.ts'

const registry = makeRegistry()
const context = await temporaryProfile({ onTestFinished: afterAll })
const people = openPeople(context, registry)
const [alice, bob, stranger] = await Promise.all(
  ['alice', 'bob', 'stranger'].map((name) => makeAccount(registry, name))
)
await introduce([{ people }], [alice!, bob!])
const outbox = new Outbox(context.profile, () => {})
const relations = new Relations(() => undefined)
const log = await ConversationLog.open(context, context.crypto.randomBytes(32))
const room = new ConversationState({ log, room: 'lobby', read: 0n })
const direct = new ConversationState({ log, account: bob!.id, read: 0n })

async function shown(
  conversation: ConversationState,
  who = bob!,
  options: EventOptions = {}
): Promise<Message> {
  const record = await makeEvent(log.id, who, who.devices[0]!, options)
  const name = conversation === room ? '#lobby' : 'bob'
  return toMessage({ people, outbox, relations, self: () => alice!.id }, conversation, name, record)
}

test('a message of a room', async () => {
  const time = Date.UTC(2026, 1, 3, 4, 5, 6, 789)
  const content = encodeMessage({ text: 'hello **flock**', mentions: [alice!.id] })
  const message = await shown(room, bob, { content, time: hybridTime(time) + 9n })
  expect(message).toEqual({
    type: 'chat',
    id: expect.stringMatching(/^[a-z2-7]{52}$/) as string,
    conversation: '#lobby',
    room: '#lobby',
    sender: 'bob',
    sender_id: base32(bob!.id),
    recipient: 'all',
    content: 'hello **flock**',
    timestamp: '2026-02-03T04:05:06.789Z',
    file_data: null,
    encrypted: false,
    own: false,
    mentions_me: true
  })
})

test('a direct message, theirs and one’s own', async () => {
  expect(await shown(direct)).toMatchObject({
    type: 'private',
    conversation: 'bob',
    sender: 'bob',
    recipient: 'alice',
    encrypted: true,
    own: false
  })
  expect(await shown(direct, alice)).toMatchObject({ sender: 'alice', recipient: 'bob', own: true })
  expect(await shown(direct)).not.toHaveProperty('room')
})

test('one’s own tells how far it has come', async () => {
  const record = await makeEvent(log.id, alice!, alice!.devices[0]!, { text: 'waiting' })
  const show = (): Promise<Message> =>
    toMessage({ people, outbox, relations, self: () => alice!.id }, room, '#lobby', record)
  await context.profile.journal.write((batch) => outbox.add(record, [], batch))
  expect(await show()).toMatchObject({ state: 'queued', stored_by: 0 })
  await outbox.stored(record.id, bob!.devices[0]!.key)
  expect(await show()).toMatchObject({ state: 'delivered', stored_by: 1 })
  // What waits no more has arrived.
  expect(await shown(room, alice, { text: 'of long ago' })).toMatchObject({ state: 'delivered' })
})

test('somebody whose name is not known is called by the beginning of the id', async () => {
  expect((await shown(room, stranger)).sender).toBe(base32(stranger!.id).slice(0, 8))
})

test('kinds that are not known show their fallback, or say so', async () => {
  const fallback = AnyContent.encode({ fallback: 'a poll' })
  expect(await shown(room, bob, { kind: 77, content: fallback })).toMatchObject({
    type: 'system',
    content: 'a poll'
  })
  const odd = await shown(room, bob, { kind: kind.reaction, content: Uint8Array.of(0xff, 0xff) })
  expect(odd.content).toContain('newer Starling')
})

test('content that is no message, and content that was deleted', async () => {
  expect((await shown(room, bob, { content: Uint8Array.of(0xff) })).content).toContain('newer Starling')
  const record = { ...(await makeEvent(log.id, bob!, bob!.devices[0]!)), content: undefined }
  const message = await toMessage(
    { people, outbox, relations, self: () => alice!.id },
    room,
    '#lobby',
    record
  )
  expect(message.content).toBe('(deleted)')
})
