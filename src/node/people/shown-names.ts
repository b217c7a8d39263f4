export interface ShownNamesInit {
  /** Whether the name of an account, by its key, has gone to another one. */
  isFormer: (key: string) => boolean
  /** Grows with the time at which an account was first seen; by its key. Undefined of one that is not known. */
  ageOf: (key: string) => number | undefined
}

/** An account, and what the registry calls it. */
interface Named {
  key: string
  username: string
  /** As by `ageOf`. */
  age: number
}

/**
 * What accounts are called here, each otherwise: a username is the first account's that was seen under it, until it is
 * known to have gone to another one.
 */
export class ShownNames {
  readonly #init: ShownNamesInit
  /** Keys by name. */
  readonly #keys = new Map<string, string>()

  constructor(init: ShownNamesInit) {
    this.#init = init
  }

  keyOf(name: string): string | undefined {
    return this.#keys.get(name)
  }

  /** The name of an account, and the key of whose it was until now: they must be named anew. */
  take({ key, username, age }: Named): { name: string; displaced?: string } {
    const { isFormer, ageOf } = this.#init
    const held = this.#keys.get(username)
    if (isFormer(key)) {
      if (held === key) this.#keys.delete(username)
      return { name: this.#numbered(username, 'former', key) }
    }
    const holder = held === key ? undefined : held
    const holderAge = holder === undefined ? undefined : ageOf(holder)
    if (holderAge !== undefined && holderAge < age) return { name: this.#numbered(username, 'other', key) }
    this.#keys.set(username, key)
    return holderAge === undefined ? { name: username } : { name: username, displaced: holder! }
  }

  #numbered(username: string, what: string, key: string): string {
    for (let number = 1; ; number++) {
      const name = `${username} (${what}${number === 1 ? '' : ` ${number}`})`
      const holder = this.#keys.get(name)
      if (holder !== undefined && holder !== key) continue
      this.#keys.set(name, key)
      return name
    }
  }
}
