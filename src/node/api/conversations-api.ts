import { UnknownMessageError } from '../../errors.ts'
import { base32, equalBytes, fromBase32 } from '../../protocol/index.ts'
import { endingOf } from '../account/ending.ts'
import { deviceLines } from '../conversations/device-lines.ts'
import { comparePlaces, placeOf } from '../events/event-reader.ts'
import { abortable } from './abortable.ts'
import type { AbortOptions } from '../../abort.ts'
import type { SignedRecord } from '../../protocol/index.ts'
import type { Account } from '../account/account.ts'
import type { ConversationState } from '../conversations/conversation-state.ts'
import type { DeviceLine } from '../conversations/device-lines.ts'
import type { Position } from '../events/event-reader.ts'
import type { KnownAccount, People } from '../people/people.ts'
import type { Messaging } from '../messaging.ts'
import type { Network } from '../network.ts'
import type { Conversation, ConversationsApi, HistoryOptions, Message } from '../types.ts'
import type { Finder } from './finder.ts'

export interface ConversationsApiInit {
  account: Account
  people: People
  messaging: Messaging
  network: Network
  find: Finder
  /** Calls back whenever one of one's own messages got further; returns the end of it. */
  onState: (listener: (id: string) => void) => () => void
  /** A line that is no message came into a conversation. */
  onLine: (message: Message) => void
  /** Fires when the node stops, with the reason that whoever waits is told. */
  stopping: AbortSignal
}

const defaultLimit = 50
const maxLimit = 1000

export class NodeConversations implements ConversationsApi {
  readonly #init: ConversationsApiInit

  constructor(init: ConversationsApiInit) {
    this.#init = init
  }

  async list(): Promise<Conversation[]> {
    void this.#init.account.required
    return Promise.all(
      this.#init.messaging.conversations.shown().map((conversation) => this.describe(conversation))
    )
  }

  async describe(conversation: ConversationState): Promise<Conversation> {
    const { messaging, network, account } = this.#init
    const { log, room, unread, mentions, lastActivity } = conversation
    const nickname = conversation.account && messaging.relations.nicknameOf(conversation.account)
    const others =
      room === undefined
        ? [base32(conversation.account!)]
        : network.accountsIn(log).filter((key) => key !== account.self?.key)
    return {
      name: await messaging.conversations.nameOf(conversation),
      kind: room === undefined ? 'direct' : 'room',
      ...(nickname !== undefined && { nickname }),
      unread,
      mentions,
      ...(lastActivity !== undefined && { last_activity: new Date(lastActivity).toISOString() }),
      online: others.filter((key) => network.book.of(key).status !== 'offline').length,
      missing: log.missing
    }
  }

  async send(to: string, text: string, options: AbortOptions = {}): Promise<Message> {
    const { account, messaging, find, network } = this.#init
    void account.required
    const ending = endingOf(account)
    if (ending !== undefined) throw ending
    const isNew = (await find.open(to)) === undefined
    const conversation = await find.required(to, options)
    if (isNew) network.update()
    const record = await messaging.sending.send(conversation, text, options)
    messaging.conversations.stored(conversation.log, record)
    return messaging.conversations.message(conversation, record)
  }

  async history(of: string, { limit = defaultLimit, before }: HistoryOptions = {}): Promise<Message[]> {
    void this.#init.account.required
    const { conversations } = this.#init.messaging
    const conversation = await this.#init.find.open(of)
    if (conversation === undefined) return []
    const { read } = conversation.log
    const lines = await this.#deviceLines(conversation)
    const last = before === undefined ? undefined : await this.#placeOf(conversation, lines, before)
    const size = Math.min(Math.max(limit, 1), maxLimit)
    const records: SignedRecord[] = []
    let place = last
    let isMore = true
    while (isMore && records.length < size) {
      const some = await read.before(place, size)
      records.push(...some.filter((record) => !conversations.isHidden(record)))
      isMore = some.length >= size
      if (isMore) place = placeOf(some.at(-1)!)
    }
    const page = records.slice(0, size).reverse()
    const first = isMore || records.length > size ? page[0] && placeOf(page[0]) : undefined
    const messages = await Promise.all(page.map((record) => conversations.message(conversation, record)))
    const between = lines.filter(
      (line) =>
        (first === undefined || comparePlaces(line.place, first) > 0) &&
        (last === undefined || comparePlaces(line.place, last) < 0)
    )
    if (between.length === 0) return messages
    return [...messages, ...between.map(({ message }) => message)].sort((a, b) =>
      a.timestamp < b.timestamp ? -1 : Number(a.timestamp > b.timestamp)
    )
  }

  /** An account has other devices than before. */
  async tellDevices(known: KnownAccount, before: KnownAccount): Promise<void> {
    const conversation = this.#init.messaging.conversations
      .shown()
      .find(({ account }) => account !== undefined && equalBytes(account, known.id))
    if (conversation === undefined) return
    const lines = deviceLines([before.entry, known.entry], known, known.key === this.#init.account.self?.key)
    for (const { message } of lines) this.#init.onLine(message)
  }

  async #deviceLines({ account }: ConversationState): Promise<DeviceLine[]> {
    const { people, account: own } = this.#init
    const known = account && (await people.known(account))
    return known === undefined
      ? []
      : deviceLines(await people.log(known.id), known, known.key === own.self?.key)
  }

  async #placeOf({ log }: ConversationState, lines: DeviceLine[], text: string): Promise<Position> {
    const line = lines.find(({ message }) => message.id === text)
    const record = line === undefined ? await log.read.byId(idOf(text)) : undefined
    const place = line?.place ?? (record && placeOf(record))
    if (place === undefined) throw new UnknownMessageError(unknown)
    return place
  }

  async markRead(name: string): Promise<void> {
    const conversation = await this.#init.find.open(name)
    if (conversation !== undefined) await this.#init.messaging.conversations.markRead(conversation)
  }

  async delivered(text: string, options: AbortOptions = {}): Promise<Message> {
    const signal = AbortSignal.any([this.#init.stopping, ...(options.signal ? [options.signal] : [])])
    signal.throwIfAborted()
    const id = idOf(text)
    const { outbox } = this.#init.messaging
    const isThere = (): boolean => (outbox.find(id)?.state ?? 'delivered') === 'delivered'
    if (!isThere()) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const end = this.#init.onState((changed) => changed === text && isThere() && resolve())
      await abortable(promise, signal).finally(end)
    }
    return this.#byId(id)
  }

  async #byId(id: Uint8Array): Promise<Message> {
    const { conversations } = this.#init.messaging
    for (const conversation of conversations.all()) {
      const record = await conversation.log.read.byId(id)
      if (record !== undefined) return conversations.message(conversation, record)
    }
    throw new UnknownMessageError(unknown)
  }
}

const unknown = 'No message here has that id. Take one from the history.'

/** The bytes of a message's id. @throws UnknownMessageError where it can be none */
function idOf(text: string): Uint8Array {
  try {
    const id = fromBase32(text)
    // The decoder overlooks a letter too many.
    if (base32(id) === text) return id
  } catch {
    // Then it is no base32 at all.
  }
  throw new UnknownMessageError(unknown)
}
