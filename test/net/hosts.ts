import { randomBytes } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { createHost } from '../../src/net/index.ts'
import { buildLibp2p } from '../../src/net/libp2p.ts'
import { createStrikes } from '../../src/net/strikes.ts'
import type { Libp2p } from '@libp2p/interface'
import type { Host, HostInit, PeerAddress } from '../../src/net/index.ts'

export const loopback = '/ip4/127.0.0.1/tcp/0'

export const newSeed = (): Uint8Array => Uint8Array.from(randomBytes(32))

/** A started host on 127.0.0.1 that stops with the test. */
export async function startHost(init: Partial<HostInit> = {}): Promise<Host> {
  const host = await createHost({ seed: newSeed(), role: 'peer', listen: [loopback], ...init })
  onTestFinished(() => host.stop())
  await host.start()
  return host
}

export const startServer = (init: Partial<HostInit> = {}): Promise<Host> =>
  startHost({ role: 'server', ...init })

export const startHosts = (count: number): Promise<Host[]> =>
  Promise.all(Array.from({ length: count }, () => startHost()))

/** libp2p without anything of ours on top: it can send whatever it likes. */
export async function startRaw(role: 'peer' | 'server' = 'server'): Promise<Libp2p> {
  const libp2p = await buildLibp2p({ seed: newSeed(), role, listen: [loopback] }, {}, createStrikes())
  onTestFinished(() => libp2p.stop())
  await libp2p.start()
  return libp2p
}

export const addressOf = (host: Host): PeerAddress => ({ peer: host.peer, addresses: host.addresses() })

export const rawAddress = (libp2p: Libp2p): PeerAddress => ({
  peer: libp2p.peerId.toString(),
  addresses: libp2p.getMultiaddrs().map(String)
})

export const connect = (from: Host, to: Host): Promise<void> => from.connect(addressOf(to))

/** Every host with every other one that is given. */
export async function connectAll(hosts: Host[], others: Host[] = hosts): Promise<void> {
  for (const [index, host] of hosts.entries())
    for (const other of others.slice(hosts === others ? index + 1 : 0)) await connect(host, other)
}

/** Resolves at the first event whose detail is accepted. */
export function eventOf<T>(
  target: EventTarget,
  type: string,
  accept: (detail: T) => boolean = () => true
): Promise<T> {
  return new Promise((resolve) => {
    const listener = (event: Event): void => {
      const { detail } = event as CustomEvent<T>
      if (!accept(detail)) return
      target.removeEventListener(type, listener)
      resolve(detail)
    }
    target.addEventListener(type, listener)
  })
}

/** Both ends of a stream between two new hosts. */
export async function framesPair(maxFrame = 1024): Promise<{
  near: Awaited<ReturnType<Host['open']>>
  far: Awaited<ReturnType<Host['open']>>
  hosts: [Host, Host]
}> {
  const [here, there] = await Promise.all([startServer(), startServer()])
  const arrived = Promise.withResolvers<Awaited<ReturnType<Host['open']>>>()
  const finished = Promise.withResolvers<void>()
  onTestFinished(() => finished.resolve())
  await there.handle(
    '/test/1',
    (frames) => {
      arrived.resolve(frames)
      return finished.promise
    },
    { maxFrame }
  )
  await connect(here, there)
  const near = await here.open(there.peer, '/test/1', { maxFrame })
  return { near, far: await arrived.promise, hosts: [here, there] }
}

/** What a promise rejects with. */
export const failure = (promise: Promise<unknown>): Promise<Error & { code?: string }> =>
  promise.then(
    () => Promise.reject(new Error('did not fail')),
    (error: unknown) => error as Error
  )

/** Waits for what has no event, also where timers stand still. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(setImmediate)
}
