import { base32, equalBytes } from './bytes.ts'
import { leafOp } from './leaf.ts'
import { maxClockAhead, resetDelay, restTime } from './limits.ts'
import type { NameLeaf } from './leaf.ts'

/** That a name leaves its holder. */
export interface Leaving {
  /** From when on somebody else may register it, ms since 1970. */
  from: number
  /** The operator's act, which any device of the account may cancel; otherwise the holder gave the name up. */
  isByOperator: boolean
}

interface Holding {
  /** base32. */
  account: string
  /** The account's key. */
  key: Uint8Array
  leaving?: Leaving
}

/** What a leaf does to the names, or why it may not. */
type Rule = (leaf: NameLeaf) => string | undefined

/** Who holds which name, leaf by leaf from the first: one holder a name, one name an account. */
export class NameHistory {
  #registryKey: Uint8Array
  readonly #holdings = new Map<string, Holding>()
  /** Accounts that have a name or had one, base32. */
  readonly #named = new Map<string, string>()
  /** The latest time of a leaf. */
  #latest = 0
  readonly #rules = new Map<number, Rule>([
    [leafOp.register, (leaf) => this.#register(leaf)],
    [leafOp.reset, (leaf) => this.#leave(leaf)],
    [leafOp.release, (leaf) => this.#leave(leaf)],
    [leafOp.cancel, (leaf) => this.#cancel(leaf)]
  ])

  /** With the registry's first key. */
  constructor(registryKey: Uint8Array) {
    this.#registryKey = registryKey
  }

  /** From here on the registry signs with another key. */
  rotate(registryKey: Uint8Array): void {
    this.#registryKey = registryKey
  }

  /** How many names have a holder. */
  get names(): number {
    return [...this.#holdings.values()].filter(({ leaving }) => leaving?.isByOperator !== false).length
  }

  /** Takes the next leaf; what is wrong with it, as the end of a sentence, where it may not stand here. */
  take(leaf: NameLeaf): string | undefined {
    const rule = this.#rules.get(leaf.op)
    const problem =
      rule === undefined ? `is of kind ${leaf.op}, which only a newer Starling knows` : rule(leaf)
    if (problem === undefined) this.#latest = Math.max(this.#latest, leaf.time)
    return problem
  }

  /** That a name leaves its holder; undefined where nothing says so. */
  leavingOf(username: string): Leaving | undefined {
    return this.#holdings.get(username)?.leaving
  }

  /** A new account takes a name that nobody has, or that has left its holder. */
  #register({ username, account, entryNumber, signer, time }: NameLeaf): string | undefined {
    const key = base32(account)
    if (entryNumber !== 1) return 'registers an account that is not new'
    const leaving = this.#holdings.get(username)?.leaving
    if (this.#holdings.has(username) && (leaving === undefined || time < leaving.from))
      return `gives ${username}, which has a holder, to another account`
    const other = this.#named.get(key)
    if (other !== undefined) return `gives ${username} to an account that is called ${other}`
    this.#holdings.set(username, { account: key, key: signer })
    this.#named.set(key, username)
    return undefined
  }

  #leave(leaf: NameLeaf): string | undefined {
    const { username, op, signer, time } = leaf
    const holding = this.#holdingOf(leaf)
    if (typeof holding === 'string') return holding
    const isByOperator = equalBytes(signer, this.#registryKey)
    const isByHolder = op === leafOp.release && equalBytes(signer, holding.key)
    if (!isByOperator && !isByHolder) return `takes ${username} away, and is not signed by whoever may`
    if (holding.leaving?.isByOperator === false) return `takes ${username} away, which was given up already`
    if (isByOperator && holding.leaving !== undefined) return `takes ${username} away twice`
    // The registry might make the wait shorter.
    if (isByOperator && time < this.#latest - maxClockAhead) return `takes ${username} away, with an old time`
    holding.leaving = { from: time + (isByOperator ? resetDelay : restTime), isByOperator }
    return undefined
  }

  /** That the signer is a device of the account, its log tells: a forged one only leaves the name where it is. */
  #cancel(leaf: NameLeaf): string | undefined {
    const holding = this.#holdingOf(leaf)
    if (typeof holding === 'string') return holding
    if (holding.leaving?.isByOperator !== true) return `cancels what nobody did to ${leaf.username}`
    delete holding.leaving
    return undefined
  }

  /** What is wrong where the name is not the account's. */
  #holdingOf({ username, account }: NameLeaf): Holding | string {
    const holding = this.#holdings.get(username)
    return holding?.account === base32(account)
      ? holding
      : `is about ${username}, which that account does not hold`
  }
}
