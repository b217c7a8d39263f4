import { decodeFlag, decodeMarker, encodeFlag, encodeMarker, equalBytes } from '../../protocol/index.ts'
import type { HybridTime, OwnKey } from '../../protocol/index.ts'
import type { Conversations } from '../conversations/conversations.ts'
import type { ConversationState } from '../conversations/conversation-state.ts'
import type { OwnState } from './own-state.ts'

/** How long read markers are gathered, ms: whoever reads a busy room moves one with every message. */
const gatherTime = 1_000

export interface FollowingInit {
  state: OwnState
  conversations: Conversations
  self: () => Uint8Array
  /** A room was joined or left on another device. */
  onRoom: (name: string, joined: boolean) => Promise<void>
  /** Another device speaks with somebody; done once this one knows who that is, or nobody can say. */
  onContact: (account: Uint8Array) => Promise<void>
  /** Somebody is blocked, or called, otherwise than before. */
  onRelation: (account: Uint8Array) => Promise<void>
  onStorageError: (error: unknown) => void
}

/** Does here what was done on another own device, and tells the others what is done here. */
export class Following {
  readonly #init: FollowingInit
  readonly #read = new Set<ConversationState>()
  /** One thing after the other, as it stands when its turn comes. */
  #applying: Promise<void> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined
  #isStopped = false

  constructor(init: FollowingInit) {
    this.#init = init
  }

  /** Brings both to agree after a start: what the others did meanwhile, and what could not be told before. */
  async start(): Promise<void> {
    const { state, conversations } = this.#init
    for (const [key] of [...state.all()]) await this.apply(key)
    for (const conversation of conversations.all()) {
      const key = keyOf(conversation)
      if (state.get(key) === undefined) await this.#tell(conversation, true)
      this.read(conversation)
    }
  }

  /** What others did is done at the next start. Resolves once what was read here has been told. */
  async stop(): Promise<void> {
    this.#isStopped = true
    if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    await this.#tellRead()
  }

  /** A conversation begins here. */
  async begun(conversation: ConversationState): Promise<void> {
    await this.#tell(conversation, true)
    void this.apply({ about: 'read', id: conversation.log.id })
  }

  async left(conversation: ConversationState): Promise<void> {
    this.#read.delete(conversation)
    await this.#tell(conversation, false)
  }

  /** Its read marker moved. */
  read(conversation: ConversationState): void {
    this.#read.add(conversation)
    if (!this.#isStopped) this.#timer ??= setTimeout(() => void this.#tellRead(), gatherTime)
  }

  /** Another device set a register. Resolves once this one has done the same, and all that came before. */
  apply(key: OwnKey): Promise<void> {
    this.#applying = this.#applying.then(() => this.#apply(key)).catch(this.#init.onStorageError)
    return this.#applying
  }

  async #apply(key: OwnKey): Promise<void> {
    const { state, conversations, onRoom, onContact, onRelation } = this.#init
    const value = state.get(key)
    if (value === undefined || this.#isStopped) return
    if (key.about === 'room') {
      const joined = decodeFlag(value)
      if ((conversations.room(key.name) !== undefined) !== joined) await onRoom(key.name, joined)
    } else if (key.about === 'contact' && decodeFlag(value)) {
      await onContact(key.id)
      await conversations.openDirect(key.id)
    } else if (key.about === 'block' || key.about === 'nickname') {
      await onRelation(key.id)
    } else if (key.about === 'read') {
      const conversation = conversations.byId(key.id)
      if (conversation !== undefined) await this.#readUpTo(conversation, decodeMarker(value))
    }
  }

  async #readUpTo(conversation: ConversationState, time: HybridTime): Promise<void> {
    await this.#init.conversations.readUpTo(conversation, time)
    // Two devices read at once, and the one that had read less was the later to say so.
    if (conversation.read > time) this.read(conversation)
  }

  async #tell(conversation: ConversationState, isIn: boolean): Promise<void> {
    const { account } = conversation
    if (account !== undefined && equalBytes(account, this.#init.self())) return
    await this.#init.state.set(keyOf(conversation), encodeFlag(isIn))
  }

  async #tellRead(): Promise<void> {
    this.#timer = undefined
    const { state, onStorageError } = this.#init
    const moved = [...this.#read]
    this.#read.clear()
    for (const { log, read } of moved) {
      const key: OwnKey = { about: 'read', id: log.id }
      if (read > decodeMarker(state.get(key) ?? new Uint8Array()))
        await state.set(key, encodeMarker(read)).catch(onStorageError)
    }
  }
}

const keyOf = ({ room, account }: ConversationState): OwnKey =>
  room !== undefined ? { about: 'room', name: room } : { about: 'contact', id: account! }
