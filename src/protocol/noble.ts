import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { ed25519 } from '@noble/curves/ed25519.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { bytesToNumberLE } from '@noble/curves/utils.js'
import { concatBytes, randomBytes } from '@noble/hashes/utils.js'
import { equalBytes, utf8 } from './bytes.ts'
import type { Crypto } from './crypto.ts'

const nonceLength = 24

/** `Crypto` in JavaScript alone: the fallback in browsers, and the reference that native code is tested against. */
export const nobleCrypto: Crypto = {
  randomBytes,
  sha256: (...parts) => sha256(parts.length === 1 ? parts[0]! : concatBytes(...parts)),
  sha512: (...parts) => sha512(concatBytes(...parts)),
  hmac: (key, data) => hmac(sha256, key, data),
  hkdf: (secret, info) => hkdf(sha256, secret, undefined, utf8(info), 32),
  publicKey: (seed) => ed25519.getPublicKey(seed),
  sign: (seed, message) => ed25519.sign(message, seed),
  verify,
  isSoundKey: (key) => {
    const point = decodePoint(key)
    return point !== undefined && !point.is0() && point.isTorsionFree()
  },
  seal: (key, data, associated) => {
    const nonce = randomBytes(nonceLength)
    return concatBytes(nonce, xchacha20poly1305(key, nonce, associated).encrypt(data))
  },
  open: (key, sealed, associated) => {
    if (sealed.length < nonceLength + 16) return undefined
    const cipher = xchacha20poly1305(key, sealed.subarray(0, nonceLength), associated)
    try {
      return cipher.decrypt(sealed.subarray(nonceLength))
    } catch {
      return undefined
    }
  }
}

// noble's own verify multiplies by the cofactor and so accepts signatures that Node and WebCrypto refuse. Keys and
// commitments of small order are refused by WebCrypto and Node 24, not by Node 22: all peers must judge alike.
function verify(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== 64) return false
  const { Point } = ed25519
  const order = Point.Fn.ORDER
  const scalar = bytesToNumberLE(signature.subarray(32))
  const point = decodePoint(key)
  if (scalar >= order || point === undefined || point.isSmallOrder()) return false
  const commitment = signature.subarray(0, 32)
  const challenge = bytesToNumberLE(sha512(concatBytes(commitment, key, message))) % order
  const expected = multiply(Point.BASE, scalar).subtract(multiply(point, challenge))
  return equalBytes(expected.toBytes(), commitment) && !expected.isSmallOrder()
}

type Point = InstanceType<typeof ed25519.Point>

function multiply(point: Point, scalar: bigint): Point {
  return scalar === 0n ? ed25519.Point.ZERO : point.multiplyUnsafe(scalar)
}

function decodePoint(key: Uint8Array): Point | undefined {
  try {
    return ed25519.Point.fromBytes(key, false)
  } catch {
    return undefined
  }
}
