import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { ConversationLog } from '../../../src/node/events/conversation-log.ts'
import { encodeOp, hex, hybridTime, kind } from '../../../src/protocol/index.ts'
import { Person } from '../people/person.ts'
import { makeDevice, makeRegistry } from '../support/accounts.ts'
import { makeEvent, makeFeed, newConversation } from '../support/feeds.ts'
import { allOf, temporaryProfile } from '../support/profile.ts'
import { makeRegister } from '../support/registers.ts'
import type { AccountEntry, SignedRecord } from '../../../src/protocol/index.ts'
import type { Lifetime } from '../../support/index.ts'

const second = 1000

/** A phone that the account dropped ten seconds after the first of its five messages, one every four seconds. */
async function setup(t: Lifetime) {
  const [phone, laptop] = [makeDevice(), makeDevice()]
  const alice = await Person.make(makeRegistry(), 'alice', [phone.key, laptop.key])
  const first = alice.entry
  const begin = first.time
  const entries: AccountEntry[] = [
    first,
    await alice.append({ devices: [laptop.key], time: begin + 10 * second })
  ]
  const context = await temporaryProfile(t)
  const conversation = newConversation()
  const account = { id: alice.id, devices: [phone, laptop] }
  const times = [0, 4, 8, 12, 16].map((at) => hybridTime(begin + at * second))
  const feed = await makeFeed(conversation, account as never, times, phone)
  const log = await ConversationLog.open(context, conversation, [alice.id])
  for (const record of feed) await log.add(record)
  const close = (number: number, entry = entries[1]!) =>
    makeEvent(conversation, alice, laptop, {
      kind: kind.op,
      content: encodeOp({ close: { device: phone.key, number, entry: entry.hash } })
    })
  const reopened = (): Promise<ConversationLog> => ConversationLog.open(context, conversation, [alice.id])
  return { alice, account, phone, laptop, entries, begin, context, conversation, feed, log, close, reopened }
}

const idsOf = (records: SignedRecord[]): string[] => records.map(({ id }) => hex(id))
const newestFirst = (records: SignedRecord[]): string[] => idsOf(records).reverse()

test('what lies beyond goes, from everywhere; what lies within stays as it is', async (t) => {
  const { log, feed, entries, phone, reopened } = await setup(t)
  expect(idsOf(await log.limit(entries, phone.key))).toEqual(idsOf(feed.slice(3)))
  for (const one of [log, await reopened()]) {
    expect(await allOf(one)).toEqual(newestFirst(feed.slice(0, 3)))
    expect(one.heads()).toMatchObject([{ number: 3, id: feed[2]!.id }])
    expect(one.missing).toBe(0)
    expect(await one.read.byId(feed[4]!.id)).toBeUndefined()
    expect(await Array.fromAsync(one.read.range(one.feed(phone.key)!.alias, 1, 9, false))).toHaveLength(3)
    // It does not come in again, neither now nor after a restart.
    expect(one.isVoid(feed[3]!.header)).toBe(true)
    expect(await one.add(feed[3]!)).toBe('void')
    expect(await one.add(feed[2]!)).toBe('held')
  }
  expect(await log.limit(entries, phone.key)).toEqual([])
})

test('a close makes void what has a greater number, whatever its time, and is there after a restart', async (t) => {
  const { alice, log, feed, entries, phone, close, begin, conversation, reopened } = await setup(t)
  await log.add(await close(1))
  expect(idsOf(await log.limit(entries, phone.key))).toEqual(idsOf(feed.slice(1)))
  const old = await makeEvent(conversation, alice, phone, {
    number: 2,
    prev: feed[0]!.id,
    time: hybridTime(begin + second)
  })
  expect(await log.add(old)).toBe('void')
  const again = await reopened()
  expect(again.closes.of(alice.id)).toHaveLength(1)
  expect(await again.limit(entries, phone.key)).toEqual([])
  expect(await again.add(old)).toBe('void')
})

test('what the device forked is held as far as each of the two counts', async (t) => {
  const { alice, log, feed, entries, phone, begin, conversation, reopened } = await setup(t)
  const fork = (at: number, number: number) =>
    makeEvent(conversation, alice, phone, {
      number,
      prev: feed[number - 2]!.id,
      time: hybridTime(begin + at * second)
    })
  const [within, beyond] = [await fork(9, 4), await fork(11, 3)]
  await log.add(within)
  await log.add(beyond)
  await log.limit(entries, phone.key)
  for (const one of [log, await reopened()]) {
    expect(await allOf(one)).toEqual([hex(within.id), ...newestFirst(feed.slice(0, 3))])
    expect(await one.read.forks(one.feed(phone.key)!.alias, 4)).toMatchObject([{ id: within.id }])
    expect(await one.read.forks(one.feed(phone.key)!.alias, 3)).toMatchObject([{ id: feed[2]!.id }])
    expect(one.feed(phone.key)!.forked).toBe(false)
  }
})

test('registers of the device go by their time', async (t) => {
  const { account, log, entries, phone, begin, conversation, reopened } = await setup(t)
  const at = (seconds: number, key: string) =>
    makeRegister(conversation, account as never, {
      key,
      device: phone,
      time: hybridTime(begin + seconds * second)
    })
  const [within, beyond] = [await at(9, 'room/old'), await at(10, 'room/new')]
  for (const register of [within, beyond]) await log.add(register)
  await log.limit(entries, phone.key)
  for (const one of [log, await reopened()])
    expect(one.registers.lines().map(({ id }) => hex(id))).toEqual([hex(within.id)])
  expect(await log.add(beyond)).toBe('void')
})

test('what is being added meanwhile is in or out as the limit says, and nothing is lost', async (t) => {
  const { alice, log, feed, entries, phone, laptop, begin, conversation, reopened } = await setup(t)
  const others = await makeFeed(
    conversation,
    { id: alice.id } as never,
    Array.from({ length: 50 }, (_, n) => hybridTime(begin + n * second)),
    laptop
  )
  const next = (number: number, at: number) =>
    makeEvent(conversation, alice, phone, { number, time: hybridTime(begin + at * second) })
  const [within, beyond] = [await next(6, 5), await next(7, 30)]
  const before = log.add(within)
  const limiting = log.limit(entries, phone.key)
  const added = await Promise.all([log.add(beyond), ...others.map((record) => log.add(record)), before])
  expect(added).toEqual(['void', ...others.map(() => 'stored'), 'stored'])
  expect(idsOf(await limiting)).toEqual(idsOf(feed.slice(3, 5)))
  for (const one of [log, await reopened()]) {
    expect((await allOf(one)).toSorted()).toEqual(idsOf([...feed.slice(0, 3), within, ...others]).toSorted())
    expect(one.feed(phone.key)!.gaps()).toEqual([[4, 5]])
  }
})

test('a device that is listed again counts whole, also the part that went', async (t) => {
  const { alice, log, feed, entries, phone, laptop, reopened } = await setup(t)
  await log.limit(entries, phone.key)
  const again = [...entries, await alice.append({ devices: [phone.key, laptop.key] })]
  expect(await log.limit(again, phone.key)).toEqual([])
  expect(log.isVoid(feed[4]!.header)).toBe(false)
  for (const record of feed) await log.add(record)
  expect(await allOf(await reopened())).toEqual(newestFirst(feed))
})

test('a device of which nothing is held is no part of the conversation, and its limit holds', async (t) => {
  const { alice, entries, phone, feed, conversation, context } = await setup(t)
  const other = await temporaryProfile(t)
  const log = await ConversationLog.open(other, conversation)
  expect(await log.limit(entries, phone.key)).toEqual([])
  expect(log.feeds()).toEqual([])
  expect(await log.add(feed[3]!)).toBe('void')
  expect(await log.add(feed[2]!)).toBe('stored')
  expect(context.profile.aliases.find('account', alice.id)).toBeDefined()
})

test('of very many closes those with the smallest ids count, in whatever order they come', async (t) => {
  const { alice, conversation, laptop, entries } = await setup(t)
  const closes = await Promise.all(
    Array.from({ length: 300 }, (_, n) =>
      makeEvent(conversation, alice, laptop, {
        number: n + 1,
        kind: kind.op,
        content: encodeOp({ close: { device: crypto.randomBytes(32), number: n, entry: entries[1]!.hash } })
      })
    )
  )
  const held = []
  for (const order of [closes, closes.toReversed()]) {
    const log = await ConversationLog.open(await temporaryProfile(t), conversation)
    for (const close of order) log.closes.add(close)
    held.push(log.closes.of(alice.id).map(({ close }) => close.number))
  }
  expect(held[0]).toHaveLength(256)
  expect(held[0]).toEqual(held[1])
})
