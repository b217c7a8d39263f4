import { base32, peerIdOf } from '../../protocol/index.ts'
import type { Host, PeerAddress } from '../../net/index.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { RoomChannel } from '../rooms/room-channel.ts'
import type { AddressBook } from './address-book.ts'
import type { Dialer } from './dialer.ts'

/** How often each room is looked at, ms. */
const interval = 5_000
/** Rooms up to this many devices connect everybody with everybody; larger ones this many neighbours. */
const neighbours = 16
/** Newcomers dial those who are there. Only after this long does one dial a newcomer, ms. */
const patience = 4_000
/** How long after joining the registry's word is about who was there before, ms. */
const expectation = 3_000
/** How often the DHT is asked about a room with too few neighbours, and told of one's own, ms. */
const discoveryInterval = 60_000
const provideInterval = 10 * 60_000

export interface PeerFinderInit {
  host: Host
  addresses: AddressBook
  dialer: Dialer
  channels: () => RoomChannel[]
}

interface Candidate {
  /** When it may be dialled, ms since 1970. */
  from: number
}

/** Keeps each joined room connected: by what the registry tells, by the DHT, and by where its people were before. */
export class PeerFinder {
  readonly #init: PeerFinderInit
  /** room (base32) -> peer -> candidate */
  readonly #present = new Map<string, Map<string, Candidate>>()
  /** room -> until when whoever is told of was there before, ms since 1970 */
  readonly #expecting = new Map<string, number>()
  readonly #searched = new Map<string, number>()
  readonly #provided = new Map<string, number>()
  readonly #stopping = new AbortController()
  #timer: NodeJS.Timeout | undefined

  constructor(init: PeerFinderInit) {
    this.#init = init
  }

  start(): void {
    this.#timer = setInterval(() => this.look(), interval)
    this.look()
  }

  stop(): void {
    clearInterval(this.#timer)
    this.#stopping.abort()
  }

  /** The registry is about to say who is in a room: those are dialled at once. */
  expect(room: string): void {
    this.#expecting.set(room, Date.now() + expectation)
  }

  /** The registry says that a device is in a room. */
  present(room: string, device: Uint8Array): void {
    const candidates = this.#present.get(room) ?? new Map<string, Candidate>()
    this.#present.set(room, candidates)
    const peer = peerIdOf(device)
    const isNew = Date.now() > (this.#expecting.get(room) ?? 0)
    if (!candidates.has(peer)) candidates.set(peer, { from: isNew ? Date.now() + patience : 0 })
  }

  /** A device is in the room no more. */
  absent(room: string, device: Uint8Array): void {
    this.#present.get(room)?.delete(peerIdOf(device))
  }

  forget(room: string): void {
    this.#present.delete(room)
    this.#expecting.delete(room)
  }

  /** Dials where a room has too few neighbours. */
  look(): void {
    for (const channel of this.#init.channels()) void this.#lookFor(channel)
  }

  async #lookFor(channel: RoomChannel): Promise<void> {
    const { gossip } = this.#init.host
    const room = base32(channel.log.id)
    const wanted = neighbours - gossip.subscribers(channel.topic).length
    if (wanted <= 0) return
    const present = [...(this.#present.get(room) ?? [])].filter(([, { from }]) => from <= Date.now())
    let dialled = this.#dial(
      present.map(([peer]) => peer),
      wanted
    )
    if (dialled === 0 && gossip.subscribers(channel.topic).length === 0) {
      dialled = this.#dial(formerPeers(channel.log), wanted)
    }
    if (dialled < wanted) await this.#discover(room, channel.log, wanted).catch(() => {})
  }

  #dial(peers: string[], wanted: number): number {
    const strangers = shuffled(
      peers.filter((peer) => peer !== this.#init.host.peer && !this.#init.host.isConnected(peer))
    )
    return strangers.slice(0, wanted).filter((peer) => this.#init.dialer.tryConnect(peer)).length
  }

  /** Through the DHT: says that this device is in the room, and asks who else is. */
  async #discover(room: string, log: ConversationLog, wanted: number): Promise<void> {
    const { host } = this.#init
    if (host.peers().length === 0) return
    const signal = this.#stopping.signal
    if (isDue(this.#provided, room, provideInterval)) await host.discovery.provide(log.id, { signal })
    if (!isDue(this.#searched, room, discoveryInterval)) return
    const found: PeerAddress[] = []
    for await (const peer of host.discovery.find(log.id, { signal })) {
      this.#init.addresses.tell(peer.peer, peer.addresses)
      if (found.push(peer) >= wanted) break
    }
    this.#dial(
      found.map(({ peer }) => peer),
      wanted
    )
  }
}

const formerPeers = (log: ConversationLog): string[] => [...log.feeds()].map(({ device }) => peerIdOf(device))

function isDue(times: Map<string, number>, key: string, interval: number): boolean {
  const now = Date.now()
  if (now - (times.get(key) ?? 0) < interval) return false
  times.set(key, now)
  return true
}

function shuffled<T>(list: T[]): T[] {
  return list
    .map((value) => ({ value, order: Math.random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ value }) => value)
}
