import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nativeCrypto } from '../../src/crypto/index.ts'
import { fromHex, hex, utf8 } from '../../src/protocol/bytes.ts'
import { nobleCrypto } from '../../src/protocol/noble.ts'

const implementations = { native: nativeCrypto, noble: nobleCrypto }
const key = new Uint8Array(32).map((_, index) => 0x80 + index)
const context = utf8('table || key')
// On both sides of where native code takes over.
const lengths = [0, 1, 15, 16, 17, 64, 200, 2047, 2048, 2049, 4096, 65_536]
const content = (length: number) => new Uint8Array(length).map((_, index) => index * 31)

describe.each(Object.entries(implementations))('%s', (name, crypto) => {
  test.each(lengths)('%d bytes come back, to either', (length) => {
    const sealed = crypto.seal(key, content(length), context)
    expect(sealed).toHaveLength(24 + length + 16)
    for (const other of Object.values(implementations))
      expect(other.open(key, sealed, context)).toEqual(content(length))
  })

  test('opens what draft-irtf-cfrg-xchacha sealed', () => {
    const text = utf8(
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it."
    )
    const sealed = fromHex(
      '404142434445464748494a4b4c4d4e4f5051525354555657' +
        'bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52e' +
        'c0875924c1c7987947deafd8780acf49'
    )
    expect(crypto.open(key, sealed, fromHex('50515253c0c1c2c3c4c5c6c7'))).toEqual(text)
  })

  test.each([40, 3000])('any other byte of %d opens to nothing', (length) => {
    const sealed = crypto.seal(key, content(length), context)
    for (let at = 0; at < sealed.length; at += at < 48 || at > sealed.length - 20 ? 1 : 97) {
      const damaged = sealed.slice()
      damaged[at]! ^= 0x10
      expect(crypto.open(key, damaged, context), `byte ${at}`).toBeUndefined()
    }
  })

  test.each([40, 3000])('%d bytes need their key, context and end', (length) => {
    const sealed = crypto.seal(key, content(length), context)
    expect(crypto.open(new Uint8Array(32), sealed, context)).toBeUndefined()
    expect(crypto.open(key, sealed, utf8('other'))).toBeUndefined()
    expect(crypto.open(key, sealed, new Uint8Array())).toBeUndefined()
    for (const cut of [1, 16, 17, length, sealed.length - 1, sealed.length])
      expect(crypto.open(key, sealed.subarray(0, sealed.length - cut), context), `${cut}`).toBeUndefined()
    expect(crypto.open(key, new Uint8Array([...sealed, 0]), context)).toBeUndefined()
  })

  test.each([40, 3000])('keys of another length do not seal %d bytes, nor open them', (length) => {
    const sealed = crypto.seal(key, content(length), context)
    for (const size of [0, 16, 31, 33]) {
      expect(() => crypto.seal(new Uint8Array(size), content(length), context), name).toThrow()
      expect(crypto.open(new Uint8Array(size), sealed, context)).toBeUndefined()
    }
  })

  test('the nonce is fresh each time, and leads', () => {
    const sealed = Array.from({ length: 200 }, () => crypto.seal(key, content(2048), context))
    expect(new Set(sealed.map((bytes) => hex(bytes.subarray(0, 24)))).size).toBe(200)
    const first = sealed[0]!
    const expected = xchacha20poly1305(key, first.subarray(0, 24), context).encrypt(content(2048))
    expect(first.subarray(24)).toEqual(expected)
  })
})

test('garbage opens to nothing, in both', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.integer({ min: 0, max: 1 }), (bytes, large) => {
      const garbage = large ? new Uint8Array([...bytes, ...content(2100)]) : bytes
      expect(nativeCrypto.open(key, garbage, context)).toBeUndefined()
      expect(nobleCrypto.open(key, garbage, context)).toBeUndefined()
    })
  )
})

test('bytes at any offset of a larger buffer are taken as they are', () => {
  for (let offset = 0; offset < 5; offset++) {
    const buffer = new Uint8Array(9000)
    const [data, place] = [
      buffer.subarray(offset, offset + 3000),
      buffer.subarray(4000 + offset, 4032 + offset)
    ]
    data.set(content(3000))
    place.set(key)
    const sealed = nativeCrypto.seal(place, data, context)
    const wrapped = new Uint8Array(sealed.length + 7).subarray(offset, offset + sealed.length)
    wrapped.set(sealed)
    expect(nobleCrypto.open(key, wrapped, context)).toEqual(content(3000))
    expect(nativeCrypto.open(place, wrapped, context)).toEqual(content(3000))
  }
})
