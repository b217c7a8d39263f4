import { base32, directId, equalBytes, hex, publicRoomId } from '../../protocol/index.ts'
import { ConversationLog } from '../events/conversation-log.ts'
import { ConversationState, readFromNow } from './conversation-state.ts'
import { nameOf, toMessage } from './message.ts'
import type { HybridTime, Registry, SignedRecord } from '../../protocol/index.ts'
import type { EventContext } from '../events/context.ts'
import type { Message, Removed } from '../types.ts'
import type { Reader } from './conversation-state.ts'
import type { MessageContext } from './message.ts'

const recordKind = { room: 0, direct: 1 } as const

export interface ConversationsInit extends EventContext, MessageContext {
  registry: () => Registry
  /** Up to where another own device has read a room; undefined where none is in it. */
  readElsewhere: (room: string, id: Uint8Array) => HybridTime | undefined
  onMessage: (message: Message, conversation: ConversationState) => void
  /** Messages are gone. */
  onRemoved: (removed: Removed) => void
  /** A conversation began or its counts changed. */
  onChange: (conversation: ConversationState) => void
  onOpen: (conversation: ConversationState) => void
  /** One begins; whoever asked for it waits until this is done. */
  onBegin: (conversation: ConversationState) => Promise<void>
  /** This person takes part in it no more. */
  onClose: (conversation: ConversationState) => Promise<void>
  /** Whether this device has what was written in direct conversations before it came. */
  hasPast: () => boolean
  /** Its read marker moved. */
  onRead: (conversation: ConversationState) => void
}

/** The conversations of a profile, by id and by what people call them. */
export class Conversations {
  readonly #init: ConversationsInit
  readonly #byId = new Map<string, ConversationState>()
  readonly #opening = new Map<string, Promise<ConversationState>>()
  /** Of rooms that were left too: what is still being written to one knows better than the disk what is held. */
  readonly #logs = new Map<string, Promise<ConversationLog>>()
  /** Messages are told in the order in which they were stored. */
  #telling: Promise<void> = Promise.resolve()

  constructor(init: ConversationsInit) {
    this.#init = init
  }

  async load(): Promise<void> {
    for await (const [, stored] of this.#init.profile.tables.conversations.entries()) {
      const { id, name, account, read } = stored
      const isRoom = stored.kind === recordKind.room
      const log = await (isRoom ? this.#log(id) : this.#directLog(account))
      const who = isRoom ? { room: name } : { account }
      const conversation = new ConversationState({ log, read, ...who })
      await conversation.count(this.#reader)
      this.#add(conversation)
    }
  }

  all(): ConversationState[] {
    return [...this.#byId.values()]
  }

  /** Those that are shown: not the direct ones with whom is blocked. */
  shown(): ConversationState[] {
    return this.all().filter((conversation) => this.isShown(conversation))
  }

  isShown({ account }: ConversationState): boolean {
    return account === undefined || !this.#init.relations.isBlocked(account)
  }

  /** Whether its author is blocked. */
  isHidden({ header }: SignedRecord): boolean {
    return this.#init.relations.isBlocked(header.account)
  }

  byId(id: Uint8Array): ConversationState | undefined {
    return this.#byId.get(hex(id))
  }

  async record(conversation: Uint8Array, id: Uint8Array): Promise<SignedRecord | undefined> {
    return this.byId(conversation)?.log.read.byId(id)
  }

  room(name: string): ConversationState | undefined {
    return this.all().find(({ room }) => room === name)
  }

  /** The conversation with somebody. */
  direct(id: Uint8Array): ConversationState | undefined {
    return this.all().find(({ account }) => account !== undefined && equalBytes(account, id))
  }

  /** What people call it: `#room`, or the other's name. */
  async nameOf({ room, account }: ConversationState): Promise<string> {
    return room !== undefined ? `#${room}` : nameOf(this.#init.people, account!)
  }

  openRoom(room: string): Promise<ConversationState> {
    const id = publicRoomId(this.#init.crypto, this.#init.registry().id, room)
    return this.#open(id, async () => {
      const read = this.#init.readElsewhere(room, id) ?? readFromNow()
      return new ConversationState({ log: await this.#log(id), room, read })
    })
  }

  openDirect(account: Uint8Array): Promise<ConversationState> {
    const id = directId(this.#init.crypto, this.#init.self(), account)
    return this.#open(id, async () => {
      return new ConversationState({ log: await this.#directLog(account), account, read: 0n })
    })
  }

  /** The conversation with oneself, where own devices keep what they remember together. */
  ownLog(): Promise<ConversationLog> {
    return this.#directLog(this.#init.self())
  }

  /** The logs that are open, and those of rooms once left that hold something of one of these devices. */
  async logsOf(devices: Uint8Array[]): Promise<ConversationLog[]> {
    const { aliases, tables } = this.#init.profile
    const authors = devices.map((device) => aliases.find('device', device)).filter((one) => one !== undefined)
    for (const id of aliases.ids('conversation')) {
      if (this.#logs.has(hex(id))) continue
      const alias = aliases.of('conversation', id)
      const held = await tables.feeds.getMany(authors.map((device) => [alias, device] as const))
      if (held.some((feed) => feed !== undefined)) await this.#log(id)
    }
    return Promise.all(this.#logs.values())
  }

  /** Forgets that this person takes part; what was written stays on disk. */
  async close(conversation: ConversationState): Promise<void> {
    const { journal, tables } = this.#init.profile
    this.#byId.delete(hex(conversation.log.id))
    await journal.write((batch) => void batch.delete(tables.conversations, conversation.log.alias), {
      sync: true
    })
    await this.#init.onClose(conversation)
  }

  async markRead(conversation: ConversationState): Promise<void> {
    if (!conversation.markRead()) return
    this.#init.onRead(conversation)
    await this.#save(conversation, false)
    this.#init.onChange(conversation)
  }

  /** What another own device has read is read. */
  async readUpTo(conversation: ConversationState, time: HybridTime): Promise<void> {
    if (time <= conversation.read) return
    conversation.read = time
    await conversation.count(this.#reader)
    await this.#save(conversation, false)
    this.#init.onChange(conversation)
  }

  /** Counts anew what is unread: somebody is blocked, or no more. */
  async recount(): Promise<void> {
    for (const conversation of this.all()) {
      await conversation.count(this.#reader)
      this.#init.onChange(conversation)
    }
  }

  /** An event was written: counts it and tells of it. */
  stored(log: ConversationLog, record: SignedRecord): void {
    const conversation = this.byId(log.id)
    if (conversation === undefined) return
    if (this.isHidden(record)) return
    conversation.note(record, this.#reader)
    // What can't be read any more, as the profile is closing, is not told.
    this.#telling = this.#telling.then(() => this.#tell(conversation, record)).catch(() => {})
  }

  /** Events of one account are gone from a conversation. */
  async removed(log: ConversationLog, records: SignedRecord[]): Promise<void> {
    const conversation = this.byId(log.id)
    if (conversation === undefined || this.isHidden(records[0]!)) return
    await conversation.count(this.#reader)
    this.#init.onRemoved({
      conversation: await this.nameOf(conversation),
      sender: await nameOf(this.#init.people, records[0]!.header.account),
      ids: records.map(({ id }) => base32(id))
    })
    this.#init.onChange(conversation)
  }

  async message(conversation: ConversationState, record: SignedRecord): Promise<Message> {
    return toMessage(this.#init, conversation, await this.nameOf(conversation), record)
  }

  get #reader(): Reader {
    const { self, relations } = this.#init
    return { self: self(), isBlocked: (account) => relations.isBlocked(account) }
  }

  async #open(id: Uint8Array, make: () => Promise<ConversationState>): Promise<ConversationState> {
    const known = this.byId(id)
    if (known !== undefined) return known
    const key = base32(id)
    const opening = this.#opening.get(key) ?? this.#begin(make)
    this.#opening.set(key, opening)
    return opening.finally(() => this.#opening.delete(key))
  }

  async #begin(make: () => Promise<ConversationState>): Promise<ConversationState> {
    const conversation = await make()
    await this.#save(conversation, true)
    this.#add(conversation)
    await this.#init.onBegin(conversation)
    this.#init.onChange(conversation)
    return conversation
  }

  async #tell(conversation: ConversationState, record: SignedRecord): Promise<void> {
    this.#init.onMessage(await this.message(conversation, record), conversation)
  }

  #directLog(account: Uint8Array): Promise<ConversationLog> {
    const self = this.#init.self()
    const members = equalBytes(account, self) ? [self] : [self, account]
    return this.#log(directId(this.#init.crypto, self, account), members)
  }

  #log(id: Uint8Array, members?: Uint8Array[]): Promise<ConversationLog> {
    const key = hex(id)
    const log = this.#logs.get(key) ?? this.#openLog(id, members)
    this.#logs.set(key, log)
    log.catch(() => this.#logs.delete(key))
    return log
  }

  async #openLog(id: Uint8Array, members?: Uint8Array[]): Promise<ConversationLog> {
    const log = await ConversationLog.open(this.#init, id, members)
    log.isPartial = members !== undefined && !this.#init.hasPast()
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
