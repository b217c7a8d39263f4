import { InvalidRoomNameError, NotJoinedError } from '../../errors.ts'
import { equalBytes, isRoomName } from '../../protocol/index.ts'
import { resolve } from './resolve.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Conversations } from '../conversations/conversations.ts'
import type { ConversationState } from '../conversations/conversation-state.ts'
import type { People } from '../people/people.ts'
import type { RegistryClient } from '../registry/registry-client.ts'

export interface FinderInit {
  conversations: Conversations
  people: People
  client: RegistryClient
}

/** Conversations by what people call them: `#room`, or a username. */
export class Finder {
  readonly #init: FinderInit

  constructor(init: FinderInit) {
    this.#init = init
  }

  /** One that is open; undefined where a direct one was never begun. @throws NotJoinedError for a room */
  async open(name: string): Promise<ConversationState | undefined> {
    const { conversations, people } = this.#init
    if (name.startsWith('#')) {
      const room = conversations.room(roomName(name))
      if (room === undefined) throw new NotJoinedError(`You are not in ${name}. Join it first.`)
      return room
    }
    const known = await people.byName(name)
    return known && conversations.all().find(({ account }) => account && equalBytes(account, known.id))
  }

  /** One that is open, or a direct one that begins now. @throws NotJoinedError, UnknownNameError */
  async required(name: string, options: AbortOptions = {}): Promise<ConversationState> {
    const open = await this.open(name)
    if (open !== undefined) return open
    const known = await resolve(this.#init, name, options)
    return this.#init.conversations.openDirect(known.id)
  }
}

/** A room's name without its #. @throws InvalidRoomNameError */
export function roomName(name: string): string {
  const plain = name.replace(/^#/, '')
  if (!isRoomName(plain))
    throw new InvalidRoomNameError(
      `"${name}" is no room: # and 1 to 32 characters of a to z, 0 to 9, _ and -.`
    )
  return plain
}
