import { LRUCache } from 'lru-cache'
import {
  base32,
  directId,
  encodePacket,
  encodeStored,
  equalBytes,
  fromBase32,
  isWithin,
  limitsOf,
  maxProfiles,
  readProfilePacket,
  refusal
} from '../../protocol/index.ts'
import { judge } from '../judging/judge.ts'
import { maxPageBytes } from '../sync/page.ts'
import type { Host, Verdict } from '../../net/index.ts'
import type {
  DirectReply,
  Limit,
  ProfilesRequest,
  ReceivedPacket,
  SignedRecord
} from '../../protocol/index.ts'
import type { Account } from '../account/account.ts'
import type { Conversations } from '../conversations/conversations.ts'
import type { DirectClient, Introduction } from '../direct/direct-client.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { JudgeContext, Judgement, Place } from '../judging/judge.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { SyncClient } from '../sync/sync-client.ts'
import type { KnownAccount } from './people.ts'
import type { Profiles } from './profiles.ts'

/** One's own changes go out at most this often, ms. */
const pace = 10_000
/** What somebody sends more often than this is not passed on, ms. */
const fastest = 5_000
/** Members of a room that are asked about a person in it, and after how long again, ms. */
const askedOf = 3
const askedAgain = 3_600_000
const remembered = 10_000

export interface ProfileExchangeInit extends JudgeContext {
  host: Host
  sync: SyncClient
  account: Account
  profiles: Profiles
  direct: DirectClient
  introduction: Introduction
  conversations: Conversations
  rooms: Rooms
  isOwn: (peer: string) => boolean
  /** Keys of the accounts that were seen in a conversation. */
  peopleIn: (log: ConversationLog) => string[]
  onStorageError: (error: unknown) => void
}

/**
 * How profiles get around: people are asked for their own when they are met, members of a room for those of the others,
 * and what changes is told in rooms and to connected contacts. docs/protocol.md, "Profiles".
 */
export class ProfileExchange {
  readonly #init: ProfileExchangeInit
  /** Peers that were asked for their own since they connected. */
  readonly #met = new Set<string>()
  /** How many members of rooms were asked about somebody. */
  readonly #asked = new LRUCache<string, number>({ max: remembered, ttl: askedAgain })
  /** Whose change was just passed on. */
  readonly #recent = new LRUCache<string, true>({ max: remembered, ttl: fastest })
  #published = 0
  #timer: NodeJS.Timeout | undefined

  constructor(init: ProfileExchangeInit) {
    this.#init = init
    init.host.addEventListener('disconnect', ({ detail }) => this.#met.delete(detail))
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  /** A peer is connected, or it is known by now who it is. */
  meet(peer: string): void {
    const known = this.#init.people.byPeer(peer)
    if (known === undefined || this.#met.has(peer) || this.#isSelf(known.key)) return
    this.#met.add(peer)
    void this.#ask(peer, this.#ownOf(known.id), [known.key]).catch(() => {})
  }

  /** Asks somebody's devices for the newest, where one is connected. */
  async refresh({ id, key, peers }: KnownAccount): Promise<void> {
    const peer = peers.find((one) => this.#init.host.isConnected(one))
    if (peer !== undefined && !this.#isSelf(key))
      await this.#ask(peer, this.#ownOf(id), [key]).catch(() => {})
  }

  /** A peer was compared with: it may know those of the same conversation. */
  compared(log: ConversationLog, peer: string): void {
    const wanted = this.#peopleOf(log)
      .filter((key) => !this.#isSelf(key) && (this.#asked.get(key) ?? 0) < askedOf)
      .slice(0, maxProfiles)
    if (wanted.length > 0) void this.#askAbout(peer, log, wanted).catch(() => {})
  }

  /** What a peer asks; undefined where it may not. */
  async answer(
    conversation: Uint8Array,
    { held }: ProfilesRequest,
    peer: string
  ): Promise<Uint8Array[] | undefined> {
    const { profiles } = this.#init
    const visible = this.#visible(conversation, peer)
    if (visible === undefined) return undefined
    const packets: Uint8Array[] = []
    let room = maxPageBytes
    for (const { account, id } of held) {
      const key = base32(account)
      const known = visible.has(key) ? profiles.of(key) : undefined
      if (known === undefined || equalBytes(known.id, id)) continue
      const record = await profiles.record(account)
      const packet = record && this.#packetOf(record)
      room -= packet?.length ?? 0
      if (room < 0) break
      if (packet !== undefined) packets.push(packet)
    }
    return packets
  }

  /** One that came over the gossip of a room. */
  async heard(data: Uint8Array, log: ConversationLog, hop: string): Promise<Verdict> {
    const judgement = await this.#judge(readProfilePacket(this.#init.crypto, data), log.id, hop, true)
    if ('reason' in judgement) return judgement.verdict
    if (judgement.verdict === 'held') return 'ignore'
    // Passed on where it can't be stored, too: others have room.
    this.#keep(judgement.record).catch(this.#init.onStorageError)
    return 'accept'
  }

  /** One that its author's device handed over. */
  async handed(packet: ReceivedPacket, peer: string): Promise<DirectReply> {
    const { account } = packet.record.header
    const { conversation } = packet.record
    const isContact = this.#init.conversations
      .all()
      .some((one) => one.account !== undefined && equalBytes(one.account, account))
    if (!isContact || !equalBytes(conversation, this.#ownOf(account))) return { refused: refusal.notHere }
    const judgement = await this.#judge(packet, conversation, peer, true)
    if ('reason' in judgement)
      return { refused: judgement.verdict === 'reject' ? refusal.badRecord : judgement.reason }
    if (judgement.verdict === 'accept') await this.#keep(judgement.record)
    return { stored: packet.record.id }
  }

  /** Tells the others of one's own, now or as soon as it is not too often. */
  publish(record: SignedRecord): void {
    clearTimeout(this.#timer)
    const delay = Math.max(0, this.#published + pace - Date.now())
    this.#timer = setTimeout(() => void this.#publish(record).catch(() => {}), delay)
  }

  async #publish(record: SignedRecord): Promise<void> {
    const { rooms, conversations, people, host, direct } = this.#init
    this.#published = Date.now()
    for (const channel of rooms.channels()) channel.publish(record).catch(() => {})
    for (const { account } of conversations.all()) {
      const known = account && (await people.known(account))
      if (known === undefined || this.#isSelf(known.key)) continue
      for (const peer of known.peers) if (host.isConnected(peer)) direct.hand(peer, record).catch(() => {})
    }
  }

  async #askAbout(peer: string, log: ConversationLog, keys: string[]): Promise<void> {
    await this.#ask(peer, log.id, keys)
    for (const key of keys) this.#asked.set(key, (this.#asked.get(key) ?? 0) + 1)
  }

  /** Asks until nothing new comes. Whatever the peer answers, this ends. */
  async #ask(peer: string, conversation: Uint8Array, keys: string[]): Promise<void> {
    const { profiles, sync } = this.#init
    const none = new Uint8Array()
    for (let round = 0; round < keys.length; round++) {
      const held = keys.map((key) => ({ account: fromBase32(key), id: profiles.of(key)?.id ?? none }))
      const packets = await sync.profiles(peer, conversation, held)
      const kept = await Promise.all(packets.map((packet) => this.#take(packet, conversation, peer, keys)))
      if (!kept.includes(true)) return
    }
  }

  async #take(bytes: Uint8Array, conversation: Uint8Array, peer: string, keys: string[]): Promise<boolean> {
    const packet = readProfilePacket(this.#init.crypto, bytes)
    if (packet === undefined || !keys.includes(base32(packet.record.header.account))) return false
    const judgement = await this.#judge(packet, conversation, peer, false)
    return judgement.verdict === 'accept' && (await this.#init.profiles.keep(judgement.record))
  }

  async #keep(record: SignedRecord): Promise<void> {
    this.#recent.set(base32(record.header.account), true)
    await this.#init.profiles.keep(record)
  }

  /** Judged like any record; its author is asked for in the conversation that it came by. */
  #judge(
    packet: ReceivedPacket | undefined,
    conversation: Uint8Array,
    hop: string,
    isPaced: boolean
  ): Promise<Judgement> {
    const { profiles } = this.#init
    let limit: Limit | undefined
    const place: Place = {
      id: conversation,
      holds: async (record) => !profiles.isNews(record),
      admits: () => true,
      limit: async (entries, device) => {
        limit = limitsOf(entries, [])(device)
        return []
      },
      isVoid: (header) => limit !== undefined && !isWithin(limit, header),
      isTooFast: async ({ account }) => isPaced && this.#isTooFast(base32(account)),
      feed: () => undefined
    }
    return judge(this.#init, place, packet, hop)
  }

  /** What is not taken now is asked for later. */
  #isTooFast(key: string): boolean {
    if (!this.#recent.has(key)) return false
    this.#asked.delete(key)
    return true
  }

  /** Keys of the accounts that a peer may ask about in a conversation; undefined where it may not ask. */
  #visible(conversation: Uint8Array, peer: string): Set<string> | undefined {
    const { account, conversations, isOwn } = this.#init
    if (account.self === undefined) return undefined
    if (equalBytes(conversation, this.#ownOf(account.self.id))) return new Set([account.self.key])
    const known = conversations.byId(conversation)
    const isSeen = known !== undefined && (known.room !== undefined || isOwn(peer))
    return isSeen ? new Set(this.#peopleOf(known.log)) : undefined
  }

  #peopleOf(log: ConversationLog): string[] {
    return log.members?.map(base32) ?? this.#init.peopleIn(log)
  }

  /** One's own goes with who signed it: whoever asks may have missed a device. */
  #packetOf(record: SignedRecord): Uint8Array {
    return this.#isSelf(base32(record.header.account))
      ? encodePacket(record, this.#init.introduction())
      : encodeStored(record)
  }

  #isSelf(key: string): boolean {
    return key === this.#init.account.self?.key
  }

  #ownOf(account: Uint8Array): Uint8Array {
    return directId(this.#init.crypto, account, account)
  }
}
