import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  compareBytes,
  decodeHeader,
  encodeHeader,
  fromHex,
  hex,
  kind,
  maxHeads,
  maxPacket
} from '../../src/protocol/index.ts'
import { bitFlips, mutations, truncations } from './mutations.ts'
import type { Header } from '../../src/protocol/index.ts'

const zeros = new Uint8Array(32)
const filled = (byte: number) => new Uint8Array(32).fill(byte)
const message: Header = {
  suite: 0,
  kind: kind.message,
  number: 7,
  time: 0x0102030405060708n,
  size: 33,
  account: filled(0xaa),
  device: filled(0xbb),
  prev: filled(0xcc),
  content: filled(0xdd),
  heads: [filled(1), filled(2)]
}

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 })
const nonzero = hash.filter((bytes) => bytes.some((byte) => byte !== 0))
const common = {
  time: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  size: fc.integer({ min: 16, max: maxPacket }),
  account: hash,
  device: hash,
  content: hash,
  heads: fc
    .uniqueArray(hash, { maxLength: maxHeads, selector: hex })
    .map((heads) => [...heads].sort(compareBytes))
}
const number = fc.integer({ min: 2, max: 2 ** 32 - 1 })
const place = fc.oneof(
  fc.record({ kind: fc.integer({ min: 0, max: 0x3fff }), number: fc.constant(1), prev: fc.constant(zeros) }),
  fc.record({ kind: fc.integer({ min: 0, max: 0x3fff }), number, prev: nonzero }),
  fc.record({ kind: fc.integer({ min: 0x4000, max: 0x7fff }), number: fc.constant(0), prev: hash }),
  fc.record({
    kind: fc.integer({ min: 0x8000, max: 0xffff }),
    number: fc.constant(0),
    prev: fc.constant(zeros)
  })
)
const travel = fc.oneof(
  fc.record({ suite: fc.constant(0) }),
  fc.record({ suite: fc.constant(1), sealed: hash })
)
const headers: fc.Arbitrary<Header> = fc
  .tuple(fc.record(common), place, travel)
  .map((parts) => Object.assign({}, ...parts) as Header)

test('any header comes back as it was', () => {
  fc.assert(
    fc.property(headers, (header) => {
      expect(decodeHeader(encodeHeader(header))).toEqual(header)
    })
  )
})

test('the layout is that of the specification', () => {
  expect(hex(encodeHeader(message))).toBe(
    ['01', '00', '0001', '00000007', '0102030405060708', '00000021'].join('') +
      ['aa', 'bb', 'cc', 'dd'].map((byte) => byte.repeat(32)).join('') +
      ['02', '01'.repeat(32), '02'.repeat(32)].join('')
  )
  const sealed = encodeHeader({ ...message, suite: 1, sealed: filled(0xee), heads: [] })
  expect(hex(sealed.subarray(148))).toBe('ee'.repeat(32) + '00')
})

test('bytes within a larger buffer count alone', () => {
  const bytes = encodeHeader(message)
  const buffer = new Uint8Array(bytes.length + 20).fill(0x77)
  buffer.set(bytes, 9)
  expect(decodeHeader(buffer.subarray(9, 9 + bytes.length))).toEqual(message)
})

test('no truncation is a header, and nothing may follow one', () => {
  fc.assert(
    fc.property(headers, fc.uint8Array({ minLength: 1, maxLength: 40 }), (header, more) => {
      const bytes = encodeHeader(header)
      for (const part of truncations(bytes)) expect(decodeHeader(part)).toBeUndefined()
      expect(decodeHeader(new Uint8Array([...bytes, ...more]))).toBeUndefined()
    }),
    { numRuns: 20 }
  )
})

test('what is read is exactly what was sent: every bit counts', () => {
  const expectExact = (bytes: Uint8Array): void => {
    const header = decodeHeader(bytes)
    if (header !== undefined) expect(encodeHeader(header)).toEqual(bytes)
  }
  fc.assert(
    fc.property(headers, (header) => {
      for (const bytes of bitFlips(encodeHeader(header))) expectExact(bytes)
    }),
    { numRuns: 20 }
  )
  fc.assert(
    fc.property(
      headers.chain((header) => mutations(encodeHeader(header))),
      expectExact
    ),
    { numRuns: 2000 }
  )
})

test('every other byte in its place is another header, or none', () => {
  const bytes = encodeHeader(message)
  for (let at = 0; at < bytes.length; at++) {
    for (let value = 0; value < 256; value++) {
      const changed = bytes.slice()
      changed[at] = value
      const header = decodeHeader(changed)
      if (value !== bytes[at]) expect(header).not.toEqual(message)
      if (header !== undefined) expect(encodeHeader(header)).toEqual(changed)
    }
  }
})

test.each<[string, Partial<Header>]>([
  ['an event without a number', { number: 0 }],
  ['a first event with a previous one', { number: 1 }],
  ['a later event without a previous one', { prev: zeros }],
  ['a numbered register', { kind: kind.profile }],
  ['a numbered signal', { kind: kind.typing, prev: zeros }],
  ['a signal with a previous one', { kind: kind.typing, number: 0 }],
  ['content shorter than its salt', { size: 15 }],
  ['content longer than a packet', { size: maxPacket + 1 }],
  ['heads out of order', { heads: [filled(2), filled(1)] }],
  ['a head said twice', { heads: [filled(1), filled(1)] }],
  ['nine heads', { heads: Array.from({ length: maxHeads + 1 }, (_, n) => filled(n)) }],
  ['a suite that is not spoken', { suite: 2, sealed: filled(9) }]
])('%s is refused', (_, changed) => {
  expect(decodeHeader(encodeHeader({ ...message, ...changed }))).toBeUndefined()
})

test.each<[string, Partial<Header>]>([
  ['a first event', { number: 1, prev: zeros }],
  ['the last number', { number: 2 ** 32 - 1 }],
  ['an unknown event', { kind: 0x3fff }],
  ['a register', { kind: kind.profile, number: 0 }],
  ['a register of a key whose hash is zeros', { kind: 0x7fff, number: 0, prev: zeros }],
  ['a signal', { kind: kind.heartbeat, number: 0, prev: zeros }],
  ['the shortest content', { size: 16 }],
  ['the longest content', { size: maxPacket }],
  ['eight heads', { heads: Array.from({ length: maxHeads }, (_, n) => filled(n)) }]
])('%s is taken', (_, changed) => {
  expect(decodeHeader(encodeHeader({ ...message, ...changed }))).toEqual({ ...message, ...changed })
})

test('another version is refused', () => {
  for (const version of [0, 2, 255]) {
    const bytes = encodeHeader(message)
    bytes[0] = version
    expect(decodeHeader(bytes)).toBeUndefined()
  }
  expect(decodeHeader(fromHex(''))).toBeUndefined()
})
