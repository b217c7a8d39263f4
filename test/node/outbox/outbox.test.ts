import { expect, test } from 'vitest'
import { Outbox } from '../../../src/node/outbox/outbox.ts'
import { hex } from '../../../src/protocol/index.ts'
import { makeAccount, makeDevice, makeRegistry } from '../support/accounts.ts'
import { makeFeed, newConversation, pastTimes } from '../support/feeds.ts'
import { temporaryProfile } from '../support/profile.ts'
import type { Profile } from '../../../src/node/profile/profile.ts'
import type { SignedRecord } from '../../../src/protocol/index.ts'

const alice = await makeAccount(makeRegistry(), 'alice')
const records = await makeFeed(newConversation(), alice, pastTimes(4))
const [first, second, third] = records as [SignedRecord, SignedRecord, SignedRecord]
const [phone, laptop, stranger] = [makeDevice().key, makeDevice().key, makeDevice().key]

interface Opened {
  outbox: Outbox
  states: string[]
  add: (record: SignedRecord, devices: Uint8Array[]) => Promise<void>
}

async function open(profile: Profile): Promise<Opened> {
  const states: string[] = []
  const outbox = new Outbox(profile, ({ id, state, storedBy }) => {
    states.push(`${records.findIndex((record) => hex(record.id) === hex(id)) + 1} ${state} ${storedBy.size}`)
  })
  await outbox.load()
  return {
    outbox,
    states,
    add: (record, devices) => profile.journal.write((batch) => outbox.add(record, devices, batch))
  }
}

test('in a room: queued, sent once, delivered by the first that stored it', async (t) => {
  const { profile } = await temporaryProfile(t)
  const { outbox, states, add } = await open(profile)
  await add(first, [])
  expect(outbox.find(first.id)?.state).toBe('queued')
  outbox.sent(first.id)
  outbox.sent(first.id)
  await outbox.stored(first.id, phone)
  await outbox.stored(first.id, phone)
  await outbox.stored(first.id, stranger)
  expect(states).toEqual(['1 sent 0', '1 delivered 1', '1 delivered 2'])
  expect(outbox.waitingIn(first.conversation)).toEqual([])
  outbox.sent(first.id)
  expect(outbox.find(first.id)?.state).toBe('delivered')
})

test('to two devices: delivered at the first, kept until both have it', async (t) => {
  const { profile } = await temporaryProfile(t)
  const { outbox, states, add } = await open(profile)
  await add(first, [phone, laptop])
  expect(outbox.waitingDevices()).toEqual([phone, laptop])
  await outbox.stored(first.id, laptop)
  expect(states).toEqual(['1 delivered 1'])
  expect(outbox.waitingFor(phone)).toHaveLength(1)
  expect(outbox.waitingFor(laptop)).toEqual([])
  await outbox.stored(first.id, phone)
  expect(outbox.waitingDevices()).toEqual([])
  expect(outbox.find(first.id)?.storedBy.size).toBe(2)
})

test('both at the same time', async (t) => {
  const { profile } = await temporaryProfile(t)
  const { outbox, add } = await open(profile)
  await add(first, [phone, laptop])
  await Promise.all([outbox.stored(first.id, phone), outbox.stored(first.id, laptop)])
  expect((await open(profile)).outbox.waitingDevices()).toEqual([])
})

test('a device that a direct message is not for makes nothing delivered', async (t) => {
  const { profile } = await temporaryProfile(t)
  const { outbox, states, add } = await open(profile)
  await add(first, [phone])
  await outbox.stored(first.id, stranger)
  expect([outbox.find(first.id)?.state, states]).toEqual(['queued', []])
})

test('of what it does not know it says nothing', async (t) => {
  const { outbox, states } = await open((await temporaryProfile(t)).profile)
  outbox.sent(first.id)
  await outbox.stored(first.id, phone)
  expect([states, outbox.find(first.id)]).toEqual([[], undefined])
})

test('what waits is there again, in order, and knows whether anybody has it', async (t) => {
  const { profile } = await temporaryProfile(t)
  const before = await open(profile)
  for (const record of [first, second, third]) await before.add(record, [phone, laptop])
  before.outbox.sent(first.id)
  await before.outbox.stored(second.id, phone)
  await before.outbox.stored(third.id, phone)
  await before.outbox.stored(third.id, laptop)
  const { outbox } = await open(profile)
  const states = [first, second, third].map(({ id }) => outbox.find(id)?.state)
  expect(states).toEqual(['queued', 'delivered', undefined])
  expect(outbox.waitingFor(phone).map(({ number }) => number)).toEqual([1])
  expect(outbox.waitingFor(laptop).map(({ number }) => number)).toEqual([1, 2])
  expect(outbox.find(first.id)).toMatchObject({
    id: first.id,
    conversation: first.conversation,
    time: first.header.time,
    devices: [phone, laptop]
  })
})

test('waiting is told apart by conversation', async (t) => {
  const { profile } = await temporaryProfile(t)
  const { outbox, add } = await open(profile)
  const [elsewhere] = await makeFeed(newConversation(), alice, pastTimes(1, { age: 30_000 }))
  await add(first, [])
  await add(elsewhere!, [phone])
  expect(outbox.waitingIn(first.conversation).map(({ id }) => id)).toEqual([first.id])
  expect(outbox.waitingFor(phone).map(({ id }) => id)).toEqual([elsewhere!.id])
})

test('where the devices have become others, what nobody has goes to all of them, and nothing waits for one that is gone', async (t) => {
  const { profile } = await temporaryProfile(t)
  const { outbox, states, add } = await open(profile)
  const tablet = makeDevice().key
  for (const record of [first, second, third]) await add(record, [phone, laptop])
  await outbox.stored(second.id, laptop)
  await outbox.stored(third.id, phone)
  expect(await outbox.redirect(first.conversation, [laptop, tablet])).toEqual([tablet])
  const waiting = (of: Outbox): number[][] =>
    [phone, laptop, tablet].map((device) => of.waitingFor(device).map(({ number }) => number))
  expect(waiting(outbox)).toEqual([[], [1, 3], [1]])
  expect(waiting((await open(profile)).outbox)).toEqual([[], [1, 3], [1]])
  expect(await outbox.redirect(first.conversation, [laptop, tablet])).toEqual([])
  states.length = 0
  await outbox.stored(first.id, phone)
  expect([outbox.find(first.id)?.state, states]).toEqual(['queued', []])
  await outbox.stored(first.id, tablet)
  expect(states).toEqual(['1 delivered 1'])
})

test('an account without devices gets nothing else: it waits for those it was for, and counts as delivered to nobody', async (t) => {
  const { profile } = await temporaryProfile(t)
  const { outbox, states, add } = await open(profile)
  await add(first, [phone])
  expect(await outbox.redirect(first.conversation, [])).toEqual([])
  await outbox.stored(first.id, stranger)
  expect([outbox.find(first.id)?.state, states]).toEqual(['queued', []])
  expect((await open(profile)).outbox.waitingFor(phone)).toHaveLength(1)
})

test('other devices change nothing of what waits elsewhere, in a room too', async (t) => {
  const { profile } = await temporaryProfile(t)
  const { outbox, add } = await open(profile)
  const [elsewhere] = await makeFeed(newConversation(), alice, pastTimes(1, { age: 30_000 }))
  await add(first, [])
  await add(elsewhere!, [phone])
  expect(await outbox.redirect(newConversation(), [laptop])).toEqual([])
  expect(outbox.waitingDevices()).toEqual([phone])
  expect(outbox.find(first.id)?.devices).toEqual([])
})

test('what was not written is taken back', async (t) => {
  const { profile } = await temporaryProfile(t)
  const { outbox, add } = await open(profile)
  await profile.close()
  await expect(add(first, [phone])).rejects.toThrow()
  outbox.discard(first.id)
  expect([outbox.find(first.id), outbox.waitingDevices()]).toEqual([undefined, []])
})
