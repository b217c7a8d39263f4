import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ConversationLog } from '../../../src/node/events/conversation-log.ts'
import { comparePlaces, placeOf } from '../../../src/node/events/event-reader.ts'
import { hex, hybridTime, readStored } from '../../../src/protocol/index.ts'
import { makeAccounts, makeRegistry } from '../support/accounts.ts'
import { makeFeed, newConversation, pastTimes } from '../support/feeds.ts'
import { logOf, pagesOf, temporaryProfile } from '../support/profile.ts'
import type { EventContext } from '../../../src/node/events/context.ts'
import type { SignedRecord } from '../../../src/protocol/index.ts'

const accounts = await makeAccounts(makeRegistry(), 3)
const [alice, bob] = accounts
const deviceOf = (index: number): Uint8Array => accounts[index]!.devices[0]!.key
const ids = (records: SignedRecord[]): string[] => records.map(({ id }) => hex(id))

async function openLog(context: EventContext, feeds: SignedRecord[][]): Promise<ConversationLog> {
  const log = await ConversationLog.open(context, feeds[0]![0]!.conversation)
  await Promise.all(feeds.flat().map((record) => log.add(record)))
  return log
}

test('3,000 events come page by page, each once and in order', async (t) => {
  const context = await temporaryProfile(t)
  const conversation = newConversation()
  // Every time is shared by all three.
  const times = pastTimes(1000)
  const feeds = await Promise.all(accounts.map((account) => makeFeed(conversation, account, times)))
  const log = await openLog(context, feeds)
  const pages = await pagesOf(log, 100)
  const expected = ids(feeds.flat().sort((a, b) => comparePlaces(placeOf(b), placeOf(a))))
  expect(pages.flat()).toEqual(expected)
  expect(pages.length).toBeLessThanOrEqual(30)
})

test('pages of any size, of events with any times: each event once, newest first', async (t) => {
  const context = await temporaryProfile(t)
  const start = Date.now() - 60_000
  const steps = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(fc.tuple(steps, steps), fc.integer({ min: 1, max: 6 }), async (feedSteps, size) => {
      const conversation = newConversation()
      const feeds = await Promise.all(
        feedSteps.map((list, index) => {
          let at = start
          return makeFeed(
            conversation,
            accounts[index]!,
            list.map((step) => hybridTime((at += 1000 * step)))
          )
        })
      )
      const pages = await pagesOf(await openLog(context, feeds), size)
      expect(pages.flat()).toEqual(ids(feeds.flat().sort((a, b) => comparePlaces(placeOf(b), placeOf(a)))))
    }),
    { numRuns: 25 }
  )
})

test('a page is never shorter than asked while there is more', async (t) => {
  const context = await temporaryProfile(t)
  const feed = await makeFeed(newConversation(), alice!, pastTimes(9))
  const log = await logOf(context, feed)
  const first = await log.read.before(undefined, 4)
  expect(ids(first)).toEqual(ids(feed.slice(5).reverse()))
  expect(ids(await log.read.before(placeOf(first.at(-1)!), 4))).toEqual(ids(feed.slice(1, 5).reverse()))
})

test('what comes after a time, oldest first', async (t) => {
  const context = await temporaryProfile(t)
  const feed = await makeFeed(newConversation(), alice!, pastTimes(5))
  const log = await logOf(context, feed)
  const after = await Array.fromAsync(log.read.after(feed[1]!.header.time))
  expect(ids(after)).toEqual(ids(feed.slice(2)))
  expect(await Array.fromAsync(log.read.after(log.latest))).toEqual([])
})

test('ranges of one device, from either end, and never of another', async (t) => {
  const context = await temporaryProfile(t)
  const conversation = newConversation()
  const feeds = await Promise.all(accounts.map((account) => makeFeed(conversation, account, pastTimes(6))))
  const log = await openLog(context, feeds)
  const { alias } = log.feed(deviceOf(1))!
  const read = async (from: number, to: number, reverse: boolean): Promise<string[]> => {
    const stored = await Array.fromAsync(log.read.range(alias, from, to, reverse))
    return ids(stored.map((bytes) => readStored(context.crypto, conversation, bytes)!))
  }
  expect(await read(2, 4, false)).toEqual(ids(feeds[1]!.slice(1, 4)))
  expect(await read(2, 4, true)).toEqual(ids(feeds[1]!.slice(1, 4).reverse()))
  expect(await read(5, 100, false)).toEqual(ids(feeds[1]!.slice(4)))
  expect(await read(7, 100, false)).toEqual([])
})

test('records are found by id, in their own conversation only', async (t) => {
  const context = await temporaryProfile(t)
  const [here] = await makeFeed(newConversation(), alice!, pastTimes(1))
  const [there] = await makeFeed(newConversation(), bob!, pastTimes(1))
  const [log, other] = [await logOf(context, [here!]), await logOf(context, [there!])]
  expect((await log.read.byId(here!.id))?.content).toEqual(here!.content)
  expect([await log.read.has(here!.id), await log.read.has(there!.id)]).toEqual([true, false])
  expect(await log.read.byId(there!.id)).toBeUndefined()
  expect(await other.read.timeOf(other.feed(deviceOf(1))!.alias, 1)).toBe(there!.header.time)
})
