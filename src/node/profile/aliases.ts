import { hex } from '../../protocol/index.ts'
import { aliasKind } from './tables.ts'
import type { Batch } from '../../storage/index.ts'
import type { Tables } from './tables.ts'

type Kind = keyof typeof aliasKind

/** Local numbers for conversations, devices and accounts. All in memory: about 100 bytes each. */
export class Aliases {
  readonly #tables: Tables
  readonly #numbers = new Map<string, number>()
  readonly #ids = new Map<string, Uint8Array>()
  readonly #next: Record<Kind, number> = { conversation: 1, device: 1, account: 1 }

  private constructor(tables: Tables) {
    this.#tables = tables
  }

  static async load(tables: Tables): Promise<Aliases> {
    const aliases = new Aliases(tables)
    const kinds = new Map(Object.entries(aliasKind).map(([kind, letter]) => [letter as number, kind as Kind]))
    for await (const [[letter, alias], id] of tables.aliases.entries()) {
      const kind = kinds.get(letter)
      if (kind !== undefined) aliases.#remember(kind, alias, id)
    }
    return aliases
  }

  /** The alias of an id; undefined where it has none, as of strangers that are only asked about. */
  find(kind: Kind, id: Uint8Array): number | undefined {
    return this.#numbers.get(kind + hex(id))
  }

  /** The alias of an id, given now where it has none: then whoever uses it first writes it with `put`. */
  of(kind: Kind, id: Uint8Array): number {
    const known = this.find(kind, id)
    if (known !== undefined) return known
    const alias = this.#next[kind]
    this.#remember(kind, alias, id.slice())
    return alias
  }

  /** @throws RangeError where the alias was never given: the database is damaged */
  id(kind: Kind, alias: number): Uint8Array {
    const id = this.#ids.get(`${kind}${alias}`)
    if (id === undefined) throw new RangeError(`no ${kind} ${alias}`)
    return id
  }

  /** Ids of a kind, in the order in which they got their aliases. */
  ids(kind: Kind): Uint8Array[] {
    return Array.from({ length: this.#next[kind] - 1 }, (_, index) =>
      this.#ids.get(`${kind}${index + 1}`)
    ).filter((id) => id !== undefined)
  }

  /** Writes an alias in the batch of what uses it. Doing so again changes nothing. */
  put(kind: Kind, alias: number, batch: Batch): void {
    batch.put(this.#tables.aliases, [aliasKind[kind], alias], this.id(kind, alias))
  }

  #remember(kind: Kind, alias: number, id: Uint8Array): void {
    this.#numbers.set(kind + hex(id), alias)
    this.#ids.set(`${kind}${alias}`, id)
    this.#next[kind] = Math.max(this.#next[kind], alias + 1)
  }
}
