import { StorageError } from '../errors.ts'
import type { Cipher } from './types.ts'

// The first byte of every stored value says how the rest is written.
const clear = 0x00
const sealed = 0x01

/** A value as the disk gets it; `key` is its level key. An empty one tells nothing, and stays as it is. */
export function seal(cipher: Cipher | undefined, key: Uint8Array, value: Uint8Array): Uint8Array {
  if (cipher === undefined || value.length === 0) return withFormat(clear, value)
  return withFormat(sealed, cipher.seal(value, key))
}

/**
 * The value that `seal` got.
 *
 * @throws StorageError where a newer Starling or something else wrote it, or wrote it for another key
 */
export function unseal(cipher: Cipher | undefined, key: Uint8Array, stored: Uint8Array): Uint8Array {
  const [format] = stored
  if (format === clear && (cipher === undefined || stored.length === 1)) return view(stored, 1)
  if (format === sealed && cipher !== undefined) {
    const value = cipher.open(view(stored, 1), key)
    if (value !== undefined) return value
  }
  throw new StorageError(
    format === clear || format === sealed
      ? 'The database holds a value that was not written by this profile: it is damaged. Restore it from a copy.'
      : `The database holds a value of format ${format ?? 'none'}, which this version can't read. Install a newer Starling.`
  )
}

/** The bytes from an offset, not copied: level hands out Buffers, whose `slice` and `toString` differ. */
export function view(bytes: Uint8Array, offset: number): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset + offset, bytes.length - offset)
}

function withFormat(format: number, rest: Uint8Array): Uint8Array {
  // From Node's pool: a new ArrayBuffer for each small value halves the speed of batches.
  const stored = Buffer.allocUnsafe(1 + rest.length)
  stored[0] = format
  stored.set(rest, 1)
  return stored
}
