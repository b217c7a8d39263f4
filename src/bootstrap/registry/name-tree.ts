import { LRUCache } from 'lru-cache'
import { StorageError } from '../../errors.ts'
import {
  concatBytes,
  emptyFrontier,
  frontierOf,
  leafHash,
  nodeHash,
  splitHashes,
  withLeaf
} from '../../protocol/index.ts'
import type { Crypto, Frontier } from '../../protocol/index.ts'
import type { RegistryStore } from '../../storage/index.ts'

const tileLevel = 8
const tileLeaves = 2 ** tileLevel
/** Bytes of tiles and roots that are kept in memory. */
const cached = 16 * 1024 * 1024

/**
 * Hashes over the stored leaves. They follow from the leaves alone, and are kept so that a restart need not read all of
 * those: of every 256 leaves a tile with their hashes, and the roots of all subtrees that end with it.
 */
export class NameTree {
  readonly #store: RegistryStore
  readonly #crypto: Crypto
  readonly #read = new LRUCache<string, Uint8Array>({
    maxSize: cached,
    sizeCalculation: ({ length }) => length + 100
  })
  #frontier = emptyFrontier
  /** Hashes of the leaves after the last whole tile. */
  #rest: Uint8Array[] = []

  constructor(store: RegistryStore, crypto: Crypto) {
    this.#store = store
    this.#crypto = crypto
  }

  get frontier(): Frontier {
    return this.#frontier
  }

  /** Goes on where the tiles end. */
  async load(): Promise<void> {
    const tiles = await this.#countTiles()
    this.#frontier = await frontierOf((level, index) => this.subtree(level, index), tiles * tileLeaves)
  }

  /** A step may fail and be repeated: what is stored is the same each time. */
  async add(leaf: Uint8Array): Promise<void> {
    const hash = leafHash(this.#crypto, leaf)
    const roots: Uint8Array[] = []
    const next = withLeaf(this.#crypto, this.#frontier, hash, (level, node) => {
      if (level >= tileLevel) roots.push(node)
    })
    const rest = [...this.#rest, hash]
    if (rest.length === tileLeaves) {
      const tile = String(next.size / tileLeaves - 1)
      await this.#keep('tile', tile, rest)
      // Last, because they say that the tile is there.
      await this.#keep('roots', tile, roots)
    }
    this.#rest = rest.length === tileLeaves ? [] : rest
    this.#frontier = next
  }

  /** The hash over whole subtrees of the leaves that were added. */
  readonly subtree = async (level: number, index: number): Promise<Uint8Array> => {
    if (level >= tileLevel) {
      const last = (index + 1) * 2 ** (level - tileLevel) - 1
      return (await this.#stored('roots', last))[level - tileLevel]!
    }
    const begin = index * 2 ** level
    const tile = Math.floor(begin / tileLeaves)
    const isWhole = (tile + 1) * tileLeaves <= this.#frontier.size
    const hashes = isWhole ? await this.#stored('tile', tile) : this.#rest
    return this.#merged(hashes.slice(begin % tileLeaves, (begin % tileLeaves) + 2 ** level))
  }

  #merged(hashes: Uint8Array[]): Uint8Array {
    let row = hashes
    while (row.length > 1)
      row = Array.from({ length: row.length / 2 }, (_, index) =>
        nodeHash(this.#crypto, row[2 * index]!, row[2 * index + 1]!)
      )
    return row[0]!
  }

  async #keep(kind: Kind, tile: string, hashes: Uint8Array[]): Promise<void> {
    const { ok } = await this.#store.claim(namespace(kind), tile, concatBytes(...hashes))
    if (!ok)
      throw new StorageError('The log of names and its tree differ. Restore the registry from a backup.')
  }

  async #stored(kind: Kind, tile: number): Promise<Uint8Array[]> {
    const key = `${kind} ${tile}`
    const bytes =
      this.#read.get(key) ?? (await this.#store.get(namespace(kind), String(tile)))?.value ?? new Uint8Array()
    const hashes = splitHashes(bytes)
    if (hashes === undefined || hashes.length === 0)
      throw new StorageError('The tree of the log of names is damaged. Restore the registry from a backup.')
    this.#read.set(key, bytes)
    return hashes
  }

  /** They were written one after the other, so the last one can be searched for. */
  async #countTiles(): Promise<number> {
    const exists = async (tile: number): Promise<boolean> =>
      (await this.#store.get(namespace('roots'), String(tile))) !== undefined
    let above = 1
    while (await exists(above - 1)) above *= 2
    let below = Math.floor(above / 2)
    while (above - below > 1) {
      const middle = Math.floor((below + above) / 2)
      if (await exists(middle - 1)) below = middle
      else above = middle
    }
    return below
  }
}

type Kind = 'tile' | 'roots'

const namespace = (kind: Kind): string => `names-${kind}`
