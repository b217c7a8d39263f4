import { base32 } from './bytes.ts'
import { leafOp } from './leaf.ts'
import type { NameLeaf } from './leaf.ts'

/** What a leaf does to the names, or why it may not. */
type Rule = (history: NameHistory, leaf: NameLeaf) => string | undefined

const rules = new Map<number, Rule>([[leafOp.register, (history, leaf) => history.register(leaf)]])

/** Who holds which name, leaf by leaf from the first: one holder a name, one name an account. */
export class NameHistory {
  /** Accounts by name, and names by account; base32. */
  readonly #holders = new Map<string, string>()
  readonly #names = new Map<string, string>()

  /** How many names have a holder. */
  get names(): number {
    return this.#holders.size
  }

  /** Takes the next leaf; what is wrong with it, as the end of a sentence, where it may not stand here. */
  take(leaf: NameLeaf): string | undefined {
    const rule = rules.get(leaf.op)
    if (rule === undefined) return `is of kind ${leaf.op}, which only a newer Starling knows`
    return rule(this, leaf)
  }

  /** A new account takes a name that nobody has; otherwise as `take`. */
  register({ username, account, entryNumber }: NameLeaf): string | undefined {
    const key = base32(account)
    if (entryNumber !== 1) return 'registers an account that is not new'
    if (this.#holders.has(username)) return `gives ${username}, which has a holder, to another account`
    const other = this.#names.get(key)
    if (other !== undefined) return `gives ${username} to an account that is called ${other}`
    this.#holders.set(username, key)
    this.#names.set(key, username)
    return undefined
  }
}
