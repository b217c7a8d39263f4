import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nativeCrypto } from '../../src/crypto/index.ts'
import { fromHex, nobleCrypto, safetyNumber, utf8 } from '../../src/protocol/index.ts'

describe.each([
  ['native', nativeCrypto],
  ['noble', nobleCrypto]
])('%s', (_, crypto) => {
  test('is Signal’s number of Signal’s own test vector', () => {
    const alice = {
      account: utf8('+14152222222'),
      accountKey: fromHex('0506863bc66d02b40d27b8d49ca7c09e9239236f9d7d25d6fcca5ce13c7064d868')
    }
    const bob = {
      account: utf8('+14153333333'),
      accountKey: fromHex('05f781b6fb32fed9ba1cf2de978d4d5da28dc34046ae814402b5c0dbd96fda907b')
    }
    const expected = '300354477692869396892869876765458257569162576843440918079131'
    expect(safetyNumber(crypto, alice, bob)).toBe(expected)
    expect(safetyNumber(crypto, bob, alice)).toBe(expected)
  })
})

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 })
const holder = fc.record({ account: bytes, accountKey: bytes })

test('is 60 digits, the same on both sides, and another for another key', () => {
  const property = fc.property(holder, holder, bytes, (one, other, key) => {
    const number = safetyNumber(nativeCrypto, one, other)
    expect(number).toMatch(/^\d{60}$/)
    expect(safetyNumber(nativeCrypto, other, one)).toBe(number)
    fc.pre(!key.every((byte, index) => byte === other.accountKey[index]))
    expect(safetyNumber(nativeCrypto, one, { ...other, accountKey: key })).not.toBe(number)
  })
  fc.assert(property, { numRuns: 20 })
})
