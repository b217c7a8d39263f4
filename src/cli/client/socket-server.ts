import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { aborted } from '../signals.ts'
import { isOurs, welcome } from './greeting.ts'
import { isPipe, listenAlone } from './listen-alone.ts'
import { readJsonLines, writeJsonLine } from './json-lines.ts'
import { createRpc } from './rpc.ts'
import type { Socket } from 'node:net'
import type { Greeting } from './greeting.ts'
import type { Functions, Rpc } from './rpc.ts'
import type { Lifetime, ProfileClient } from './types.ts'

export interface SocketServerInit {
  path: string
  client: ProfileClient
  lifetime: Lifetime
}

/** Lets other processes of this user use a client. */
export interface SocketServer {
  /**
   * Takes nobody in any more, and cuts off who is still attached when the signal fires, telling them why. Who comes
   * meanwhile waits for `close`.
   */
  drain(reason: string, signal: AbortSignal): Promise<void>
  /** Takes the socket out of the directory, which only who holds the profile may do. */
  retire(): Promise<void>
  close(): Promise<void>
}

/** A call carries one message at most; this is far more. Bytes. */
const maxCall = 8 * 1024 * 1024
/** How long a cut-off connection may take to read the reason, ms. */
const farewell = 500

/** Listens at `path`, over what a killed process left there: only who holds the profile may call this. */
export async function serveClient({ path, client, lifetime }: SocketServerInit): Promise<SocketServer> {
  const connections = new Set<Socket>()
  const attached = new Map<Socket, Rpc>()
  let draining = false
  let onEmpty: () => void = () => {}

  const attach = (socket: Socket): Rpc => {
    const endings: (() => void)[] = []
    const rpc: Rpc = createRpc(
      socket,
      functionsOf(client, () => {
        endings.push(client.subscribe((event) => rpc.tell('event', event)))
      })
    )
    attached.set(socket, rpc)
    socket.once('close', () => {
      for (const end of endings) end()
      attached.delete(socket)
      if (attached.size === 0) onEmpty()
    })
    return rpc
  }

  const server = createServer((socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
    // The close that follows says it.
    socket.on('error', () => {})
    let receive = (value: unknown): void => {
      if (!isOurs(value)) return void socket.end(`${JSON.stringify(welcome('wait'))}\n`)
      const mustWait = draining || (lifetime === 'short' && (value as Greeting).lifetime === 'long')
      if (!mustWait) {
        const rpc = attach(socket)
        receive = (call) => rpc.receive(call)
      }
      writeJsonLine(socket, welcome(mustWait ? 'wait' : 'attached'))
    }
    readJsonLines(socket, maxCall, (value) => receive(value))
  })
  await listenAlone(server, path)

  return {
    async drain(reason, signal) {
      draining = true
      const empty = new Promise<void>((resolve) => (onEmpty = resolve))
      if (attached.size > 0) await Promise.race([empty, aborted(signal)])
      for (const [socket, rpc] of attached) {
        rpc.tell('event', { type: 'closed', reason })
        socket.end()
      }
      if (attached.size > 0) await Promise.race([empty, aborted(AbortSignal.timeout(farewell))])
    },
    retire: () => (isPipe ? Promise.resolve() : rm(path, { force: true })),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of connections) socket.destroy()
      await closed
    }
  }
}

const functionsOf = (client: ProfileClient, subscribe: () => void): Functions => ({
  status: () => client.status(),
  useInvite: (invite: string) => client.useInvite(invite),
  register: (...args: Parameters<ProfileClient['register']>) => client.register(...args),
  login: (...args: Parameters<ProfileClient['login']>) => client.login(...args),
  recover: (...args: Parameters<ProfileClient['recover']>) => client.recover(...args),
  changePassword: (...args: Parameters<ProfileClient['changePassword']>) => client.changePassword(...args),
  devices: () => client.devices(),
  revoke: (...args: Parameters<ProfileClient['revoke']>) => client.revoke(...args),
  release: (...args: Parameters<ProfileClient['release']>) => client.release(...args),
  cancelReset: () => client.cancelReset(),
  remember: (isRemembered: boolean) => client.remember(isRemembered),
  conversations: () => client.conversations(),
  history: (...args: Parameters<ProfileClient['history']>) => client.history(...args),
  people: (conversation: string) => client.people(conversation),
  find: (username: string) => client.find(username),
  profile: (username: string) => client.profile(username),
  setProfile: (...args: Parameters<ProfileClient['setProfile']>) => client.setProfile(...args),
  verification: (username: string) => client.verification(username),
  trust: (...args: Parameters<ProfileClient['trust']>) => client.trust(...args),
  block: (...args: Parameters<ProfileClient['block']>) => client.block(...args),
  blocked: () => client.blocked(),
  rename: (...args: Parameters<ProfileClient['rename']>) => client.rename(...args),
  audit: (...args: Parameters<ProfileClient['audit']>) => client.audit(...args),
  send: (conversation: string, text: string) => client.send(conversation, text),
  delivered: (id: string, timeout: number) => client.delivered(id, timeout),
  join: (room: string) => client.join(room),
  leave: (room: string) => client.leave(room),
  allow: (device: string) => client.allow(device),
  markRead: (conversation: string) => client.markRead(conversation),
  setStatus: (status: 'online' | 'away') => client.setStatus(status),
  startNetwork: () => client.startNetwork(),
  subscribe
})
