import { base32, decodeMessage, equalBytes, hybridTime, kind, millisecondsOf } from '../../protocol/index.ts'
import { placeOf } from '../events/event-reader.ts'
import type { HybridTime, SignedRecord } from '../../protocol/index.ts'
import type { ConversationLog } from '../events/conversation-log.ts'

/** Unread messages are counted up to here; more is "many". */
const maxCounted = 1000
/** Looked through at a time for the newest message, where somebody blocked wrote the last. */
const pageSize = 100

export interface ConversationInit {
  log: ConversationLog
  /** A room's name without #; undefined of a direct conversation. */
  room?: string
  /** The other's account id; undefined of a room. */
  account?: Uint8Array
  /** Messages up to this time are read. */
  read: bigint
}

/** For whom is counted. */
export interface Reader {
  /** Account id. */
  self: Uint8Array
  /** Whether this person wants to see nothing of an account. */
  isBlocked: (account: Uint8Array) => boolean
}

/** A conversation that this person takes part in, with what is unread in it. */
export class ConversationState {
  readonly log: ConversationLog
  readonly room: string | undefined
  readonly account: Uint8Array | undefined
  read: bigint
  unread = 0
  mentions = 0
  /** Of the newest message, ms since 1970. */
  lastActivity: number | undefined

  constructor({ log, room, account, read }: ConversationInit) {
    this.log = log
    this.room = room
    this.account = account
    this.read = read
  }

  /** base32 of the conversation's id. */
  get key(): string {
    return base32(this.log.id)
  }

  /** Counts what was unread when the profile was last open. */
  async count(reader: Reader): Promise<void> {
    this.unread = this.mentions = 0
    this.#touch(await this.#newest(reader))
    for await (const record of this.log.read.after(this.read)) {
      this.#count(record, reader)
      if (this.unread >= maxCounted) return
    }
  }

  /** A message was stored just now. */
  note(record: SignedRecord, reader: Reader): void {
    this.#touch(record.header.time)
    this.#count(record, reader)
  }

  /** Everything held now is read; false where it was already. */
  markRead(): boolean {
    if (this.unread === 0 && this.read >= this.log.latest) return false
    this.read = this.log.latest > this.read ? this.log.latest : this.read
    this.unread = this.mentions = 0
    return true
  }

  /** The time of the newest that is shown. */
  async #newest({ isBlocked }: Reader): Promise<HybridTime> {
    let page = await this.log.read.before(undefined, 1)
    while (page.length > 0) {
      const shown = page.find(({ header }) => !isBlocked(header.account))
      if (shown !== undefined) return shown.header.time
      page = await this.log.read.before(placeOf(page.at(-1)!), pageSize)
    }
    return 0n
  }

  #count({ header, content }: SignedRecord, { self, isBlocked }: Reader): void {
    if (header.kind !== kind.message || equalBytes(header.account, self) || header.time <= this.read) return
    if (isBlocked(header.account)) return
    this.unread++
    const mentions = content && decodeMessage(content)?.mentions
    if (mentions?.some((account) => equalBytes(account, self))) this.mentions++
  }

  #touch(time: bigint): void {
    if (time > 0n) this.lastActivity = Math.max(this.lastActivity ?? 0, millisecondsOf(time))
  }
}

/** The read marker of a room joined now: its history is not news. */
export const readFromNow = (): bigint => hybridTime(Date.now())
