import { base32, fromBase32 } from '../../protocol/index.ts'
import { placeOf } from '../events/event-reader.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Account } from '../account/account.ts'
import type { ConversationState } from '../conversations/conversation-state.ts'
import type { Messaging } from '../messaging.ts'
import type { Network } from '../network.ts'
import type { Conversation, ConversationsApi, HistoryOptions, Message } from '../types.ts'
import type { Finder } from './finder.ts'

export interface ConversationsApiInit {
  account: Account
  messaging: Messaging
  network: Network
  find: Finder
  /** Calls back whenever one of one's own messages got further; returns the end of it. */
  onState: (listener: (id: string) => void) => () => void
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
      this.#init.messaging.conversations.all().map((conversation) => this.describe(conversation))
    )
  }

  async describe(conversation: ConversationState): Promise<Conversation> {
    const { messaging, network, account } = this.#init
    const { log, room, unread, mentions, lastActivity } = conversation
    const others =
      room === undefined
        ? [base32(conversation.account!)]
        : network.accountsIn(log).filter((key) => key !== account.self?.key)
    return {
      name: await messaging.conversations.nameOf(conversation),
      kind: room === undefined ? 'direct' : 'room',
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
    const last = before === undefined ? undefined : await read.byId(fromBase32(before))
    if (before !== undefined && last === undefined) return []
    const size = Math.min(Math.max(limit, 1), maxLimit)
    const records = await read.before(last && placeOf(last), size)
    const page = records.slice(0, size).reverse()
    return Promise.all(page.map((record) => conversations.message(conversation, record)))
  }

  async markRead(name: string): Promise<void> {
    const conversation = await this.#init.find.open(name)
    if (conversation !== undefined) await this.#init.messaging.conversations.markRead(conversation)
  }

  async delivered(id: string, { signal }: AbortOptions = {}): Promise<Message> {
    signal?.throwIfAborted()
    const { outbox } = this.#init.messaging
    const isThere = (): boolean => (outbox.find(fromBase32(id))?.state ?? 'delivered') === 'delivered'
    if (!isThere()) {
      await new Promise<void>((resolve, reject) => {
        const end = this.#init.onState((changed) => {
          if (changed !== id || !isThere()) return
          end()
          resolve()
        })
        signal?.addEventListener('abort', () => {
          end()
          reject(signal.reason as Error)
        })
      })
    }
    return this.#byId(fromBase32(id))
  }

  async #byId(id: Uint8Array): Promise<Message> {
    const { conversations } = this.#init.messaging
    for (const conversation of conversations.all()) {
      const record = await conversation.log.read.byId(id)
      if (record !== undefined) return conversations.message(conversation, record)
    }
    throw new RangeError('No message here has that id.')
  }
}
