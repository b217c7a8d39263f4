import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  concatBytes,
  decodeOp,
  encodeOp,
  maxCuts,
  maxOp,
  maxSlow,
  maxTime,
  maxTopic,
  saltLength
} from '../../src/protocol/index.ts'
import type { Rank, RoomOp } from '../../src/protocol/index.ts'

const salt = new Uint8Array(saltLength)
const close = { device: new Uint8Array(32).fill(1), number: 2 ** 32 - 1, entry: new Uint8Array(32).fill(2) }
const contentOf = (op: Parameters<typeof encodeOp>[0]): Uint8Array => concatBytes(salt, encodeOp(op))

test('a close comes back as it was', () => {
  expect(decodeOp(contentOf({ close }))).toEqual({ close })
  const first = { ...close, number: 0 }
  expect(decodeOp(contentOf({ close: first }))).toEqual({ close: first })
})

test('what is no op that this version knows is none', () => {
  const [device, entry] = [close.device.subarray(1), close.entry.subarray(1)]
  expect(decodeOp(contentOf({ close: { ...close, device } }))).toBeUndefined()
  expect(decodeOp(contentOf({ close: { ...close, entry } }))).toBeUndefined()
  expect(decodeOp(salt)).toBeUndefined()
  // Another field, as later versions have.
  expect(decodeOp(concatBytes(salt, Uint8Array.of(0x7a, 0x00)))).toBeUndefined()
  const long = concatBytes(contentOf({ close }), Uint8Array.of(0x7a, 0xff, 0x1f), new Uint8Array(4095))
  expect(long.length).toBeGreaterThan(maxOp)
  expect(decodeOp(long)).toBeUndefined()
})

const id = new Uint8Array(32).fill(3)
const cut = { device: id, number: 7 }
const ofRooms: RoomOp[] = [
  { found: { certificate: Uint8Array.of(1) } },
  ...([1, 2, 3] as const).map((rank) => ({ role: { account: id, rank } })),
  { transfer: { account: id } },
  { ban: { account: id, cuts: [cut, { device: id, number: 2 ** 32 - 1 }], reason: 'spam' } },
  { unban: { account: id } },
  { mute: { account: id, until: maxTime, cuts: [cut], reason: '' } },
  { settings: {} },
  { settings: { topic: 'birds', description: 'of all sorts', announcements: false, slow: maxSlow } },
  { pin: { message: id, on: true } }
]

test.each(ofRooms)('an op of a room comes back as it was: %o', (op) => {
  expect(decodeOp(contentOf(op))).toEqual(op)
})

test('an op of a room keeps to the limits', () => {
  const wrong: RoomOp[] = [
    ...[0, 4].map((rank) => ({ role: { account: id, rank: rank as Rank } })),
    { transfer: { account: id.subarray(1) } },
    { ban: { account: id, cuts: [{ device: id.subarray(1), number: 1 }], reason: '' } },
    { ban: { account: id, cuts: Array.from({ length: maxCuts + 1 }, () => cut), reason: '' } },
    { ban: { account: id, cuts: [], reason: 'x'.repeat(maxTopic + 1) } },
    { mute: { account: id, until: maxTime + 1, cuts: [], reason: '' } },
    { settings: { topic: 'x'.repeat(maxTopic + 1) } },
    { settings: { topic: 'two\nlines' } },
    { settings: { slow: maxSlow + 1 } },
    { pin: { message: new Uint8Array(), on: true } }
  ]
  for (const op of wrong) expect(decodeOp(contentOf(op))).toBeUndefined()
  expect(decodeOp(concatBytes(contentOf(ofRooms[0]!), encodeOp({ close })))).toBeUndefined()
})

test('whatever the bytes, decoding ends', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const op = decodeOp(bytes)
      if (op !== undefined) expect(decodeOp(contentOf(op))).toEqual(op)
    })
  )
})
