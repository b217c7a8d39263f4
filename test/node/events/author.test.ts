import { expect, test } from 'vitest'
import { Author } from '../../../src/node/events/author.ts'
import { ConversationLog } from '../../../src/node/events/conversation-log.ts'
import {
  encodeMessage,
  hybridTime,
  isTooFast,
  kind,
  rateEvents,
  rateReference,
  rateWindow,
  verifyRecord
} from '../../../src/protocol/index.ts'
import { makeAccount, makeRegistry } from '../support/accounts.ts'
import { makeEvent, makeFeed, newConversation, pastTimes } from '../support/feeds.ts'
import { allOf, temporaryProfile } from '../support/profile.ts'
import type { EventContext } from '../../../src/node/events/context.ts'
import type { SignedRecord } from '../../../src/protocol/index.ts'
import type { Lifetime } from '../../support/index.ts'
import type { TestAccount } from '../support/accounts.ts'

interface Setup {
  context: EventContext
  account: TestAccount
  author: Author
  write: (log: ConversationLog, text?: string, signal?: AbortSignal) => Promise<SignedRecord>
}

async function setup(t: Lifetime): Promise<Setup> {
  const context = await temporaryProfile(t)
  const account = await makeAccount(makeRegistry(), 'alice', [context.profile.deviceSeed])
  const author = new Author({ ...context, device: account.devices[0]!.key, account: () => account.id })
  const write: Setup['write'] = (log, text = 'hello', signal) =>
    author.write(
      log,
      kind.message,
      async () => encodeMessage({ text, mentions: [] }),
      () => () => {},
      { signal }
    )
  return { context, account, author, write }
}

const byNumber = (records: SignedRecord[]): SignedRecord[] =>
  records.toSorted((a, b) => a.header.number - b.header.number)

test('200 writes at once in two conversations: numbers without gaps, links, and times that only grow', async (t) => {
  const { context, write } = await setup(t)
  const logs = await Promise.all([1, 2].map(() => ConversationLog.open(context, newConversation())))
  const records = await Promise.all(
    Array.from({ length: 200 }, async (_, index) => ({ index, record: await write(logs[index % 2]!) }))
  )
  for (const [which, log] of logs.entries()) {
    const own = records.filter(({ index }) => index % 2 === which).map(({ record }) => record)
    // The first to ask has the first number.
    expect(own.map(({ header }) => header.number)).toEqual(
      Array.from({ length: 100 }, (_, index) => index + 1)
    )
    for (const [index, { header, ...record }] of own.entries()) {
      expect(header.prev).toEqual(own[index - 1]?.id ?? new Uint8Array(32))
      if (index > 0) expect(header.time).toBeGreaterThan(own[index - 1]!.header.time)
      expect(await verifyRecord(context.crypto, { header, ...record })).toBe(true)
    }
    expect(await allOf(log)).toHaveLength(100)
  }
  expect(new Set(records.map(({ record }) => record.header.time)).size).toBe(200)
})

test('numbers go on after the profile was closed', async (t) => {
  const { context, write } = await setup(t)
  const log = await ConversationLog.open(context, newConversation())
  const first = await write(log)
  const again = await ConversationLog.open(context, log.id)
  const second = await write(again)
  expect(second.header).toMatchObject({ number: 2, prev: first.id })
})

test('a time is greater than anything held, though that is from a clock that is ahead', async (t) => {
  const { context, write } = await setup(t)
  const log = await ConversationLog.open(context, newConversation())
  const bob = await makeAccount(makeRegistry(), 'bob')
  const ahead = await makeEvent(log.id, bob, bob.devices[0]!, { time: hybridTime(Date.now() + 300_000) })
  await log.add(ahead)
  const records = [await write(log), await write(log)]
  expect(records.map(({ header }) => header.time)).toEqual([ahead.header.time + 1n, ahead.header.time + 2n])
})

/** A log in which the device wrote as much as it may, the first of it so long ago. */
async function fullLog({ context, account }: Setup, age: number): Promise<ConversationLog> {
  const conversation = newConversation()
  const step = 100
  const feed = await makeFeed(
    conversation,
    account,
    pastTimes(rateEvents, { step, age: age - step * (rateEvents - 1) })
  )
  const log = await ConversationLog.open(context, conversation)
  await Promise.all(feed.map((record) => log.add(record)))
  return log
}

test('the 121st message waits until it is no longer void, and others with it', async (t) => {
  const all = await setup(t)
  const log = await fullLog(all, rateWindow - 700)
  const records = byNumber(await Promise.all(['one', 'two', 'three'].map((text) => all.write(log, text))))
  for (const { header } of records) {
    const { alias } = log.feed(header.device)!
    const earlier = await log.read.timeOf(alias, rateReference(header.number)!)
    expect(isTooFast(earlier!, header.time)).toBe(false)
    expect(await log.isTooFast(header)).toBe(false)
  }
})

test('whoever waits may give up, and the next has the number', async (t) => {
  const all = await setup(t)
  const log = await fullLog(all, rateWindow - 600)
  const controller = new AbortController()
  const given = all.write(log, 'given up', controller.signal)
  const kept = all.write(log, 'kept')
  controller.abort(new Error('changed my mind'))
  await expect(given).rejects.toThrow('changed my mind')
  expect((await kept).header.number).toBe(rateEvents + 1)
})

test('stop ends the wait', async (t) => {
  const all = await setup(t)
  const log = await fullLog(all, rateWindow / 2)
  const waiting = [all.write(log), all.write(log)]
  all.author.stop(new Error('the node stops'))
  for (const written of waiting) await expect(written).rejects.toThrow('the node stops')
})

test('what could not be stored was never written', async (t) => {
  const { context, author, account, write } = await setup(t)
  const log = await ConversationLog.open(context, newConversation())
  await write(log)
  const also = () => () => {
    throw new RangeError('does not fit')
  }
  await expect(author.write(log, kind.message, async () => new Uint8Array(), also)).rejects.toThrow(
    'does not fit'
  )
  expect(log.feed(account.devices[0]!.key)!.highest).toBe(1)
  expect((await write(log)).header.number).toBe(2)
})
