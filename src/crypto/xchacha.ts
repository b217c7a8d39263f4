import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { hchacha } from '@noble/ciphers/chacha.js'
import { concatBytes, utf8 } from '../protocol/bytes.ts'
import { nobleCrypto } from '../protocol/noble.ts'
import { plain } from './bytes.ts'

// Below, the calls into OpenSSL cost more than noble's arithmetic; at 64 KiB OpenSSL is 8 times faster.
const nativeFrom = 2048
const nonceLength = 24
const tagLength = 16

/** As `Crypto.seal`. */
export function seal(key: Uint8Array, data: Uint8Array, associated: Uint8Array): Uint8Array {
  if (data.length < nativeFrom) return nobleCrypto.seal(key, data, associated)
  const nonce = plain(randomBytes(nonceLength))
  const { subkey, rest } = derive(key, nonce)
  const cipher = createCipheriv(algorithm, subkey, rest, options)
  subkey.fill(0)
  cipher.setAAD(associated, { plaintextLength: data.length })
  return concatBytes(nonce, cipher.update(data), cipher.final(), cipher.getAuthTag())
}

/** As `Crypto.open`. */
export function open(key: Uint8Array, sealed: Uint8Array, associated: Uint8Array): Uint8Array | undefined {
  const length = sealed.length - nonceLength - tagLength
  if (length < nativeFrom || key.length !== 32) return nobleCrypto.open(key, sealed, associated)
  const { subkey, rest } = derive(key, sealed.subarray(0, nonceLength))
  const cipher = createDecipheriv(algorithm, subkey, rest, options)
  subkey.fill(0)
  cipher.setAAD(associated, { plaintextLength: length })
  cipher.setAuthTag(sealed.subarray(-tagLength))
  const data = cipher.update(sealed.subarray(nonceLength, -tagLength))
  try {
    cipher.final()
    return plain(data)
  } catch {
    return undefined
  }
}

const algorithm = 'chacha20-poly1305'
const options = { authTagLength: tagLength }
const sigma = words(utf8('expand 32-byte k'))

// XChaCha20 is ChaCha20 under HChaCha20(key, first 16 bytes of the nonce), with zeros and the last 8 as its nonce.
function derive(key: Uint8Array, nonce: Uint8Array): { subkey: Uint8Array; rest: Uint8Array } {
  if (key.length !== 32) throw new RangeError('A key is 32 bytes')
  const keyWords = words(key)
  const subkey = new Uint32Array(8)
  hchacha(sigma, keyWords, words(nonce.subarray(0, 16)), subkey)
  keyWords.fill(0)
  return { subkey: new Uint8Array(subkey.buffer), rest: concatBytes(new Uint8Array(4), nonce.subarray(16)) }
}

// A copy, because a view of words must begin at a multiple of 4.
function words(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(Uint8Array.from(bytes).buffer)
}
