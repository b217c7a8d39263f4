import { utf8, utf8Text } from '../protocol/bytes.ts'

/** A part of a key that always takes `length` bytes, which sort as its values do. */
export interface FixedPart<T> {
  readonly length: number
  /** @throws RangeError where the value does not fit */
  put(into: Uint8Array, at: number, value: T): void
  get(from: Uint8Array, at: number): T
}

/** The last part of a key, of any length. */
export interface TailPart<T> {
  /** @throws RangeError where the value can be no key */
  write(value: T): Uint8Array
  read(bytes: Uint8Array): T
}

// A view for each number costs more than all else that a batch does: one view, and copies.
const scratch = new Uint8Array(8)
const scratchView = new DataView(scratch.buffer)

/** Unsigned integers, big-endian. */
export const u8: FixedPart<number> = {
  length: 1,
  put: (into, at, value) => {
    into[at] = unsigned(value, 8)
  },
  get: (from, at) => from[at]!
}
export const u32: FixedPart<number> = {
  length: 4,
  put: (into, at, value) => {
    scratchView.setUint32(0, unsigned(value, 32))
    for (let i = 0; i < 4; i++) into[at + i] = scratch[i]!
  },
  get: (from, at) => {
    for (let i = 0; i < 4; i++) scratch[i] = from[at + i]!
    return scratchView.getUint32(0)
  }
}
export const u64: FixedPart<bigint> = {
  length: 8,
  put: (into, at, value) => {
    if (value < 0n || value > maxU64) throw new RangeError(`${value} is no unsigned 64-bit integer`)
    scratchView.setBigUint64(0, value)
    for (let i = 0; i < 8; i++) into[at + i] = scratch[i]!
  },
  get: (from, at) => {
    for (let i = 0; i < 8; i++) scratch[i] = from[at + i]!
    return scratchView.getBigUint64(0)
  }
}

/** Exactly so many bytes: an id, a hash. */
export const fixed = (length: number): FixedPart<Uint8Array> => ({
  length,
  put: (into, at, value) => {
    if (value.length !== length) throw new RangeError(`${value.length} bytes where ${length} belong`)
    into.set(value, at)
  },
  get: (from, at) => from.subarray(at, at + length)
})

/** Any bytes. */
export const rest: TailPart<Uint8Array> = { write: (value) => value, read: (bytes) => bytes }

/** UTF-8, which sorts by code point. */
export const text: TailPart<string> = {
  write: (value) => {
    // The encoder turns a lone surrogate into U+FFFD, which would make two keys one.
    if (!value.isWellFormed()) throw new RangeError('A lone surrogate can be no key')
    return utf8(value)
  },
  read: (bytes) => {
    const value = utf8Text(bytes)
    if (value === undefined) throw new RangeError('A key that is not UTF-8')
    return value
  }
}

const maxU64 = 2n ** 64n - 1n

function unsigned(value: number, bits: 8 | 32): number {
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** bits) {
    throw new RangeError(`${value} is no unsigned ${bits}-bit integer`)
  }
  return value
}
