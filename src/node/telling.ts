import { base32 } from '../protocol/index.ts'
import { removedText } from './account/device-notices.ts'
import { toPerson } from './api/person.ts'
import type { NodeConversations } from './api/conversations-api.ts'
import type { PersonContext } from './api/person.ts'
import type { ConversationState } from './conversations/conversation-state.ts'
import type { Messaging } from './messaging.ts'
import type { Outgoing } from './outbox/outbox.ts'
import type { KnownAccount } from './people/people.ts'
import type { Conversation, NodeEvents, Removed } from './types.ts'

export interface TellingInit extends PersonContext {
  messaging: Messaging
  conversations: NodeConversations
  dispatch: <K extends keyof NodeEvents>(type: K, detail: NodeEvents[K]['detail']) => void
  /** Nothing is told once it has fired. */
  stopping: AbortSignal
}

/** Counts of a conversation are told at most this often, ms. */
const interval = 50

/** What a node tells of, put in its public form. */
export class Telling {
  readonly #init: TellingInit
  readonly #toTell = new Set<ConversationState>()
  #timer: NodeJS.Timeout | undefined

  constructor(init: TellingInit) {
    this.#init = init
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  notice(text: string): void {
    this.#init.dispatch('notice', { level: 'warning', text })
  }

  removed(removed: Removed): void {
    this.#init.dispatch('removed', removed)
    this.notice(removedText(removed))
  }

  /** One of one's own messages got further. */
  state(outgoing: Outgoing): void {
    this.unlessStopping(this.#state(outgoing))
  }

  /** What is known of somebody changed, and with it the conversations that they are in. */
  person(known: KnownAccount): void {
    const { messaging, dispatch, stopping } = this.#init
    if (stopping.aborted) return
    dispatch('presence', toPerson(this.#init, known))
    for (const conversation of messaging.conversations.all()) {
      if (conversation.room !== undefined || base32(conversation.account!) === known.key)
        this.conversation(conversation)
    }
  }

  /** Tells of a conversation soon, once for all that changes until then. */
  conversation(conversation: ConversationState): void {
    this.#toTell.add(conversation)
    this.#timer ??= setTimeout(() => this.unlessStopping(this.#conversations()), interval)
  }

  left(name: string, kind: Conversation['kind'] = 'room'): void {
    const gone: Conversation = { name, kind, unread: 0, mentions: 0, online: 0, missing: 0 }
    this.#init.dispatch('conversation', { ...gone, left: true })
  }

  /** What is told reads the profile, which may fail or be closed meanwhile: then there is nothing to tell. */
  unlessStopping(telling: Promise<void>): void {
    telling.catch((error: unknown) => {
      if (!this.#init.stopping.aborted) this.notice(error instanceof Error ? error.message : String(error))
    })
  }

  async #state({ id, conversation, state, storedBy }: Outgoing): Promise<void> {
    const { messaging, dispatch } = this.#init
    const where = messaging.conversations.byId(conversation)
    if (where === undefined) return
    const name = await messaging.conversations.nameOf(where)
    dispatch('state', { id: base32(id), conversation: name, state, stored_by: storedBy.size })
  }

  async #conversations(): Promise<void> {
    const { messaging, conversations, dispatch, stopping } = this.#init
    this.#timer = undefined
    const changed = [...this.#toTell].filter(({ log }) => messaging.conversations.byId(log.id) !== undefined)
    this.#toTell.clear()
    for (const conversation of changed) {
      if (stopping.aborted) return
      const described = await conversations.describe(conversation)
      const isShown = messaging.conversations.isShown(conversation)
      dispatch('conversation', isShown ? described : { ...described, left: true })
    }
  }
}
