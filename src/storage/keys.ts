import type { FixedPart, TailPart } from './key-parts.ts'
import type { KeyCodec, RangeOptions } from './types.ts'

export interface TupleCodec<K> extends KeyCodec<K> {
  /** All keys that begin with these values. To be spread: `{ ...codec.startingWith(room), reverse: true }`. */
  startingWith(...first: First<K>): RangeOptions<K>
}

type Parts = readonly [...FixedPart<unknown>[], FixedPart<unknown> | TailPart<unknown>]
type Values<P> = {
  -readonly [I in keyof P]: P[I] extends FixedPart<infer T> ? T : P[I] extends TailPart<infer T> ? T : never
}
/** The first values of a key, but not all. */
type First<K> = K extends [...infer Rest, unknown] ? Rest | First<Rest> : never

/** Keys of several parts, of which only the last may vary in length: `tuple(u32, u64)` has keys `[number, bigint]`. */
export function tuple<const P extends Parts>(...parts: P): TupleCodec<Values<P>> {
  const fixedParts = parts.filter((part) => 'length' in part)
  const tail = parts.find((part) => 'write' in part)
  const offsets = fixedParts.map((_, index) => lengthOf(fixedParts.slice(0, index)))
  const fixedLength = lengthOf(fixedParts)

  const encode = (values: Values<P>): Uint8Array => {
    const end = tail?.write(values[fixedParts.length])
    const bytes = new Uint8Array(fixedLength + (end?.length ?? 0))
    for (let i = 0; i < fixedParts.length; i++) fixedParts[i]!.put(bytes, offsets[i]!, values[i])
    if (end !== undefined) bytes.set(end, fixedLength)
    return bytes
  }
  const decode = (bytes: Uint8Array): Values<P> => {
    const values: unknown[] = fixedParts.map((part, i) => part.get(bytes, offsets[i]!))
    if (tail !== undefined) values.push(tail.read(bytes.subarray(fixedLength)))
    return values as Values<P>
  }
  const startingWith = (...first: readonly unknown[]): RangeOptions<Values<P>> => {
    const least = new Uint8Array(fixedLength)
    for (const [i, value] of first.entries()) fixedParts[i]!.put(least, offsets[i]!, value)
    const next = successor(least, lengthOf(fixedParts.slice(0, first.length)))
    return { gte: decode(least), ...(next !== undefined && { lt: decode(next) }) }
  }
  return { encode, decode, startingWith }
}

/** Keys of one part. */
export function single<T>(part: FixedPart<T> | TailPart<T>): KeyCodec<T> {
  if ('write' in part) return { encode: (key) => part.write(key), decode: (bytes) => part.read(bytes) }
  return {
    encode: (key) => {
      const bytes = new Uint8Array(part.length)
      part.put(bytes, 0, key)
      return bytes
    },
    decode: (bytes) => part.get(bytes, 0)
  }
}

/** The least bytes of that length whose first `end` are greater; undefined where there are none. */
function successor(bytes: Uint8Array, end: number): Uint8Array | undefined {
  const next = bytes.slice()
  for (let index = end - 1; index >= 0; index--) {
    next[index]!++
    if (next[index] !== 0) return next
  }
  return undefined
}

const lengthOf = (parts: readonly FixedPart<unknown>[]): number =>
  parts.reduce((sum, part) => sum + part.length, 0)
