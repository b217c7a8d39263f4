import fc from 'fast-check'
import { concatBytes } from '../../src/protocol/index.ts'

/** The bytes without their end, from none of them to all but one. */
export const truncations = (bytes: Uint8Array): Uint8Array[] =>
  Array.from(bytes, (_, length) => bytes.slice(0, length))

/** The bytes with one bit changed, for each bit. */
export const bitFlips = (bytes: Uint8Array): Uint8Array[] =>
  Array.from({ length: bytes.length * 8 }, (_, bit) => {
    const flipped = bytes.slice()
    flipped[bit >> 3]! ^= 1 << (bit & 7)
    return flipped
  })

/** Whatever else may become of bytes on their way: parts cut out, put in, said twice, noise. */
export const mutations = (bytes: Uint8Array): fc.Arbitrary<Uint8Array> => {
  const place = fc.nat(bytes.length)
  const cut = fc.tuple(place, place, fc.uint8Array({ maxLength: 40 }))
  const spliced = cut.map(([a, b, noise]) =>
    concatBytes(bytes.subarray(0, Math.min(a, b)), noise, bytes.subarray(Math.max(a, b)))
  )
  const repeated = cut.map(([a, b, noise]) => concatBytes(bytes, bytes.subarray(Math.min(a, b)), noise))
  return fc.oneof(spliced, repeated, fc.uint8Array({ maxLength: 2 * bytes.length }))
}
