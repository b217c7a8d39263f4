import { compareBytes, concatBytes } from './bytes.ts'
import type { Crypto } from './crypto.ts'

/** Whose key a safety number is over: account id and account key, 32 bytes each. */
export interface KeyHolder {
  account: Uint8Array
  accountKey: Uint8Array
}

const version = new Uint8Array(2)
/** Makes a search for a second key with the same digits 5,200 times as long. */
const iterations = 5200
const digitsOfChunk = 5

/**
 * Signal's numeric fingerprint (NumericFingerprintGenerator, version 0) over account keys, with account ids as the stable
 * identifiers: 60 digits, the same on both sides.
 */
export function safetyNumber(crypto: Crypto, one: KeyHolder, other: KeyHolder): string {
  const [first, second] = [one, other]
    .map((holder) => fingerprint(crypto, holder))
    .sort(compareBytes)
    .map(digits)
  return `${first}${second}`
}

function fingerprint(crypto: Crypto, { account, accountKey }: KeyHolder): Uint8Array {
  let hash = concatBytes(version, accountKey, account)
  for (let round = 0; round < iterations; round++) hash = crypto.sha512(hash, accountKey)
  return hash
}

/** 30 digits of the first 30 bytes: five of each five bytes. */
function digits(hash: Uint8Array): string {
  let text = ''
  for (let at = 0; at < 30; at += 5) {
    let chunk = 0
    for (const byte of hash.subarray(at, at + 5)) chunk = chunk * 256 + byte
    text += String(chunk % 100_000).padStart(digitsOfChunk, '0')
  }
  return text
}
