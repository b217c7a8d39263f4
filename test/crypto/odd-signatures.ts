import { concatBytes, fromHex, hex, utf8 } from '../../src/protocol/bytes.ts'
import { nobleCrypto } from '../../src/protocol/noble.ts'
import { base, challenge, order, pointOf, scalarBytes, times, torsion } from './edwards.ts'
import type { Point } from './edwards.ts'

export interface SignatureVector {
  name: string
  key: string
  message: string
  signature: string
  /** What `verify` says. */
  valid: boolean
  /** What `isSoundKey` says of the key. */
  sound: boolean
}

const message = utf8('starling')
const secret = 1_234_567_890_123_456_789n
const key = base(secret).toBytes()
const eighth = torsion[1]!

/** Signatures on which implementations differ, and ordinary ones; made from fixed numbers. */
export function oddSignatures(): SignatureVector[] {
  return [...ordinary(), ...malleable(), ...smallKeys(), ...oddEncodings(), ...mixed(), ...lengths()]
}

function ordinary(): SignatureVector[] {
  const seed = new Uint8Array(32).fill(7)
  const publicKey = nobleCrypto.publicKey(seed)
  const signed = (text: Uint8Array) => nobleCrypto.sign(seed, text) as Uint8Array
  const flipped = (bytes: Uint8Array, at: number) =>
    bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))
  const long = new Uint8Array(1000).map((_, index) => index)
  return [
    vector('ordinary', publicKey, signed(message), true, true),
    vector('ordinary, empty message', publicKey, signed(new Uint8Array()), true, true, new Uint8Array()),
    vector('ordinary, 1,000 bytes', publicKey, signed(long), true, true, long),
    vector('ordinary, by its scalars', key, sign(777n), true, true),
    vector('bit of R flipped', publicKey, flipped(signed(message), 0), false, true),
    vector(
      'sign of R flipped',
      publicKey,
      signed(message).map((b, i) => (i === 31 ? b ^ 128 : b)),
      false,
      true
    ),
    vector('bit of S flipped', publicKey, flipped(signed(message), 32), false, true),
    vector('other message', publicKey, signed(long), false, true),
    vector('other key', key, signed(message), false, true)
  ]
}

function malleable(): SignatureVector[] {
  const signature = sign(777n)
  const commitment = signature.subarray(0, 32)
  const scalar = (777n + challenge(commitment, key, message) * secret) % order
  const withScalar = (value: bigint) => concatBytes(commitment, scalarBytes(value))
  return [
    vector('S + L', key, withScalar(scalar + order), false, true),
    vector('S + 2L', key, withScalar(scalar + 2n * order), false, true),
    vector('S + 8L', key, withScalar(scalar + 8n * order), false, true),
    vector('S = L - 1', key, withScalar(order - 1n), false, true),
    vector('S = L', key, withScalar(order), false, true),
    vector('S all ones', key, withScalar(2n ** 256n - 1n), false, true),
    vector('S = 0', key, withScalar(0n), false, true)
  ]
}

// Whoever has such a key can sign anything without a secret: with S = r any R = [r]B - [k]A that k agrees to.
function smallKeys(): SignatureVector[] {
  return torsion.flatMap((point, index) => {
    const name = `key of small order (${index})`
    const encoded = point.toBytes()
    const refused = [vector(`${name}, equation holds`, encoded, forged(encoded, point), false, false)]
    const identity = concatBytes(torsion[0]!.toBytes(), scalarBytes(0n))
    return index === 0
      ? [...refused, vector(`${name}, R = identity, S = 0`, encoded, identity, false, false)]
      : refused
  })
}

function oddEncodings(): SignatureVector[] {
  const ones = 'ff'.repeat(30)
  const zeros = '00'.repeat(30)
  const keys = {
    'y = 0 as p': `ed${ones}7f`,
    'y = 0 as p, x negative': `ed${ones}ff`,
    'y = 1 as p + 1': `ee${ones}7f`,
    'y = 1 as p + 1, x = -0': `ee${ones}ff`,
    'y = 1, x = -0': `01${zeros}80`,
    'y = -1, x = -0': `ec${ones}ff`
  }
  const notPoints = { 'y = 2, on no point': `02${zeros}00`, 'y = 7 as p + 7, on no point': `f4${ones}7f` }
  // S = k a makes [S]B - [k]A the identity, however R is written.
  const identityAs = (encoded: string) => {
    const commitment = fromHex(encoded)
    return concatBytes(commitment, scalarBytes((challenge(commitment, key, message) * secret) % order))
  }
  return [
    ...Object.entries(keys).map(([name, encoded]) =>
      vector(
        `key ${name}, equation holds`,
        fromHex(encoded),
        forged(fromHex(encoded), pointOf(fromHex(encoded))),
        false,
        false
      )
    ),
    ...Object.entries(notPoints).flatMap(([name, encoded]) => [
      vector(`key ${name}`, fromHex(encoded), sign(777n), false, false),
      vector(`R ${name}`, key, concatBytes(fromHex(encoded), scalarBytes(777n)), false, true)
    ]),
    vector('R = identity, equation holds', key, identityAs(`01${zeros}00`), false, true),
    vector('R = identity as y = p + 1', key, identityAs(`ee${ones}7f`), false, true),
    vector('R = identity as x = -0', key, identityAs(`01${zeros}80`), false, true)
  ]
}

// Here those who multiply by the cofactor, or check batches, say yes where others say no.
function mixed(): SignatureVector[] {
  const mixedKey = base(secret).add(eighth).toBytes()
  const agreeing = search((k) => k % 8n === 0n, mixedKey)
  const differing = search((k) => k % 8n !== 0n, mixedKey)
  const mixedCommitment = base(777n).add(eighth).toBytes()
  const overMixed = concatBytes(
    mixedCommitment,
    scalarBytes((777n + challenge(mixedCommitment, key, message) * secret) % order)
  )
  const small = torsion
    .map((point) => point.toBytes())
    .filter((commitment) => {
      const k = challenge(commitment, mixedKey, message)
      return times(eighth, 8n - (k % 8n)).equals(pointOf(commitment))
    })
    .map((commitment) =>
      concatBytes(commitment, scalarBytes((challenge(commitment, mixedKey, message) * secret) % order))
    )
  return [
    vector('key of mixed order, 8 divides k: equation holds', mixedKey, agreeing, true, false),
    vector('key of mixed order, only the cofactor makes it hold', mixedKey, differing, false, false),
    vector('R of mixed order, only the cofactor makes it hold', key, overMixed, false, true),
    ...small.map((signature) =>
      vector('key of mixed order, R of small order, equation holds', mixedKey, signature, false, false)
    )
  ]
}

function lengths(): SignatureVector[] {
  const signature = sign(777n)
  return [
    vector('signature of 63 bytes', key, signature.subarray(0, 63), false, true),
    vector('signature of 65 bytes', key, concatBytes(signature, new Uint8Array(1)), false, true),
    vector('empty signature', key, new Uint8Array(), false, true),
    vector('key of 31 bytes', key.subarray(0, 31), signature, false, false),
    vector('key of 33 bytes', concatBytes(key, new Uint8Array(1)), signature, false, false),
    vector('empty key', new Uint8Array(), signature, false, false)
  ]
}

/** By `secret`, under a chosen nonce. */
function sign(nonce: bigint, by = key): Uint8Array {
  const commitment = base(nonce).toBytes()
  const k = challenge(commitment, by, message)
  return concatBytes(commitment, scalarBytes((nonce + k * secret) % order))
}

/** The first signature whose challenge is as wanted. */
function search(wanted: (k: bigint) => boolean, by: Uint8Array): Uint8Array {
  for (let nonce = 1n; ; nonce++)
    if (wanted(challenge(base(nonce).toBytes(), by, message))) return sign(nonce, by)
}

/** A signature that fits a key of small order, R itself being of no small order. */
function forged(encoded: Uint8Array, point: Point): Uint8Array {
  for (let nonce = 1n; ; nonce++) {
    for (let guess = 0n; guess < 8n; guess++) {
      const commitment = base(nonce).subtract(times(point, guess)).toBytes()
      const k = challenge(commitment, encoded, message) % 8n
      if (times(point, k).equals(times(point, guess))) return concatBytes(commitment, scalarBytes(nonce))
    }
  }
}

function vector(
  name: string,
  publicKey: Uint8Array,
  signature: Uint8Array,
  valid: boolean,
  sound: boolean,
  signed = message
): SignatureVector {
  return { name, key: hex(publicKey), message: hex(signed), signature: hex(signature), valid, sound }
}
