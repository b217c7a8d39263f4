import { RFC9162 as rfc9162 } from '@transmute/rfc9162'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import {
  consistencyProof,
  emptyFrontier,
  frontierBefore,
  frontierOf,
  inclusionProof,
  isConsistent,
  isIncluded,
  joinHashes,
  leafHash,
  nodeHash,
  rootOf,
  splitHashes,
  utf8,
  withLeaf
} from '../../src/protocol/index.ts'
import type { Frontier, SubtreeReader, Tree } from '../../src/protocol/index.ts'

const leaves = Array.from({ length: 70 }, (_, index) => utf8(`leaf ${index}`))
const hashes = leaves.map((leaf) => leafHash(crypto, leaf))

const frontier = (size: number): Frontier =>
  hashes.slice(0, size).reduce((before, hash) => withLeaf(crypto, before, hash), emptyFrontier)
const tree = (size: number): Tree => ({ size, root: rootOf(crypto, frontier(size)) })

const subtree: SubtreeReader = (level, index) => {
  if (level === 0) return hashes[index]!
  return nodeHash(
    crypto,
    subtree(level - 1, 2 * index) as Uint8Array,
    subtree(level - 1, 2 * index + 1) as Uint8Array
  )
}

const included = (index: number, size: number): Promise<Uint8Array[]> =>
  inclusionProof(crypto, subtree, index, size)
const consistent = (from: number, size: number): Promise<Uint8Array[]> =>
  consistencyProof(crypto, subtree, from, size)

/** That implementation also gives the first hash where the asker has it: RFC 9162, 2.1.4.1 leaves it out. */
async function spelledOut(from: number, size: number): Promise<Uint8Array[]> {
  const isWhole = Number.isInteger(Math.log2(from))
  return [...(isWhole ? [tree(from).root] : []), ...(await consistent(from, size))]
}

/** Two sizes and a leaf of the smaller one. */
const places = fc
  .record({ size: fc.integer({ min: 1, max: 70 }), from: fc.nat(), index: fc.nat() })
  .map(({ size, from, index }) => ({ size, from: 1 + (from % size), index: index % size }))

test('roots are those of another implementation', async () => {
  for (let size = 1; size <= 70; size++)
    expect(tree(size).root, `${size}`).toEqual(await rfc9162.treeHead(leaves.slice(0, size)))
  expect(tree(0).root).toEqual(await rfc9162.treeHead([]))
})

test('proofs are those of another implementation', async () => {
  for (let size = 1; size <= 34; size++) {
    const entries = leaves.slice(0, size)
    for (let index = 0; index < size; index++)
      expect(await included(index, size)).toEqual(await rfc9162.PATH(index, entries))
    for (let from = 1; from < size; from++)
      expect(await spelledOut(from, size)).toEqual(await rfc9162.PROOF(from, entries))
  }
})

test('what one proves, the other verifies', async () => {
  await fc.assert(
    fc.asyncProperty(places, async ({ size, from, index }) => {
      const { inclusion_path } = await rfc9162.inclusionProof(leaves[index]!, leaves.slice(0, size))
      expect(isIncluded(crypto, tree(size), index, hashes[index]!, inclusion_path)).toBe(true)
      const proof = {
        log_id: '',
        tree_size: size,
        leaf_index: index,
        inclusion_path: await included(index, size)
      }
      expect(await rfc9162.verifyInclusionProof(tree(size).root, hashes[index]!, proof)).toBe(true)
      expect(isConsistent(crypto, tree(from), tree(size), await consistent(from, size))).toBe(true)
      if (from === size) return
      const path = {
        log_id: '',
        tree_size_1: from,
        tree_size_2: size,
        consistency_path: await spelledOut(from, size)
      }
      expect(await rfc9162.verifyConsistencyProof(tree(from).root, tree(size).root, path)).toBe(true)
    })
  )
})

test('the frontier of a size is what its leaves leave', async () => {
  for (let size = 0; size <= 70; size++) expect(await frontierOf(subtree, size)).toEqual(frontier(size))
})

test('the proof of a leaf has the frontier before it, of whatever size it is', async () => {
  for (let size = 1; size <= 34; size++)
    for (let index = 0; index < size; index++)
      expect(frontierBefore(index, size, await included(index, size))).toEqual(frontier(index))
})

test('a leaf tells of every subtree that it completes', () => {
  const told: [number, Uint8Array][] = []
  withLeaf(crypto, frontier(7), hashes[7]!, (level, hash) => told.push([level, hash]))
  expect(told).toEqual([0, 1, 2, 3].map((level) => [level, subtree(level, 2 ** (3 - level) - 1)]))
})

test('no proof shows another leaf, place, size or root', async () => {
  await fc.assert(
    fc.asyncProperty(places, fc.nat(69), fc.integer({ min: 1, max: 70 }), async (place, other, otherSize) => {
      const { size, index } = place
      const proof = await included(index, size)
      if (other !== index) {
        expect(isIncluded(crypto, tree(size), index, hashes[other]!, proof)).toBe(false)
        expect(isIncluded(crypto, tree(size), other, hashes[index]!, proof)).toBe(false)
      }
      if (otherSize !== size) {
        const root = tree(otherSize).root
        expect(isIncluded(crypto, { size, root }, index, hashes[index]!, proof)).toBe(false)
      }
    })
  )
})

test('no proof shows that another log is a beginning', async () => {
  await fc.assert(
    fc.asyncProperty(places, fc.integer({ min: 1, max: 70 }), async ({ from, size }, other) => {
      const proof = await consistent(from, size)
      if (other !== from) {
        const forged = { size: from, root: tree(other).root }
        expect(isConsistent(crypto, forged, tree(size), proof)).toBe(false)
      }
      if (other !== size) {
        const forged = { size, root: tree(other).root }
        expect(isConsistent(crypto, tree(from), forged, proof)).toBe(false)
      }
    })
  )
})

test('no proof with a hash more, less or changed is taken', async () => {
  await fc.assert(
    fc.asyncProperty(places, fc.nat(), async ({ size, from, index }, at) => {
      for (const [proof, isTaken] of [
        [
          await included(index, size),
          (other: Uint8Array[]) => isIncluded(crypto, tree(size), index, hashes[index]!, other)
        ],
        [
          await consistent(from, size),
          (other: Uint8Array[]) => isConsistent(crypto, tree(from), tree(size), other)
        ]
      ] as const) {
        expect(isTaken([...proof, hashes[0]!])).toBe(false)
        expect(isTaken([hashes[0]!, ...proof])).toBe(false)
        if (proof.length === 0) continue
        const place = at % proof.length
        expect(isTaken(proof.toSpliced(place, 1))).toBe(false)
        expect(isTaken(proof.with(place, crypto.randomBytes(32)))).toBe(false)
      }
    })
  )
})

test('a log is never the beginning of a shorter one', async () => {
  expect(isConsistent(crypto, tree(8), tree(5), await consistent(5, 8))).toBe(false)
  expect(isConsistent(crypto, tree(5), tree(5), [])).toBe(true)
  expect(isConsistent(crypto, { size: 5, root: tree(6).root }, tree(5), [])).toBe(false)
  expect(isConsistent(crypto, tree(0), tree(5), [])).toBe(true)
  expect(isConsistent(crypto, { size: 0, root: hashes[0]! }, tree(5), [])).toBe(false)
})

test('hashes travel one after the other', () => {
  expect(splitHashes(joinHashes(hashes))).toEqual(hashes)
  expect(splitHashes(joinHashes([]))).toEqual([])
  expect(splitHashes(joinHashes(hashes).subarray(1))).toBeUndefined()
})

test('sizes beyond 32 bits are halved like others', async () => {
  const index = 2 ** 33 + 1
  const size = 2 ** 34
  const constant: SubtreeReader = (level) => levels[level]!
  const levels = [hashes[0]!]
  while (levels.length <= 34) levels.push(nodeHash(crypto, levels.at(-1)!, levels.at(-1)!))
  const root = levels[34]!
  const proof = await inclusionProof(crypto, constant, index, size)
  expect(proof).toHaveLength(34)
  expect(isIncluded(crypto, { size, root }, index, hashes[0]!, proof)).toBe(true)
  const part = { size: index, root: rootOf(crypto, await frontierOf(constant, index)) }
  const path = await consistencyProof(crypto, constant, index, size)
  expect(isConsistent(crypto, part, { size, root }, path)).toBe(true)
})
