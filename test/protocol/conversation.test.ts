import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import { directId, fromBase32, hex, publicRoomId, roomTopic } from '../../src/protocol/index.ts'

const [low, high] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]
const sha256 = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

test('a public room is its registry and its name', () => {
  expect(hex(publicRoomId(crypto, low, 'lobby'))).toBe(sha256('starling/public/v1\0', low, 'lobby'))
  const ids = [
    publicRoomId(crypto, low, 'lobby'),
    publicRoomId(crypto, high, 'lobby'),
    publicRoomId(crypto, low, 'lobby2'),
    publicRoomId(crypto, low, '')
  ]
  expect(new Set(ids.map(hex)).size).toBe(ids.length)
})

test('a direct conversation is the same from both ends', () => {
  const expected = sha256('starling/direct/v1\0', low, high)
  expect(hex(directId(crypto, low, high))).toBe(expected)
  expect(hex(directId(crypto, high, low))).toBe(expected)
})

test('one’s own devices share a conversation of their own', () => {
  expect(hex(directId(crypto, low, low))).toBe(sha256('starling/direct/v1\0', low, low))
  expect(directId(crypto, low, low)).not.toEqual(directId(crypto, high, high))
})

test('a topic is the id, and nothing of the name', () => {
  const id = publicRoomId(crypto, low, 'lobby')
  const [empty, starling, version, encoded, ...more] = roomTopic(id).split('/')
  expect([empty, starling, version, more]).toEqual(['', 'starling', '1', []])
  expect(fromBase32(encoded!)).toEqual(id)
})
