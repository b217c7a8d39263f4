import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { generateKeyPair, publicKeyToProtobuf } from '@libp2p/crypto/keys'
import { identify } from '@libp2p/identify'
import { kadDHT, passthroughMapper } from '@libp2p/kad-dht'
import { noise } from '@libp2p/noise'
import { ping } from '@libp2p/ping'
import { tcp } from '@libp2p/tcp'
import { yamux } from '@libp2p/yamux'
import { multiaddr } from '@multiformats/multiaddr'
import { createLibp2p } from 'libp2p'
import { expect, onTestFinished, test } from 'vitest'
import { connectionLimits } from '../../src/net/limits.ts'
import { connect, failure, newSeed, startHost, startHosts, startServer } from './hosts.ts'
import type { SingleKadDHT } from '@libp2p/kad-dht'
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
    for (let round = 0; round < 2; round++) await Promise.all(hosts.map((host) => find(host, newSeed())))
    const ends = hosts.flatMap((host) => host.peers()).filter((peer) => peer !== server.peer)
    // Each dials two besides the server; without the bound there are 56.
    expect(ends.length).toBeLessThanOrEqual(8 * 2 * 2)
  } finally {
    Object.assign(connectionLimits.peer, before)
  }
})

test('the DHT takes no values, not even keys of peers', async () => {
  const server = await startServer()
  const privateKey = await generateKeyPair('Ed25519')
  // The DHT as it comes.
  const stock = await createLibp2p({
    privateKey,
    transports: [tcp()],
    connectionEncrypters: [noise()],
    streamMuxers: [yamux()],
    services: {
      identify: identify(),
      ping: ping(),
      dht: kadDHT({
        protocol: '/starling/kad/1',
        peerInfoMapper: passthroughMapper,
        allowQueryWithZeroPeers: true
      })
    }
  })
  onTestFinished(() => stock.stop())
  const { dht } = stock.services
  const added = once((dht as SingleKadDHT).routingTable as unknown as EventTarget, 'peer:add')
  await stock.dial(server.addresses().map((address) => multiaddr(address)))
  await added
  const key = Uint8Array.of(...new TextEncoder().encode('/pk/'), ...stock.peerId.toMultihash().bytes)
  const answers: string[] = []
  for await (const { name } of dht.put(key, publicKeyToProtobuf(privateKey.publicKey))) answers.push(name)
  expect(answers).toContain('SEND_QUERY')
  expect(answers.filter((name) => name === 'QUERY_ERROR')).toHaveLength(1)
})
