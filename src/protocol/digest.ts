import { compareBytes, domain } from './bytes.ts'
import type { Crypto } from './crypto.ts'

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

/** A feed is in the bucket of its account's first byte. */
export const bucketOf = ({ account }: FeedHead): number => account[0]!

/** 256 hashes of 8 bytes, one after the other; zeros where a bucket is empty. */
export function bucketHashes(crypto: Crypto, heads: FeedHead[]): Uint8Array {
  const buckets = new Map<number, FeedHead[]>()
  for (const head of heads) {
    const bucket = buckets.get(bucketOf(head))
    if (bucket === undefined) buckets.set(bucketOf(head), [head])
    else bucket.push(head)
  }
  const hashes = new Uint8Array(bucketCount * bucketHashLength)
  for (const [number, lines] of buckets) {
    const sorted = lines.sort((a, b) => compareBytes(a.device, b.device)).map(encodeLine)
    hashes.set(
      crypto.sha256(domain('bucket'), ...sorted).subarray(0, bucketHashLength),
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
