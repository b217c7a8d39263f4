import { accountNews, blockedNames, blockedSentence, renamedSentence } from '../../relation-lines.ts'
import { applyEvent } from './events.ts'
import { createModel, emptyDirect, isAttentive, notePerson, stateOf, timelineOf } from './model.ts'
import { createPublisher } from './publisher.ts'
import { createLoader } from './loader.ts'
import { sortConversations } from './sort.ts'
import type { AccountInfo, PasswordChange, ProfileChange, Revocation } from '../../../node/index.ts'
import type { Client, ClientEvent, Status } from '../../client/types.ts'
import type { Attention, ChatState, Notice } from './model.ts'

/** Messages of a conversation that stay in memory once it is left. */
const keptMessages = 500

/** Everything the screen shows and what a person can do about it. Knows nothing of terminals or React. */
export interface ChatStore {
  get: () => ChatState
  subscribe: (listener: () => void) => () => void
  /** Listens, and opens #lobby or whatever conversation there is. */
  start(): Promise<void>
  stop(): void
  /** Shows a conversation: of the list, or a direct one with somebody known. */
  open(name: string): void
  /** @throws what the client throws; the text is the caller's to keep */
  send(to: string, text: string): Promise<void>
  join(room: string): Promise<void>
  leave(room: string): Promise<void>
  /** Gives another own device what was written before it came. */
  allow(device: string): Promise<void>
  /** Finds somebody and opens the conversation with them. */
  message(username: string): Promise<void>
  /** Looks up what somebody says of themselves; an empty name is one's own. */
  profile(username: string): Promise<void>
  setProfile(change: ProfileChange): Promise<void>
  block(username: string, isBlocked: boolean): Promise<void>
  /** Says who is blocked. */
  blocked(): Promise<void>
  /** Calls somebody otherwise; an empty nickname ends it. */
  rename(username: string, nickname: string): Promise<void>
  /** Looks up the account's devices. */
  devices(): Promise<void>
  revoke(revocation: Revocation): Promise<void>
  /** Resolves to the new recovery code. */
  changePassword(change: PasswordChange): Promise<string>
  /** Keeps the name that the operator takes away. */
  cancelReset(): Promise<void>
  /** Looks up the safety number with somebody, after comparing it with one that is not empty. */
  verify(username: string, number: string): Promise<void>
  /** What the person made of the number on the screen. */
  trust(as: 'verified' | 'unverified'): Promise<void>
  loadOlder(): void
  /** Says whether somebody looks at the newest messages of the open conversation. */
  attend(attention: Attention): void
  dismissNotice(): void
  /** Shows a sentence as the network's notices are shown. */
  warn(text: string): void
  /** The same, of something that is well. */
  say(text: string): void
}

export function createChatStore(client: Client, status: Status, me: AccountInfo): ChatStore {
  const model = createModel(status, me)
  const publisher = createPublisher<ChatState>(() => stateOf(model))
  const tell = (level: Notice['level'], text: string): void => {
    model.notices.push({ level, text })
    publisher.now()
  }
  const warn = (text: string): void => tell('warning', text)
  const say = (text: string): void => tell('info', text)
  const loader = createLoader({ client, model, publisher, warn })
  let unsubscribe: (() => void) | undefined

  const store: ChatStore = {
    get: publisher.get,
    subscribe: publisher.subscribe,
    async start() {
      unsubscribe = client.subscribe(onEvent)
      for (const text of accountNews(me)) warn(text)
      for (const conversation of await client.conversations()) {
        if (!model.conversations.has(conversation.name))
          model.conversations.set(conversation.name, conversation)
      }
      openFirst()
    },
    stop() {
      unsubscribe?.()
      publisher.stop()
    },
    open(name) {
      if (name === model.active) return
      if (!model.conversations.has(name)) model.conversations.set(name, emptyDirect(name))
      leaveOpen()
      model.active = name
      loader.open(name)
      publisher.now()
    },
    async send(to, text) {
      const message = await client.send(to, text)
      timelineOf(model, message.conversation).add(message)
      publisher.now()
    },
    async join(room) {
      await client.join(room)
      if (!model.conversations.has(room)) {
        model.conversations.set(room, { ...emptyDirect(room), kind: 'room' })
      }
      store.open(room)
    },
    async allow(device) {
      await client.allow(device)
    },
    async leave(room) {
      await client.leave(room)
      onEvent({ type: 'conversation', conversation: emptyDirect(room), left: true })
      publisher.now()
    },
    async message(username) {
      const person = await client.find(username)
      notePerson(model, person)
      store.open(person.name)
    },
    async profile(username) {
      model.profile = await client.profile(username === '' ? me.name : username)
      publisher.now()
    },
    async setProfile(change) {
      model.profile = await client.setProfile(change)
      publisher.now()
    },
    async block(username, isBlocked) {
      say(blockedSentence(await client.block(username, isBlocked)))
    },
    async blocked() {
      say(blockedNames(await client.blocked()))
    },
    async rename(username, nickname) {
      say(renamedSentence(await client.rename(username, nickname)))
    },
    async devices() {
      model.devices = await client.devices()
      publisher.now()
    },
    async revoke(revocation) {
      await client.revoke(revocation)
      await store.devices()
    },
    async changePassword(change) {
      return (await client.changePassword(change)).recovery_code
    },
    async cancelReset() {
      await client.cancelReset()
      say('You keep your name.')
    },
    async verify(username, number) {
      model.verification =
        number === '' ? await client.verification(username) : await client.trust(username, number, 'verified')
      publisher.now()
    },
    async trust(as) {
      const { name, safety_number } = model.verification!
      model.verification = await client.trust(name, safety_number, as)
      publisher.now()
    },
    loadOlder: () => loader.older(),
    attend(attention) {
      const { focused, atBottom } = model.attention
      if (attention.focused === focused && attention.atBottom === atBottom) return
      if (isAttentive(model) && !attention.focused) model.seenAll = true
      model.attention = attention
      loader.read()
      publisher.now()
    },
    dismissNotice() {
      model.notices.shift()
      publisher.now()
    },
    warn,
    say
  }
  return store

  function onEvent(event: ClientEvent): void {
    const { people, left, reload } = applyEvent(model, event)
    if (people) loader.people()
    if (reload && model.active !== undefined) loader.open(model.active)
    if (left) {
      model.active = undefined
      openFirst()
    }
    if (event.type === 'message' || event.type === 'conversation') loader.read()
    publisher.soon()
  }

  function openFirst(): void {
    const first = model.conversations.get('#lobby') ?? sortConversations(model.conversations.values())[0]
    if (first !== undefined) store.open(first.name)
    else publisher.now()
  }

  function leaveOpen(): void {
    if (model.active !== undefined) model.timelines.get(model.active)?.trim(keptMessages)
    model.marker = undefined
    model.seenAll = false
    model.attention = { ...model.attention, atBottom: true }
    model.people.clear()
  }
}
