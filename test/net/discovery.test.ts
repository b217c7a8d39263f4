import { randomBytes } from 'node:crypto'
import { multiaddr } from '@multiformats/multiaddr'
import { publicKeyToProtobuf } from '@libp2p/crypto/keys'
import { lpStream } from '@libp2p/utils'
import { expect, test } from 'vitest'
import { connectionLimits } from '../../src/net/limits.ts'
import { connect, failure, newSeed, startHost, startHosts, startRaw, startServer, until } from './hosts.ts'
import type { Host, PeerAddress } from '../../src/net/index.ts'

const newKey = (): Uint8Array => Uint8Array.from(randomBytes(32))

async function find(host: Host, key: Uint8Array): Promise<PeerAddress[]> {
  const found: PeerAddress[] = []
  for await (const peer of host.discovery.find(key)) found.push(peer)
  return found
}

test('what one provides another finds, through a server that both know', async () => {
  const [alice, bob, server] = await Promise.all([startHost(), startHost(), startServer()])
  const key = newKey()
  await Promise.all([connect(alice, server), connect(bob, server)])
  await alice.discovery.provide(key)
  const [found, ...others] = await find(bob, key)
  expect(others).toEqual([])
  expect(found!.peer).toBe(alice.peer)
  const bare = (address: string): string => address.replace(/\/p2p\/.*/, '')
  expect(found!.addresses.map(bare)).toContain(bare(alice.addresses()[0]!))
  await bob.connect(found!)
  // Nobody finds itself, nor what nobody provides.
  expect(await find(alice, key)).toEqual([])
  expect(await find(bob, newKey())).toEqual([])
})

test('several who provide the same are each found once', async () => {
  const server = await startServer()
  const [seeker, ...others] = (await startHosts(5)) as [Host, ...Host[]]
  await Promise.all([seeker, ...others].map((host) => connect(host, server)))
  const key = newKey()
  await Promise.all(others.map((host) => host.discovery.provide(key)))
  const found = await find(seeker, key)
  expect(found.map(({ peer }) => peer).sort()).toEqual(others.map(({ peer }) => peer).sort())
})

test('what is withdrawn is not told any more', async () => {
  const [alice, bob] = await Promise.all([startHost(), startHost()])
  const key = newKey()
  await alice.discovery.provide(key)
  await connect(bob, alice)
  // Alice knows her own addresses a moment after she has started.
  while ((await find(bob, key)).length === 0) await new Promise(setImmediate)
  await alice.discovery.withdraw(key)
  expect(await find(bob, key)).toEqual([])
})

test('alone, it finds nobody, and ends', async () => {
  const alice = await startHost()
  await alice.discovery.provide(newKey())
  expect(await find(alice, newKey())).toEqual([])
})

test('a signal ends it', async () => {
  const [alice, server] = await Promise.all([startHost(), startServer()])
  await connect(alice, server)
  const signal = AbortSignal.abort(new Error('enough'))
  expect((await failure(alice.discovery.provide(newKey(), { signal }))).message).toBe('enough')
  const finding = alice.discovery.find(newKey(), { signal })[Symbol.asyncIterator]()
  expect((await failure(finding.next())).message).toBe('enough')
})

test('the DHT dials no more than it may', async () => {
  const before = { ...connectionLimits.peer }
  Object.assign(connectionLimits.peer, { discovery: 2, lookup: 3 })
  try {
    const server = await startServer()
    const hosts = await startHosts(8)
    for (const host of hosts) await connect(host, server)
    await Promise.all(hosts.map((host) => find(host, newSeed())))
    const ends = hosts.flatMap((host) => host.peers()).filter((peer) => peer !== server.peer)
    // Two besides the server, and a few that were dialed at the same time; without the bound there are 56.
    expect(ends.length).toBeLessThanOrEqual(8 * 2 * 2.5)
  } finally {
    Object.assign(connectionLimits.peer, before)
  }
})

test('the DHT takes no values, not even keys of peers', async () => {
  const [server, mallory] = await Promise.all([startServer(), startRaw()])
  const connection = await mallory.dial(server.addresses().map((address) => multiaddr(address)))
  const field = (number: number, bytes: Uint8Array): Uint8Array =>
    Uint8Array.of((number << 3) | 2, bytes.length, ...bytes)
  const key = Uint8Array.of(...new TextEncoder().encode('/pk/'), ...mallory.peerId.toMultihash().bytes)
  const value = publicKeyToProtobuf(mallory.peerId.publicKey!)
  const record = Uint8Array.of(...field(1, key), ...field(2, value))
  const putValue = Uint8Array.of(8, 0, ...field(2, key), ...field(3, record))
  const stream = await connection.newStream('/starling/kad/1')
  await lpStream(stream).write(putValue)
  await until(() => stream.status === 'reset')
})
