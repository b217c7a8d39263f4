import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { onTestFinished } from 'vitest'
import type { AddressInfo, Socket } from 'node:net'
import type { Host } from '../../src/net/index.ts'

export interface Proxy {
  /** Multiaddr that leads to the host. */
  address: string
  /** The wire stays, and nothing gets through any more, in either direction. */
  freeze(): void
  /** Both sockets end without a word. */
  cut(): void
}

/** A wire to a host that can fail. */
export async function startProxy(host: Host): Promise<Proxy> {
  const sockets = new Set<Socket>()
  const port = Number(/\/tcp\/(\d+)/.exec(host.addresses()[0]!)![1])
  let isFrozen = false
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near]
    ] as const) {
      sockets.add(from)
      from.on('data', (data) => isFrozen || to.write(data))
      from.on('error', () => {})
      from.on('close', () => isFrozen || to.destroy())
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  onTestFinished(() => {
    cut()
    server.close()
  })
  return {
    address: `/ip4/127.0.0.1/tcp/${(server.address() as AddressInfo).port}`,
    freeze: () => void (isFrozen = true),
    cut
  }
}
