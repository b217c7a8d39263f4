import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concatBytes, decodeOp, encodeOp, maxOp, saltLength } from '../../src/protocol/index.ts'

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
  expect(decodeOp(concatBytes(salt, Uint8Array.of(0x12, 0x00)))).toBeUndefined()
  const long = concatBytes(contentOf({ close }), Uint8Array.of(0x7a, 0xff, 0x1f), new Uint8Array(4095))
  expect(long.length).toBeGreaterThan(maxOp)
  expect(decodeOp(long)).toBeUndefined()
})

test('whatever the bytes, decoding ends', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const op = decodeOp(bytes)
      if (op !== undefined) expect([op.close.device.length, op.close.entry.length]).toEqual([32, 32])
    })
  )
})
