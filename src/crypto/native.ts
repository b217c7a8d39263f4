import { createHash, createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { nobleCrypto } from '../protocol/noble.ts'
import { plain } from './bytes.ts'
import { publicKey, sign, verify } from './ed25519.ts'
import { open, seal } from './xchacha.ts'
import type { Crypto } from '../protocol/crypto.ts'

/** `Crypto` by node:crypto, which agrees with `nobleCrypto` on every input; test/crypto holds it to that. */
export const nativeCrypto: Crypto = {
  randomBytes: (length) => plain(randomBytes(length)),
  sha256: (...parts) => hashOf('sha256', parts),
  sha512: (...parts) => hashOf('sha512', parts),
  // A key object, because Node takes twice as long with the bytes of a key.
  hmac: (key, data) => plain(createHmac('sha256', createSecretKey(key)).update(data).digest()),
  hkdf: (secret, info) =>
    new Uint8Array(hkdfSync('sha256', createSecretKey(secret), new Uint8Array(), info, 32)),
  publicKey,
  sign,
  verify,
  isSoundKey,
  seal,
  open
}

function hashOf(algorithm: 'sha256' | 'sha512', parts: Uint8Array[]): Uint8Array {
  const hash = createHash(algorithm)
  for (const part of parts) hash.update(part)
  return plain(hash.digest())
}

// Every record of a device asks, and the answer takes 0.8 ms.
const sound = new LRUCache<string, boolean>({ max: 20_000 })

function isSoundKey(key: Uint8Array): boolean {
  const id = Buffer.from(key).toString('latin1')
  const known = sound.get(id)
  if (known !== undefined) return known
  const answer = nobleCrypto.isSoundKey(key)
  sound.set(id, answer)
  return answer
}
