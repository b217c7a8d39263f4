import { concatBytes, utf8 } from '../../src/protocol/index.ts'

const two = (value: number): Uint8Array => Uint8Array.of((value >> 8) & 255, value & 255)
const four = (value: number): Uint8Array => concatBytes(two(value >>> 16), two(value & 0xffff))

/** The beginning of a PNG of that size, and some bytes that stand for the rest. */
export const png = (width: number, height: number): Uint8Array =>
  concatBytes(
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    four(13),
    utf8('IHDR'),
    four(width),
    four(height),
    new Uint8Array(20)
  )

/** The beginning of a JPEG: a comment, quantization tables, then the frame. */
export const jpeg = (width: number, height: number): Uint8Array =>
  concatBytes(
    Uint8Array.of(0xff, 0xd8),
    Uint8Array.of(0xff, 0xfe, 0, 7),
    utf8('hello'),
    Uint8Array.of(0xff, 0xc4, 0, 4, 1, 2),
    Uint8Array.of(0xff, 0xc2, 0, 17, 8),
    two(height),
    two(width),
    new Uint8Array(20)
  )
