import { UntrustedRegistryError } from '../../errors.ts'
import {
  equalBytes,
  isByOtherKey,
  isConsistent,
  isIncluded,
  leafHash,
  readCheckpoint,
  readHeldCheckpoint,
  readLeaf,
  splitHashes
} from '../../protocol/index.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Checkpoint, Crypto, Inclusion, NameLeaf, Tree } from '../../protocol/index.ts'
import type { Profile } from '../profile/profile.ts'
import type { RegistryClient } from '../registry/registry-client.ts'
import type { Servers } from '../registry/servers.ts'

export interface CheckpointsInit {
  crypto: Crypto
  profile: Profile
  servers: Servers
  client: RegistryClient
  /** The registry signed both, and can't show that one follows from the other. */
  onConflict: (one: Checkpoint, other: Checkpoint) => Promise<void>
}

/** What is to be proven: `maxProofs` leaves, and one tree fewer. */
export interface Question {
  /** Numbers of leaves. */
  leaves?: number[]
  trees?: Tree[]
}

export interface Answer {
  /** The newest one, which follows from all that were seen before. */
  checkpoint: Checkpoint
  /** For each number: the leaf, with its hash and proof; undefined where it is not in the log. */
  leaves: (ProvenLeaf | undefined)[]
  /** For each tree: whether the log began like that. */
  trees: boolean[]
}

export interface ProvenLeaf {
  /** Undefined where this program can't read it. */
  leaf: NameLeaf | undefined
  hash: Uint8Array
  proof: Uint8Array[]
}

const setting = 'checkpoint'

/** The newest checkpoint of the registry, kept in the profile: none is taken that does not follow from it. */
export class Checkpoints {
  readonly #init: CheckpointsInit
  #note: Uint8Array | undefined
  /** Questions are asked one after the other, each with the newest checkpoint. */
  #asking: Promise<unknown> = Promise.resolve()

  constructor(init: CheckpointsInit) {
    this.#init = init
  }

  async load(): Promise<void> {
    this.#note = await this.#init.profile.tables.settings.get(setting)
  }

  /** Undefined before the registry was first asked. */
  async newest(): Promise<Checkpoint | undefined> {
    const { crypto, servers } = this.#init
    // Before there is an account the registry may change; a note of another one is none.
    return servers.registry && this.#note && readHeldCheckpoint(crypto, servers.registry, this.#note)
  }

  /**
   * Asks the registry for its newest checkpoint, and for proofs.
   *
   * @throws UntrustedRegistryError where the newest does not follow from the one held, or the answer proves nothing;
   * RegistryUnreachableError and what else a request to the registry may end with
   */
  ask(question: Question, options: AbortOptions = {}): Promise<Answer> {
    const asked = this.#asking.then(() => this.#ask(question, options))
    this.#asking = asked.catch(() => {})
    return asked
  }

  /** Whatever the registry shows next is the first that is seen. */
  async forget(): Promise<void> {
    const { journal, tables } = this.#init.profile
    await journal.write((batch) => void batch.delete(tables.settings, setting), { sync: true })
    this.#note = undefined
  }

  async #ask({ leaves = [], trees = [] }: Question, options: AbortOptions): Promise<Answer> {
    const { crypto, client, onConflict } = this.#init
    const held = await this.newest()
    const all = held === undefined ? trees : [held, ...trees]
    const proof = await client.prove({ leaves, sizes: all.map(({ size }) => size) }, options)
    const checkpoint = await this.#read(proof.note, options)
    const isWhole = proof.leaves.length === leaves.length && proof.consistency.length === all.length
    if (checkpoint === undefined || !isWhole) throw new UntrustedRegistryError(unproven)
    const follows = all.map((tree, index) => {
      const hashes = splitHashes(proof.consistency[index]!)
      return hashes !== undefined && isConsistent(crypto, tree, checkpoint, hashes)
    })
    if (held !== undefined && !follows.shift()) {
      await onConflict(held, checkpoint)
      throw new UntrustedRegistryError(checkpoint.size < held.size ? shorter : changed)
    }
    if (held === undefined || checkpoint.size > held.size) await this.#keep(checkpoint)
    const proven = leaves.map((index, at) => provenLeaf(crypto, checkpoint, index, proof.leaves[at]!))
    return { checkpoint, leaves: await Promise.all(proven), trees: follows }
  }

  /** What cannot be read may be by a key that the registry has got since. */
  async #read(note: Uint8Array, options: AbortOptions): Promise<Checkpoint | undefined> {
    const { crypto, client, servers } = this.#init
    const read = (): Promise<Checkpoint | undefined> =>
      readCheckpoint(crypto, servers.required.registry, note)
    const checkpoint = await read()
    if (checkpoint !== undefined || !isByOtherKey(crypto, servers.required.registry, note)) return checkpoint
    await client.info(options)
    const now = await read()
    if (now === undefined && (await readHeldCheckpoint(crypto, servers.required.registry, note)))
      throw new UntrustedRegistryError(replaced)
    return now
  }

  async #keep({ bytes }: Checkpoint): Promise<void> {
    const { journal, tables } = this.#init.profile
    await journal.write((batch) => void batch.put(tables.settings, setting, bytes), { sync: true })
    this.#note = bytes
  }
}

/** Whether two checkpoints can't both be of one log, whatever comes. */
export const contradict = (one: Tree, other: Tree): boolean =>
  one.size === other.size && !equalBytes(one.root, other.root)

async function provenLeaf(
  crypto: Crypto,
  checkpoint: Checkpoint,
  index: number,
  { leaf, hashes }: Inclusion
): Promise<ProvenLeaf | undefined> {
  const hash = leafHash(crypto, leaf)
  const proof = splitHashes(hashes)
  if (proof === undefined || !isIncluded(crypto, checkpoint, index, hash, proof)) return undefined
  return { leaf: await readLeaf(crypto, leaf), hash, proof }
}

const replaced =
  'The registry signs with a key that was replaced: whoever stole that key runs it, or its operator put back a backup ' +
  'from before. Do not trust it; ask its operator.'
const unproven = 'The registry can’t prove what its log of names holds. Do not trust it; ask its operator.'
const shorter =
  'The registry’s log of names is shorter than it was. Ask its operator whether a backup was put back.'
const changed =
  'The registry’s log of names is not the one that it was. Do not trust it; ask its operator, and compare safety numbers.'
