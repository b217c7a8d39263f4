import fc from 'fast-check'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { judge } from '../../../src/node/judging/judge.ts'
import {
  encodePacket,
  encodeStored,
  hybridTime,
  maxClockAhead,
  rateEvents,
  readPacket
} from '../../../src/protocol/index.ts'
import { makeAccount, makeAccounts, makeDevice, makeRegistry } from '../support/accounts.ts'
import { makeEvent, makeFeed, newConversation, pastTimes } from '../support/feeds.ts'
import { introduce } from '../support/people.ts'
import { startSyncPeer } from '../support/sync-peer.ts'
import type { ConversationLog } from '../../../src/node/events/conversation-log.ts'
import type { SignedRecord } from '../../../src/protocol/index.ts'

const registry = makeRegistry()
const file = { onTestFinished: afterAll }
const peer = await startSyncPeer(file, registry)
const [alice, bob] = await makeAccounts(registry, 2)
const device = alice!.devices[0]!
await introduce([peer], [alice!])

let log: ConversationLog
beforeEach(async () => {
  log = await peer.open(newConversation())
})

/** `accept`, `held`, `reject: why` or `ignore: why`. */
async function verdictOn(bytes: Uint8Array, hop = 'nobody'): Promise<string> {
  const judgement = await judge(peer, log, readPacket(peer.crypto, log.id, bytes), hop)
  return 'reason' in judgement ? `${judgement.verdict}: ${judgement.reason}` : judgement.verdict
}
const on = (record: SignedRecord, hop?: string): Promise<string> => verdictOn(encodePacket(record), hop)

test('a good record is accepted, and held once it is stored', async () => {
  const feed = await makeFeed(log.id, alice!, pastTimes(3))
  expect(await on(feed[0]!)).toBe('accept')
  for (const record of feed) await log.add(record)
  // Not only the newest: a replay of long ago is not passed on either.
  for (const record of feed)
    expect([await on(record), await verdictOn(encodeStored(record))]).toEqual(['held', 'held'])
})

test('another event of a number that is held is accepted: it proves a fork', async () => {
  const [first] = await makeFeed(log.id, alice!, pastTimes(1))
  await log.add(first!)
  expect(await on(await makeEvent(log.id, alice!, device))).toBe('accept')
})

test('a signature by somebody else', async () => {
  expect(await on(await makeEvent(log.id, alice!, device, { seed: makeDevice().seed }))).toBe(
    'reject: signature'
  )
})

test('a record of another conversation', async () => {
  expect(await on(await makeEvent(newConversation(), alice!, device))).toBe('reject: signature')
})

test('garbage, and good records with any byte changed or cut off, are never accepted', async () => {
  const packet = encodePacket(await makeEvent(log.id, alice!, device))
  const changed = fc.tuple(fc.nat(packet.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, by]) => {
    const bytes = packet.slice()
    bytes[at]! ^= by
    return bytes
  })
  const cut = fc.nat(packet.length - 1).map((length) => packet.slice(0, length))
  const garbage = fc.uint8Array({ maxLength: 400 })
  await fc.assert(
    fc.asyncProperty(fc.oneof(changed, cut, garbage), async (bytes) => {
      expect(await verdictOn(bytes)).toMatch(/^reject/)
    }),
    { numRuns: 300 }
  )
})

test('more than a packet may hold', async () => {
  const record = await makeEvent(log.id, alice!, device, { content: new Uint8Array(66_000) })
  expect(await on(record)).toBe('reject: bytes')
})

test('a clock that is far ahead, and one that is a little', async () => {
  const at = (ahead: number): Promise<SignedRecord> =>
    makeEvent(log.id, alice!, device, { time: hybridTime(Date.now() + ahead) })
  expect(await on(await at(maxClockAhead + 60_000))).toBe('ignore: clock')
  expect(await on(await at(maxClockAhead - 60_000))).toBe('accept')
})

test('an author that nobody can explain, and a device that is not the account’s', async () => {
  const stranger = await makeAccount(registry, 'stranger')
  expect(await on(await makeEvent(log.id, stranger, stranger.devices[0]!))).toBe('ignore: author')
  expect(await on(await makeEvent(log.id, alice!, makeDevice()))).toBe('ignore: author')
  const other = await makeAccount(makeRegistry(), 'elsewhere')
  const record = await makeEvent(log.id, other, other.devices[0]!)
  expect(await verdictOn(encodePacket(record, other))).toBe('ignore: author')
})

test('an author whom the record itself introduces', async () => {
  const newcomer = await makeAccount(registry, 'newcomer')
  const record = await makeEvent(log.id, newcomer, newcomer.devices[0]!)
  expect(await verdictOn(encodePacket(record, newcomer))).toBe('accept')
})

test('an author whom the hop can explain', async (t) => {
  const hop = await startSyncPeer(t, registry, 'carol')
  await introduce([hop], [bob!])
  await hop.open(log.id)
  await peer.host.connect({ peer: hop.host.peer, addresses: hop.host.addresses() })
  expect(await on(await makeEvent(log.id, bob!, bob!.devices[0]!), hop.host.peer)).toBe('accept')
})

test('faster than a device may write', async () => {
  const start = Date.now() - 60_000
  const times = Array.from({ length: rateEvents + 1 }, (_, index) => hybridTime(start + index))
  const feed = await makeFeed(log.id, alice!, times)
  for (const record of feed.slice(0, rateEvents)) await log.add(record)
  expect(await on(feed[rateEvents]!)).toBe('ignore: rate')
  const later = { number: rateEvents + 1, prev: feed[rateEvents - 1]!.id, time: hybridTime(start + 24_000) }
  expect(await on(await makeEvent(log.id, alice!, device, later))).toBe('accept')
})

test('a feed torn into a thousand pieces takes no more', async () => {
  const odd = Array.from({ length: 1000 }, (_, index) => 2 * index + 1)
  const records = await Promise.all(odd.map((number) => makeEvent(log.id, alice!, device, { number })))
  await Promise.all(records.map((record) => log.add(record)))
  const time = hybridTime(Date.now() + 60_000)
  expect(await on(await makeEvent(log.id, alice!, device, { number: 5000, time }))).toBe('ignore: gaps')
  expect(await on(await makeEvent(log.id, alice!, device, { number: 2000, time }))).toBe('accept')
})
