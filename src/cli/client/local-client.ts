import type { NodeEvents, StarlingNode } from '../../node/index.ts'
import type { Client, ClientEvent } from './types.ts'

/** A client of a node in this process. `close` only ends the telling: the node stays its maker's. */
export function createLocalClient(node: StarlingNode): Client {
  const listeners = new Set<(event: ClientEvent) => void>()
  const endings: (() => void)[] = []
  const tell = <K extends keyof NodeEvents>(
    type: K,
    toEvent: (detail: NodeEvents[K]['detail']) => ClientEvent
  ): void => {
    const onEvent = (event: NodeEvents[K]): void => {
      const told = toEvent(event.detail)
      for (const listener of listeners) listener(told)
    }
    node.addEventListener(type, onEvent)
    endings.push(() => node.removeEventListener(type, onEvent as never))
  }
  tell('message', (message) => ({ type: 'message', message }))
  tell('state', (state) => ({ type: 'state', ...state }))
  tell('removed', (removed) => ({ type: 'removed', ...removed }))
  tell('conversation', ({ left = false, ...conversation }) => ({ type: 'conversation', conversation, left }))
  tell('presence', (person) => ({ type: 'presence', person }))
  tell('network', (network) => ({ type: 'network', network }))
  tell('notice', (notice) => ({ type: 'notice', ...notice }))

  return {
    status: async () => ({
      account: node.account.info ?? null,
      network: node.network,
      invite: node.invite ?? null
    }),
    useInvite: (invite) => node.useInvite(invite),
    register: (registration) => node.account.register(registration),
    login: (credentials) => node.account.login(credentials),
    recover: (recovery) => node.account.recover(recovery),
    changePassword: (change) => node.account.changePassword(change),
    devices: () => node.account.devices(),
    revoke: (revocation) => node.account.revoke(revocation),
    release: (credentials) => node.account.release(credentials),
    cancelReset: () => node.account.cancelReset(),
    remember: (isRemembered) => node.account.remember(isRemembered),
    conversations: () => node.conversations.list(),
    history: (conversation, options) => node.conversations.history(conversation, options),
    people: (conversation) => node.people.list(conversation),
    find: (username) => node.people.find(username),
    profile: (username) => node.people.profile(username),
    setProfile: (change) => node.people.setProfile(change),
    verification: (username) => node.people.verification(username),
    trust: (...args) => node.people.trust(...args),
    block: (username, isBlocked) => node.people[isBlocked ? 'block' : 'unblock'](username),
    blocked: () => node.people.blocked(),
    rename: (...args) => node.people.rename(...args),
    audit: (options) => node.names.audit(options),
    send: (conversation, text) => node.conversations.send(conversation, text),
    async delivered(id, timeout) {
      const signal = AbortSignal.timeout(timeout)
      try {
        await node.conversations.delivered(id, { signal })
        return true
      } catch (error) {
        if (signal.aborted) return false
        throw error
      }
    },
    join: async (room) => void (await node.rooms.join(room)),
    leave: (room) => node.rooms.leave(room),
    allow: (device) => node.account.allow(device),
    markRead: (conversation) => node.conversations.markRead(conversation),
    setStatus: async (status) => node.people.setStatus(status),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      listeners.clear()
      for (const end of endings) end()
    }
  }
}
