import type {
  AccountInfo,
  Conversation,
  Device,
  Message,
  MessageState,
  Person,
  PresenceStatus,
  ProfileFields
} from '../../../src/node/index.ts'
import type { Client, ClientEvent, Status } from '../../../src/cli/client/types.ts'

/** A network in memory, for tests of the interface alone: what others do in it is scripted by calls. */
export interface FixtureClient extends Client {
  emit(event: ClientEvent): void
  /** Somebody else writes. */
  say(conversation: string, sender: string, content: string, extra?: Partial<Message>): Message
  addRoom(name: string, extra?: Partial<Conversation>): void
  addDirect(name: string, extra?: Partial<Conversation>): void
  addPerson(conversation: string, name: string, status?: PresenceStatus, extra?: Partial<Person>): Person
  setStatusOf(network: Partial<Status['network']>): void
  /** The next call of a method rejects with this. */
  failNext(method: keyof Client, failure: string | Error): void
  /** Resolves once a method has been called. */
  called(method: keyof Client): Promise<void>
  /** Every call, oldest first. */
  readonly calls: readonly { method: string; args: readonly unknown[] }[]
}

export interface FixtureInit {
  /** Logged in as; nobody where absent. */
  name?: string
  invite?: string | null
  /** The clock of new messages, ms. */
  now?: () => number
}

/** What registering in a fixture comes with. */
export const fixtureCode = Array(12).fill('abandon').join(' ')

const laptop: Device = { id: '12D3KooWlaptop00', name: 'laptop', online: true, current: true }
const phone: Device = {
  ...{ id: '12D3KooWphone000', name: 'phone', online: false, current: false },
  ...{ added: '2026-03-01T12:00:00Z', last_seen: '2026-03-02T12:00:00Z' }
}

export const idOf = (name: string): string => `account-of-${name}`

export function createFixtureClient({
  name,
  invite = null,
  now = Date.now
}: FixtureInit = {}): FixtureClient {
  const conversations = new Map<string, Conversation>()
  const messages = new Map<string, Message[]>()
  const people = new Map<string, Person[]>()
  const listeners = new Set<(event: ClientEvent) => void>()
  const failures = new Map<string, string | Error>()
  const calls: { method: string; args: readonly unknown[] }[] = []
  const waiting: { method: string; resolve: () => void }[] = []
  let devices: Device[] = [laptop, phone]
  let number = 0
  let own: ProfileFields = {}
  let account = name === undefined ? null : accountOf(name)
  let status: Status = {
    account,
    invite,
    network: { registry: 'online', peers: 3, addresses: [] }
  }

  const call = async (method: keyof Client, ...args: readonly unknown[]): Promise<void> => {
    calls.push({ method, args })
    for (const wait of waiting.filter((one) => one.method === method)) wait.resolve()
    const failure = failures.get(method)
    failures.delete(method)
    if (failure !== undefined) throw failure instanceof Error ? failure : new Error(failure)
  }
  const emit = (event: ClientEvent): void => {
    for (const listener of listeners) listener(event)
  }
  const change = (name: string, update: (conversation: Conversation) => Conversation): void => {
    const conversation = update(conversations.get(name) ?? emptyConversation(name))
    conversations.set(name, conversation)
    emit({ type: 'conversation', conversation, left: false })
  }
  const store = (message: Message): void => {
    const list = messages.get(message.conversation) ?? []
    messages.set(message.conversation, list)
    list.push(message)
    list.sort((a, b) => a.timestamp.localeCompare(b.timestamp) || a.id.localeCompare(b.id))
    change(message.conversation, (one) => ({
      ...one,
      last_activity: message.timestamp,
      unread: one.unread + (message.own ? 0 : 1),
      mentions: one.mentions + (message.mentions_me && !message.own ? 1 : 0)
    }))
    emit({ type: 'message', message })
  }
  const message = (conversation: string, sender: string, content: string): Message => ({
    type: conversation.startsWith('#') ? 'chat' : 'private',
    id: `m${String(++number).padStart(6, '0')}`,
    conversation,
    ...(conversation.startsWith('#') && { room: conversation }),
    sender,
    sender_id: idOf(sender),
    recipient: conversation.startsWith('#') ? 'all' : conversation,
    content,
    timestamp: new Date(now()).toISOString(),
    file_data: null,
    encrypted: !conversation.startsWith('#'),
    own: false,
    mentions_me: content.includes(`@${account?.name ?? ''}`)
  })
  const enter = (info: AccountInfo): AccountInfo => {
    account = info
    status = { ...status, account: info }
    return info
  }

  return {
    calls,
    emit,
    say(conversation, sender, content, extra = {}) {
      const said = { ...message(conversation, sender, content), ...extra }
      store(said)
      return said
    },
    addRoom: (room, extra = {}) => change(room, (one) => ({ ...one, ...extra })),
    addDirect: (person, extra = {}) => change(person, (one) => ({ ...one, ...extra })),
    addPerson(conversation, person, presence = 'online', extra = {}) {
      const added = { ...personOf(person, presence), ...extra }
      people.set(conversation, [...(people.get(conversation) ?? []), added])
      emit({ type: 'presence', person: added })
      return added
    },
    setStatusOf(network) {
      status = { ...status, network: { ...status.network, ...network } }
      emit({ type: 'network', network: status.network })
    },
    called: (method) =>
      calls.some((one) => one.method === method)
        ? Promise.resolve()
        : new Promise((resolve) => waiting.push({ method, resolve })),
    failNext: (method, failure) => void failures.set(method, failure),

    async status() {
      await call('status')
      return status
    },
    async useInvite(line) {
      await call('useInvite', line)
      status = { ...status, invite: line }
    },
    async register(registration) {
      await call('register', registration)
      return { ...enter(accountOf(registration.username)), recovery_code: fixtureCode }
    },
    async login(credentials) {
      await call('login', credentials)
      return enter(accountOf(credentials.username))
    },
    async recover(recovery) {
      await call('recover', recovery)
      return { ...enter(accountOf(recovery.username)), recovery_code: fixtureCode }
    },
    devices: async () => [...devices],
    async revoke(revocation) {
      await call('revoke', revocation)
      devices = devices.filter(({ id }) => id !== revocation.device)
      return account!
    },
    async changePassword(change) {
      await call('changePassword', change)
      return { ...account!, recovery_code: fixtureCode }
    },
    async release(credentials) {
      await call('release', credentials)
    },
    async cancelReset() {
      await call('cancelReset')
    },
    async remember(isRemembered) {
      await call('remember', isRemembered)
    },
    async conversations() {
      await call('conversations')
      return [...conversations.values()]
    },
    async history(conversation, { limit, before }) {
      await call('history', conversation, { limit, before })
      const all = messages.get(conversation) ?? []
      const end = before === undefined ? all.length : all.findIndex(({ id }) => id === before)
      return all.slice(Math.max(0, end - limit), end)
    },
    async people(conversation) {
      await call('people', conversation)
      const me = account === null ? [] : [{ ...personOf(account.name, 'online'), me: true }]
      return [...me, ...(people.get(conversation) ?? [])]
    },
    async find(username) {
      await call('find', username)
      const found = [...people.values()].flat().find(({ name }) => name === username)
      if (found === undefined) throw new Error(`Nobody here is called ${username}.`)
      return found
    },
    async profile(username) {
      await call('profile', username)
      const { display_name, status_text, time_zone, colour } =
        [...people.values()].flat().find(({ name }) => name === username) ?? own
      return {
        name: username,
        id: idOf(username),
        ...(display_name !== undefined && { display_name }),
        ...(status_text !== undefined && { status_text }),
        ...(time_zone !== undefined && { time_zone }),
        ...(colour !== undefined && { colour })
      }
    },
    async setProfile({ displayName, statusText }) {
      await call('setProfile', { displayName, statusText })
      own = {
        ...own,
        ...(displayName !== undefined && { display_name: displayName }),
        ...(statusText !== undefined && { status_text: statusText })
      }
      return { name: account!.name, id: account!.id, ...own }
    },
    async block(username, isBlocked) {
      await call('block', username, isBlocked)
      return { ...personOf(username, 'online'), ...(isBlocked && { blocked: true as const }) }
    },
    async blocked() {
      await call('blocked')
      return [{ name: 'mallory', id: idOf('mallory') }]
    },
    async rename(username, nickname) {
      await call('rename', username, nickname)
      return { ...personOf(username, 'online'), ...(nickname !== '' && { nickname }) }
    },
    async audit() {
      await call('audit')
      return {
        registry: 'r',
        leaves: 2,
        names: 2,
        keys: 1,
        root: 'root',
        checkpoint: 'note',
        own: null,
        evidence: []
      }
    },
    async verification(username) {
      await call('verification', username)
      return {
        name: username,
        id: idOf(username),
        safety_number: '0123456789'.repeat(6),
        trust: 'unverified'
      }
    },
    async trust(username, number, as) {
      await call('trust', username, number, as)
      return { name: username, id: idOf(username), safety_number: number, trust: as }
    },
    async send(conversation, text) {
      await call('send', conversation, text)
      const own: Message = {
        ...message(conversation, account!.name, text),
        ...{ own: true, state: 'queued', stored_by: 0, mentions_me: false }
      }
      store(own)
      return own
    },
    async delivered(id, timeout) {
      await call('delivered', id, timeout)
      return true
    },
    async join(room) {
      await call('join', room)
      change(room, (one) => one)
    },
    async leave(room) {
      await call('leave', room)
      conversations.delete(room)
      emit({ type: 'conversation', conversation: emptyConversation(room), left: true })
    },
    async allow(device) {
      await call('allow', device)
      return device
    },
    async markRead(conversation) {
      await call('markRead', conversation)
      change(conversation, (one) => ({ ...one, unread: 0, mentions: 0 }))
    },
    async setStatus(presence) {
      await call('setStatus', presence)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      await call('close')
    }
  }
}

export const stateEvent = ({ id, conversation }: Message, state: MessageState): ClientEvent => ({
  type: 'state',
  id,
  conversation,
  state,
  stored_by: state === 'delivered' ? 1 : 0
})

const accountOf = (name: string): AccountInfo => ({
  name,
  id: idOf(name),
  device: `device-of-${name}`,
  devices: 1,
  certificate_expires: '2030-01-01T00:00:00.000Z'
})

const personOf = (name: string, status: PresenceStatus): Person => ({
  name,
  id: idOf(name),
  status,
  link: status === 'offline' ? 'none' : 'direct',
  trust: 'unverified',
  me: false
})

const emptyConversation = (name: string): Conversation => ({
  name,
  kind: name.startsWith('#') ? 'room' : 'direct',
  unread: 0,
  mentions: 0,
  online: 0,
  missing: 0
})
