import { compareBytes, decodeOp, equalBytes, hex, kind, maxCloses } from '../../protocol/index.ts'
import type { Closing, SignedRecord } from '../../protocol/index.ts'

/** A close that is held. */
interface Held extends Closing {
  id: Uint8Array
}

/** The close that a record is, if it is one. */
export function closingOf({ id, header, content }: SignedRecord): (Closing & Held) | undefined {
  const op = header.kind === kind.op && content !== undefined ? decodeOp(content) : undefined
  return op !== undefined && 'close' in op ? { id, header, close: op.close } : undefined
}

/** The closes held of one conversation, by account. */
export class Closes {
  readonly #held = new Map<string, Held[]>()

  of(account: Uint8Array): readonly Closing[] {
    return this.#held.get(hex(account)) ?? []
  }

  /** Keeps those with the smallest ids, so that it doesn't matter in which order they come. */
  add(record: SignedRecord): void {
    const closing = closingOf(record)
    if (closing === undefined) return
    const key = hex(record.header.account)
    const all = [...(this.#held.get(key) ?? []), closing].sort((a, b) => compareBytes(a.id, b.id))
    this.#held.set(key, all.slice(0, maxCloses))
  }

  delete({ header, id }: SignedRecord): void {
    const key = hex(header.account)
    const others = this.#held.get(key)?.filter((one) => !equalBytes(one.id, id))
    if (others !== undefined) this.#held.set(key, others)
  }
}
