import {
  base32,
  decodeAddresses,
  encodeAddresses,
  maxAddresses,
  maxWatched,
  peerIdOf
} from '../protocol/index.ts'
import { PeerFinder } from './peers/peer-finder.ts'
import { Heartbeats } from './presence/heartbeat.ts'
import { PresenceBook } from './presence/presence-book.ts'
import { PresenceStream } from './presence/presence-stream.ts'
import { Roster } from './presence/roster.ts'
import { RegistryLink } from './registry/registry-link.ts'
import { Upkeep } from './registry/upkeep.ts'
import type { Host } from '../net/index.ts'
import type { Crypto, PresenceNews, PresenceState, SignedRecord } from '../protocol/index.ts'
import type { Account } from './account/account.ts'
import type { ConversationLog } from './events/conversation-log.ts'
import type { Messaging } from './messaging.ts'
import type { AddressBook } from './peers/address-book.ts'
import type { Dialer } from './peers/dialer.ts'
import type { Names } from './names/names.ts'
import type { People } from './people/people.ts'
import type { Profile } from './profile/profile.ts'
import type { RegistryClient } from './registry/registry-client.ts'
import type { Servers } from './registry/servers.ts'
import type { NetworkStatus } from './types.ts'

/** How often the registry is asked what it says of itself, ms. */
const renewInterval = 3_600_000

const statusNumber = { online: 0, away: 1 } as const

export interface NetworkInit {
  crypto: Crypto
  profile: Profile
  host: Host
  servers: Servers
  people: People
  account: Account
  client: RegistryClient
  addresses: AddressBook
  dialer: Dialer
  names: Names
  messaging: () => Messaging
  onPresence: (account: string) => void
  onChange: () => void
  onNotice: (text: string) => void
  /** The registry is there. */
  onUp: () => void
}

/** Who is there, and the connections to them: registry, neighbours, presence. */
export class Network {
  readonly book: PresenceBook
  readonly roster = new Roster()
  readonly finder: PeerFinder
  readonly heartbeats: Heartbeats
  readonly #init: NetworkInit
  readonly #stream: PresenceStream
  readonly #link: RegistryLink
  readonly #upkeep: Upkeep
  #status: keyof typeof statusNumber = 'online'
  /** News are taken one after the other: who came and who left must not change places. */
  #news: Promise<void> = Promise.resolve()

  constructor(init: NetworkInit) {
    this.#init = init
    this.#upkeep = new Upkeep(init)
    const { crypto, profile, host, account, client, addresses, dialer, messaging } = init
    const channels = () => messaging().rooms.channels()
    this.book = new PresenceBook(
      (key) => this.isConnected(key),
      (key) => init.onPresence(key)
    )
    this.finder = new PeerFinder({ host, addresses, dialer, channels })
    this.heartbeats = new Heartbeats({
      crypto,
      deviceSeed: profile.deviceSeed,
      device: account.device,
      account: () => account.self?.id,
      status: () => this.#status,
      channels,
      peopleIn: (log) => this.accountsIn(log).filter((key) => this.book.of(key).status !== 'offline').length,
      isRegistryUp: () => this.#link.state.registry === 'online',
      onTick: () => this.book.expire()
    })
    this.#stream = new PresenceStream({
      host,
      state: () => this.#state(),
      onNews: (news) => this.#takeNews(news),
      onEnd: () => void this.#upkeep.renew().catch(() => {})
    })
    this.#link = new RegistryLink({
      host,
      client,
      whileUp: (peer, signal) => this.#whileUp(peer, signal),
      onChange: () => this.#linkChanged()
    })
  }

  start(): void {
    const { host, people } = this.#init
    const changed = (peer: string, how: 'connected' | 'disconnected'): void => {
      const known = people.byPeer(peer)
      // Of several devices the last one counts.
      const isLess = how === 'disconnected' && known !== undefined && this.isConnected(known.key)
      if (known !== undefined && !isLess) this.book[how](known.key)
      this.#init.onChange()
    }
    host.addEventListener('connect', ({ detail }) => {
      changed(detail, 'connected')
      void this.#init.addresses.reached(detail).catch(() => {})
    })
    host.addEventListener('disconnect', ({ detail }) => changed(detail, 'disconnected'))
    host.addEventListener('addresses', () => this.update())
    this.#link.start()
    this.finder.start()
    this.heartbeats.start()
  }

  async stop(): Promise<void> {
    this.finder.stop()
    this.heartbeats.stop()
    await this.#link.stop()
    await this.#init.names.stop()
  }

  get status(): NetworkStatus {
    const { host } = this.#init
    const servers = new Set(this.#init.servers.current?.servers.map(({ peer }) => peer))
    const peers = host.peers().filter((peer) => !servers.has(peer)).length
    return { ...this.#link.state, peers, addresses: host.addresses() }
  }

  get ownStatus(): keyof typeof statusNumber {
    return this.#status
  }

  setStatus(status: keyof typeof statusNumber): void {
    if (this.#status === status) return
    this.#status = status
    this.update()
    void this.heartbeats.beat()
  }

  /** One's own rooms, addresses, contacts or status changed. */
  update(): void {
    this.#stream.update()
    this.#init.onChange()
  }

  /** There is a registry now, or an account. */
  hurry(): void {
    this.#link.hurry()
    this.#stream.update()
  }

  joined(room: Uint8Array): void {
    this.finder.expect(base32(room))
    this.update()
    this.finder.look()
  }

  left(room: Uint8Array): void {
    this.roster.forgetRoom(base32(room))
    this.finder.forget(base32(room))
    this.update()
  }

  /** A signal of a room. Whether it is news. */
  signal(log: ConversationLog, record: SignedRecord): boolean {
    const status = this.heartbeats.receive(log, record)
    if (status === undefined) return false
    const account = base32(record.header.account)
    this.roster.see(base32(log.id), account)
    this.book.heartbeat(account, status)
    return true
  }

  isConnected(account: string): boolean {
    const { host, people } = this.#init
    return people.byKey(account)?.peers.some((peer) => host.isConnected(peer)) ?? false
  }

  /** Everybody seen in a conversation: who wrote in it, and who is in it now. Account ids, base32. */
  accountsIn(log: ConversationLog): string[] {
    const { host, people, messaging, account } = this.#init
    const { rooms } = messaging()
    const topic = rooms.channels().find((channel) => channel.log === log)?.topic
    const neighbours =
      topic === undefined ? [] : host.gossip.subscribers(topic).map((peer) => people.byPeer(peer))
    return [
      ...new Set([
        ...(account.self ? [account.self.key] : []),
        ...[...log.feeds()].map((feed) => feed.accountKey),
        ...this.roster.accountsIn(base32(log.id)),
        ...neighbours.flatMap((known) => (known === undefined ? [] : [known.key]))
      ])
    ]
  }

  #state(): PresenceState | undefined {
    const { host, account, messaging } = this.#init
    if (account.self === undefined) return undefined
    const { conversations } = messaging()
    const all = conversations.all()
    return {
      status: statusNumber[this.#status],
      addresses: encodeAddresses(host.addresses()).slice(0, maxAddresses),
      rooms: all.filter(({ room }) => room !== undefined).map(({ log }) => log.id),
      // Oneself too: another device may log in.
      watch: [
        account.self.id,
        ...all.flatMap((one) => (one.account === undefined ? [] : [one.account]))
      ].slice(0, maxWatched)
    }
  }

  async #whileUp(peer: string, signal: AbortSignal): Promise<void> {
    const { messaging } = this.#init
    for (const { log } of messaging().rooms.channels()) this.finder.expect(base32(log.id))
    const renewal = setInterval(() => void this.#upkeep.refresh(signal).catch(() => {}), renewInterval)
    // First, because what comes next may be signed by a key that the registry has got since.
    await this.#upkeep.refresh(signal).catch(() => {})
    this.#init.names.begin(signal)
    this.#init.onUp()
    void messaging()
      .settling.settleAll()
      .catch(() => {})
    try {
      await this.#stream.run(peer, signal)
    } finally {
      clearInterval(renewal)
      this.roster.clear()
      this.book.forgetRegistry()
    }
  }

  #linkChanged(): void {
    this.#init.onChange()
    if (this.#link.state.registry === 'offline') this.#upkeep.away()
  }

  #takeNews(news: PresenceNews): void {
    this.#news = this.#news.then(() => this.#take(news)).catch(() => {})
  }

  async #take(news: PresenceNews): Promise<void> {
    const { host, people, addresses, messaging } = this.#init
    for (const person of news.people) {
      await people.learn(person.entry, person.certificate)
      for (const device of person.devices) {
        const peer = peerIdOf(device.key)
        addresses.tell(peer, decodeAddresses(device.addresses))
        // It may have been here before its addresses were: it came by itself, or through the DHT.
        if (host.isConnected(peer)) await addresses.reached(peer)
      }
      this.book.fromRegistry(person)
      for (const device of person.devices) messaging().delivery.tryDevice(device.key)
    }
    for (const { room, device, present } of this.roster.take(news)) {
      if (present) this.finder.present(room, device)
      else this.finder.absent(room, device)
    }
    for (const { conversation } of news.rooms) messaging().changed(conversation)
    this.finder.look()
  }
}
