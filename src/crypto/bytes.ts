/** A Buffer as the Uint8Array that everything else expects: `slice` copies, and equality holds. Shares its memory. */
export const plain = (buffer: Buffer): Uint8Array =>
  new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length)
