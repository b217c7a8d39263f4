import { StorageError } from '../errors.ts'

// The first byte of every stored value says how the rest is written. Encryption at rest becomes 0x01, here alone.
const clear = 0x00

/** A value as the disk gets it. */
export function seal(value: Uint8Array): Uint8Array {
  // From Node's pool: a new ArrayBuffer for each small value halves the speed of batches.
  const stored = Buffer.allocUnsafe(1 + value.length)
  stored[0] = clear
  stored.set(value, 1)
  return stored
}

/** The value that `seal` got. @throws StorageError where a newer Starling, or something else, wrote it */
export function unseal(stored: Uint8Array): Uint8Array {
  if (stored[0] !== clear) {
    throw new StorageError(
      `The database holds a value of format ${stored[0] ?? 'none'}, which this version can't read. Install a newer Starling.`
    )
  }
  return view(stored, 1)
}

/** The bytes from an offset, not copied: level hands out Buffers, whose `slice` and `toString` differ. */
export function view(bytes: Uint8Array, offset: number): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset + offset, bytes.length - offset)
}
