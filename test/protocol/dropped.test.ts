import { expect, test } from 'vitest'
import {
  accountIdOf,
  decodeOp,
  encodeOp,
  encodeStored,
  hex,
  hybridTime,
  isWithin,
  kind,
  limitsOf,
  publicRoomId,
  readEntry,
  readPacket,
  signEntry,
  signRecord
} from '../../src/protocol/index.ts'
import vectors from '../vectors/close.json' with { type: 'json' }
import { vectorFile, vectorText } from '../vectors/json.ts'
import { makePair, newYear } from './people.ts'
import { seededCrypto } from './seeded-crypto.ts'
import type { AccountEntry, Closing, SignedRecord } from '../../src/protocol/index.ts'
import type { Pair } from './people.ts'

const crypto = seededCrypto('closes')
const minute = 60_000

/** Four devices of one account, of which the log drops two. */
async function makeLog() {
  const account = makePair(crypto)
  const names = ['laptop', 'phone', 'tablet', 'stranger'] as const
  const devices = Object.fromEntries(names.map((name) => [name, makePair(crypto)])) as Record<
    (typeof names)[number],
    Pair
  >
  const { laptop, phone, tablet } = devices
  const entries: AccountEntry[] = []
  for (const listed of [[laptop], [laptop, phone], [laptop, phone, tablet], [phone, tablet], [tablet]]) {
    const bytes = await signEntry(crypto, account.seed, {
      account: accountIdOf(crypto, account.key),
      number: entries.length + 1,
      previous: entries.at(-1)?.hash ?? new Uint8Array(),
      time: newYear + entries.length * minute,
      accountKey: account.key,
      devices: listed.map(({ key }) => key),
      backup: crypto.randomBytes(32)
    })
    entries.push((await readEntry(crypto, bytes))!)
  }
  return { devices, entries }
}

const { devices, entries } = await makeLog()
const { laptop, phone, tablet, stranger } = devices
const room = publicRoomId(crypto, crypto.randomBytes(32), 'lobby')

/** A close by `by`, as number `at` of its feed, that names entry number `entry`. */
async function close(by: Pair, at: number, device: Pair, number: number, entry: number) {
  const header = {
    kind: kind.op,
    number: at,
    time: hybridTime(newYear + 30_000 + at),
    account: entries[0]!.account,
    device: by.key,
    prev: at === 1 ? new Uint8Array(32) : crypto.sha256(Uint8Array.of(at)),
    heads: []
  }
  const op = { close: { device: device.key, number, entry: entries[entry - 1]!.hash } }
  return signRecord(crypto, by.seed, room, header, encodeOp(op))
}

const closingOf = ({ header, content }: SignedRecord): Closing => {
  const op = decodeOp(content!)!
  return { header, close: 'close' in op ? op.close : expect.unreachable() }
}

async function makeCloses(): Promise<Record<string, SignedRecord>> {
  return {
    'by the phone, of the laptop': await close(phone, 4, laptop, 7, 4),
    'by the tablet, of the laptop': await close(tablet, 1, laptop, 9, 4),
    'by the tablet, of the phone: the phone’s close is void': await close(tablet, 2, phone, 3, 5),
    'with an entry that lists the device': await close(tablet, 3, laptop, 1, 3),
    'by a device that the entry does not list': await close(stranger, 1, laptop, 2, 4),
    'by the device itself': await close(laptop, 1, laptop, 3, 4),
    'of a device that the newest entry lists': await close(phone, 1, tablet, 0, 5)
  }
}

const shown = (limit: ReturnType<ReturnType<typeof limitsOf>>) =>
  limit && { before: limit.before, last: limit.last === Infinity ? null : limit.last }

const closes = await makeCloses()
const closings = Object.values(closes).map(closingOf)

test('the vectors are what this code makes', async () => {
  const limitOf = limitsOf(entries, closings)
  const made = {
    conversation: hex(room),
    entries: entries.map(({ bytes }) => hex(bytes)),
    closes: Object.entries(closes).map(([name, record]) => ({ name, packet: hex(encodeStored(record)) })),
    // Null: the newest entry lists it; a limit without `last` has no close that counts.
    limits: Object.entries(devices).map(([name, { key }]) => ({
      name,
      device: hex(key),
      limit: shown(limitOf(key)) ?? null
    }))
  }
  await expect(await vectorText(made)).toMatchFileSnapshot(vectorFile('close'))
})

test('the vectors lead to their limits, in any order of the closes', () => {
  const bytes = (text: string): Uint8Array => Buffer.from(text, 'hex')
  const read = vectors.closes.map(
    ({ packet }) => readPacket(crypto, bytes(vectors.conversation), bytes(packet))!.record
  )
  for (const order of [read, read.toReversed()]) {
    const limitOf = limitsOf(entries, order.map(closingOf))
    for (const { device, limit } of vectors.limits)
      expect(shown(limitOf(bytes(device))) ?? null).toEqual(limit)
  }
})

test('a dropped device counts up to the entry that dropped it, and up to the least number that a close names', () => {
  const dropped = entries[3]!.time
  expect(limitsOf(entries, [])(laptop.key)).toEqual({ before: dropped, last: Infinity })
  expect(limitsOf(entries, closings.slice(0, 1))(laptop.key)).toEqual({ before: dropped, last: 7 })
  expect(limitsOf(entries, closings.slice(0, 2))(laptop.key)).toEqual({ before: dropped, last: 7 })
  // The phone was dropped later, and its close lies beyond what counts of it.
  expect(limitsOf(entries, closings.slice(0, 3))(laptop.key)).toEqual({ before: dropped, last: 9 })
  expect(limitsOf(entries, closings)(laptop.key)).toEqual({ before: dropped, last: 9 })
})

test('of a listed device everything counts, of one that was never listed nothing', () => {
  expect(limitsOf(entries, closings)(tablet.key)).toBeUndefined()
  expect(limitsOf(entries.slice(0, 3), closings)(laptop.key)).toBeUndefined()
  expect(limitsOf(entries, closings)(stranger.key)).toEqual({ before: 0, last: 0 })
})

test('the time of the entry itself is beyond, and so is the number after the last', () => {
  const limit = { before: newYear, last: 7 }
  const time = hybridTime(newYear)
  expect(isWithin(limit, { time: time - 1n, number: 7 })).toBe(true)
  expect(isWithin(limit, { time, number: 7 })).toBe(false)
  expect(isWithin(limit, { time: time - 1n, number: 8 })).toBe(false)
})
