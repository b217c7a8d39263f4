import { TypedEventEmitter } from 'main-event'
import { InvalidNameError } from '../../errors.ts'
import { isUsername } from '../../protocol/index.ts'
import type { AbortOptions } from '../../abort.ts'
import type { ConversationsApi, DirectApi, DirectEvents, HistoryOptions, Message } from '../types.ts'

export class NodeDirect extends TypedEventEmitter<DirectEvents> implements DirectApi {
  readonly #conversations: ConversationsApi

  constructor(conversations: ConversationsApi) {
    super()
    this.#conversations = conversations
  }

  async send(username: string, text: string, options?: AbortOptions): Promise<Message> {
    return this.#conversations.send(checked(username), text, options)
  }

  async history(username: string, options?: HistoryOptions): Promise<Message[]> {
    return this.#conversations.history(checked(username), options)
  }

  tell(message: Message): void {
    if (message.type === 'private') this.safeDispatchEvent('message', { detail: message })
  }
}

function checked(username: string): string {
  if (!isUsername(username))
    throw new InvalidNameError(`"${username}" is no name: 3 to 20 of a to z, 0 to 9 and _.`)
  return username
}
