import { concatBytes, equalBytes } from './bytes.ts'
import type { Awaitable, Crypto } from './crypto.ts'

const leafPrefix = Uint8Array.of(0)
const nodePrefix = Uint8Array.of(1)
const hashSize = 32

/** RFC 9162: the hash of a leaf's bytes. */
export const leafHash = (crypto: Crypto, leaf: Uint8Array): Uint8Array => crypto.sha256(leafPrefix, leaf)
/** RFC 9162: the hash over two subtrees. */
export const nodeHash = (crypto: Crypto, left: Uint8Array, right: Uint8Array): Uint8Array =>
  crypto.sha256(nodePrefix, left, right)

/** The hash over the leaves from `index * 2 ** level` up to, not including, `(index + 1) * 2 ** level`. */
export type SubtreeReader = (level: number, index: number) => Awaitable<Uint8Array>

/** The beginning of a log: how many leaves, and the hashes of the whole subtrees that they fill, the largest first. */
export interface Frontier {
  size: number
  hashes: Uint8Array[]
}

/** Of a log without leaves. */
export const emptyFrontier: Frontier = { size: 0, hashes: [] }

/** The log with one leaf more. `onNode` is told of each subtree that the leaf completes, from its own hash up. */
export function withLeaf(
  crypto: Crypto,
  { size, hashes }: Frontier,
  hash: Uint8Array,
  onNode: (level: number, hash: Uint8Array) => void = () => {}
): Frontier {
  const kept = hashes.slice()
  let node = hash
  let level = 0
  onNode(level, node)
  for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
    node = nodeHash(crypto, kept.pop()!, node)
    onNode(++level, node)
  }
  return { size: size + 1, hashes: [...kept, node] }
}

/** The root of the tree over all its leaves. */
export function rootOf(crypto: Crypto, { hashes }: Frontier): Uint8Array {
  if (hashes.length === 0) return crypto.sha256()
  return hashes.reduceRight((right, left) => nodeHash(crypto, left, right))
}

/** The frontier of the first `size` leaves. */
export async function frontierOf(read: SubtreeReader, size: number): Promise<Frontier> {
  const hashes: Uint8Array[] = []
  for (let begin = 0; begin < size;) {
    const level = Math.floor(Math.log2(size - begin))
    hashes.push(await read(level, begin / 2 ** level))
    begin += 2 ** level
  }
  return { size, hashes }
}

/** Shows that the leaf at `index` is one of the first `size`; from the leaf up. */
export async function inclusionProof(
  crypto: Crypto,
  read: SubtreeReader,
  index: number,
  size: number
): Promise<Uint8Array[]> {
  const proof: Uint8Array[] = []
  let begin = 0
  let end = size
  while (end - begin > 1) {
    const middle = begin + splitOf(end - begin)
    if (index < middle) {
      proof.unshift(await rangeHash(crypto, read, middle, end))
      end = middle
    } else {
      proof.unshift(await rangeHash(crypto, read, begin, middle))
      begin = middle
    }
  }
  return proof
}

/** Shows that the first `from` leaves, at least one, are the beginning of the first `size`. */
export async function consistencyProof(
  crypto: Crypto,
  read: SubtreeReader,
  from: number,
  size: number
): Promise<Uint8Array[]> {
  const proof: Uint8Array[] = []
  let begin = 0
  let end = size
  while (from < end) {
    const middle = begin + splitOf(end - begin)
    if (from <= middle) {
      proof.unshift(await rangeHash(crypto, read, middle, end))
      end = middle
    } else {
      proof.unshift(await rangeHash(crypto, read, begin, middle))
      begin = middle
    }
  }
  // The asker has the hash over whole trees from the first leaf on.
  if (begin > 0) proof.unshift(await rangeHash(crypto, read, begin, end))
  return proof
}

/** Whether the proof shows that the leaf with this hash is at `index` of the tree. */
export function isIncluded(
  crypto: Crypto,
  { size, root }: Tree,
  index: number,
  hash: Uint8Array,
  proof: Uint8Array[]
): boolean {
  if (index >= size) return false
  let at = index
  let last = size - 1
  let node = hash
  for (const sibling of proof) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      node = nodeHash(crypto, sibling, node)
      for (; !isOdd(at) && at !== 0; at = half(at)) last = half(last)
    } else node = nodeHash(crypto, node, sibling)
    at = half(at)
    last = half(last)
  }
  return last === 0 && equalBytes(node, root)
}

/** The frontier of the leaves before the one at `index`, which its proof has in it, whatever size that is for. */
export function frontierBefore(index: number, size: number, proof: Uint8Array[]): Frontier {
  const hashes: Uint8Array[] = []
  let at = index
  let last = size - 1
  for (const sibling of proof) {
    if (isOdd(at) || at === last) {
      hashes.unshift(sibling)
      for (; !isOdd(at) && at !== 0; at = half(at)) last = half(last)
    }
    at = half(at)
    last = half(last)
  }
  return { size: index, hashes }
}

/** Whether the proof shows that one tree is the beginning of the other, or both are the same. */
export function isConsistent(crypto: Crypto, before: Tree, after: Tree, proof: Uint8Array[]): boolean {
  if (before.size > after.size) return false
  if (before.size === after.size) return proof.length === 0 && equalBytes(before.root, after.root)
  if (before.size === 0) return proof.length === 0 && equalBytes(before.root, crypto.sha256())
  const isWhole = Number.isInteger(Math.log2(before.size))
  const [first, ...rest] = isWhole ? [before.root, ...proof] : proof
  if (first === undefined) return false
  let at = before.size - 1
  let last = after.size - 1
  for (; isOdd(at); at = half(at)) last = half(last)
  let old = first
  let node = first
  for (const hash of rest) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      old = nodeHash(crypto, hash, old)
      node = nodeHash(crypto, hash, node)
      for (; !isOdd(at) && at !== 0; at = half(at)) last = half(last)
    } else node = nodeHash(crypto, node, hash)
    at = half(at)
    last = half(last)
  }
  return last === 0 && equalBytes(old, before.root) && equalBytes(node, after.root)
}

/** A log as it once was. */
export interface Tree {
  size: number
  root: Uint8Array
}

/** The hashes of a proof as they travel: one after the other. */
export const joinHashes = (hashes: Uint8Array[]): Uint8Array => concatBytes(...hashes)

/** The hashes, or undefined where the bytes are no list of them. */
export function splitHashes(bytes: Uint8Array): Uint8Array[] | undefined {
  if (bytes.length % hashSize !== 0) return undefined
  return Array.from({ length: bytes.length / hashSize }, (_, index) =>
    bytes.subarray(index * hashSize, (index + 1) * hashSize)
  )
}

async function rangeHash(
  crypto: Crypto,
  read: SubtreeReader,
  begin: number,
  end: number
): Promise<Uint8Array> {
  const count = end - begin
  const level = Math.log2(count)
  if (Number.isInteger(level)) return read(level, begin / count)
  const middle = begin + splitOf(count)
  return nodeHash(
    crypto,
    await rangeHash(crypto, read, begin, middle),
    await rangeHash(crypto, read, middle, end)
  )
}

/** The greatest power of two below. */
function splitOf(count: number): number {
  const power = 2 ** Math.floor(Math.log2(count))
  return power === count ? power / 2 : power
}

// Sizes go beyond the 32 bits of the bit operators.
const half = (value: number): number => Math.floor(value / 2)
const isOdd = (value: number): boolean => value % 2 === 1
