import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { nativeCrypto } from '../../src/crypto/index.ts'
import { concatBytes, utf8 } from '../../src/protocol/index.ts'
import type { Crypto } from '../../src/protocol/index.ts'

/** Crypto whose random bytes are sha256(label, 0), sha256(label, 1) ... one after the other: for vectors. */
export function seededCrypto(label: string): Crypto {
  let drawn = new Uint8Array()
  let count = 0
  const randomBytes = (length: number): Uint8Array => {
    while (drawn.length < length)
      drawn = concatBytes(drawn, nativeCrypto.sha256(utf8(label), Uint8Array.of(count++))) as typeof drawn
    const bytes = drawn.slice(0, length)
    drawn = drawn.slice(length)
    return bytes
  }
  const seal: Crypto['seal'] = (key, data, associated) => {
    const nonce = randomBytes(24)
    return concatBytes(nonce, xchacha20poly1305(key, nonce, associated).encrypt(data))
  }
  return { ...nativeCrypto, randomBytes, seal }
}
