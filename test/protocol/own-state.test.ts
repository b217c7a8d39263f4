import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decodeDeviceName,
  decodeFlag,
  decodeMarker,
  decodeNickname,
  encodeDeviceName,
  encodeFlag,
  encodeMarker,
  encodeNickname,
  ownKey,
  readOwnKey,
  utf8
} from '../../src/protocol/index.ts'
import { anyText } from './any-text.ts'
import type { OwnKey } from '../../src/protocol/index.ts'

const id = fc.uint8Array({ minLength: 32, maxLength: 32 })
const anyKey: fc.Arbitrary<OwnKey> = fc.oneof(
  fc.record({ about: fc.constantFrom('block', 'contact', 'device', 'nickname', 'read'), id }),
  fc.record({ about: fc.constant('room'), name: fc.stringMatching(/^[a-z0-9_-]{1,32}$/) })
)

test('keys read as they were written', () => {
  fc.assert(
    fc.property(anyKey, (key) => {
      expect(readOwnKey(ownKey(key))).toEqual(key)
      expect(utf8(ownKey(key)).length).toBeLessThanOrEqual(128)
    })
  )
})

test.each([
  '',
  'room',
  'room/',
  'room/Flock',
  'room/a/b',
  'contact/aaaa',
  'contact/' + 'a'.repeat(53),
  'contact/' + 'A'.repeat(52),
  'later/x',
  'toString/x'
])('%o is no key of this version', (key) => {
  expect(readOwnKey(key)).toBeUndefined()
})

test('any text is no key, or one that reads the same', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      const key = readOwnKey(text)
      if (key !== undefined) expect(ownKey(key)).toBe(text)
    })
  )
})

test('values read as they were written, and any bytes are some value', () => {
  for (const flag of [true, false]) expect(decodeFlag(encodeFlag(flag))).toBe(flag)
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (time) => {
      expect(decodeMarker(encodeMarker(time))).toBe(time)
    })
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(typeof decodeFlag(bytes)).toBe('boolean')
      expect(typeof decodeMarker(bytes)).toBe('bigint')
      expect(typeof decodeDeviceName(bytes)).toBe('string')
    })
  )
})

test('a device’s name is cut where it is too long, never within a character', () => {
  fc.assert(
    fc.property(anyText(100), (name) => {
      const bytes = encodeDeviceName(name)
      expect(bytes.length).toBeLessThanOrEqual(64)
      expect(name.startsWith(decodeDeviceName(bytes).replace(/\uFFFD$/, ''))).toBe(true)
    })
  )
})

test('a nickname reads as it was written, and what could deceive is none', () => {
  for (const nickname of ['Bobby Tables', 'Анна', "O'Neil, Jr."])
    expect(decodeNickname(encodeNickname(nickname))).toBe(nickname)
  for (const text of ['', ' Bob', 'Bob ✓', 'Bob\u202e', 'a\nb', 'x'.repeat(41)])
    expect(decodeNickname(utf8(text))).toBe('')
  expect(decodeNickname(Uint8Array.of(0xff))).toBe('')
})
