import fc from 'fast-check'
import { expect, expectTypeOf, test } from 'vitest'
import { compareBytes } from '../../src/protocol/bytes.ts'
import { fixed, rest, single, text, tuple, u32, u64, u8 } from '../../src/storage/index.ts'
import type { KeyCodec } from '../../src/storage/types.ts'

const wellFormed = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('\ufeffmarked'))
const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const anyU32 = fc.oneof(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 3 }))
const anyU64 = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  fc.bigInt({ min: 2n ** 32n - 2n, max: 2n ** 32n + 2n })
)

const everything = tuple(u8, u32, u64, fixed(4), rest)
const anyKey = fc.tuple(fc.integer({ min: 0, max: 255 }), anyU32, anyU64, bytesOf(4), fc.uint8Array())

test('a key comes back as it was', () => {
  fc.assert(
    fc.property(anyKey, (key) => {
      expect(everything.decode(everything.encode(key))).toEqual(key)
    })
  )
  const named = tuple(u32, text)
  fc.assert(
    fc.property(fc.tuple(anyU32, wellFormed), (key) => {
      expect(named.decode(named.encode(key))).toEqual(key)
    })
  )
})

test('keys sort as their parts do', () => {
  const order = (a: number | bigint, b: number | bigint): number => (a < b ? -1 : a > b ? 1 : 0)
  fc.assert(
    fc.property(anyKey, anyKey, (a, b) => {
      const expected =
        order(a[0], b[0]) ||
        order(a[1], b[1]) ||
        order(a[2], b[2]) ||
        compareBytes(a[3], b[3]) ||
        compareBytes(a[4], b[4])
      expect(Math.sign(compareBytes(everything.encode(a), everything.encode(b)))).toBe(Math.sign(expected))
    })
  )
})

test('integers are big-endian', () => {
  expect(tuple(u8, u32, u64).encode([1, 0x02030405, 0x060708090a0b0c0dn])).toEqual(
    Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
  )
})

test('what does not fit is refused instead of cut', () => {
  for (const value of [-1, 256, 1.5, NaN, Infinity])
    expect(() => single(u8).encode(value), String(value)).toThrow(RangeError)
  for (const value of [-1, 2 ** 32, 0.1, NaN])
    expect(() => single(u32).encode(value), String(value)).toThrow(RangeError)
  for (const value of [-1n, 2n ** 64n])
    expect(() => single(u64).encode(value), String(value)).toThrow(RangeError)
  for (const length of [0, 3, 5])
    expect(() => single(fixed(4)).encode(new Uint8Array(length))).toThrow(RangeError)
  expect(() => single(text).encode('\ud800')).toThrow(RangeError)
})

test('bytes that are no text are refused', () => {
  expect(() => single(text).decode(Uint8Array.of(0xff))).toThrow(RangeError)
})

test('keys of one part need no tuple', () => {
  expect(single(text).decode(single(text).encode('lobby'))).toBe('lobby')
  expect(single(u64).decode(single(u64).encode(7n))).toBe(7n)
  expect(single(u64).encode(7n)).toHaveLength(8)
})

test('startingWith takes exactly the keys that begin so', () => {
  const codec = tuple(u8, u32, text)
  const some = fc.tuple(fc.constantFrom(0, 1, 254, 255), fc.constantFrom(0, 1, 2 ** 32 - 1), wellFormed)
  const within = (key: [number, number, string], first: number[]): boolean => {
    const { gte, lt } = codec.startingWith(...(first as [number, number]))
    const bytes = codec.encode(key)
    return (
      compareBytes(bytes, codec.encode(gte!)) >= 0 &&
      (lt === undefined || compareBytes(bytes, codec.encode(lt)) < 0)
    )
  }
  fc.assert(
    fc.property(some, some, fc.integer({ min: 0, max: 2 }), (key, other, length) => {
      const first = other.slice(0, length) as number[]
      expect(within(key, first)).toBe(first.every((value, index) => key[index] === value))
    })
  )
})

test('types follow the parts', () => {
  expectTypeOf(tuple(u32, u64)).toExtend<KeyCodec<[number, bigint]>>()
  expectTypeOf(tuple(u8, fixed(32), text)).toExtend<KeyCodec<[number, Uint8Array, string]>>()
  // @ts-expect-error only the last part may vary in length
  tuple(text, u32)
  // @ts-expect-error a whole key is no beginning
  tuple(u32, u64).startingWith(1, 2n)
  // @ts-expect-error the first part is a number
  expect(() => tuple(u32, u64).startingWith(1n)).toThrow()
})
