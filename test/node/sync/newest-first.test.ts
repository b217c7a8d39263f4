import { expect, test } from 'vitest'
import { comparePlaces, placeOf } from '../../../src/node/events/event-reader.ts'
import { hex } from '../../../src/protocol/index.ts'
import { makeAccounts, makeRegistry } from '../support/accounts.ts'
import { makeFeed, newConversation, pastTimes } from '../support/feeds.ts'
import { allOf } from '../support/profile.ts'
import { introduce } from '../support/people.ts'
import { give, startSyncPeer } from '../support/sync-peer.ts'
import type { SignedRecord } from '../../../src/protocol/index.ts'
import type { Lifetime } from '../../support/index.ts'
import type { SyncPeer } from '../support/sync-peer.ts'

const registry = makeRegistry()
const authors = await makeAccounts(registry, 3)

/** Newest first. */
const inOrder = (records: SignedRecord[]): string[] =>
  records.toSorted((a, b) => comparePlaces(placeOf(b), placeOf(a))).map(({ id }) => hex(id))

async function startTwo(t: Lifetime): Promise<[SyncPeer, SyncPeer]> {
  const peers = await Promise.all([startSyncPeer(t, registry), startSyncPeer(t, registry, 'bob')])
  await introduce(peers, authors)
  return peers
}

/** Feeds of different length, each written over the same hour. */
async function makeHistory(lengths: number[]): Promise<SignedRecord[]> {
  const conversation = newConversation()
  const feeds = lengths.map((length, index) =>
    makeFeed(conversation, authors[index]!, pastTimes(length, { step: Math.floor(3_600_000 / length) }))
  )
  return (await Promise.all(feeds)).flat()
}

test('a newcomer’s first page is the newest, and each turn goes on where the last one ended', async (t) => {
  const [newcomer, giver] = await startTwo(t)
  const history = await makeHistory([3500, 1500, 20])
  const { conversation } = history[0]!
  const all = inOrder(history)
  await give(giver, history)
  for (let turns = 1; ; turns++) {
    const before = newcomer.stored.length
    const end = await newcomer.catchUp(giver, conversation, { isOver: () => newcomer.stored.length > before })
    const held = await allOf(await newcomer.open(conversation))
    expect(held).toEqual(all.slice(0, held.length))
    expect(held.length).toBeGreaterThan(before)
    if (turns === 1) expect(end).toBe('unfinished')
    if (held.length === all.length) return expect(turns).toBeGreaterThan(2)
  }
})

test('a few hundred events come newest first too', async (t) => {
  const [newcomer, giver] = await startTwo(t)
  const history = await makeHistory([150, 120, 60])
  await give(giver, history)
  await newcomer.catchUp(giver, history[0]!.conversation)
  expect(new Set(newcomer.stored.map(({ id }) => hex(id)))).toEqual(new Set(inOrder(history)))
})

test('what two halves of a network wrote meanwhile is merged, though the newest is known', async (t) => {
  const [one, other] = await startTwo(t)
  const conversation = newConversation()
  const old = await makeFeed(conversation, authors[0]!, pastTimes(1500, { age: 3_600_000 }))
  const recent = await makeFeed(conversation, authors[1]!, pastTimes(1500))
  await give(one, recent)
  await give(other, [...old, ...recent])
  await one.catchUp(other, conversation)
  expect(await allOf(await one.open(conversation))).toEqual(inOrder([...old, ...recent]))
})

test('scattered gaps are asked for by number, and bring nothing else', async (t) => {
  const [one, other] = await startTwo(t)
  const history = await makeHistory([2000, 1000, 500])
  const { conversation } = history[0]!
  // Every tenth is missing but the last of each.
  const missing = history.filter(
    ({ header: { number } }) => number % 10 === 0 && ![2000, 1000, 500].includes(number)
  )
  await give(
    one,
    history.filter((record) => !missing.includes(record))
  )
  await give(other, history)
  let requests = 0
  other.onRequest = () => requests++
  await one.catchUp(other, conversation)
  expect(new Set(one.stored.map(({ id }) => hex(id)))).toEqual(new Set(inOrder(missing)))
  expect(requests).toBeLessThan(5)
})

const events = Number(process.env['STARLING_EVENTS'] ?? 20_000)

test(`${events} events are caught up with page by page`, { timeout: 300_000 }, async (t) => {
  const [newcomer, giver] = await startTwo(t)
  const writers = await makeAccounts(registry, 20)
  await introduce([giver], writers)
  const conversation = newConversation()
  for (const writer of writers)
    await give(giver, await makeFeed(conversation, writer, pastTimes(Math.ceil(events / writers.length))))
  const start = performance.now()
  expect(await newcomer.catchUp(giver, conversation)).toBe('fetched')
  const seconds = (performance.now() - start) / 1000
  console.log(`${events} events in ${seconds.toFixed(1)} s, ${Math.round(events / seconds)} a second`)
  const log = await newcomer.open(conversation)
  expect(log.missing).toBe(0)
  expect(newcomer.stored).toHaveLength(events)
  expect(await newcomer.catchUp(giver, conversation)).toBe('same')
})
