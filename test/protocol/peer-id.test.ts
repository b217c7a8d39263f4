import { privateKeyFromRaw, generateKeyPair } from '@libp2p/crypto/keys'
import { peerIdFromPrivateKey, peerIdFromString } from '@libp2p/peer-id'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { base58, concatBytes, deviceKeyOf, fromBase58, hex, peerIdOf } from '../../src/protocol/index.ts'
import { nobleCrypto } from '../../src/protocol/noble.ts'
import { anyText } from './any-text.ts'

test('is what libp2p makes of the same key', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (seed) => {
      const key = nobleCrypto.publicKey(seed)
      const theirs = peerIdFromPrivateKey(privateKeyFromRaw(concatBytes(seed, key)))
      expect(peerIdOf(key)).toBe(theirs.toString())
      expect(deviceKeyOf(theirs.toString())).toEqual(key)
      expect(peerIdFromString(peerIdOf(key)).publicKey?.raw).toEqual(key)
    }),
    { numRuns: 30 }
  )
})

test('any 32 bytes come back', () => {
  const extremes = [new Uint8Array(32), new Uint8Array(32).fill(255)]
  for (const key of extremes) expect(deviceKeyOf(peerIdOf(key))).toEqual(key)
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (key) => {
      expect(deviceKeyOf(peerIdOf(key))).toEqual(key)
    })
  )
})

test('ids of other kinds of keys have no device key', async () => {
  for (const type of ['RSA', 'secp256k1'] as const) {
    const key = type === 'RSA' ? await generateKeyPair(type, 2048) : await generateKeyPair(type)
    expect(deviceKeyOf(peerIdFromPrivateKey(key).toString()), type).toBeUndefined()
  }
})

test('what is no peer id gives nothing, and throws nothing', () => {
  const id = peerIdOf(new Uint8Array(32).fill(9))
  const others = [
    '',
    '1',
    'not base58!',
    `${id}1`,
    `1${id}`,
    id.slice(1),
    id.slice(0, -1),
    `z${id}`,
    ` ${id}`
  ]
  for (const other of others) expect(deviceKeyOf(other), other).toBeUndefined()
  const bytes = fromBase58(id)
  for (let at = 0; at < 6; at++) {
    const changed = bytes.slice()
    changed[at]! ^= 1
    expect(deviceKeyOf(base58(changed)), hex(changed)).toBeUndefined()
  }
  fc.assert(
    fc.property(anyText(60), (text) => {
      expect(deviceKeyOf(text)).toBeUndefined()
    })
  )
})

test('a text of any length is judged at once', () => {
  // Base58 takes time that grows with the square of the length.
  const started = performance.now()
  for (let time = 0; time < 100; time++) expect(deviceKeyOf('z'.repeat(1_000_000))).toBeUndefined()
  expect(performance.now() - started).toBeLessThan(1000)
})
