import { domain } from './bytes.ts'
import type { Crypto } from './crypto.ts'

const context = domain('proof-of-work')

/** More is never asked for: half a minute of one core. */
export const maxWorkBits = 24

/** How much work a solution shows: leading zero bits of its hash, 8 bytes tried after the challenge. */
export function workOf(crypto: Crypto, challenge: Uint8Array, solution: Uint8Array): number {
  let bits = 0
  for (const byte of crypto.sha256(context, challenge, solution)) {
    if (byte !== 0) return bits + Math.clz32(byte) - 24
    bits += 8
  }
  return bits
}

/** Tries up to `count` solutions from number `from` on; undefined where none of them does. */
export function findWork(
  crypto: Crypto,
  challenge: Uint8Array,
  bits: number,
  { from, count }: { from: number; count: number }
): Uint8Array | undefined {
  const solution = new Uint8Array(8)
  const view = new DataView(solution.buffer)
  for (let number = from; number < from + count; number++) {
    view.setBigUint64(0, BigInt(number))
    if (workOf(crypto, challenge, solution) >= bits) return solution
  }
  return undefined
}
