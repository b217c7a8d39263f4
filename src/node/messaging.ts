import { classOf, deviceKeyOf, equalBytes, peerIdOf } from '../protocol/index.ts'
import { Conversations } from './conversations/conversations.ts'
import { Sending } from './conversations/sending.ts'
import { Delivery } from './direct/delivery.ts'
import { serveDirect } from './direct/direct-service.ts'
import { Author } from './events/author.ts'
import { Outbox } from './outbox/outbox.ts'
import { Own } from './own/own.ts'
import { Rooms } from './rooms/rooms.ts'
import { Acknowledgements } from './sync/acknowledgements.ts'
import { Intake } from './sync/intake.ts'
import { SyncScheduler } from './sync/scheduler.ts'
import { serveSync } from './sync/sync-service.ts'
import type { Host } from '../net/index.ts'
import type { Crypto, HybridTime, SignedRecord } from '../protocol/index.ts'
import type { Account } from './account/account.ts'
import type { ConversationState } from './conversations/conversation-state.ts'
import type { ConversationLog } from './events/conversation-log.ts'
import type { Outgoing } from './outbox/outbox.ts'
import type { Dialer } from './peers/dialer.ts'
import type { Authors } from './people/authors.ts'
import type { People } from './people/people.ts'
import type { Trusted } from './people/trusted.ts'
import type { Profile } from './profile/profile.ts'
import type { Servers } from './registry/servers.ts'
import type { SyncClient } from './sync/sync-client.ts'
import type { View } from './sync/view.ts'
import type { Message } from './types.ts'

export interface MessagingInit {
  crypto: Crypto
  profile: Profile
  host: Host
  servers: Servers
  people: People
  trusted: Trusted
  account: Account
  authors: Authors
  sync: SyncClient
  dialer: Dialer
  onMessage: (message: Message, conversation: ConversationState) => void
  onConversation: (conversation: ConversationState) => void
  onState: (outgoing: Outgoing) => void
  onSignal: (log: ConversationLog, record: SignedRecord) => boolean
  onNotice: (text: string) => void
  /** A room was joined or left on another device. */
  onRoom: (name: string, joined: boolean) => Promise<void>
  /** Somebody whom another device speaks with. */
  onContact: () => void
}

const noticeInterval = 60_000

/** Everything that moves records: rooms, direct messages, sync, and what is still on its way. */
export class Messaging {
  readonly conversations: Conversations
  readonly outbox: Outbox
  readonly rooms: Rooms
  readonly delivery: Delivery
  readonly sending: Sending
  readonly own: Own
  readonly #init: MessagingInit
  readonly #scheduler: SyncScheduler
  readonly #acknowledgements: Acknowledgements
  readonly #author: Author
  /** When the person was last told that nothing can be stored, ms since 1970. */
  #told = 0

  constructor(init: MessagingInit) {
    this.#init = init
    const { crypto, profile, host, people, account, authors, sync, dialer, onState } = init
    const self = (): Uint8Array => account.required.id
    const credentials = () => ({
      entry: account.required.entry.bytes,
      certificate: account.required.certificate.bytes
    })
    const judging = { crypto, people, authors }
    const onStored = (log: ConversationLog, record: SignedRecord): Promise<void> => this.#stored(log, record)

    this.outbox = new Outbox(profile, onState)
    this.conversations = new Conversations({
      crypto,
      profile,
      people,
      outbox: this.outbox,
      self,
      registry: () => init.servers.required.registry,
      readElsewhere: (room, id) => this.own.readElsewhere(room, id),
      onMessage: init.onMessage,
      onChange: init.onConversation,
      onOpen: (conversation) => this.#open(conversation),
      onBegin: (conversation) => this.own.begun(conversation),
      onClose: (conversation) => this.own.left(conversation),
      onRead: (conversation) => this.own.read(conversation),
      hasPast: () => this.own.past.isHere
    })
    this.#acknowledgements = new Acknowledgements(sync)
    this.rooms = new Rooms({
      ...judging,
      gossip: host.gossip,
      acknowledgements: this.#acknowledgements,
      credentials,
      onStored: (log, record) => this.conversations.stored(log, record),
      onSignal: init.onSignal,
      onGap: (log, hop) => this.#scheduler.gap(log, hop),
      onStorageError: (error) => this.#storageFailed(error)
    })
    this.delivery = new Delivery({
      host,
      outbox: this.outbox,
      credentials,
      reach: (device) => dialer.connect(peerIdOf(device)),
      record: ({ conversation, id }) => this.#recordOf(conversation, id),
      onRefused: (_, reason) =>
        init.onNotice(`A message was refused by the other side (${reason}). It stays queued.`)
    })
    this.#scheduler = new SyncScheduler({
      crypto,
      sync,
      intake: new Intake({ ...judging, sync, onStored }),
      peersIn: (log) => this.#peersIn(log),
      onSame: (log, peer, upTo) => this.#same(log, peer, upTo),
      onDone: (log) => this.changed(log.id),
      onStorageError: (error) => this.#storageFailed(error)
    })
    this.#author = new Author({ crypto, profile, device: account.device, account: self })
    this.own = new Own({
      crypto,
      profile,
      people,
      sync,
      onNotice: init.onNotice,
      host,
      account,
      dialer,
      credentials,
      authors,
      author: this.#author,
      conversations: this.conversations,
      onMeet: (log, peer) => this.#scheduler.meet(log, peer),
      onRoom: init.onRoom,
      onContact: init.onContact,
      onStorageError: (error) => this.#storageFailed(error)
    })
    this.sending = new Sending({
      author: this.#author,
      outbox: this.outbox,
      people,
      trusted: init.trusted,
      delivery: this.delivery,
      rooms: this.rooms,
      own: this.own.devices,
      self
    })
  }

  /** Answers others. Nothing of this account goes out before `start`. */
  async serve(): Promise<void> {
    const { crypto, profile, host, people, authors, account } = this.#init
    await serveSync(host, {
      crypto,
      people,
      viewFor: async (id, peer) => this.#publicView(id) ?? this.own.viewFor(id, peer),
      onPast: (past, peer) =>
        this.own.devices.isOwn(peer) ? this.own.past.answer(past, peer) : { given: false },
      onStored: (_, ids, peer) => this.#acknowledged(ids, peer),
      onSame: (log, peer, upTo) => this.#same(log, peer, upTo)
    })
    await serveDirect(host, {
      crypto,
      people,
      authors,
      self: () => account.self?.id,
      isOwn: (peer) => this.own.devices.isOwn(peer),
      ownLog: (id) => this.own.logOf(id),
      logWith: async (other) => (await this.conversations.openDirect(other)).log,
      onStored: (log, record) => {
        // Its author may not know of all devices yet.
        if (log !== this.own.log && !equalBytes(record.header.account, account.required.id))
          this.own.devices.push(record)
        return this.#stored(log, record)
      },
      flush: () => profile.journal.flush()
    })
    host.addEventListener('connect', ({ detail }) => {
      this.#tryPeer(detail)
      this.own.meet(detail)
    })
    host.gossip.addEventListener('subscription', ({ detail: { peer, topic, joined } }) => {
      const channel = joined ? this.rooms.byTopic(topic) : undefined
      if (channel !== undefined) this.#scheduler.meet(channel.log, peer)
    })
  }

  /** Opens what this account takes part in, and begins to deliver. */
  async start(): Promise<void> {
    await this.outbox.load()
    await this.own.load()
    this.#scheduler.add(this.own.log!)
    await this.conversations.load()
    this.#scheduler.start()
    this.delivery.start()
    await this.own.start()
  }

  stop(reason: Error): void {
    this.#author.stop(reason)
    this.#scheduler.stop()
    this.delivery.stop()
    this.own.stop()
    this.#acknowledgements.stop()
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
      return
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

  async #stored(log: ConversationLog, record: SignedRecord): Promise<void> {
    if (classOf(record.header.kind) === 'register') return this.own.stored(record)
    if (log === this.own.log) await this.conversations.openDirect(this.#init.account.required.id)
    this.conversations.stored(log, record)
  }

  /** Public rooms may be seen by anybody. */
  #publicView(id: Uint8Array): View | undefined {
    const conversation = this.conversations.byId(id)
    return conversation?.room === undefined ? undefined : { log: conversation.log, since: 0n }
  }

  #tryPeer(peer: string): void {
    const device = deviceKeyOf(peer)
    if (device !== undefined) this.delivery.tryDevice(device)
  }

  #acknowledged(ids: Uint8Array[], peer: string): void {
    const device = deviceKeyOf(peer)
    // Another device of one's own is nobody else.
    if (device === undefined || this.own.devices.isOwn(peer)) return
    for (const id of ids) this.outbox.stored(id, device).catch((error: unknown) => this.#storageFailed(error))
  }

  /** Whoever holds the same holds everything of one's own up to then. */
  #same(log: ConversationLog, peer: string, upTo: HybridTime): void {
    const waiting = this.outbox.waitingIn(log.id).filter(({ time }) => time <= upTo)
    this.#acknowledged(
      waiting.map(({ id }) => id),
      peer
    )
  }

  async #recordOf(conversation: Uint8Array, id: Uint8Array): Promise<SignedRecord | undefined> {
    return this.conversations.byId(conversation)?.log.read.byId(id)
  }

  #storageFailed(error: unknown): void {
    if (Date.now() - this.#told < noticeInterval) return
    this.#told = Date.now()
    const why = error instanceof Error ? error.message : String(error)
    this.#init.onNotice(`Messages can't be stored, so none are acknowledged or shown. ${why}`)
  }
}
