import { StorageError } from '../../errors.ts'
import { equalBytes, kind, ownKey, profileKey, readOwnKey } from '../../protocol/index.ts'
import type { OwnKey, SignedRecord } from '../../protocol/index.ts'
import type { Author } from '../events/author.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { Register } from '../events/registers.ts'

export interface OwnStateInit {
  author: Author
  /** The log of the conversation with oneself. */
  log: ConversationLog
  /** This device wrote a register. Done once others can have it. */
  onWritten: (record: SignedRecord) => void | Promise<void>
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

  /** One's own profile. */
  get profile(): SignedRecord | undefined {
    return this.#find(profileKey)?.record
  }

  /** Everything that this version knows, in no order. */
  *all(): Iterable<[OwnKey, Uint8Array]> {
    for (const { key, value, record } of this.log.registers.all()) {
      const known = record.header.kind === kind.ownState ? readOwnKey(key) : undefined
      if (known !== undefined) yield [known, value]
    }
  }

  /**
   * Writes what differs from what is held; on the disk and on its way when this resolves. False where no more can be
   * remembered.
   *
   * @throws StorageError
   */
  set(key: OwnKey, value: Uint8Array): Promise<boolean> {
    return this.#inTurn(kind.ownState, ownKey(key), value)
  }

  /** As `set`. @throws StorageError, also where no more can be remembered */
  async require(key: OwnKey, value: Uint8Array): Promise<void> {
    if (!(await this.set(key, value))) throw new StorageError(full)
  }

  /** Writes one's own profile. @throws StorageError, also where no more can be remembered */
  async setProfile(value: Uint8Array): Promise<void> {
    if (!(await this.#inTurn(kind.profile, profileKey, value))) throw new StorageError(full)
  }

  #inTurn(kindNumber: number, key: string, value: Uint8Array): Promise<boolean> {
    const writing = this.#writing.then(() => this.#write(kindNumber, key, value))
    this.#writing = writing.catch(() => {})
    return writing
  }

  async #write(kindNumber: number, key: string, value: Uint8Array): Promise<boolean> {
    const { author, onWritten } = this.#init
    const held = this.#find(key)?.value
    if (held !== undefined && equalBytes(held, value)) return true
    const register = await author.writeRegister(this.log, kindNumber, { key, value })
    if (register === undefined) return false
    await onWritten(register.record)
    return true
  }

  #find(key: string): Register | undefined {
    return this.log.registers.find(this.log.members![0]!, key)
  }
}

const full =
  'Your devices remember as much together as they can: 2,048 rooms, contacts and the like. Nothing new is remembered.'
