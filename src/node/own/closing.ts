import { equalBytes, listsDevice } from '../../protocol/index.ts'
import type { Op } from '../../protocol/index.ts'
import type { Account } from '../account/account.ts'
import type { Conversations } from '../conversations/conversations.ts'
import type { ConversationState } from '../conversations/conversation-state.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { Feed } from '../events/feed.ts'

export interface ClosingInit {
  account: Account
  conversations: Conversations
  /** Connected peers that hold a conversation. */
  peersIn: (log: ConversationLog) => string[]
  /** Compares with one of them. */
  onMeet: (log: ConversationLog, peer: string) => void
  /** Stores and hands out an op of this device. @throws StorageError, KeyChangedError */
  write: (conversation: ConversationState, op: Op) => Promise<void>
}

/**
 * Says in each conversation how far the events of this account's dropped devices count. What such a device wrote and this
 * one lacks would be void, so a conversation is compared with somebody first.
 */
export class Closing {
  readonly #init: ClosingInit
  readonly #writing = new Set<ConversationLog>()

  constructor(init: ClosingInit) {
    this.#init = init
  }

  /** The account has other devices than before, or this program begins. */
  check(): void {
    const { account, conversations, peersIn, onMeet } = this.#init
    const isAlone = account.required.entry.devices.length === 1
    for (const { log, room } of conversations.all()) {
      if (this.#due(log).length === 0) continue
      const [peer] = peersIn(log)
      if (peer !== undefined) onMeet(log, peer)
      // Nobody else has a private conversation of this account.
      else if (room === undefined && isAlone) this.compared(log)
    }
  }

  /** A conversation was compared with somebody who holds it. */
  compared(log: ConversationLog): void {
    const conversation = this.#init.conversations.byId(log.id)
    if (conversation === undefined || this.#writing.has(log) || this.#due(log).length === 0) return
    this.#writing.add(log)
    this.#close(conversation)
      // Once more when it is compared next.
      .catch(() => {})
      .finally(() => this.#writing.delete(log))
  }

  async #close(conversation: ConversationState): Promise<void> {
    const { account, write } = this.#init
    for (const { device, highest: number } of this.#due(conversation.log))
      await write(conversation, { close: { device, number, entry: account.required.entry.hash } })
  }

  /** What no close speaks of. Where nothing of a device is held, nobody can say how far it counts. */
  #due(log: ConversationLog): Feed[] {
    const { account } = this.#init
    const { id, entry } = account.required
    if (!listsDevice(entry, account.device)) return []
    return log
      .feeds()
      .filter(({ account: author, limit }) => equalBytes(author, id) && limit?.last === Infinity)
  }
}
