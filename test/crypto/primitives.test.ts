import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nativeCrypto } from '../../src/crypto/index.ts'
import { fromHex, hex, utf8 } from '../../src/protocol/bytes.ts'
import { nobleCrypto } from '../../src/protocol/noble.ts'

const implementations = { native: nativeCrypto, noble: nobleCrypto }

describe.each(Object.entries(implementations))('%s', (_, crypto) => {
  test('SHA-256 of FIPS 180-2, over any parts', () => {
    const expected = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    expect(hex(crypto.sha256(utf8('abc')))).toBe(expected)
    expect(hex(crypto.sha256(utf8('a'), new Uint8Array(), utf8('bc')))).toBe(expected)
    expect(hex(crypto.sha256())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  test('HMAC-SHA-256 of RFC 4231', () => {
    expect(hex(crypto.hmac(utf8('Jefe'), utf8('what do ya want for nothing?')))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'
    )
    expect(
      hex(
        crypto.hmac(
          new Uint8Array(131).fill(0xaa),
          utf8('Test Using Larger Than Block-Size Key - Hash Key First')
        )
      )
    ).toBe('60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54')
  })

  test('HKDF-SHA-256 of RFC 5869, test 3, to 32 bytes', () => {
    expect(hex(crypto.hkdf(new Uint8Array(22).fill(0x0b), ''))).toBe(
      '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d'
    )
  })

  test('results are plain Uint8Arrays', async () => {
    const seed = new Uint8Array(32).fill(3)
    const key = new Uint8Array(32)
    const sealed = crypto.seal(key, new Uint8Array(5000), key)
    for (const bytes of [
      crypto.randomBytes(9),
      crypto.sha256(key),
      crypto.hmac(key, key),
      crypto.hkdf(key, 'x'),
      crypto.publicKey(seed),
      await crypto.sign(seed, key),
      sealed,
      crypto.open(key, sealed, key)
    ])
      expect(bytes?.constructor).toBe(Uint8Array)
  })

  test('random bytes are as many as asked for, and never the same', () => {
    expect(crypto.randomBytes(0)).toHaveLength(0)
    expect(crypto.randomBytes(24)).toHaveLength(24)
    const drawn = new Set(Array.from({ length: 500 }, () => hex(crypto.randomBytes(16))))
    expect(drawn.size).toBe(500)
  })
})

test('both hash alike, for any lengths', () => {
  const bytes = fc.uint8Array({ maxLength: 300 })
  fc.assert(
    fc.property(bytes, bytes, fc.string(), (a, b, info) => {
      expect(nativeCrypto.sha256(a, b)).toEqual(nobleCrypto.sha256(a, b))
      expect(nativeCrypto.hmac(a, b)).toEqual(nobleCrypto.hmac(a, b))
      expect(nativeCrypto.hkdf(a, info)).toEqual(nobleCrypto.hkdf(a, info))
    })
  )
})

test('bytes within a larger buffer count alone', () => {
  const whole = fromHex('00112233445566778899aabbccddeeff'.repeat(4))
  const part = whole.subarray(5, 37)
  const copy = part.slice()
  expect(nativeCrypto.sha256(part)).toEqual(nativeCrypto.sha256(copy))
  expect(nativeCrypto.hmac(part, part)).toEqual(nativeCrypto.hmac(copy, copy))
  expect(nativeCrypto.publicKey(part)).toEqual(nativeCrypto.publicKey(copy))
})
