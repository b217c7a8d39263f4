import { TypedEventEmitter } from 'main-event'
import { NotJoinedError, TooManyRoomsError } from '../../errors.ts'
import { maxRooms } from '../../protocol/index.ts'
import { roomName } from './names.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Account } from '../account/account.ts'
import type { Messaging } from '../messaging.ts'
import type { Network } from '../network.ts'
import type { ConversationsApi, HistoryOptions, Message, Room, RoomEvents, RoomsApi } from '../types.ts'
import type { PeopleApi, Person } from '../people/types.ts'

export interface RoomsApiInit {
  account: Account
  messaging: Messaging
  network: Network
  conversations: ConversationsApi
  people: PeopleApi
  /** A room was left. */
  onLeft: (name: string) => void
}

export class NodeRooms implements RoomsApi {
  readonly #init: RoomsApiInit
  readonly #rooms = new Map<string, NodeRoom>()

  constructor(init: RoomsApiInit) {
    this.#init = init
  }

  async join(name: string, _options: AbortOptions = {}): Promise<Room> {
    const { account, messaging, network } = this.#init
    void account.required
    const plain = roomName(name)
    const known = messaging.conversations.room(plain)
    if (known !== undefined) return this.#room(plain)
    if (messaging.rooms.channels().length >= maxRooms)
      throw new TooManyRoomsError(`You are in ${maxRooms} rooms, which is the most. Leave one first.`)
    const { log } = await messaging.conversations.openRoom(plain)
    network.joined(log.id)
    return this.#room(plain)
  }

  async leave(name: string): Promise<void> {
    const { messaging, network, onLeft } = this.#init
    const plain = roomName(name)
    const conversation = messaging.conversations.room(plain)
    if (conversation === undefined) throw new NotJoinedError(`You are not in #${plain}.`)
    await messaging.leave(conversation)
    network.left(conversation.log.id)
    this.#rooms.delete(plain)
    onLeft(`#${plain}`)
  }

  get(name: string): Room | undefined {
    const plain = roomName(name)
    return this.#init.messaging.conversations.room(plain) && this.#room(plain)
  }

  list(): Room[] {
    const all = this.#init.messaging.conversations.all()
    return all.flatMap(({ room }) => (room === undefined ? [] : [this.#room(room)]))
  }

  /** A message of a room was stored. */
  tell(message: Message): void {
    if (message.room !== undefined) this.#rooms.get(roomName(message.room))?.tell(message)
  }

  #room(plain: string): NodeRoom {
    const known = this.#rooms.get(plain)
    if (known !== undefined) return known
    const room = new NodeRoom(`#${plain}`, this, this.#init)
    this.#rooms.set(plain, room)
    return room
  }
}

class NodeRoom extends TypedEventEmitter<RoomEvents> implements Room {
  readonly name: string
  readonly #rooms: RoomsApi
  readonly #init: Pick<RoomsApiInit, 'conversations' | 'people'>

  constructor(name: string, rooms: RoomsApi, init: Pick<RoomsApiInit, 'conversations' | 'people'>) {
    super()
    this.name = name
    this.#rooms = rooms
    this.#init = init
  }

  send(text: string, options?: AbortOptions): Promise<Message> {
    return this.#init.conversations.send(this.name, text, options)
  }

  history(options?: HistoryOptions): Promise<Message[]> {
    return this.#init.conversations.history(this.name, options)
  }

  people(): Promise<Person[]> {
    return this.#init.people.list(this.name)
  }

  leave(): Promise<void> {
    return this.#rooms.leave(this.name)
  }

  tell(message: Message): void {
    this.safeDispatchEvent('message', { detail: message })
  }
}
