import type { TypedEventTarget } from 'main-event'
import type { AbortOptions } from '../abort.ts'
import type { AccountApi } from './account/types.ts'
import type { NamesApi } from './names/types.ts'
import type { PeopleApi, Person } from './people/types.ts'

/** How far a message of one's own has come. Only an acknowledgement by another device makes it `delivered`. */
export type MessageState = 'queued' | 'sent' | 'delivered'

/** The public form of a message: what `--json`, exports and bots see. */
export interface Message {
  type: 'chat' | 'private' | 'file' | 'system'
  /** Record id, base32. */
  id: string
  /** Where it was written: `#room`, or the other person's name. */
  conversation: string
  /** `#room` of a chat message. */
  room?: string
  /** Username, or the account id where no name is known. */
  sender: string
  /** What this account calls the sender. */
  sender_nickname?: string
  /** Account id, base32: stays when a name changes hands. */
  sender_id: string
  /** `all` in a room, else a username. */
  recipient: string
  /** Markdown as it was written. */
  content: string
  /** ISO 8601, by the author's clock. */
  timestamp: string
  file_data: null
  /** Whether only the recipients' devices could read it on its way. */
  encrypted: boolean
  /** Whether this account wrote it. */
  own: boolean
  /** Whether it names this account. */
  mentions_me: boolean
  /** Of one's own messages. */
  state?: MessageState
  /** Of one's own messages: devices of others that said they hold it. */
  stored_by?: number
}

/** A joined room, or a direct conversation that was begun. */
export interface Conversation {
  /** `#room`, or the other person's name: what every call takes. */
  name: string
  kind: 'room' | 'direct'
  /** Of a direct one: what this account calls the other. */
  nickname?: string
  /** Unread messages of others, and how many of them name this account. */
  unread: number
  mentions: number
  /** ISO 8601, of the newest message. */
  last_activity?: string
  /** Others who are online or away now. */
  online: number
  /** Numbered messages of others known to exist and not held yet. */
  missing: number
}

/** Messages of one person that are gone from a conversation. */
export interface Removed {
  conversation: string
  /** Name of who wrote them. */
  sender: string
  ids: string[]
}

export interface HistoryOptions extends AbortOptions {
  /** Messages at most; 50 where absent. The newest come, oldest first. */
  limit?: number
  /** Only messages before the one with this id. */
  before?: string
}

/** How this device stands in the network. */
export interface NetworkStatus {
  /** Whether the registry's server is connected. */
  registry: 'online' | 'connecting' | 'offline'
  /** Why not, in a sentence. */
  problem?: string
  /** Connected devices of people. */
  peers: number
  /** Multiaddrs of this device. */
  addresses: string[]
}

/** What a node tells of, as `CustomEvent`s. */
export interface NodeEvents {
  /** A message was stored: live, by catch-up, or one's own. Not in the order of their times. */
  message: CustomEvent<Message>
  /** One of one's own messages got further. */
  state: CustomEvent<{ id: string; conversation: string; state: MessageState; stored_by: number }>
  /** Messages are gone: somebody took the device that wrote them out of the account, and they don't count. */
  removed: CustomEvent<Removed>
  /** A conversation appeared, changed its counts, or went away (`left`). */
  conversation: CustomEvent<Conversation & { left?: boolean }>
  presence: CustomEvent<Person>
  network: CustomEvent<NetworkStatus>
  /** Something that the person should read: an expired certificate, a fork, a full disk. */
  notice: CustomEvent<{ level: 'info' | 'warning'; text: string }>
}

/** All conversations alike, by `#room` or username. */
export interface ConversationsApi {
  /** Those that this account takes part in, in no order. @throws NotLoggedInError */
  list(): Promise<Conversation[]>
  /**
   * Stores and sends. `to` is `#room` of a joined room, or a username.
   *
   * @throws NotJoinedError, UnknownNameError, BlockedError, KeyChangedError, TextTooLongError, NotLoggedInError
   */
  send(to: string, text: string, options?: AbortOptions): Promise<Message>
  /** @throws NotJoinedError, UnknownMessageError for an unknown `before` */
  history(of: string, options?: HistoryOptions): Promise<Message[]>
  /** Everything up to now counts as read. */
  markRead(name: string): Promise<void>
  /** Resolves once another device holds the message. @throws UnknownMessageError, ClosedError after `stop`, the signal's reason */
  delivered(id: string, options?: AbortOptions): Promise<Message>
}

/** What a room tells of. */
export interface RoomEvents {
  /** As the node's `message`, of this room only. */
  message: CustomEvent<Message>
}

/** A joined room. */
export interface Room extends TypedEventTarget<RoomEvents> {
  /** With its #. */
  readonly name: string
  /** As `conversations.send`: stored when it resolves, on its way then. */
  send(text: string, options?: AbortOptions): Promise<Message>
  /** The newest messages, oldest first. */
  history(options?: HistoryOptions): Promise<Message[]>
  /** Everyone seen here, present or not. */
  people(): Promise<Person[]>
  /** What is stored stays; joining again shows it. */
  leave(): Promise<void>
}

/** Public rooms, by name with or without its #. */
export interface RoomsApi {
  /** @throws InvalidRoomNameError, NotLoggedInError, TooManyRoomsError */
  join(name: string, options?: AbortOptions): Promise<Room>
  /** @throws NotJoinedError */
  leave(name: string): Promise<void>
  /** The room, where it is joined. */
  get(name: string): Room | undefined
  /** All joined rooms. */
  list(): Room[]
}

/** What direct conversations tell of. */
export interface DirectEvents {
  /** As the node's `message`, of direct conversations only; one's own too. */
  message: CustomEvent<Message>
}

/** Messages to one person, encrypted on their way to each of their devices. */
export interface DirectApi extends TypedEventTarget<DirectEvents> {
  /** @throws UnknownNameError, BlockedError, KeyChangedError, TextTooLongError, NotLoggedInError */
  send(username: string, text: string, options?: AbortOptions): Promise<Message>
  /** The newest messages, oldest first; none where no conversation was begun. */
  history(username: string, options?: HistoryOptions): Promise<Message[]>
}

/** What a node is made from. */
export interface NodeInit {
  /** The profile's directory: one identity, one database, one running node. Made where it does not exist. */
  directory: string
  /** Opens a profile that is locked, as it is after `register` and `login` unless `remember` was set. */
  password?: string
  /**
   * Whether the system's keyring, where one answers, keeps the key of a profile that is remembered. Otherwise, and where
   * absent, an owner-only file does.
   */
  usesKeyring?: boolean
  /** Invites of the registry; needed the first time only, remembered then. */
  bootstrap?: string[]
  /** Multiaddrs to listen on; all interfaces on a free port where absent. */
  listen?: string[]
  /** Multiaddrs to tell others instead of the ones listened on. */
  announce?: string[]
}

/** A peer: an account's device, its conversations and its connections. */
export interface StarlingNode extends TypedEventTarget<NodeEvents>, AsyncDisposable {
  readonly account: AccountApi
  readonly conversations: ConversationsApi
  readonly rooms: RoomsApi
  readonly direct: DirectApi
  readonly people: PeopleApi
  readonly names: NamesApi
  readonly network: NetworkStatus
  /** The registry's invite, to hand on; undefined before one is known. */
  readonly invite: string | undefined
  /** Uses this registry from now on; only before an account exists. @throws InvalidInviteError */
  useInvite(invite: string): Promise<void>
  /** Connects; `createNode` does it. A node that was stopped stays so: create another one. */
  start(): Promise<void>
  /** Writes what is open, ends connections, closes the profile. May be called twice. */
  stop(): Promise<void>
}
