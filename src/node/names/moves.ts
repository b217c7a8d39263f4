import { base32, equalBytes, leafOp, resetDelay, restTime, isKeyAt } from '../../protocol/index.ts'
import type { NameLeaf, Registry } from '../../protocol/index.ts'
import type { KnownAccount } from '../people/people.ts'
import type { MoveRecord } from '../pb/profile.ts'
import type { Profile } from '../profile/profile.ts'

/** What became of a name that somebody known has, or one has oneself. */
export type Move = 'taken-away' | 'given-up' | 'kept' | 'gone' | 'stolen'

/** A name that leaves its account: from when on, ms since 1970. */
export type Leaving = Pick<MoveRecord, 'from' | 'isByOperator'>

/** Names of known people, and one's own, that leave their accounts or have left them. */
export class NameMoves {
  readonly #profile: Profile
  /** By account key. */
  readonly #moves = new Map<string, MoveRecord>()

  constructor(profile: Profile) {
    this.#profile = profile
  }

  async load(): Promise<void> {
    const { tables, aliases } = this.#profile
    for await (const [alias, record] of tables.moves.entries())
      this.#moves.set(base32(aliases.id('account', alias)), record)
  }

  /** By account key; undefined where the name stays, or has gone. */
  leavingOf(key: string): Leaving | undefined {
    const record = this.#moves.get(key)
    return record?.hasGone === false ? record : undefined
  }

  /** Account keys of those whose names leave. */
  leaving(): string[] {
    return [...this.#moves.keys()].filter((key) => this.leavingOf(key) !== undefined)
  }

  /** Whether the name that an account was known by has gone to another one. */
  isFormer(key: string): boolean {
    return this.#moves.get(key)?.hasGone === true
  }

  /** Whether somebody known had the name of this account before it. */
  isSuccessor({ key, certificate: { username } }: KnownAccount): boolean {
    const isFormer = (record: MoveRecord): boolean => record.hasGone && record.username === username
    return !this.isFormer(key) && [...this.#moves.values()].some(isFormer)
  }

  /** Takes a new leaf about the name of somebody known; undefined where it changes nothing. @throws StorageError */
  async take(known: KnownAccount, leaf: NameLeaf, registry: Registry): Promise<Move | undefined> {
    const { username, time, op, signer } = leaf
    const leaving = this.leavingOf(known.key)
    if (!equalBytes(known.id, leaf.account)) {
      if (op !== leafOp.register) return undefined
      const isStolen = leaving === undefined || time < leaving.from
      await this.#keep(known, { from: time, isByOperator: false, ...leaving, username, hasGone: true })
      return isStolen ? 'stolen' : 'gone'
    }
    if (op === leafOp.cancel && leaving?.isByOperator) {
      await this.#drop(known)
      return 'kept'
    }
    const isByOperator = isKeyAt(registry, signer, time)
    const isByHolder = op === leafOp.release && equalBytes(signer, known.entry.accountKey)
    if (!isByHolder && !(isByOperator && (op === leafOp.reset || op === leafOp.release))) return undefined
    const from = time + (isByOperator ? resetDelay : restTime)
    await this.#keep(known, { from, isByOperator, username, hasGone: false })
    return isByOperator ? 'taken-away' : 'given-up'
  }

  async #keep({ id, key }: KnownAccount, record: MoveRecord): Promise<void> {
    const { journal, tables, aliases } = this.#profile
    const alias = aliases.of('account', id)
    await journal.write(
      (batch) => {
        aliases.put('account', alias, batch)
        batch.put(tables.moves, alias, record)
      },
      { sync: true }
    )
    this.#moves.set(key, record)
  }

  async #drop({ id, key }: KnownAccount): Promise<void> {
    const { journal, tables, aliases } = this.#profile
    await journal.write((batch) => void batch.delete(tables.moves, aliases.of('account', id)), { sync: true })
    this.#moves.delete(key)
  }
}
