import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  base32,
  base58,
  base64url,
  compareBytes,
  concatBytes,
  domain,
  equalBytes,
  fromBase32,
  fromBase58,
  fromBase64url,
  fromHex,
  hex,
  isZero,
  utf8,
  utf8Text
} from '../../src/protocol/index.ts'
import { anyText } from './any-text.ts'

const bytes = fc.uint8Array({ maxLength: 80 })

describe.each([
  ['hex', hex, fromHex, /^[0-9a-f]*$/],
  ['base32', base32, fromBase32, /^[a-z2-7]*$/],
  ['base58', base58, fromBase58, /^[1-9A-HJ-NP-Za-km-z]*$/],
  ['base64url', base64url, fromBase64url, /^[A-Za-z0-9_-]*$/]
])('%s', (_, encode, decode, alphabet) => {
  test('comes back as it was, in its own letters', () => {
    fc.assert(
      fc.property(bytes, (value) => {
        expect(encode(value)).toMatch(alphabet)
        expect(decode(encode(value))).toEqual(value)
      })
    )
  })

  test('what is not in its letters is refused; case and padding may not matter', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const value = attempt(() => decode(text))
        if (value === undefined) return
        const own = text.replace(/=+$/, '')
        expect([own, own.toLowerCase()]).toContain(encode(value))
      })
    )
    for (const text of [' ', 'ä', 'aa aa', '0OIl+/']) expect(() => decode(text), text).toThrow()
  })
})

test('base32 is what RFC 4648 says, in lower case and without padding', () => {
  expect(base32(utf8('foobar'))).toBe('mzxw6ytboi')
  expect(base58(fromHex('0000287fb4cd'))).toBe('11233QC4')
})

test('text comes back as it was, a byte order mark too', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(utf8Text(utf8(text))).toBe(text)
    })
  )
  expect(utf8Text(utf8('\ufeffstarling'))).toBe('\ufeffstarling')
  expect(utf8Text(new Uint8Array())).toBe('')
})

test.each([
  ['a byte of no text', 'ff'],
  ['a cut character', 'e282'],
  ['an overlong slash', 'c0af'],
  ['a surrogate', 'eda080'],
  ['a character beyond Unicode', 'f4908080']
])('%s is no text', (_, encoded) => {
  expect(utf8Text(fromHex(encoded))).toBeUndefined()
})

test('bytes are ordered like words', () => {
  const sorted = ['', '00', '0000', '0001', '01', '7f', '80', 'ff', 'ff00'].map(fromHex)
  expect([...sorted].reverse().sort(compareBytes)).toEqual(sorted)
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      expect(Math.sign(compareBytes(a, b))).toBe(-Math.sign(compareBytes(b, a)) + 0)
      expect(compareBytes(a, b) === 0).toBe(equalBytes(a, b))
      expect(Math.sign(compareBytes(a, b))).toBe(Math.sign(Buffer.compare(a, b)))
    })
  )
})

test('parts are put one after the other', () => {
  expect(concatBytes()).toEqual(new Uint8Array())
  expect(concatBytes(fromHex('0102'), new Uint8Array(), fromHex('03'))).toEqual(fromHex('010203'))
})

test('only zeros, or none at all, are zero', () => {
  expect(isZero(new Uint8Array(32))).toBe(true)
  expect(isZero(new Uint8Array())).toBe(true)
  for (let at = 0; at < 32; at++) expect(isZero(new Uint8Array(32).fill(1, at, at + 1))).toBe(false)
})

test('a domain ends with a zero byte', () => {
  expect(hex(domain('record'))).toBe(hex(utf8('starling/record/v1')) + '00')
})

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
