import { compareBytes, concatBytes, domain } from './bytes.ts'
import type { Crypto } from './crypto.ts'
import type { RegisterLine } from './pb/sync.ts'

/**
 * What a peer holds of one device's feed: the highest number, and that event's id; in a forked feed all ids held, XORed
 * into one.
 */
export interface FeedHead {
  account: Uint8Array
  device: Uint8Array
  number: number
  id: Uint8Array
}

/** One for each first byte of an account id. */
export const bucketCount = 256
/** Bytes. */
export const bucketHashLength = 8

/** Feeds and registers are in the bucket of their account's first byte. */
export const bucketOf = ({ account }: Pick<FeedHead, 'account'>): number => account[0]!

/** 256 hashes of 8 bytes, one after the other; zeros where a bucket is empty. */
export function bucketHashes(crypto: Crypto, heads: FeedHead[], registers: RegisterLine[] = []): Uint8Array {
  const feedsIn = Map.groupBy(heads, bucketOf)
  const registersIn = Map.groupBy(registers, bucketOf)
  const hashes = new Uint8Array(bucketCount * bucketHashLength)
  for (const number of new Set([...feedsIn.keys(), ...registersIn.keys()])) {
    const feeds = feedsIn.get(number) ?? []
    const lines = feeds.sort((a, b) => compareBytes(a.device, b.device)).map(encodeLine)
    const current = (registersIn.get(number) ?? []).map(encodeRegisterLine).sort(compareBytes)
    // Of two sorts of lines the second has a mark of its own: no list of one can pass for one of both.
    const parts = current.length === 0 ? lines : [...lines, domain('registers'), ...current]
    hashes.set(
      crypto.sha256(domain('bucket'), ...parts).subarray(0, bucketHashLength),
      number * bucketHashLength
    )
  }
  return hashes
}

/** One hash of everything that a peer holds in a conversation: equal hashes mean nothing to send. */
export const digestOf = (crypto: Crypto, hashes: Uint8Array): Uint8Array =>
  crypto.sha256(domain('digest'), hashes)

/** Numbers of the buckets that differ. */
export function differingBuckets(mine: Uint8Array, theirs: Uint8Array): number[] {
  const at = (hashes: Uint8Array, bucket: number): Uint8Array =>
    hashes.subarray(bucket * bucketHashLength, (bucket + 1) * bucketHashLength)
  return Array.from({ length: bucketCount }, (_, bucket) => bucket).filter(
    (bucket) => compareBytes(at(mine, bucket), at(theirs, bucket)) !== 0
  )
}

function encodeLine({ device, number, id }: FeedHead): Uint8Array {
  const line = new Uint8Array(68)
  line.set(device)
  new DataView(line.buffer).setUint32(32, number)
  line.set(id, 36)
  return line
}

function encodeRegisterLine({ account, key, time, id }: RegisterLine): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, time)
  return concatBytes(account, key, bytes, id)
}
