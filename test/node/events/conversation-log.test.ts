import fc from 'fast-check'
import { expect, test } from 'vitest'
import { StorageError } from '../../../src/errors.ts'
import { ConversationLog } from '../../../src/node/events/conversation-log.ts'
import { bucketHashes, compareBytes, digestOf, hex, hybridTime } from '../../../src/protocol/index.ts'
import { makeAccounts, makeRegistry } from '../support/accounts.ts'
import { makeEvent, makeFeed, newConversation, pastTimes } from '../support/feeds.ts'
import { allOf, logOf, pagesOf, temporaryProfile } from '../support/profile.ts'
import type { EventContext } from '../../../src/node/events/context.ts'
import type { SignedRecord } from '../../../src/protocol/index.ts'
import type { Lifetime } from '../../support/index.ts'

const accounts = await makeAccounts(makeRegistry(), 3)
const [alice] = accounts

/** (time, id), newest first. */
const onScreen = (records: SignedRecord[]): string[] =>
  records
    .toSorted((a, b) => Number(b.header.time - a.header.time) || compareBytes(b.id, a.id))
    .map(({ id }) => hex(id))

/** Indices below `count`, all of them or some, in any order. */
const order = (count: number): fc.Arbitrary<number[]> =>
  shuffled(Array.from({ length: count }, (_, index) => index))
const twoOrders = (count: number): fc.Arbitrary<[number[], number[]]> =>
  fc
    .subarray(
      Array.from({ length: count }, (_, index) => index),
      { minLength: 1 }
    )
    .chain((some) => fc.tuple(shuffled(some), shuffled(some)))
const shuffled = (list: number[]): fc.Arbitrary<number[]> =>
  fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })
const pick = (records: SignedRecord[], indices: number[]): SignedRecord[] =>
  indices.map((index) => records[index]!)

/** What a log says of itself, and the same after it is opened again. */
async function stateOf({ crypto, profile }: EventContext, log: ConversationLog) {
  const state = async (one: ConversationLog) => ({
    digest: hex(digestOf(crypto, bucketHashes(crypto, one.heads()))),
    pages: await pagesOf(one, 5),
    missing: one.missing,
    forked: accounts.filter(({ devices }) => one.feed(devices[0]!.key)?.forked).map(({ name }) => name)
  })
  const now = await state(log)
  expect(await state(await ConversationLog.open({ crypto, profile }, log.id))).toEqual(now)
  return now
}

/** The state of a new log for each order of the same records. */
const statesAfter = (t: Lifetime, records: SignedRecord[], orders: number[][]) =>
  Promise.all(
    orders.map(async (indices) => {
      const context = await temporaryProfile(t)
      return stateOf(context, await logOf(context, pick(records, indices)))
    })
  )

/** Three feeds of which many times are equal, so that pages begin and end within ties. */
async function threeFeeds(conversation: Uint8Array): Promise<SignedRecord[]> {
  const start = Date.now() - 60_000
  const times = Array.from({ length: 8 }, (_, index) => hybridTime(start + 1000 * (index >> 1)))
  return (await Promise.all(accounts.map((account) => makeFeed(conversation, account, times)))).flat()
}

test('whatever the order in which events come, with or without some: the same pages, heads and gaps', async (t) => {
  const records = await threeFeeds(newConversation())
  await fc.assert(
    fc.asyncProperty(twoOrders(records.length), async (orders) => {
      const states = await statesAfter(t, records, orders)
      expect(states[0]).toEqual(states[1])
      expect(states[0]!.pages.flat()).toEqual(onScreen(pick(records, orders[0])))
    }),
    { numRuns: 15 }
  )
})

test('events added all at once are all there', async (t) => {
  const context = await temporaryProfile(t)
  const records = await threeFeeds(newConversation())
  const log = await ConversationLog.open(context, records[0]!.conversation)
  const added = await Promise.all(records.map((record) => log.add(record)))
  expect(new Set(added)).toEqual(new Set(['stored']))
  expect((await stateOf(context, log)).pages.flat()).toEqual(onScreen(records))
})

test('what is held already is held, also while it is being written', async (t) => {
  const context = await temporaryProfile(t)
  const [record] = await makeFeed(newConversation(), alice!, pastTimes(1))
  const log = await ConversationLog.open(context, record!.conversation)
  expect(await Promise.all([log.add(record!), log.add(record!), log.add(record!)])).toEqual([
    'stored',
    'held',
    'held'
  ])
  expect(await log.holds(record!)).toBe(true)
  expect(await allOf(log)).toHaveLength(1)
})

test('of several events of one number the two smallest ids stay, whatever the order, one by one or at once', async (t) => {
  const conversation = newConversation()
  const device = alice!.devices[0]!
  const [first, second] = await makeFeed(conversation, alice!, pastTimes(2))
  const forks = await Promise.all(
    Array.from({ length: 4 }, (_, index) =>
      makeEvent(conversation, alice!, device, {
        number: 2,
        prev: first!.id,
        time: second!.header.time + BigInt(index)
      })
    )
  )
  const kept = [first!, ...forks.toSorted((a, b) => compareBytes(a.id, b.id)).slice(0, 2)]
  await fc.assert(
    fc.asyncProperty(order(forks.length), fc.boolean(), async (indices, atOnce) => {
      const context = await temporaryProfile(t)
      const log = await logOf(context, [first!])
      const coming = pick(forks, indices)
      if (atOnce) await Promise.all(coming.map((fork) => log.add(fork)))
      else for (const fork of coming) await log.add(fork)
      const state = await stateOf(context, log)
      expect(state.pages.flat()).toEqual(onScreen(kept))
      expect(state.forked).toEqual(['person0'])
      for (const fork of forks) expect(await log.holds(fork)).toBe(kept.includes(fork))
    }),
    { numRuns: 20 }
  )
})

test('forks anywhere in a feed, in any order: the same digest', async (t) => {
  const conversation = newConversation()
  const times = pastTimes(6)
  const records = (await Promise.all([1, 2].map(() => makeFeed(conversation, alice!, times)))).flat()
  await fc.assert(
    fc.asyncProperty(twoOrders(records.length), async (orders) => {
      const states = await statesAfter(t, records, orders)
      expect(states[0]).toEqual(states[1])
    }),
    { numRuns: 20 }
  )
})

test('one more fork below the head changes the digest', async (t) => {
  const conversation = newConversation()
  const times = pastTimes(4)
  const [one, other] = [
    await makeFeed(conversation, alice!, times),
    await makeFeed(conversation, alice!, times)
  ]
  const context = await temporaryProfile(t)
  const log = await logOf(context, [...one, other[2]!])
  const before = await stateOf(context, log)
  expect(await log.add(other[1]!)).toBe('stored')
  const after = await stateOf(context, log)
  expect(after.digest).not.toBe(before.digest)
})

test('a failed write leaves nothing behind in memory', async (t) => {
  const context = await temporaryProfile(t)
  const [first, second, third] = await makeFeed(newConversation(), alice!, pastTimes(3))
  const log = await logOf(context, [first!])
  await context.profile.close()
  const also = (): void => {}
  const failures = await Promise.allSettled([log.add(second!, { sync: true, also }), log.add(third!)])
  for (const failure of failures)
    expect(failure).toMatchObject({ reason: expect.any(StorageError) as unknown })
  expect(log.feed(alice!.devices[0]!.key)!.holds(2)).toBe(false)
  expect(log.missing).toBe(0)
})

test('what fails while it is in the same batch as others fails with them, and can be added again', async (t) => {
  const context = await temporaryProfile(t)
  const [first, second] = await makeFeed(newConversation(), alice!, pastTimes(2))
  const log = await logOf(context, [first!])
  const also = (): void => {
    throw new RangeError('does not fit')
  }
  await expect(log.add(second!, { also })).rejects.toThrow('does not fit')
  expect(log.feed(alice!.devices[0]!.key)!.highest).toBe(1)
  expect(await log.add(second!)).toBe('stored')
  expect(await allOf(log)).toHaveLength(2)
})

test('a duplicate of what could not be written is not called held', async (t) => {
  const context = await temporaryProfile(t)
  const [record] = await makeFeed(newConversation(), alice!, pastTimes(1))
  const log = await ConversationLog.open(context, record!.conversation)
  await context.profile.close()
  const [first, again] = await Promise.allSettled([log.add(record!), log.add(record!)])
  expect([first.status, again.status]).toEqual(['rejected', 'rejected'])
})

test('a device that skips numbers tears its feed no further than anybody would', async (t) => {
  const context = await temporaryProfile(t)
  const log = await ConversationLog.open(context, newConversation())
  const device = alice!.devices[0]!
  const odd = Array.from({ length: 1000 }, (_, index) => 2 * index + 1)
  const records = await Promise.all(odd.map((number) => makeEvent(log.id, alice!, device, { number })))
  await Promise.all(records.map((record) => log.add(record)))
  const feed = log.feed(device.key)!
  expect(feed.isTorn(2001)).toBe(true)
  expect([2000, 1998].map((number) => feed.isTorn(number))).toEqual([false, false])
})
