import { equalBytes, kind, ownKey, readOwnKey } from '../../protocol/index.ts'
import type { OwnKey, SignedRecord } from '../../protocol/index.ts'
import type { Author } from '../events/author.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { Register } from '../events/registers.ts'

export interface OwnStateInit {
  author: Author
  /** The log of the conversation with oneself. */
  log: ConversationLog
  /** This device wrote a register. */
  onWritten: (record: SignedRecord) => void
}

/** What the account's devices remember together: registers of the conversation with oneself. */
export class OwnState {
  readonly log: ConversationLog
  readonly #init: OwnStateInit
  /** One write after the other: each looks at what the one before left. */
  #writing: Promise<unknown> = Promise.resolve()

  constructor(init: OwnStateInit) {
    this.#init = init
    this.log = init.log
  }

  get(key: OwnKey): Uint8Array | undefined {
    return this.find(key)?.value
  }

  find(key: OwnKey): Register | undefined {
    return this.#find(ownKey(key))
  }

  /** Everything that this version knows, in no order. */
  *all(): Iterable<[OwnKey, Uint8Array]> {
    for (const { key, value, record } of this.log.registers.all()) {
      const known = record.header.kind === kind.ownState ? readOwnKey(key) : undefined
      if (known !== undefined) yield [known, value]
    }
  }

  /** Writes what differs from what is held; on the disk and on its way when this resolves. @throws StorageError */
  set(key: OwnKey, value: Uint8Array): Promise<void> {
    const writing = this.#writing.then(() => this.#set(ownKey(key), value))
    this.#writing = writing.catch(() => {})
    return writing
  }

  async #set(key: string, value: Uint8Array): Promise<void> {
    const { author, onWritten } = this.#init
    const held = this.#find(key)?.value
    if (held !== undefined && equalBytes(held, value)) return
    const register = await author.writeRegister(this.log, kind.ownState, { key, value })
    if (register !== undefined) onWritten(register.record)
  }

  #find(key: string): Register | undefined {
    return this.log.registers.find(this.log.members![0]!, key)
  }
}
