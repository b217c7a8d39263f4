import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { pageOf } from '../../../src/node/sync/page.ts'
import { bucketCount, bucketHashLength, readPacket, syncProtocol } from '../../../src/protocol/index.ts'
import { Person } from '../people/person.ts'
import { makeAccount, makeAccounts, makeDevice, makeRegistry } from '../support/accounts.ts'
import { makeEvent, makeFeed, newConversation, pastTimes } from '../support/feeds.ts'
import { introduce } from '../support/people.ts'
import { give, startSyncPeer } from '../support/sync-peer.ts'
import type { Get, Page, SignedRecord } from '../../../src/protocol/index.ts'

const registry = makeRegistry()
const [alice, bob] = await makeAccounts(registry, 2)
const peer = await startSyncPeer({ onTestFinished: afterAll }, registry)
const conversation = newConversation()
const feed = await makeFeed(conversation, alice!, pastTimes(3000))
const others = await makeFeed(conversation, bob!, pastTimes(3))
// Of bob's, the second is not there.
const log = await give(peer, [...feed, others[0]!, others[2]!])
const [aliceKey, bobKey] = [alice!.devices[0]!.key, bob!.devices[0]!.key]

const ask = (get: Partial<Get>, people = peer.people): Promise<Page> =>
  pageOf(
    people,
    { log, since: 0n },
    { ranges: [], ids: [], accounts: [], limit: 0, newestFirst: false, ...get }
  )

const numbersOf = ({ packets }: Page): number[] =>
  packets.map((packet) => readPacket(peer.crypto, conversation, packet)!.record.header.number)

/** As the asker gets it: neither too long for a frame nor more than is read. */
const received = (page: Page): Page | undefined => {
  const frame = syncProtocol.encodeReply({ page })
  expect(frame.length).toBeLessThanOrEqual(syncProtocol.maxFrame)
  return syncProtocol.decodeReply(frame).page
}

test('a range, from either end, page by page', async () => {
  const range = { device: aliceKey, from: 10, to: 2990 }
  const up = await ask({ ranges: [range] })
  expect(up.more).toBe(true)
  expect(numbersOf(up)).toEqual(Array.from({ length: up.packets.length }, (_, index) => 10 + index))
  const down = await ask({ ranges: [range], newestFirst: true })
  expect(numbersOf(down)).toEqual(Array.from({ length: down.packets.length }, (_, index) => 2990 - index))
})

test('a limit is kept, and more is said only where there is more', async () => {
  const range = { device: aliceKey, from: 1, to: 20 }
  const part = await ask({ ranges: [range], limit: 19 })
  expect([part.packets.length, part.more]).toEqual([19, true])
  const whole = await ask({ ranges: [range], limit: 20 })
  expect([whole.packets.length, whole.more]).toEqual([20, false])
})

test('what is not held is told as missing', async () => {
  const stranger = makeDevice().key
  const { missing, packets, more } = await ask({
    ranges: [
      { device: bobKey, from: 1, to: 9 },
      { device: stranger, from: 4, to: 5 }
    ]
  })
  expect(missing).toEqual([
    { device: bobKey, from: 4, to: 9 },
    { device: bobKey, from: 2, to: 2 },
    { device: stranger, from: 4, to: 5 }
  ])
  expect([packets.length, more]).toEqual([2, false])
})

test('places go down to the first event, without more at the end', async () => {
  let before: SignedRecord | undefined
  let count = 0
  for (;;) {
    const place = before ? { time: before.header.time, id: before.id } : { time: 0n, id: new Uint8Array() }
    const page = await ask({ before: place })
    count += page.packets.length
    before = readPacket(peer.crypto, conversation, page.packets.at(-1)!)!.record
    if (!page.more) break
  }
  expect(count).toBe(3002)
})

test('ids and accounts that are known', async () => {
  const page = await ask({ ids: [others[0]!.id, others[1]!.id], accounts: [peer.account.id, alice!.id] })
  expect(page.packets).toHaveLength(1)
  expect(page.entries).toEqual([peer.account.entry])
  expect(page.certificates).toEqual([peer.account.certificate])
})

test('an account’s log, from a number down', async () => {
  const person = await Person.make(registry, 'carol')
  const entries = [person.entry]
  for (let n = 0; n < 3; n++) entries.push(await person.append())
  await peer.people.learn(person.entry.bytes, await person.certificate())
  await peer.people.learnLog(
    person.id,
    entries
      .slice(0, 3)
      .reverse()
      .map(({ bytes }) => bytes)
  )
  const logOf = async (account: Uint8Array, before: number) =>
    received(await ask({ log: { account, before } }))!.log.map((bytes) => Buffer.from(bytes))
  const expected = entries.map(({ bytes }) => Buffer.from(bytes)).reverse()
  expect(await logOf(person.id, 4)).toEqual(expected.slice(1))
  expect(await logOf(person.id, 2 ** 40)).toEqual(expected)
  expect(await logOf(person.id, 1)).toEqual([])
  for (const nobody of [makeDevice().key, new Uint8Array(7)]) expect(await logOf(nobody, 9)).toEqual([])
})

test('a log of many entries: as many as fit', async () => {
  const person = await Person.make(
    registry,
    'dora',
    Array.from({ length: 15 }, () => makeDevice().key)
  )
  const entries = [person.entry]
  for (let n = 0; n < 400; n++) entries.push(await person.append({ devices: person.devices }))
  await peer.people.learn(person.entry.bytes, await person.certificate())
  await peer.people.learnLog(
    person.id,
    entries
      .slice(0, -1)
      .reverse()
      .map(({ bytes }) => bytes)
  )
  const { log, more } = received(await ask({ log: { account: person.id, before: 401 } }))!
  expect(more).toBe(true)
  expect(log.length).toBeGreaterThan(200)
  expect(log.length).toBeLessThan(400)
})

test('whatever is asked, the answer fits a frame and can be read', async () => {
  const anyDevice = fc.constantFrom(aliceKey, bobKey, makeDevice().key, Uint8Array.of(1), new Uint8Array(40))
  const number = fc.oneof(
    fc.integer({ min: 0, max: 4000 }),
    fc.constantFrom(0, 2 ** 32, Number.MAX_SAFE_INTEGER)
  )
  const range = fc.record({ device: anyDevice, from: fc.integer({ min: 0, max: 4000 }), to: number })
  const get = fc.record({
    ranges: fc.array(range, { maxLength: 50 }),
    ids: fc.array(fc.constantFrom(feed[0]!.id, feed[9]!.id, Uint8Array.of(3)), { maxLength: 50 }),
    accounts: fc.array(fc.constantFrom(peer.account.id, bob!.id, new Uint8Array(7)), { maxLength: 256 }),
    limit: fc.nat(5000),
    newestFirst: fc.boolean()
  })
  const place = fc.record({ time: fc.bigInt(0n, 2n ** 64n - 1n), id: fc.uint8Array({ maxLength: 40 }) })
  await fc.assert(
    fc.asyncProperty(get, fc.option(place), async (asked, before) => {
      received(await ask({ ...asked, ...(before && { before }) }))
    }),
    { numRuns: 60 }
  )
})

test('thousands of ranges of which nothing is held', async () => {
  const ranges = Array.from({ length: 4096 }, () => ({ device: makeDevice().key, from: 1, to: 2 ** 40 }))
  expect(received(await ask({ ranges }))?.missing.length).toBeGreaterThan(100)
})

test('accounts with sixteen devices: as many as fit, then more', async () => {
  const large = await makeAccount(
    registry,
    'many_devices',
    Array.from({ length: 16 }, () => makeDevice().seed)
  )
  await introduce([peer], [large])
  const accounts = Array.from({ length: 256 }, () => large.id)
  const page = received(await ask({ accounts, ranges: [{ device: aliceKey, from: 1, to: 3000 }] }))!
  expect(page.more).toBe(true)
  expect(page.entries.length).toBeGreaterThan(64)
  expect(page.entries).toHaveLength(page.certificates.length)
})

test('long messages: a page is full by its bytes', async () => {
  const text = 'x'.repeat(16_000)
  const times = pastTimes(40)
  const room = newConversation()
  const long = await Promise.all(
    times.map((time, index) => makeEvent(room, alice!, alice!.devices[0]!, { number: index + 1, time, text }))
  )
  const there = await give(peer, long)
  const get = { ids: [], accounts: [], limit: 0, newestFirst: true }
  const byPlace = await pageOf(
    peer.people,
    { log: there, since: 0n },
    {
      ...get,
      ranges: [],
      before: { time: 0n, id: new Uint8Array() }
    }
  )
  const byRange = await pageOf(
    peer.people,
    { log: there, since: 0n },
    {
      ...get,
      ranges: [{ device: aliceKey, from: 1, to: 40 }]
    }
  )
  for (const page of [byPlace, byRange]) {
    expect([page.packets.length, page.more]).toEqual([15, true])
    received(page)
  }
})

test('3,100 devices of one account: as many lines as can be read', async (t) => {
  const room = newConversation()
  const records = await Promise.all(Array.from({ length: 3100 }, () => makeEvent(room, alice!, makeDevice())))
  await give(peer, records)
  const asker = await startSyncPeer(t, registry, 'carol')
  await asker.host.connect({ peer: peer.host.peer, addresses: peer.host.addresses() })
  const none = new Uint8Array(bucketCount * bucketHashLength)
  const theirs = await asker.sync.digest(peer.host.peer, room, new Uint8Array())
  expect((await asker.sync.lines(peer.host.peer, room, none, theirs!)).lines).toHaveLength(3000)
})
