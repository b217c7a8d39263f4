import { UntrustedRegistryError } from '../../errors.ts'
import {
  equalBytes,
  frontierBefore,
  joinHashes,
  leafHash,
  maxCertificate,
  maxLeavesPage,
  readLeaf,
  rootOf,
  splitHashes,
  withLeaf
} from '../../protocol/index.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Checkpoint, Crypto, Frontier, NameLeaf, Registry } from '../../protocol/index.ts'
import type { Profile } from '../profile/profile.ts'
import type { RegistryClient } from '../registry/registry-client.ts'
import type { Servers } from '../registry/servers.ts'
import type { Checkpoints } from './checkpoints.ts'

export interface WatchInit {
  crypto: Crypto
  profile: Profile
  servers: Servers
  client: RegistryClient
  checkpoints: Checkpoints
  /** Number of one's own leaf; undefined while nobody is logged in, and nothing is read. */
  ownLeaf: () => number | undefined
  /** A leaf that was not there before. What this program can't read is left out: no certificate can stand on it. */
  onLeaf: (leaf: NameLeaf) => Promise<void>
}

const setting = 'watched'

/** Reads what came to the log after one's own leaf, and what comes: nothing of it is believed unproven. */
export class NameWatch {
  readonly #init: WatchInit

  constructor(init: WatchInit) {
    this.#init = init
  }

  /** Up to the newest checkpoint. @throws UntrustedRegistryError where the log is not the one of its checkpoints */
  async run(options: AbortOptions): Promise<void> {
    const { checkpoints, servers } = this.#init
    const { registry } = servers.required
    let frontier = (await this.#load(registry)) ?? (await this.#begin(registry, options))
    for (;;) {
      const checkpoint = await checkpoints.newest()
      if (!checkpoint || !frontier || frontier.size >= checkpoint.size) return
      const page = await readPage(this.#init, frontier, checkpoint, options)
      for (const leaf of page.leaves) {
        const read = await readLeaf(this.#init.crypto, leaf)
        if (read !== undefined) await this.#init.onLeaf(read)
      }
      frontier = await this.#keep(registry, page.frontier)
    }
  }

  /** Begins anew, after one's own leaf. */
  async forget(): Promise<void> {
    const { journal, tables } = this.#init.profile
    await journal.write((batch) => void batch.delete(tables.watched, setting), { sync: true })
  }

  /** After one's own leaf, whose proof has the hashes of all before it. */
  async #begin(registry: Registry, options: AbortOptions): Promise<Frontier | undefined> {
    const { checkpoints, crypto, ownLeaf } = this.#init
    const index = ownLeaf()
    if (index === undefined) return undefined
    const { checkpoint, leaves } = await checkpoints.ask({ leaves: [index] }, options)
    const [proven] = leaves
    if (proven === undefined) throw new UntrustedRegistryError(wrong)
    const before = frontierBefore(index, checkpoint.size, proven.proof)
    return this.#keep(registry, withLeaf(crypto, before, proven.hash))
  }

  async #load(registry: Registry): Promise<Frontier | undefined> {
    const stored = await this.#init.profile.tables.watched.get(setting)
    const hashes = stored && splitHashes(stored.hashes)
    if (hashes === undefined || !equalBytes(stored!.registry, registry.id)) return undefined
    return { size: stored!.size, hashes }
  }

  async #keep({ id }: Registry, frontier: Frontier): Promise<Frontier> {
    const { journal, tables } = this.#init.profile
    const record = { registry: id, size: frontier.size, hashes: joinHashes(frontier.hashes) }
    await journal.write((batch) => void batch.put(tables.watched, setting, record))
    return frontier
  }
}

/** The leaves after a frontier, as many as come at once, proven to be the log's. @throws UntrustedRegistryError */
export async function readPage(
  { client, checkpoints, crypto }: Pick<WatchInit, 'client' | 'checkpoints' | 'crypto'>,
  before: Frontier,
  checkpoint: Checkpoint,
  options: AbortOptions
): Promise<{ leaves: Uint8Array[]; frontier: Frontier }> {
  const limit = Math.min(checkpoint.size - before.size, maxLeavesPage)
  const { leaves } = await client.leaves({ from: before.size, limit }, options)
  const isPage = leaves.length > 0 && leaves.length <= limit
  if (!isPage || leaves.some(({ length }) => length > maxCertificate)) throw new UntrustedRegistryError(wrong)
  const frontier = leaves.reduce((part, leaf) => withLeaf(crypto, part, leafHash(crypto, leaf)), before)
  const tree = { size: frontier.size, root: rootOf(crypto, frontier) }
  const isProven =
    tree.size === checkpoint.size
      ? equalBytes(tree.root, checkpoint.root)
      : (await checkpoints.ask({ trees: [tree] }, options)).trees[0]
  if (!isProven) throw new UntrustedRegistryError(wrong)
  return { leaves, frontier }
}

const wrong =
  'The registry’s log of names is not the one that its checkpoints prove. Do not trust it; ask its operator.'
