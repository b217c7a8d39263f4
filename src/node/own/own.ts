import { hostname } from 'node:os'
import { encodeDeviceName, equalBytes, readOwnKey, readRegister } from '../../protocol/index.ts'
import { Following } from './following.ts'
import { OwnDevices } from './own-devices.ts'
import { OwnState } from './own-state.ts'
import type { Crypto, OwnKey, SignedRecord } from '../../protocol/index.ts'
import type { Conversations } from '../conversations/conversations.ts'
import type { ConversationState } from '../conversations/conversation-state.ts'
import type { Author } from '../events/author.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { Authors } from '../people/authors.ts'
import type { FollowingInit } from './following.ts'
import type { OwnDevicesInit } from './own-devices.ts'

export interface OwnInit extends OwnDevicesInit, Omit<FollowingInit, 'state' | 'self' | 'onContact'> {
  crypto: Crypto
  author: Author
  authors: Authors
  /** Another device has a direct conversation. */
  onContact: () => void
  conversations: Conversations
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
  readonly #init: OwnInit
  /** Own devices that were met since they connected. */
  readonly #met = new Set<string>()
  #loaded: Loaded | undefined

  constructor(init: OwnInit) {
    this.#init = init
    this.devices = new OwnDevices(init)
    init.host.addEventListener('disconnect', ({ detail }) => this.#met.delete(detail))
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
    const { author, conversations, account } = this.#init
    const log = await conversations.ownLog()
    const onWritten = (record: SignedRecord): void => this.devices.push(record)
    const state = new OwnState({ author, log, onWritten })
    const self = (): Uint8Array => account.required.id
    const onContact = (other: Uint8Array): Promise<void> => this.#meetContact(log, other)
    this.#loaded = { state, following: new Following({ ...this.#init, state, self, onContact }) }
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

  stop(): void {
    this.devices.stop()
    this.#loaded?.following.stop()
  }

  /** A register came from another own device. Resolves once this one has done the same. */
  async stored(record: SignedRecord): Promise<void> {
    const body = readRegister(this.#init.crypto, record)
    const key = body && readOwnKey(body.key)
    if (key !== undefined) await this.#loaded?.following.apply(key)
  }

  begun(conversation: ConversationState): Promise<void> {
    return this.#loaded?.following.begun(conversation) ?? Promise.resolve()
  }

  left(conversation: ConversationState): Promise<void> {
    return this.#loaded?.following.left(conversation) ?? Promise.resolve()
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
    const { conversations, onMeet, account } = this.#init
    const { state } = this.#loaded!
    // The other may not know yet that this device is one of the account's.
    const name = state.find({ about: 'device', id: account.device })
    if (name !== undefined) await this.devices.hand(peer, name.record).catch(() => {})
    onMeet(state.log, peer)
    for (const { log, account: other } of conversations.all())
      if (other !== undefined && log !== state.log) onMeet(log, peer)
  }
}
