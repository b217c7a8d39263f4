import { base32, directId, hex, publicRoomId } from '../../protocol/index.ts'
import { ConversationLog } from '../events/conversation-log.ts'
import { ConversationState, readFromNow } from './conversation-state.ts'
import { nameOf, toMessage } from './message.ts'
import type { Registry, SignedRecord } from '../../protocol/index.ts'
import type { EventContext } from '../events/context.ts'
import type { Message } from '../types.ts'
import type { MessageContext } from './message.ts'

const recordKind = { room: 0, direct: 1 } as const

export interface ConversationsInit extends EventContext, MessageContext {
  registry: () => Registry
  onMessage: (message: Message, conversation: ConversationState) => void
  /** A conversation began or its counts changed. */
  onChange: (conversation: ConversationState) => void
  onOpen: (conversation: ConversationState) => void
}

/** The conversations of a profile, by id and by what people call them. */
export class Conversations {
  readonly #init: ConversationsInit
  readonly #byId = new Map<string, ConversationState>()
  readonly #opening = new Map<string, Promise<ConversationState>>()
  /** Of rooms that were left too: what is still being written to one knows better than the disk what is held. */
  readonly #logs = new Map<string, ConversationLog>()
  /** Messages are told in the order in which they were stored. */
  #telling: Promise<void> = Promise.resolve()

  constructor(init: ConversationsInit) {
    this.#init = init
  }

  async load(): Promise<void> {
    for await (const [, stored] of this.#init.profile.tables.conversations.entries()) {
      const { id, name, account, read } = stored
      const log = await this.#log(id)
      const who = stored.kind === recordKind.room ? { room: name } : { account }
      const conversation = new ConversationState({ log, read, ...who })
      await conversation.count(this.#init.self())
      this.#add(conversation)
    }
  }

  all(): ConversationState[] {
    return [...this.#byId.values()]
  }

  byId(id: Uint8Array): ConversationState | undefined {
    return this.#byId.get(hex(id))
  }

  room(name: string): ConversationState | undefined {
    return this.all().find(({ room }) => room === name)
  }

  /** What people call it: `#room`, or the other's name. */
  async nameOf({ room, account }: ConversationState): Promise<string> {
    return room !== undefined ? `#${room}` : nameOf(this.#init.people, account!)
  }

  openRoom(room: string): Promise<ConversationState> {
    const id = publicRoomId(this.#init.crypto, this.#init.registry().id, room)
    return this.#open(id, (log) => new ConversationState({ log, room, read: readFromNow() }))
  }

  openDirect(account: Uint8Array): Promise<ConversationState> {
    const id = directId(this.#init.crypto, this.#init.self(), account)
    return this.#open(id, (log) => new ConversationState({ log, account, read: 0n }))
  }

  /** Forgets that this person takes part; what was written stays on disk. */
  async close(conversation: ConversationState): Promise<void> {
    const { journal, tables } = this.#init.profile
    this.#byId.delete(hex(conversation.log.id))
    await journal.write((batch) => void batch.delete(tables.conversations, conversation.log.alias), {
      sync: true
    })
  }

  async markRead(conversation: ConversationState): Promise<void> {
    if (!conversation.markRead()) return
    await this.#save(conversation, false)
    this.#init.onChange(conversation)
  }

  /** An event was written: counts it and tells of it. */
  stored(log: ConversationLog, record: SignedRecord): void {
    const conversation = this.byId(log.id)
    if (conversation === undefined) return
    conversation.note(record, this.#init.self())
    // What can't be read any more, as the profile is closing, is not told.
    this.#telling = this.#telling.then(() => this.#tell(conversation, record)).catch(() => {})
  }

  async message(conversation: ConversationState, record: SignedRecord): Promise<Message> {
    return toMessage(this.#init, conversation, await this.nameOf(conversation), record)
  }

  async #open(id: Uint8Array, make: (log: ConversationLog) => ConversationState): Promise<ConversationState> {
    const known = this.byId(id)
    if (known !== undefined) return known
    const key = base32(id)
    const opening = this.#opening.get(key) ?? this.#begin(id, make)
    this.#opening.set(key, opening)
    return opening.finally(() => this.#opening.delete(key))
  }

  async #begin(
    id: Uint8Array,
    make: (log: ConversationLog) => ConversationState
  ): Promise<ConversationState> {
    const conversation = make(await this.#log(id))
    await this.#save(conversation, true)
    this.#add(conversation)
    this.#init.onChange(conversation)
    return conversation
  }

  async #tell(conversation: ConversationState, record: SignedRecord): Promise<void> {
    this.#init.onMessage(await this.message(conversation, record), conversation)
  }

  async #log(id: Uint8Array): Promise<ConversationLog> {
    const key = hex(id)
    const log = this.#logs.get(key) ?? (await ConversationLog.open(this.#init, id))
    this.#logs.set(key, log)
    return log
  }

  #add(conversation: ConversationState): void {
    this.#byId.set(hex(conversation.log.id), conversation)
    this.#init.onOpen(conversation)
  }

  async #save({ log, room, account, read }: ConversationState, sync: boolean): Promise<void> {
    const { journal, tables, aliases } = this.#init.profile
    await journal.write(
      (batch) => {
        aliases.put('conversation', log.alias, batch)
        batch.put(tables.conversations, log.alias, {
          id: log.id,
          kind: room === undefined ? recordKind.direct : recordKind.room,
          name: room ?? '',
          account: account ?? new Uint8Array(),
          read
        })
      },
      { sync }
    )
  }
}
