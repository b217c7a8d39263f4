import { classOf, peerIdOf } from '../protocol/index.ts'
import { Conversations } from './conversations/conversations.ts'
import { Sending } from './conversations/sending.ts'
import { Delivery } from './direct/delivery.ts'
import { DirectClient } from './direct/direct-client.ts'
import { Author } from './events/author.ts'
import { closingOf } from './events/closes.ts'
import { Settling } from './judging/settling.ts'
import { Confirmations } from './outbox/confirmations.ts'
import { Outbox } from './outbox/outbox.ts'
import { Closing } from './own/closing.ts'
import { Own } from './own/own.ts'
import { Relations } from './own/relations.ts'
import { ProfileExchange } from './people/profile-exchange.ts'
import { Rooms } from './rooms/rooms.ts'
import { serve } from './serving.ts'
import { storageNotices } from './storage-notices.ts'
import { Acknowledgements } from './sync/acknowledgements.ts'
import { Intake } from './sync/intake.ts'
import { SyncScheduler } from './sync/scheduler.ts'
import type { Host } from '../net/index.ts'
import type { Crypto, SignedRecord } from '../protocol/index.ts'
import type { Account } from './account/account.ts'
import type { ConversationState } from './conversations/conversation-state.ts'
import type { ConversationLog } from './events/conversation-log.ts'
import type { Outgoing } from './outbox/outbox.ts'
import type { Dialer } from './peers/dialer.ts'
import type { Authors } from './people/authors.ts'
import type { People } from './people/people.ts'
import type { Profiles } from './people/profiles.ts'
import type { Trusted } from './people/trusted.ts'
import type { OwnInit } from './own/own.ts'
import type { Profile } from './profile/profile.ts'
import type { Servers } from './registry/servers.ts'
import type { SyncClient } from './sync/sync-client.ts'
import type { SyncServiceInit } from './sync/sync-service.ts'
import type { Message, Removed } from './types.ts'

export interface MessagingInit extends Pick<OwnInit, 'onRegister'>, Pick<SyncServiceInit, 'onVaultKey'> {
  crypto: Crypto
  profile: Profile
  host: Host
  servers: Servers
  people: People
  profiles: Profiles
  trusted: Trusted
  account: Account
  authors: Authors
  sync: SyncClient
  dialer: Dialer
  onMessage: (message: Message, conversation: ConversationState) => void
  onConversation: (conversation: ConversationState) => void
  onRemoved: (removed: Removed) => void
  onState: (outgoing: Outgoing) => void
  onSignal: (log: ConversationLog, record: SignedRecord) => boolean
  /** Keys of the accounts that were seen in a conversation. */
  peopleIn: (log: ConversationLog) => string[]
  onNotice: (text: string) => void
  /** A room was joined or left on another device. */
  onRoom: (name: string, joined: boolean) => Promise<void>
  /** There is a direct conversation with somebody, begun here or elsewhere. */
  onContact: () => void
  /** Somebody is blocked, or called, otherwise than before. */
  onRelation: (account: Uint8Array) => void
}

/** Everything that moves records: rooms, direct messages, sync, and what is still on its way. */
export class Messaging {
  readonly conversations: Conversations
  readonly outbox: Outbox
  readonly rooms: Rooms
  readonly delivery: Delivery
  readonly sending: Sending
  readonly own: Own
  /** Whom this person has blocked, and what they call others. */
  readonly relations: Relations
  readonly exchange: ProfileExchange
  readonly settling: Settling
  readonly #closing: Closing
  readonly #init: MessagingInit
  readonly #scheduler: SyncScheduler
  readonly #acknowledgements: Acknowledgements
  readonly #confirmations: Confirmations
  readonly #author: Author

  constructor(init: MessagingInit) {
    this.#init = init
    const { crypto, profile, host, people, account, authors, sync, dialer, onState } = init
    const self = (): Uint8Array => account.required.id
    const introduction = () => ({
      entry: account.required.entry.bytes,
      certificate: account.required.certificate.bytes
    })
    const judging = { crypto, people, authors }
    const onStorageError = storageNotices(init.onNotice)
    const onStored = (log: ConversationLog, record: SignedRecord): Promise<void> => this.stored(log, record)

    this.outbox = new Outbox(profile, onState)
    this.relations = new Relations(() => this.own.state)
    this.conversations = new Conversations({
      crypto,
      profile,
      people,
      outbox: this.outbox,
      relations: this.relations,
      self,
      registry: () => init.servers.required.registry,
      readElsewhere: (room, id) => this.own.readElsewhere(room, id),
      onMessage: init.onMessage,
      onChange: init.onConversation,
      onRemoved: init.onRemoved,
      onOpen: (conversation) => this.#open(conversation),
      onBegin: (conversation) => this.own.begun(conversation),
      onClose: (conversation) => this.own.left(conversation),
      onRead: (conversation) => this.own.read(conversation),
      hasPast: () => this.own.past.isHere
    })
    this.#acknowledgements = new Acknowledgements(sync)
    this.#confirmations = new Confirmations({
      outbox: this.outbox,
      isOwn: (peer) => this.own.devices.isOwn(peer),
      onStorageError
    })
    this.rooms = new Rooms({
      ...judging,
      gossip: host.gossip,
      acknowledgements: this.#acknowledgements,
      introduction,
      onStored,
      onSignal: init.onSignal,
      onProfile: (...heard) => this.exchange.heard(...heard),
      onGap: (log, hop) => this.#scheduler.gap(log, hop),
      onStorageError
    })
    const direct = new DirectClient(host, introduction)
    this.delivery = new Delivery({
      client: direct,
      outbox: this.outbox,
      reach: (device) => dialer.connect(peerIdOf(device)),
      record: ({ conversation, id }) => this.conversations.record(conversation, id),
      onRefused: init.onNotice
    })
    this.#scheduler = new SyncScheduler({
      crypto,
      sync,
      intake: new Intake({ ...judging, sync, onStored }),
      peersIn: (log) => this.#peersIn(log),
      onSame: (...same) => this.#confirmations.same(...same),
      onDone: (log, peer, whole) => {
        this.changed(log.id)
        this.exchange.compared(log, peer)
        if (whole) this.#closing.compared(log)
      },
      onStorageError
    })
    this.#author = new Author({ crypto, profile, device: account.device, account: self })
    this.own = new Own({
      ...init,
      onProfile: (record) => this.exchange.publish(record),
      direct,
      author: this.#author,
      conversations: this.conversations,
      relations: this.relations,
      onMeet: (log, peer) => this.#scheduler.meet(log, peer),
      onRelation: async (other) => {
        await this.conversations.recount()
        init.onRelation(other)
      },
      onStorageError
    })
    this.exchange = new ProfileExchange({
      ...init,
      direct,
      introduction,
      conversations: this.conversations,
      rooms: this.rooms,
      isOwn: (peer) => this.own.devices.isOwn(peer),
      onStorageError
    })
    this.sending = new Sending({
      author: this.#author,
      outbox: this.outbox,
      people,
      trusted: init.trusted,
      delivery: this.delivery,
      rooms: this.rooms,
      own: this.own.devices,
      relations: this.relations,
      self
    })
    this.settling = new Settling({
      ...{ profile, people, authors, profiles: init.profiles, onStorageError },
      logsOf: (devices) => this.conversations.logsOf(devices),
      onVoid: (log, records) => this.conversations.removed(log, records)
    })
    this.#closing = new Closing({
      account,
      conversations: this.conversations,
      peersIn: (log) => this.#peersIn(log),
      onMeet: (log, peer) => this.#scheduler.meet(log, peer),
      write: async (conversation, op) =>
        this.stored(conversation.log, await this.sending.sendOp(conversation, op))
    })
  }

  /** Answers others. Nothing of this account goes out before `start`. */
  serve(): Promise<void> {
    return serve({
      ...this.#init,
      conversations: this.conversations,
      rooms: this.rooms,
      delivery: this.delivery,
      own: this.own,
      relations: this.relations,
      confirmations: this.#confirmations,
      exchange: this.exchange,
      scheduler: this.#scheduler,
      onStored: (log, record) => this.stored(log, record)
    })
  }

  /** Opens what this account takes part in, and begins to deliver. */
  async start(): Promise<void> {
    await this.outbox.load()
    await this.own.load()
    this.#scheduler.add(this.own.log!)
    await this.conversations.load()
    for (const conversation of this.conversations.all()) await this.sending.redirect(conversation)
    this.#scheduler.start()
    this.delivery.start()
    await this.own.start()
    await this.settling.settleAll()
    this.#closing.check()
  }

  /** More is known of an account's log: what that makes void goes, and dropped devices of one's own are closed. */
  async settle(account: Uint8Array): Promise<void> {
    await this.settling.settle(account)
    if (this.own.log !== undefined) this.#closing.check()
  }

  /** Sends what waits for somebody to the devices that they have now. */
  async redirect(account: Uint8Array): Promise<void> {
    const conversation = this.conversations.direct(account)
    if (conversation !== undefined) await this.sending.redirect(conversation)
  }

  /** Resolves once nothing is being written any more. */
  async stop(reason: Error): Promise<void> {
    this.#author.stop(reason)
    this.#scheduler.stop()
    this.delivery.stop()
    this.settling.stop()
    this.exchange.stop()
    this.#acknowledgements.stop()
    await this.own.stop()
  }

  async leave(conversation: ConversationState): Promise<void> {
    this.#scheduler.remove(conversation.log)
    if (conversation.room !== undefined) this.rooms.close(conversation.room)
    await this.conversations.close(conversation)
  }

  /** Something about a conversation changed that is not a message. */
  changed(id: Uint8Array): void {
    const conversation = this.conversations.byId(id)
    if (conversation !== undefined) this.#init.onConversation(conversation)
  }

  #open(conversation: ConversationState): void {
    this.#scheduler.add(conversation.log)
    if (conversation.room === undefined) {
      for (const peer of this.own.devices.connected()) this.#scheduler.meet(conversation.log, peer)
      // Whoever wrote first is somebody to be heard of as well.
      return this.#init.onContact()
    }
    this.rooms.open(conversation)
    const { topic } = this.rooms.channel(conversation.room)!
    for (const peer of this.#membersOf(topic)) this.#scheduler.meet(conversation.log, peer)
  }

  #membersOf = (topic: string): string[] => this.#init.host.gossip.subscribers(topic)

  /** Of direct conversations own devices compare when they meet; each hands the others what comes later. */
  #peersIn(log: ConversationLog): string[] {
    if (log === this.own.log) return this.own.devices.connected()
    const channel = this.rooms.channels().find((one) => one.log === log)
    return channel === undefined ? [] : this.#membersOf(channel.topic)
  }

  /** Does what a record of others that has just been stored calls for. */
  async stored(log: ConversationLog, record: SignedRecord): Promise<void> {
    if (classOf(record.header.kind) === 'register') return this.own.stored(record)
    if (log === this.own.log) await this.conversations.openDirect(this.#init.account.required.id)
    this.conversations.stored(log, record)
    if (closingOf(record) !== undefined) await this.settling.settle(record.header.account)
  }
}
