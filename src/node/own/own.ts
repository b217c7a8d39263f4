import { hostname } from 'node:os'
import { UnknownNameError } from '../../errors.ts'
import {
  decodeFlag,
  decodeMarker,
  deviceKeyOf,
  encodeDeviceName,
  equalBytes,
  peerIdOf,
  readOwnKey,
  readRegister
} from '../../protocol/index.ts'
import { isEndOf } from '../account/find-device.ts'
import { newDevices, newDeviceText } from '../account/device-notices.ts'
import { DeviceBook } from './device-book.ts'
import { Following } from './following.ts'
import { OwnDevices } from './own-devices.ts'
import { OwnState } from './own-state.ts'
import { Past } from './past.ts'
import type { Crypto, HybridTime, OwnKey, RegisterBody, SignedRecord } from '../../protocol/index.ts'
import type { Conversations } from '../conversations/conversations.ts'
import type { ConversationState } from '../conversations/conversation-state.ts'
import type { Author } from '../events/author.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { Authors } from '../people/authors.ts'
import type { KnownAccount, People } from '../people/people.ts'
import type { Profiles } from '../people/profiles.ts'
import type { Profile } from '../profile/profile.ts'
import type { SyncClient } from '../sync/sync-client.ts'
import type { View } from '../sync/view.ts'
import type { FollowingInit } from './following.ts'
import type { Relations } from './relations.ts'
import type { OwnDevicesInit } from './own-devices.ts'

export interface OwnInit
  extends OwnDevicesInit, Omit<FollowingInit, 'state' | 'self' | 'onContact' | 'onRelation'> {
  crypto: Crypto
  profile: Profile
  people: People
  sync: SyncClient
  profiles: Profiles
  /** This device wrote its person's profile. */
  onProfile: (record: SignedRecord) => void
  /** A register was written here, or came from another device. */
  onRegister: (register: RegisterBody, isByThis: boolean) => void
  onNotice: (text: string) => void
  author: Author
  authors: Authors
  /** Another device has a direct conversation. */
  onContact: () => void
  /** Somebody is blocked, or called, otherwise than before. */
  onRelation: (account: Uint8Array) => Promise<void>
  conversations: Conversations
  relations: Relations
  /** Another own device is connected: what both hold is compared. */
  onMeet: (log: ConversationLog, peer: string) => void
}

/** What is there once somebody is logged in. */
interface Loaded {
  state: OwnState
  following: Following
}

/** This account's other devices, and what all of them remember together. */
export class Own {
  readonly devices: OwnDevices
  readonly past: Past
  readonly book: DeviceBook
  readonly #init: OwnInit
  /** Own devices that were met since they connected. */
  readonly #met = new Set<string>()
  #loaded: Loaded | undefined

  constructor(init: OwnInit) {
    this.#init = init
    this.devices = new OwnDevices(init)
    this.book = new DeviceBook({ ...init, state: () => this.state })
    this.past = new Past({
      ...init,
      onWanted: (device) => this.#wanted(device),
      onGiven: (peer) => this.#given(peer)
    })
    init.host.addEventListener('disconnect', ({ detail }) => {
      if (this.devices.isOwn(detail)) void this.book.met(deviceKeyOf(detail)!).catch(() => {})
      this.#met.delete(detail)
    })
  }

  /** The conversation with oneself; undefined before somebody is logged in. */
  get log(): ConversationLog | undefined {
    return this.#loaded?.state.log
  }

  get state(): OwnState | undefined {
    return this.#loaded?.state
  }

  /** Before any conversation is opened. */
  async load(): Promise<void> {
    const { author, conversations, account, profiles, onProfile } = this.#init
    await Promise.all([this.past.load(), this.book.load()])
    const log = await conversations.ownLog()
    const onWritten = async (record: SignedRecord): Promise<void> => {
      this.devices.push(record)
      this.#tell(record, true)
      if (await profiles.keep(record)) onProfile(record)
    }
    const state = new OwnState({ author, log, onWritten })
    // A crash may have come in between.
    if (state.profile !== undefined) await profiles.keep(state.profile)
    const self = (): Uint8Array => account.required.id
    const onContact = (other: Uint8Array): Promise<void> => this.#meetContact(log, other)
    const onRelation = async (other: Uint8Array): Promise<void> => {
      await this.#meetContact(log, other)
      await this.#init.onRelation(other)
    }
    this.#loaded = { state, following: new Following({ ...this.#init, state, self, onContact, onRelation }) }
  }

  /** Blocks somebody, or no more. @throws NotLoggedInError, StorageError */
  async block(other: Uint8Array, isBlocked: boolean): Promise<void> {
    await this.#init.relations.block(other, isBlocked)
    await this.#init.onRelation(other)
  }

  /** Calls somebody otherwise; empty: as everybody does. @throws NotLoggedInError, StorageError */
  async rename(other: Uint8Array, nickname: string): Promise<void> {
    await this.#init.relations.rename(other, nickname)
    await this.#init.onRelation(other)
  }

  /** Once the conversations are open. */
  async start(): Promise<void> {
    const { account, host } = this.#init
    const { state, following } = this.#loaded!
    const name: OwnKey = { about: 'device', id: account.device }
    if (state.get(name) === undefined) await state.set(name, encodeDeviceName(hostname()))
    await following.start()
    this.devices.start()
    for (const peer of host.peers()) this.meet(peer)
  }

  /** Resolves once what was read has been told. */
  async stop(): Promise<void> {
    this.devices.stop()
    await this.#loaded?.following.stop()
  }

  /** A register came from another own device. Resolves once this one has done the same. */
  async stored(record: SignedRecord): Promise<void> {
    await this.#init.profiles.keep(record)
    const body = this.#tell(record, false)
    const key = body && readOwnKey(body.key)
    if (key !== undefined) await this.#loaded?.following.apply(key)
  }

  begun(conversation: ConversationState): Promise<void> {
    return this.#loaded?.following.begun(conversation) ?? Promise.resolve()
  }

  left(conversation: ConversationState): Promise<void> {
    return this.#loaded?.following.left(conversation) ?? Promise.resolve()
  }

  /** Up to where a room was read on another device; undefined where none is in it. */
  readElsewhere(room: string, id: Uint8Array): HybridTime | undefined {
    const joined = this.state?.find({ about: 'room', name: room })
    if (joined === undefined || !decodeFlag(joined.value)) return undefined
    const marker = this.state?.get({ about: 'read', id })
    return marker === undefined ? joined.record.header.time : decodeMarker(marker)
  }

  read(conversation: ConversationState): void {
    this.#loaded?.following.read(conversation)
  }

  /** The log of a conversation of one's own account that another own device speaks of. */
  logOf(conversation: Uint8Array): ConversationLog | undefined {
    const { log } = this
    if (log !== undefined && equalBytes(log.id, conversation)) return log
    const known = this.#init.conversations.byId(conversation)
    return known?.account === undefined ? undefined : known.log
  }

  /** What an own device may see of a conversation of this account. */
  async viewFor(conversation: Uint8Array, peer: string): Promise<View | undefined> {
    const log = this.devices.isOwn(peer) ? this.logOf(conversation) : undefined
    return log && { log, since: await this.past.sinceFor(peer) }
  }

  /**
   * The person's yes: another device, named or by the end of its peer id, gets what was written before it came.
   *
   * @throws UnknownNameError, StorageError
   */
  async allow(text: string): Promise<string> {
    const { account } = this.#init
    const devices = account.required.entry.devices.filter((device) => !equalBytes(device, account.device))
    const fitting = devices.filter((device) => text === this.book.nameOf(device) || isEndOf(text, device))
    const [device, another] = fitting
    if (device === undefined || another !== undefined)
      throw new UnknownNameError(
        `${device === undefined ? 'None' : 'More than one'} of your other devices is "${text}": give its name, or six or more of the last letters of its id.`
      )
    await this.past.allow(device)
    await this.#init.sync.givePast(peerIdOf(device), this.log!.id).catch(() => {})
    return this.book.nameOf(device)
  }

  #tell(record: SignedRecord, isByThis: boolean): RegisterBody | undefined {
    const body = readRegister(this.#init.crypto, record)
    if (body !== undefined) this.#init.onRegister(body, isByThis)
    return body
  }

  #wanted(device: Uint8Array): void {
    const end = peerIdOf(device).slice(-8)
    this.#init.onNotice(
      `Your device ${this.book.nameOf(device)} (${end}) asks for what was written before it came. If it is yours, give it: ` +
        `/allow ${end}, or "starling allow ${end}".`
    )
  }

  #given(peer: string): void {
    for (const log of this.#logs()) {
      log.isPartial = false
      this.#init.onMeet(log, peer)
    }
  }

  /** The own conversation and each direct one. */
  #logs(): ConversationLog[] {
    const direct = this.#init.conversations.all().filter(({ account }) => account !== undefined)
    return [...new Set([this.log!, ...direct.map(({ log }) => log)])]
  }

  /** The account has other devices than before. */
  async learned(known: KnownAccount, before: KnownAccount | undefined): Promise<void> {
    const { host, onNotice } = this.#init
    const came = before === undefined ? [] : newDevices(known, before, host.peer)
    for (const peer of came) {
      onNotice(newDeviceText(peer))
      await this.book.came(deviceKeyOf(peer)!)
    }
    this.devices.dial()
    for (const peer of host.peers()) this.meet(peer)
    for (const peer of came) await this.past.came(deviceKeyOf(peer)!)
  }

  /** A peer is connected, or the account's devices have changed. */
  meet(peer: string): void {
    if (!this.devices.isOwn(peer) || this.#met.has(peer) || this.#loaded === undefined) return
    this.#met.add(peer)
    void this.#meet(peer)
  }

  async #meetContact(log: ConversationLog, account: Uint8Array): Promise<void> {
    await this.#init.authors.meet(log.id, account, this.devices.connected())
    this.#init.onContact()
  }

  async #meet(peer: string): Promise<void> {
    const { onMeet, account, direct } = this.#init
    const { state } = this.#loaded!
    // The other may not know yet that this device is one of the account's.
    const name = state.find({ about: 'device', id: account.device })
    if (name !== undefined) await direct.hand(peer, name.record).catch(() => {})
    for (const log of this.#logs()) onMeet(log, peer)
    await this.past.ask(peer, state.log.id).catch(() => {})
  }
}
