import {
  createPrivateKey,
  createPublicKey,
  sign as signNative,
  verify as verifyNative,
  type KeyObject
} from 'node:crypto'
import { ED25519_TORSION_SUBGROUP } from '@noble/curves/ed25519.js'
import { LRUCache } from 'lru-cache'
import { fromHex, hex } from '../protocol/bytes.ts'
import { plain } from './bytes.ts'

// What DER puts before the 32 bytes of a seed (PKCS #8) and of a public key (SPKI).
const seedPrefix = Buffer.from('302e020100300506032b657004220420', 'hex')
const keyPrefix = Buffer.from('302a300506032b6570032100', 'hex')

// Reading a key takes half as long as verifying with it.
const keys = new LRUCache<string, KeyObject>({ max: 5000 })

/** Not cached: it would outlive the wiping of the seed, and saves 0.05 ms on the few signatures of a device's own. */
export function sign(seed: Uint8Array, message: Uint8Array): Uint8Array {
  return plain(signNative(null, message, privateKey(seed)))
}

export function publicKey(seed: Uint8Array): Uint8Array {
  return plain(createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' })).slice(
    keyPrefix.length
  )
}

/** Signatures that one turn of the event loop verifies at once. */
const maxAtOnce = 4
let atOnce = 0

/**
 * A few at once, 0.08 ms each; of many, the others on the thread pool, where two cores verify 20,000 a second. A single
 * one would wait there for the next turn, which on a busy machine is long.
 */
export async function verify(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const object = keyObject(key)
  if (object === undefined || isSmall(signature.subarray(0, 32))) return false
  if (atOnce < maxAtOnce) {
    if (atOnce++ === 0) setImmediate(() => (atOnce = 0))
    return verifyNative(null, message, object, signature)
  }
  return new Promise((resolve) => {
    verifyNative(null, message, object, signature, (error, valid) => resolve(error === null && valid))
  })
}

function privateKey(seed: Uint8Array): KeyObject {
  if (seed.length !== 32) throw new RangeError('An Ed25519 seed is 32 bytes')
  const der = Buffer.concat([seedPrefix, seed])
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  } finally {
    der.fill(0)
  }
}

function keyObject(key: Uint8Array): KeyObject | undefined {
  const id = idOf(key)
  const known = keys.get(id)
  if (known !== undefined || !isCanonical(key) || isSmall(key)) return known
  const object = createPublicKey({ key: Buffer.concat([keyPrefix, key]), format: 'der', type: 'spki' })
  keys.set(id, object)
  return object
}

const idOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

// Node 24 refuses points of small order, Node 22 does not.
const smallOrder = new Set(ED25519_TORSION_SUBGROUP.map((point) => idOf(fromHex(point))))
const isSmall = (point: Uint8Array): boolean => smallOrder.has(idOf(point))

const prime = 2n ** 255n - 19n

// OpenSSL also takes encodings that RFC 8032 forbids: y beyond the prime, and a sign on x = 0.
function isCanonical(key: Uint8Array): boolean {
  if (key.length !== 32) return false
  const number = BigInt(`0x${hex(key.toReversed())}`)
  const y = BigInt.asUintN(255, number)
  return y < prime && (number === y || (y !== 1n && y !== prime - 1n))
}
