import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nativeCrypto } from '../../src/crypto/index.ts'
import { fromHex, utf8 } from '../../src/protocol/bytes.ts'
import { nobleCrypto } from '../../src/protocol/noble.ts'
import vectors from '../vectors/ed25519.json' with { type: 'json' }
import { vectorFile, vectorText } from '../vectors/json.ts'
import { torsion } from './edwards.ts'
import { oddSignatures } from './odd-signatures.ts'

const implementations = { native: nativeCrypto, noble: nobleCrypto }
const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 })
const seeds = Array.from({ length: 4 }, (_, n) => new Uint8Array(32).fill(n))

test('the vectors are those of this code', async () => {
  await expect(await vectorText(oddSignatures())).toMatchFileSnapshot(vectorFile('ed25519'))
})

describe.each(Object.entries(implementations))('%s', (_, crypto) => {
  test.each(vectors)('$name', async ({ key, message, signature, valid, sound }) => {
    expect(await crypto.verify(fromHex(key), fromHex(message), fromHex(signature))).toBe(valid)
    expect(crypto.isSoundKey(fromHex(key))).toBe(sound)
  })

  test('RFC 8032, test 2', async () => {
    const seed = fromHex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb')
    const key = fromHex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c')
    const signature = fromHex(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'
    )
    expect(crypto.publicKey(seed)).toEqual(key)
    expect(await crypto.sign(seed, Uint8Array.of(0x72))).toEqual(signature)
    expect(await crypto.verify(key, Uint8Array.of(0x72), signature)).toBe(true)
    expect(crypto.isSoundKey(key)).toBe(true)
  })

  test('no bytes make verify or isSoundKey throw', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array(),
        fc.uint8Array(),
        fc.uint8Array({ maxLength: 70 }),
        async (...bytes) => {
          expect(await crypto.verify(...bytes)).toBe(false)
          crypto.isSoundKey(bytes[0])
        }
      ),
      { numRuns: 50 }
    )
  })

  test('a seed of another length is refused', () => {
    for (const length of [0, 31, 33, 64]) {
      expect(() => crypto.publicKey(new Uint8Array(length))).toThrow()
      expect(() => crypto.sign(new Uint8Array(length), utf8('x'))).toThrow()
    }
  })

  test('points of small order are no keys', () => {
    for (const point of torsion) expect(crypto.isSoundKey(point.toBytes())).toBe(false)
  })
})

test('both sign alike, and take each other’s signatures', async () => {
  await fc.assert(
    fc.asyncProperty(bytes32, fc.uint8Array({ maxLength: 300 }), async (seed, message) => {
      const key = nativeCrypto.publicKey(seed)
      const signature = await nativeCrypto.sign(seed, message)
      expect(nobleCrypto.publicKey(seed)).toEqual(key)
      expect(await nobleCrypto.sign(seed, message)).toEqual(signature)
      expect(await nobleCrypto.verify(key, message, signature)).toBe(true)
      expect(await nativeCrypto.verify(key, message, signature)).toBe(true)
    }),
    { numRuns: 20 }
  )
})

test('both judge damaged signatures and random keys alike', async () => {
  const position = fc.integer({ min: 0, max: 95 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...seeds), bytes32, position, async (seed, message, at) => {
      const both = new Uint8Array(96)
      both.set(nativeCrypto.publicKey(seed))
      both.set(await nativeCrypto.sign(seed, message), 32)
      both[at]! ^= 1 << (message[0]! & 7)
      const [key, signature] = [both.subarray(0, 32), both.subarray(32)]
      const verdict = await nativeCrypto.verify(key, message, signature)
      expect(verdict).toBe(await nobleCrypto.verify(key, message, signature))
      expect(verdict).toBe(false)
    }),
    { numRuns: 50 }
  )
  fc.assert(
    fc.property(bytes32, (key) => {
      expect(nativeCrypto.isSoundKey(key)).toBe(nobleCrypto.isSoundKey(key))
    }),
    { numRuns: 50 }
  )
})

test('a thousand signatures at once', async () => {
  const signed = await Promise.all(
    Array.from({ length: 1000 }, async (_, n) => {
      const seed = seeds[n % seeds.length]!
      const message = utf8(String(n))
      return { key: nativeCrypto.publicKey(seed), message, signature: await nativeCrypto.sign(seed, message) }
    })
  )
  // Every tenth has the signature of its neighbour.
  const verdicts = await Promise.all(
    signed.map(async ({ key, message, signature }, n) =>
      nativeCrypto.verify(key, message, n % 10 === 9 ? signed[n - 1]!.signature : signature)
    )
  )
  expect(verdicts).toEqual(signed.map((_, n) => n % 10 !== 9))
})

test('a key that is changed in place is another key', async () => {
  const seed = seeds[1]!
  const key = nativeCrypto.publicKey(seed)
  const signature = await nativeCrypto.sign(seed, utf8('x'))
  expect(await nativeCrypto.verify(key, utf8('x'), signature)).toBe(true)
  expect(nativeCrypto.isSoundKey(key)).toBe(true)
  key.fill(0)
  expect(await nativeCrypto.verify(key, utf8('x'), signature)).toBe(false)
  expect(nativeCrypto.isSoundKey(key)).toBe(false)
})
