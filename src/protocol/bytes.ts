import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { concat } from 'uint8arrays/concat'
import { equals } from 'uint8arrays/equals'
import { fromString } from 'uint8arrays/from-string'
import { toString } from 'uint8arrays/to-string'

const encoder = new TextEncoder()
// `ignoreBOM` keeps a byte order mark, so that no two texts are the same.
const strictDecoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The parts, one after the other. */
export const concatBytes = (...parts: Uint8Array[]): Uint8Array => concat(parts)
/** Whether both are the same bytes; takes longer the more they agree, so it is not for secrets. */
export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean => equals(a, b)
/** Text as UTF-8. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text)
/** Lower case. Every map of devices and records has such keys: multiformats takes four times as long. */
export const hex = (bytes: Uint8Array): string => bytesToHex(bytes)
/** @throws where it is not hexadecimal */
export const fromHex = (text: string): Uint8Array => hexToBytes(text)
/** Lower case, unpadded, without multibase prefix. */
export const base32 = (bytes: Uint8Array): string => toString(bytes, 'base32')
/** @throws where it is not base32 */
export const fromBase32 = (text: string): Uint8Array => fromString(text, 'base32')
/** base58btc, without multibase prefix. */
export const base58 = (bytes: Uint8Array): string => toString(bytes, 'base58btc')
/** @throws where it is not base58btc */
export const fromBase58 = (text: string): Uint8Array => fromString(text, 'base58btc')
/** Padded, of the standard alphabet. */
export const base64 = (bytes: Uint8Array): string => toString(bytes, 'base64pad')
/** @throws where it is not base64 */
export const fromBase64 = (text: string): Uint8Array => fromString(text, 'base64pad')
/** Unpadded. */
export const base64url = (bytes: Uint8Array): string => toString(bytes, 'base64url')
/** @throws where it is not base64url */
export const fromBase64url = (text: string): Uint8Array => fromString(text, 'base64url')

/** The text, or undefined where the bytes are not UTF-8. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return strictDecoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** Order of bytes: below 0 where a comes first. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const difference = a[i]! - b[i]!
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** A domain prefix as every signature and hash has one: `starling/<use>/v1` and a zero byte. */
export const domain = (use: string): Uint8Array => utf8(`starling/${use}/v1\0`)

/** Whether there is anything but zero bytes. */
export const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0)
