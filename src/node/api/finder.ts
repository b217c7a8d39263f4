import { NotJoinedError, UnknownNameError } from '../../errors.ts'
import { equalBytes } from '../../protocol/index.ts'
import { abortable } from './abortable.ts'
import { roomName, userName } from './names.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Conversations } from '../conversations/conversations.ts'
import type { ConversationState } from '../conversations/conversation-state.ts'
import type { KnownAccount, People } from '../people/people.ts'
import type { RegistryClient } from '../registry/registry-client.ts'

export interface FinderInit {
  conversations: Conversations
  people: People
  client: RegistryClient
}

/** Conversations and people by what they are called: `#room`, or a username. */
export class Finder {
  readonly #init: FinderInit
  /** Names that the registry is asked for: whoever wants the same one waits for the same answer. */
  readonly #asking = new Map<string, Promise<KnownAccount>>()

  constructor(init: FinderInit) {
    this.#init = init
  }

  /** One that is open; undefined where a direct one was never begun. @throws NotJoinedError, InvalidNameError */
  async open(name: string): Promise<ConversationState | undefined> {
    const { conversations, people } = this.#init
    if (name.startsWith('#')) {
      const room = conversations.room(roomName(name))
      if (room === undefined) throw new NotJoinedError(`You are not in ${name}. Join it first.`)
      return room
    }
    const known = await people.byName(userName(name))
    return known && conversations.all().find(({ account }) => account && equalBytes(account, known.id))
  }

  /** One that is open, or a direct one that begins now. @throws NotJoinedError, UnknownNameError */
  async required(name: string, options: AbortOptions = {}): Promise<ConversationState> {
    const open = await this.open(name)
    if (open !== undefined) return open
    const known = await this.person(name, options)
    return this.#init.conversations.openDirect(known.id)
  }

  /** The account of a name: as known here, else by the registry's word. @throws UnknownNameError, InvalidNameError */
  async person(name: string, { signal }: AbortOptions = {}): Promise<KnownAccount> {
    const { people } = this.#init
    const known = await people.byName(userName(name))
    if (known !== undefined) return known
    const asking = this.#asking.get(name) ?? this.#ask(name).finally(() => this.#asking.delete(name))
    this.#asking.set(name, asking)
    return abortable(asking, signal)
  }

  async #ask(name: string): Promise<KnownAccount> {
    const { client, people } = this.#init
    const { entry, certificate } = await client.lookup({ username: name })
    const learned = await people.learn(entry, certificate)
    if (learned?.name !== name) throw new UnknownNameError(`The registry can't prove who ${name} is.`)
    return learned
  }
}
