import { afterAll, beforeEach, expect, test } from 'vitest'
import { ClosedError, FrameError } from '../../../src/errors.ts'
import { encodePacket, hybridTime, kind, maxClockAhead } from '../../../src/protocol/index.ts'
import { makeAccounts, makeDevice, makeRegistry } from '../support/accounts.ts'
import { makeEvent, makeFeed, newConversation, pastTimes } from '../support/feeds.ts'
import { lineOf, packetsOf, startLiar } from '../support/liar.ts'
import { allOf } from '../support/profile.ts'
import { introduce } from '../support/people.ts'
import { startSyncPeer } from '../support/sync-peer.ts'
import type { SignedRecord } from '../../../src/protocol/index.ts'
import type { Lies } from '../support/liar.ts'

const registry = makeRegistry()
const [mallory, alice] = await makeAccounts(registry, 2)
const device = mallory!.devices[0]!
const peer = await startSyncPeer({ onTestFinished: afterAll }, registry, 'bob')
await introduce([peer], [mallory!, alice!])

/** Requests for digest and lines, before any event is asked for. */
const preliminaries = 9

let conversation: Uint8Array
beforeEach(() => {
  conversation = newConversation()
})

/** Catches up from a liar; resolves to what it got, how it ended, and how often it asked for events. */
async function meet(t: Parameters<typeof startLiar>[0], lies: Lies) {
  const liar = await startLiar(t, lies)
  const end = await peer.catchUp(liar, conversation).catch((error: unknown) => error as Error)
  const asked = liar.requests.filter(({ get }) => get !== undefined && get.accounts.length === 0).length
  return { end, held: await allOf(await peer.open(conversation)), asked, liar }
}

const many = { number: 1_000_000, id: new Uint8Array(32) }
const claim = { device: device.key, ...many }

test('a record that its author did not sign', async (t) => {
  const good = await makeEvent(conversation, mallory!, device)
  const bad = await makeEvent(conversation, alice!, alice!.devices[0]!, { seed: device.seed })
  const { end, held } = await meet(t, {
    lines: [lineOf(good), lineOf(bad)],
    page: () => ({ packets: packetsOf([good, bad]) })
  })
  expect(end).toBeInstanceOf(FrameError)
  expect(held).toEqual([])
})

test('a record of another conversation', async (t) => {
  const other = await makeEvent(newConversation(), mallory!, device)
  const { end, held } = await meet(t, {
    lines: [lineOf(other)],
    page: () => ({ packets: packetsOf([other]) })
  })
  expect(end).toBeInstanceOf(FrameError)
  expect(held).toEqual([])
})

test('bytes that are no record, and records cut short or gone on', async (t) => {
  const record = await makeEvent(conversation, mallory!, device)
  const packet = packetsOf([record])[0]!
  const garbage = [new Uint8Array(), Uint8Array.of(1, 2, 3), packet.subarray(0, 100), new Uint8Array(70_000)]
  for (const bytes of garbage) {
    const { end, held } = await meet(t, {
      lines: [lineOf(record)],
      page: () => ({ packets: [bytes], more: true })
    })
    expect(end).toBeInstanceOf(FrameError)
    expect(held).toEqual([])
  }
})

test('a device that is not one of the account’s', async (t) => {
  const stranger = makeDevice()
  const record = await makeEvent(conversation, mallory!, stranger)
  const { end, held } = await meet(t, {
    lines: [lineOf(record)],
    page: () => ({ packets: packetsOf([record]) })
  })
  expect(end).toBe('fetched')
  expect(held).toEqual([])
})

test('a time far ahead', async (t) => {
  const time = hybridTime(Date.now() + maxClockAhead + 60_000)
  const record = await makeEvent(conversation, mallory!, device, { time })
  const { end, held } = await meet(t, {
    lines: [lineOf(record)],
    page: () => ({ packets: packetsOf([record]) })
  })
  expect(end).toBe('fetched')
  expect(held).toEqual([])
})

test('events faster than a device may write them', async (t) => {
  const times = Array.from({ length: 130 }, (_, index) => hybridTime(Date.now() - 60_000 + index))
  const feed = await makeFeed(conversation, mallory!, times)
  const { held } = await meet(t, {
    lines: [lineOf(feed.at(-1)!)],
    page: () => ({ packets: packetsOf(feed) })
  })
  expect(held).toHaveLength(120)
})

test('signals and registers where events belong', async (t) => {
  const zeros = new Uint8Array(32)
  const heartbeat = await makeEvent(conversation, mallory!, device, {
    kind: kind.heartbeat,
    number: 0,
    prev: zeros
  })
  const receipt = await makeEvent(conversation, mallory!, device, {
    kind: kind.receipt,
    number: 0,
    prev: zeros
  })
  const { end, held } = await meet(t, {
    lines: [claim],
    page: () => ({ packets: packetsOf([heartbeat, receipt]) })
  })
  expect(end).toBe('fetched')
  expect(held).toEqual([])
})

test('a kind of event that is not known is kept', async (t) => {
  const record = await makeEvent(conversation, mallory!, device, { kind: 77, content: Uint8Array.of(1, 2) })
  const { held } = await meet(t, { lines: [lineOf(record)], page: () => ({ packets: packetsOf([record]) }) })
  expect(held).toHaveLength(1)
})

test('more, and the same page again and again', async (t) => {
  const feed = await makeFeed(conversation, mallory!, pastTimes(5))
  const { end, held, asked } = await meet(t, {
    lines: [claim],
    page: () => ({ packets: packetsOf(feed.toReversed()), more: true })
  })
  expect(end).toBe('fetched')
  expect(held).toHaveLength(5)
  expect(asked).toBeLessThan(10)
})

test('more, and nothing', async (t) => {
  const { end, asked } = await meet(t, { lines: [claim], page: () => ({ more: true }) })
  expect(end).toBe('fetched')
  expect(asked).toBeLessThan(10)
})

test('more and more by people whom nobody knows, each page new and lower', async (t) => {
  const nobody = (await makeAccounts(makeRegistry(), 1))[0]!
  let time = Date.now() - 1000
  const { end, held, asked } = await meet(t, {
    lines: [claim],
    page: async () => {
      const record = await makeEvent(conversation, nobody, nobody.devices[0]!, {
        time: hybridTime((time -= 1000))
      })
      return { packets: packetsOf([record]), more: true }
    }
  })
  expect(end).toBe('fetched')
  expect(held).toEqual([])
  expect(asked).toBeLessThan(10)
})

test('a place that goes up again', async (t) => {
  const feed = await makeFeed(conversation, mallory!, pastTimes(2000))
  let calls = 0
  const { end, asked } = await meet(t, {
    lines: [claim],
    page: ({ before }) => {
      if (before === undefined) return {}
      calls++
      return { packets: packetsOf(feed.slice(10 * calls, 10 * calls + 10)), more: true }
    }
  })
  expect(end).toBe('fetched')
  expect(asked).toBeLessThan(20)
})

test('lines of impossible devices and numbers', async (t) => {
  const lines = [
    { ...claim, number: Number.MAX_SAFE_INTEGER },
    { device: Uint8Array.of(1), number: 5, id: new Uint8Array() },
    { device: new Uint8Array(), number: 0, id: new Uint8Array(3) }
  ]
  const { end, held, asked } = await meet(t, { lines, page: () => ({}) })
  expect(end).toBe('fetched')
  expect(held).toEqual([])
  expect(asked).toBeLessThan(5)
})

test('3,000 devices that have nothing', async (t) => {
  const lines = Array.from({ length: 3000 }, () => ({ device: makeDevice().key, ...many }))
  const { end, asked } = await meet(t, { lines, page: () => ({}) })
  expect(end).toBe('fetched')
  expect(asked).toBeLessThan(10)
})

test('an answer to something else, and a refusal', async (t) => {
  const other = await meet(t, {
    lines: [claim],
    reply: ({ get }) => (get ? { lines: { lines: [], registers: [] } } : undefined)
  })
  expect(other.end).toBeInstanceOf(ClosedError)
  const refused = await meet(t, { reply: () => ({ error: 'not-here' }) })
  expect(refused.end).toBeInstanceOf(ClosedError)
  expect(refused.liar.requests).toHaveLength(1)
})

test('“the same” where a gap says otherwise', async (t) => {
  const [first, , third] = await makeFeed(conversation, mallory!, pastTimes(3))
  const log = await peer.open(conversation)
  for (const record of [first!, third!]) await log.add(record)
  const { end } = await meet(t, { reply: () => ({ buckets: { hashes: new Uint8Array() } }) })
  expect(end).toBe('fetched')
})

test('hashes that are too few', async (t) => {
  const record = await makeEvent(conversation, mallory!, device)
  const { end, held } = await meet(t, {
    lines: [lineOf(record)],
    page: () => ({ packets: packetsOf([record]) }),
    reply: ({ digest }) => (digest ? { buckets: { hashes: Uint8Array.of(1, 2, 3) } } : undefined)
  })
  expect(end).toBe('fetched')
  expect(held).toHaveLength(1)
})

test('packets that carry somebody else’s credentials', async (t) => {
  const record = await makeEvent(conversation, mallory!, device)
  const packet = encodePacket(record, { entry: alice!.entry, certificate: mallory!.certificate })
  const { held } = await meet(t, { lines: [lineOf(record)], page: () => ({ packets: [packet] }) })
  expect(held).toHaveLength(1)
})

test('the greatest number there can be costs the honest nothing', async (t) => {
  const top = await makeEvent(conversation, mallory!, device, { number: 0xffffffff })
  const log = await peer.open(conversation)
  await log.add(top)
  expect(log.missing).toBe(0xfffffffe)
  const records: SignedRecord[] = await makeFeed(conversation, alice!, pastTimes(3))
  const { end, held, asked } = await meet(t, {
    lines: [...records.slice(-1), top].map(lineOf),
    page: ({ ranges }) => ({ packets: ranges.length > 0 ? packetsOf(records) : [], more: false })
  })
  expect(end).toBe('fetched')
  expect(held).toHaveLength(4)
  expect(asked).toBeLessThan(5)
})

test.concurrent.for(['digest', 'bucket', 'get'] as const)(
  'no answer at all to %s, ever',
  { timeout: 60_000 },
  async (stalled, { onTestFinished, expect: check }) => {
    const own = newConversation()
    const liar = await startLiar(
      { onTestFinished },
      { lines: [claim], reply: (request) => (request[stalled] ? new Promise(() => {}) : undefined) }
    )
    const error = await peer.catchUp(liar, own).catch((reason: unknown) => reason)
    check(error).toBeInstanceOf(ClosedError)
    check(liar.requests.length).toBeLessThanOrEqual(preliminaries + 2)
  }
)
