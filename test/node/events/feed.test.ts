import { expect, test } from 'vitest'
import { Feed } from '../../../src/node/events/feed.ts'
import { rateEvents } from '../../../src/protocol/index.ts'
import { makeAccount, makeRegistry } from '../support/accounts.ts'
import { makeFeed, newConversation, pastTimes } from '../support/feeds.ts'
import type { SignedRecord } from '../../../src/protocol/index.ts'

const account = await makeAccount(makeRegistry(), 'alice')
const device = account.devices[0]!.key

const idOf = (number: number): Uint8Array => Uint8Array.of(number >> 8, number & 255, ...new Uint8Array(30))
const newFeed = (): Feed => new Feed({ alias: 1, device, account: account.id, accountAlias: 2 })

function insert(feed: Feed, records: SignedRecord[]): void {
  for (const { header, id } of records) feed.insert(header, id)
}

test('a feed is new until its record is read back', async () => {
  const records = await makeFeed(newConversation(), account, pastTimes(3))
  const feed = newFeed()
  expect([feed.isNew, feed.highest, feed.headId, feed.head()]).toEqual([true, 0, undefined, undefined])
  insert(feed, records)
  const again = new Feed(feed, feed.toRecord())
  expect(again.isNew).toBe(false)
  expect(again.head()).toEqual({ account: account.id, device, number: 3, id: records[2]!.id })
  expect(again.gaps()).toEqual([])
})

test('gaps reach up to the highest held, or as far as asked', async () => {
  const [first, , third] = await makeFeed(newConversation(), account, pastTimes(3))
  const feed = newFeed()
  insert(feed, [first!, third!])
  expect(feed.gaps()).toEqual([[2, 2]])
  expect(feed.gaps(1)).toEqual([])
  expect(feed.gaps(5)).toEqual([
    [2, 2],
    [4, 5]
  ])
})

test('once forked, always forked', async () => {
  const conversation = newConversation()
  const times = pastTimes(4)
  const [one, other] = [
    await makeFeed(conversation, account, times),
    await makeFeed(conversation, account, times)
  ]
  const feed = newFeed()
  insert(feed, [one[0]!, other[1]!])
  expect(feed.forked).toBe(true)
  insert(feed, [other[2]!])
  expect(feed.forked).toBe(true)
  expect(new Feed(feed, feed.toRecord()).forked).toBe(true)
})

test('times of recent numbers are at hand, older ones are forgotten', () => {
  const feed = newFeed()
  const count = 10 * rateEvents
  const lost: number[] = []
  for (let number = 1; number <= count; number++) {
    const [prev, id] = [idOf(number - 1), idOf(number)]
    const time = BigInt(number)
    feed.insert({ ...bare, number, time, prev }, id)
    if (number > rateEvents && feed.timeOf(number - rateEvents) !== BigInt(number - rateEvents))
      lost.push(number)
  }
  expect(lost).toEqual([])
  expect(feed.timeOf(1)).toBeUndefined()
  expect(feed.forked).toBe(false)
})

const bare = {
  suite: 0,
  kind: 1,
  size: 16,
  account: account.id,
  device,
  content: new Uint8Array(32),
  heads: []
}
