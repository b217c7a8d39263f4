import { TypedEventEmitter } from 'main-event'
import { userName } from './names.ts'
import type { AbortOptions } from '../../abort.ts'
import type { ConversationsApi, DirectApi, DirectEvents, HistoryOptions, Message } from '../types.ts'

export class NodeDirect extends TypedEventEmitter<DirectEvents> implements DirectApi {
  readonly #conversations: ConversationsApi

  constructor(conversations: ConversationsApi) {
    super()
    this.#conversations = conversations
  }

  async send(username: string, text: string, options?: AbortOptions): Promise<Message> {
    return this.#conversations.send(userName(username), text, options)
  }

  async history(username: string, options?: HistoryOptions): Promise<Message[]> {
    return this.#conversations.history(userName(username), options)
  }

  tell(message: Message): void {
    if (message.type === 'private') this.safeDispatchEvent('message', { detail: message })
  }
}
