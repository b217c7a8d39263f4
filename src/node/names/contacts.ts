import { equalBytes, maxProofs } from '../../protocol/index.ts'
import type { AbortOptions } from '../../abort.ts'
import type { KnownAccount } from '../people/people.ts'
import type { Profile } from '../profile/profile.ts'
import type { Checkpoints, ProvenLeaf } from './checkpoints.ts'

/** Whether the leaf is what the account's certificate says of it. */
export const isLeafOf = (proven: ProvenLeaf | undefined, { id, name, certificate }: KnownAccount): boolean =>
  proven?.leaf?.username === name &&
  equalBytes(proven.leaf.account, id) &&
  equalBytes(proven.leaf.registry, certificate.registry)

/** Names whose leaves are to be found in the log: each is asked for once, and again when its certificate names another. */
export class ContactProofs {
  readonly #profile: Profile
  readonly #checkpoints: Checkpoints
  readonly #onNotice: (text: string) => void
  /** By account key. */
  readonly #waiting = new Map<string, KnownAccount>()
  /** Numbers of leaves by alias of the account. */
  readonly #proven = new Map<number, bigint>()

  constructor(profile: Profile, checkpoints: Checkpoints, onNotice: (text: string) => void) {
    this.#profile = profile
    this.#checkpoints = checkpoints
    this.#onNotice = onNotice
  }

  async load(): Promise<void> {
    for await (const [alias, leaf] of this.#profile.tables.leaves.entries()) this.#proven.set(alias, leaf)
  }

  /** Whether there is something to prove now. */
  add(known: KnownAccount): boolean {
    const isNew = this.#proven.get(this.#alias(known)) !== BigInt(known.certificate.leaf)
    if (isNew) this.#waiting.set(known.key, known)
    return isNew
  }

  /** Asks about everybody who waits. */
  async prove(options: AbortOptions): Promise<void> {
    while (this.#waiting.size > 0) {
      const group = [...this.#waiting.values()].slice(0, maxProofs)
      const leaves = group.map(({ certificate }) => certificate.leaf)
      const answer = await this.#checkpoints.ask({ leaves }, options)
      const proven = group.filter((known, index) => isLeafOf(answer.leaves[index], known))
      for (const known of group) {
        if (this.#waiting.get(known.key) === known) this.#waiting.delete(known.key)
        if (!proven.includes(known)) this.#onNotice(missing(known.name))
      }
      await this.#keep(proven)
    }
  }

  async #keep(proven: KnownAccount[]): Promise<void> {
    const { journal, tables } = this.#profile
    const leaves = proven.map((known) => [this.#alias(known), BigInt(known.certificate.leaf)] as const)
    await journal.write((batch) => {
      for (const [alias, leaf] of leaves) batch.put(tables.leaves, alias, leaf)
    })
    for (const [alias, leaf] of leaves) this.#proven.set(alias, leaf)
  }

  #alias({ id }: KnownAccount): number {
    return this.#profile.aliases.of('account', id)
  }
}

const missing = (name: string): string =>
  `The registry calls an account ${name}, and its log of names does not say so: it may be somebody else. Compare ` +
  `safety numbers before you write anything private (/verify ${name}).`
