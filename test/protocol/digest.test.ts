import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import {
  bucketCount,
  bucketHashes,
  bucketHashLength,
  bucketOf,
  concatBytes,
  differingBuckets,
  digestOf,
  domain,
  hex
} from '../../src/protocol/index.ts'
import { vectorFile, vectorText } from '../vectors/json.ts'
import { seededCrypto } from './seeded-crypto.ts'
import type { FeedHead } from '../../src/protocol/index.ts'

const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 })
const anyHead: fc.Arbitrary<FeedHead> = fc.record({
  account: bytes32,
  device: bytes32,
  number: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
  id: bytes32
})
const anyHeads = fc.uniqueArray(anyHead, { selector: ({ device }) => hex(device), maxLength: 60 })

const hashes = (heads: FeedHead[]): Uint8Array => bucketHashes(crypto, heads)
const digest = (heads: FeedHead[]): string => hex(digestOf(crypto, hashes(heads)))

test('who holds the same in another order has the same digest', () => {
  fc.assert(
    fc.property(
      anyHeads.chain((heads) =>
        fc.tuple(fc.constant(heads), fc.shuffledSubarray(heads, { minLength: heads.length }))
      ),
      ([heads, shuffled]) => {
        expect(digest(shuffled)).toBe(digest(heads))
      }
    )
  )
})

test('any difference changes the digest, and shows in its bucket alone', () => {
  const changes: ((head: FeedHead) => FeedHead | undefined)[] = [
    (head) => ({ ...head, number: head.number === 1 ? 2 : head.number - 1 }),
    (head) => ({ ...head, id: crypto.sha256(head.id) }),
    (head) => ({ ...head, device: crypto.sha256(head.device) }),
    () => undefined
  ]
  fc.assert(
    fc.property(anyHeads, anyHead, fc.constantFrom(...changes), (others, head, change) => {
      const changed = change(head)
      const [mine, theirs] = [[...others, head], changed === undefined ? others : [...others, changed]]
      expect(digest(mine)).not.toBe(digest(theirs))
      expect(differingBuckets(hashes(mine), hashes(theirs))).toEqual([bucketOf(head)])
    })
  )
})

test('nothing held has a digest too', () => {
  expect(hashes([])).toEqual(new Uint8Array(bucketCount * bucketHashLength))
  expect(digest([])).toBe(hex(crypto.sha256(domain('digest'), new Uint8Array(2048))))
  expect(differingBuckets(hashes([]), hashes([]))).toEqual([])
})

test('a bucket is hashed as the page on the protocol says', () => {
  const [account, one, two, id] = [
    crypto.randomBytes(32),
    new Uint8Array(32).fill(1),
    new Uint8Array(32).fill(2),
    crypto.randomBytes(32)
  ]
  const line = (device: Uint8Array, number: number[]): Uint8Array =>
    concatBytes(device, Uint8Array.from(number), id)
  const expected = crypto.sha256(domain('bucket'), line(one, [0, 0, 1, 2]), line(two, [255, 255, 255, 255]))
  const at = account[0]! * bucketHashLength
  const held = hashes([
    { account, device: two, number: 2 ** 32 - 1, id },
    { account, device: one, number: 258, id }
  ])
  expect(held.subarray(at, at + bucketHashLength)).toEqual(expected.subarray(0, bucketHashLength))
})

test('hashes of any length that a peer may send are compared without harm', () => {
  const mine = hashes([
    { account: new Uint8Array(32), device: new Uint8Array(32), number: 1, id: new Uint8Array(32) }
  ])
  expect(differingBuckets(mine, new Uint8Array())).toHaveLength(bucketCount)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), (theirs) => {
      const buckets = differingBuckets(mine, theirs)
      expect(buckets.every((bucket) => bucket >= 0 && bucket < bucketCount)).toBe(true)
    })
  )
})

test('the vectors are those of this code', async () => {
  const seeded = seededCrypto('digest')
  const head = (first: number, number: number): FeedHead => {
    const account = seeded.randomBytes(32)
    account[0] = first
    return { account, device: seeded.randomBytes(32), number, id: seeded.randomBytes(32) }
  }
  const heads = [head(0, 1), head(7, 300), head(7, 2 ** 32 - 1), head(255, 2)]
  const found = bucketHashes(seeded, heads)
  const vector = {
    heads: heads.map(({ account, device, number, id }) => ({
      account: hex(account),
      device: hex(device),
      number,
      id: hex(id)
    })),
    buckets: [0, 1, 7, 255].map((bucket) => ({
      bucket,
      hash: hex(found.subarray(bucket * bucketHashLength, (bucket + 1) * bucketHashLength))
    })),
    digest: hex(digestOf(seeded, found)),
    emptyDigest: hex(digestOf(seeded, bucketHashes(seeded, [])))
  }
  await expect(await vectorText(vector)).toMatchFileSnapshot(vectorFile('digest'))
})
