import { connect } from 'node:net'
import { ProfileLockedError } from '../../errors.ts'
import { DetachedError } from '../errors.ts'
import { greeting, isOurs } from './greeting.ts'
import { readJsonLines, writeJsonLine } from './json-lines.ts'
import { createRpc } from './rpc.ts'
import type { Socket } from 'node:net'
import type { Welcome } from './greeting.ts'
import type { ClientEvent, Lifetime, ProfileClient } from './types.ts'

export type Attaching =
  | { state: 'attached'; client: ProfileClient }
  /** Somebody holds the profile and soon will not: `ended` resolves then. */
  | { state: 'wait'; ended: Promise<void>; forget: () => void }
  | { state: 'absent' }

/** A page of history at its largest. Bytes. */
const maxReply = 128 * 1024 * 1024
/** How long a process that holds a profile may take to answer, ms. */
const answerTime = 5000

/** Connects to whoever holds the profile. @throws ProfileLockedError where that process does not answer as it must */
export async function attach(path: string, lifetime: Lifetime): Promise<Attaching> {
  const socket = connect(path)
  socket.on('error', () => {})
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  let receive: (value: unknown) => void
  const answer = new Promise<unknown>((resolve) => (receive = resolve))
  readJsonLines(socket, maxReply, (value) => receive(value))
  writeJsonLine(socket, greeting(lifetime))
  const first = await firstAnswer(answer, ended)
  if (first === 'late') socket.destroy()
  if (first === undefined) return { state: 'absent' }
  if (!isOurs(first)) {
    socket.destroy()
    throw new ProfileLockedError(
      'The Starling that holds this profile does not answer, or is of another version. Stop it and run this again.'
    )
  }
  if ((first as Welcome).answer === 'wait') return { state: 'wait', ended, forget: () => socket.destroy() }
  const client = createAttached(socket, (listener) => (receive = listener))
  return { state: 'attached', client }
}

/** Undefined where the other side is gone. */
async function firstAnswer(answer: Promise<unknown>, ended: Promise<void>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => (timer = setTimeout(resolve, answerTime, 'late')))
  try {
    return await Promise.race([answer, ended, late])
  } finally {
    clearTimeout(timer)
  }
}

function createAttached(
  socket: Socket,
  onValue: (listener: (value: unknown) => void) => void
): ProfileClient {
  const listeners = new Set<(event: ClientEvent) => void>()
  let subscribed = false
  let reason = 'The Starling that held this profile ended.'
  let gone: DetachedError | undefined

  const tell = (event: ClientEvent): void => {
    for (const listener of listeners) listener(event)
  }
  const rpc = createRpc(socket, {
    event: (event: ClientEvent) => {
      // Told once the connection is really over.
      if (event.type === 'closed') reason = event.reason
      else tell(event)
    }
  })
  onValue((value) => rpc.receive(value))
  const closed = new Promise<void>((resolve) => {
    socket.once('close', () => {
      gone = new DetachedError(`${reason} Run the command again.`)
      rpc.close(gone)
      tell({ type: 'closed', reason })
      resolve()
    })
  })
  const call = async <T>(method: string, ...args: unknown[]): Promise<T> => {
    if (gone !== undefined) throw gone
    return (await rpc.call(method, ...args)) as T
  }

  return {
    status: () => call('status'),
    useInvite: (invite) => call('useInvite', invite),
    register: (registration) => call('register', registration),
    login: (credentials) => call('login', credentials),
    recover: (recovery) => call('recover', recovery),
    changePassword: (change) => call('changePassword', change),
    devices: () => call('devices'),
    revoke: (revocation) => call('revoke', revocation),
    release: (credentials) => call('release', credentials),
    cancelReset: () => call('cancelReset'),
    remember: (isRemembered) => call('remember', isRemembered),
    conversations: () => call('conversations'),
    history: (conversation, options) => call('history', conversation, options),
    people: (conversation) => call('people', conversation),
    find: (username) => call('find', username),
    profile: (username) => call('profile', username),
    setProfile: (change) => call('setProfile', change),
    verification: (username) => call('verification', username),
    trust: (...args) => call('trust', ...args),
    block: (...args) => call('block', ...args),
    blocked: () => call('blocked'),
    rename: (...args) => call('rename', ...args),
    audit: (options) => call('audit', options),
    send: (conversation, text) => call('send', conversation, text),
    delivered: (id, timeout) => call('delivered', id, timeout),
    join: (room) => call('join', room),
    leave: (room) => call('leave', room),
    allow: (device) => call('allow', device),
    markRead: (conversation) => call('markRead', conversation),
    setStatus: (status) => call('setStatus', status),
    startNetwork: () => call('startNetwork'),
    subscribe(listener) {
      listeners.add(listener)
      if (!subscribed) rpc.tell('subscribe')
      subscribed = true
      return () => listeners.delete(listener)
    },
    async close() {
      listeners.clear()
      socket.end()
      await closed
    }
  }
}
