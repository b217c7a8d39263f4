import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparePlaces, placeOf } from '../../../src/node/events/event-reader.ts'
import { hex } from '../../../src/protocol/index.ts'
import { makeAccounts, makeRegistry } from '../support/accounts.ts'
import { makeEvent, makeFeed, newConversation, pastTimes } from '../support/feeds.ts'
import { allOf } from '../support/profile.ts'
import { introduce } from '../support/people.ts'
import { give, startSyncPeer } from '../support/sync-peer.ts'
import type { SignedRecord } from '../../../src/protocol/index.ts'
import type { SyncPeer } from '../support/sync-peer.ts'

const registry = makeRegistry()
const authors = await makeAccounts(registry, 3)
const [alice, bob] = authors
const feedLength = 6

const onScreen = (records: SignedRecord[]): string[] =>
  records.toSorted((a, b) => comparePlaces(placeOf(b), placeOf(a))).map(({ id }) => hex(id))

async function startPeers(t: Parameters<typeof startSyncPeer>[0], count: number): Promise<SyncPeer[]> {
  const names = ['alice', 'bob', 'carol'].slice(0, count)
  const peers = await Promise.all(names.map((name) => startSyncPeer(t, registry, name)))
  await introduce(peers, authors)
  return peers
}

/** Three feeds; of the first, a second branch from some number on. */
async function makeWorld(conversation: Uint8Array, branch: number): Promise<SignedRecord[]> {
  const times = pastTimes(feedLength)
  const feeds = await Promise.all(authors.map((account) => makeFeed(conversation, account, times)))
  const [forked] = feeds
  let prev = forked![branch - 2]?.id
  for (let number = branch; number <= feedLength; number++) {
    const options = { number, time: times[number - 1]! + 7n, ...(prev && { prev }) }
    const record = await makeEvent(conversation, alice!, alice!.devices[0]!, options)
    feeds.push([record])
    prev = record.id
  }
  return feeds.flat()
}

const world = fc.record({
  /** Above the length: no fork. */
  branch: fc.integer({ min: 2, max: feedLength + 4 }),
  held: fc.array(fc.infiniteStream(fc.boolean()), { minLength: 3, maxLength: 3 })
})

async function fill(
  peers: SyncPeer[],
  { branch, held }: { branch: number; held: Iterable<boolean>[] }
): Promise<{ conversation: Uint8Array; union: SignedRecord[] }> {
  const conversation = newConversation()
  const records = await makeWorld(conversation, branch)
  const union = new Set<SignedRecord>()
  for (const [index, peer] of peers.entries()) {
    const choice = held[index]![Symbol.iterator]()
    const some = records.filter(() => choice.next().value)
    await peer.open(conversation)
    if (some.length > 0) await give(peer, some)
    for (const record of some) union.add(record)
  }
  return { conversation, union: [...union] }
}

const contents = (peers: SyncPeer[], conversation: Uint8Array): Promise<string[][]> =>
  Promise.all(peers.map(async (peer) => allOf(await peer.open(conversation))))

test('two peers hold the union after each caught up with the other, gaps and forks included', async (t) => {
  const peers = await startPeers(t, 2)
  const [one, other] = peers as [SyncPeer, SyncPeer]
  await fc.assert(
    fc.asyncProperty(world, async (plan) => {
      const { conversation, union } = await fill(peers, plan)
      await one.catchUp(other, conversation)
      await other.catchUp(one, conversation)
      await one.catchUp(other, conversation)
      expect(await contents(peers, conversation)).toEqual([onScreen(union), onScreen(union)])
    }),
    { numRuns: 30 }
  )
}, 120_000)

test('and when catch-ups are broken off at any request and begun again', async (t) => {
  const peers = await startPeers(t, 2)
  const [one, other] = peers as [SyncPeer, SyncPeer]
  const breaks = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 5 })), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(world, breaks, async (plan, interruptions) => {
      const { conversation, union } = await fill(peers, plan)
      for (const [forth, after] of interruptions) {
        const [asker, giver] = forth ? [one, other] : [other, one]
        const controller = new AbortController()
        let requests = 0
        giver.onRequest = () => ++requests === after && controller.abort()
        await asker.catchUp(giver, conversation, { signal: controller.signal }).catch(() => {})
        giver.onRequest = () => {}
      }
      await one.catchUp(other, conversation)
      await other.catchUp(one, conversation)
      await one.catchUp(other, conversation)
      expect(await contents(peers, conversation)).toEqual([onScreen(union), onScreen(union)])
    }),
    { numRuns: 30 }
  )
}, 120_000)

test('three peers in a line pass everything on', async (t) => {
  const peers = await startPeers(t, 3)
  const [one, middle, other] = peers as [SyncPeer, SyncPeer, SyncPeer]
  const links = [
    [middle, one],
    [middle, other],
    [one, middle],
    [other, middle]
  ] as const
  const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 0 })
  await fc.assert(
    fc.asyncProperty(world, order, async (plan, first) => {
      const { conversation, union } = await fill(peers, plan)
      for (const index of [...first, 0, 1, 0, 2, 3]) {
        const [asker, giver] = links[index]!
        await asker.catchUp(giver, conversation)
      }
      const expected = onScreen(union)
      expect(await contents(peers, conversation)).toEqual([expected, expected, expected])
    }),
    { numRuns: 20 }
  )
}, 120_000)

test('those who hold the same say so, and fetch nothing', async (t) => {
  const peers = await startPeers(t, 2)
  const [one, other] = peers as [SyncPeer, SyncPeer]
  const records = await makeFeed(newConversation(), bob!, pastTimes(3))
  const { conversation } = records[0]!
  for (const peer of peers) await give(peer, records)
  expect(await one.catchUp(other, conversation)).toBe('same')
  expect([one.stored, other.same]).toEqual([[], [one.host.peer]])
})

test('whoever has a gap does not say that it holds the same, nor is it taken to', async (t) => {
  const peers = await startPeers(t, 2)
  const [one, other] = peers as [SyncPeer, SyncPeer]
  const records = await makeFeed(newConversation(), bob!, pastTimes(3))
  const { conversation } = records[0]!
  await give(one, [records[0]!, records[2]!])
  await give(other, records)
  // The heads are alike.
  expect(await other.catchUp(one, conversation)).toBe('fetched')
  expect(one.same).toEqual([])
  expect(await one.catchUp(other, conversation)).toBe('fetched')
  expect(other.same).toEqual([])
  expect(one.stored.map(({ id }) => id)).toEqual([records[1]!.id])
  expect(await one.catchUp(other, conversation)).toBe('same')
})

test('authors that nobody introduced are explained by the giver', async (t) => {
  const [newcomer, giver] = await Promise.all([startSyncPeer(t, registry), startSyncPeer(t, registry, 'bob')])
  await introduce([giver], authors)
  const conversation = newConversation()
  const feeds = await Promise.all(authors.map((account) => makeFeed(conversation, account, pastTimes(2))))
  await give(giver, feeds.flat())
  await newcomer.catchUp(giver, conversation)
  expect(await allOf(await newcomer.open(conversation))).toEqual(onScreen(feeds.flat()))
  expect((await newcomer.people.byName('person2'))?.id).toEqual(authors[2]!.id)
})

test('only the author hears that its events are stored', async (t) => {
  const [asker, giver] = (await startPeers(t, 2)) as [SyncPeer, SyncPeer]
  const conversation = newConversation()
  const own = await makeFeed(conversation, giver.account, pastTimes(3))
  const others = await makeFeed(conversation, bob!, pastTimes(2))
  await give(giver, [...own, ...others])
  await asker.catchUp(giver, conversation)
  await expect
    .poll(() => giver.acknowledged.map(({ peer, ids }) => [peer, ids.map(hex).sort()]))
    .toEqual([[asker.host.peer, own.map(({ id }) => hex(id)).sort()]])
})
