import { ed25519, ED25519_TORSION_SUBGROUP } from '@noble/curves/ed25519.js'
import { sha512 } from '@noble/hashes/sha2.js'
import { concatBytes, fromHex } from '../../src/protocol/bytes.ts'

export type Point = InstanceType<typeof ed25519.Point>

/** The order of the base point. */
export const order = ed25519.Point.Fn.ORDER

/** The 8 points of small order; the one at 1 has order 8. */
export const torsion: Point[] = ED25519_TORSION_SUBGROUP.map((encoded) =>
  ed25519.Point.fromBytes(fromHex(encoded), true)
)

export const times = (point: Point, scalar: bigint): Point =>
  scalar === 0n ? ed25519.Point.ZERO : point.multiplyUnsafe(scalar)
export const base = (scalar: bigint): Point => times(ed25519.Point.BASE, scalar % order)

/** Any encoding of a point, canonical or not. */
export const pointOf = (encoded: Uint8Array): Point => ed25519.Point.fromBytes(encoded, true)

/** A number as 32 bytes, little-endian. */
export function scalarBytes(scalar: bigint): Uint8Array {
  const bytes = new Uint8Array(32)
  for (let index = 0, rest = scalar; index < 32; index++, rest >>= 8n) bytes[index] = Number(rest & 255n)
  return bytes
}

/** k = sha512(R || A || message) mod L. */
export function challenge(commitment: Uint8Array, key: Uint8Array, message: Uint8Array): bigint {
  const hash = sha512(concatBytes(commitment, key, message))
  return hash.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n) % order
}
