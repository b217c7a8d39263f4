import { equalBytes, utf8 } from './bytes.ts'
import { maxPicture, maxPictureSide } from './limits.ts'

/** What a picture's own header says of it. */
export interface PictureInfo {
  type: 'image/png' | 'image/jpeg'
  /** Pixels. */
  width: number
  height: number
}

const pngStart = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const pngHeader = utf8('IHDR')

/** The picture, or undefined where the bytes are no PNG or JPEG within the limits. Only headers are read. */
export function readPicture(bytes: Uint8Array): PictureInfo | undefined {
  if (bytes.length > maxPicture) return undefined
  const picture = readPng(bytes) ?? readJpeg(bytes)
  const isSide = (side: number): boolean => side >= 1 && side <= maxPictureSide
  return picture && isSide(picture.width) && isSide(picture.height) ? picture : undefined
}

function readPng(bytes: Uint8Array): PictureInfo | undefined {
  if (bytes.length < 33 || !equalBytes(bytes.subarray(0, 8), pngStart)) return undefined
  if (!equalBytes(bytes.subarray(12, 16), pngHeader)) return undefined
  const view = viewOf(bytes)
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

/** Walks the segments up to the one that begins a frame. */
function readJpeg(bytes: Uint8Array): PictureInfo | undefined {
  const view = viewOf(bytes)
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined
  for (let at = 2; at + 9 <= bytes.length; at += 2 + view.getUint16(at + 2)) {
    if (bytes[at] !== 0xff) return undefined
    if (isFrame(bytes[at + 1]!))
      return { type: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
  }
  return undefined
}

/** C4, C8 and CC stand among the frames' markers and mean something else. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength)
