import {
  consistencyProof,
  inclusionProof,
  joinHashes,
  leafTime,
  maxLeavesPage,
  rootOf,
  signCheckpoint
} from '../../protocol/index.ts'
import { NameTree } from './name-tree.ts'
import type { Crypto, Frontier, Inclusion, Proof, Registry } from '../../protocol/index.ts'
import type { RegistryStore } from '../../storage/index.ts'

/** Where a store has it. */
export const nameLog = 'names'
const log = nameLog
/** Leaves read at once. */
const page = 1000
/** Bytes of leaves in one answer, with what protobuf adds to each. */
const maxPage = 15 * 1024

/** The log of all that happened to names, and proofs of what it holds. Leaves are numbered from 0. */
export class NameLog {
  readonly #store: RegistryStore
  readonly #crypto: Crypto
  readonly #registry: Registry
  readonly #seed: Uint8Array
  readonly #tree: NameTree
  #note: { size: number; bytes: Uint8Array } | undefined
  /** The tree grows by one caller after the other. */
  #growing: Promise<unknown>

  constructor(store: RegistryStore, crypto: Crypto, registry: Registry, seed: Uint8Array) {
    this.#store = store
    this.#crypto = crypto
    this.#registry = registry
    this.#seed = seed
    this.#tree = new NameTree(store, crypto)
    this.#growing = this.#tree.load()
    this.#growing.catch(() => {})
  }

  /** Adds a SignedLeaf, once: its number, however often it is added. */
  async append(id: string, leaf: Uint8Array): Promise<number | undefined> {
    const appended = await this.#store.append(log, id, leaf)
    return appended.ok ? Number(appended.sequence - 1n) : undefined
  }

  /** The newest checkpoint, with proofs of leaves and of what the log was at some sizes. */
  async prove(leaves: number[], sizes: number[]): Promise<Proof> {
    const frontier = await this.#grown()
    return {
      note: await this.#noteOf(frontier),
      leaves: await Promise.all(leaves.map((index) => this.#inclusion(index, frontier.size))),
      consistency: await Promise.all(sizes.map((size) => this.#consistency(size, frontier.size)))
    }
  }

  /** SignedLeaves from a number on, as many as fit an answer. */
  async leaves(from: number, limit: number): Promise<Uint8Array[]> {
    const found = await this.#store.read(log, BigInt(from), Math.min(limit || maxLeavesPage, maxLeavesPage))
    let size = 0
    return found.map(({ blob }) => blob).filter(({ length }) => (size += length + 4) <= maxPage)
  }

  /** The latest that a leaf says, ms since 1970; 0 where there is none. */
  async latestTime(): Promise<number> {
    let latest = 0
    for (let after = 0n; ; after += BigInt(page)) {
      const items = await this.#store.read(log, after, page)
      for (const { blob } of items) latest = Math.max(latest, leafTime(blob) ?? 0)
      if (items.length < page) return latest
    }
  }

  /** With every leaf that is stored by now: nothing else is ever signed. */
  #grown(): Promise<Frontier> {
    const grown = this.#growing.then(async () => {
      for (;;) {
        const items = await this.#store.read(log, BigInt(this.#tree.frontier.size), page)
        if (items.length === 0) return this.#tree.frontier
        for (const { blob } of items) await this.#tree.add(blob)
      }
    })
    // Whoever comes next begins where this one got to.
    this.#growing = grown.catch(() => {})
    return grown
  }

  async #noteOf(frontier: Frontier): Promise<Uint8Array> {
    const { size } = frontier
    if (this.#note?.size === size) return this.#note.bytes
    const tree = { size, root: rootOf(this.#crypto, frontier) }
    const bytes = await signCheckpoint(this.#crypto, this.#registry, this.#seed, tree)
    this.#note = { size, bytes }
    return bytes
  }

  async #inclusion(index: number, size: number): Promise<Inclusion> {
    if (index >= size) return { leaf: new Uint8Array(), hashes: new Uint8Array() }
    const [item] = await this.#store.read(log, BigInt(index), 1)
    const hashes = await inclusionProof(this.#crypto, this.#tree.subtree, index, size)
    return { leaf: item!.blob, hashes: joinHashes(hashes) }
  }

  async #consistency(from: number, size: number): Promise<Uint8Array> {
    if (from === 0 || from >= size) return new Uint8Array()
    return joinHashes(await consistencyProof(this.#crypto, this.#tree.subtree, from, size))
  }
}
