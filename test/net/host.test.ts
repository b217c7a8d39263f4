import { createServer } from 'node:net'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { createHost } from '../../src/net/index.ts'
import {
  addressOf,
  connect,
  eventOf,
  failure,
  loopback,
  newSeed,
  rawAddress,
  startHost,
  startRaw,
  startServer,
  until
} from './hosts.ts'
import type { AddressInfo } from 'node:net'
import type { Host } from '../../src/net/index.ts'

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

test('the same seed gives the same peer id', async () => {
  const seed = newSeed()
  const [one, two] = await Promise.all(
    [seed, seed].map((seed) => createHost({ seed, role: 'peer', listen: [] }))
  )
  expect(one!.peer).toBe(two!.peer)
  expect(one!.peer).toMatch(/^12D3KooW/)
})

test('both sides hear of a connection and of its end', async () => {
  const [alice, bob] = await Promise.all([startHost(), startServer()])
  const events: string[] = []
  const note = (who: string, host: Host): void => {
    host.addEventListener('connect', ({ detail }) => events.push(`${who} +${detail}`))
    host.addEventListener('disconnect', ({ detail }) => events.push(`${who} -${detail}`))
  }
  note('alice', alice)
  note('bob', bob)
  const heard = eventOf(bob, 'connect')

  await connect(alice, bob)
  await connect(alice, bob)
  await heard
  expect(alice.isConnected(bob.peer)).toBe(true)
  expect(bob.addressOf(alice.peer)).toBe('127.0.0.1')
  expect(alice.peers()).toEqual([bob.peer])
  expect(bob.peers()).toEqual([alice.peer])

  const gone = eventOf(bob, 'disconnect')
  await alice.disconnect(bob.peer)
  await gone
  expect(alice.isConnected(bob.peer)).toBe(false)
  expect(alice.addressOf(bob.peer)).toBeUndefined()
  expect(bob.peers()).toEqual([])
  expect(events.sort()).toEqual(
    [`alice +${bob.peer}`, `alice -${bob.peer}`, `bob +${alice.peer}`, `bob -${alice.peer}`].sort()
  )
})

test('connects without /p2p/ in the address, and over WebSocket', async () => {
  const bob = await startServer({ listen: [loopback, `${loopback}/ws`] })
  const addresses = bob.addresses().map((address) => address.replace(/\/p2p\/.*/, ''))
  expect(addresses).toHaveLength(2)
  for (const address of addresses) {
    const alice = await startHost()
    await alice.connect({ peer: bob.peer, addresses: [address] })
    expect(alice.isConnected(bob.peer)).toBe(true)
  }
})

test('tries every address before it gives up', async () => {
  const [alice, bob] = await Promise.all([startHost(), startHost()])
  const dead = `/ip4/127.0.0.1/tcp/${await freePort()}`
  await alice.connect({ peer: bob.peer, addresses: ['nonsense', dead, ...bob.addresses()] })
  expect(alice.isConnected(bob.peer)).toBe(true)
})

test('nobody there', async () => {
  const alice = await startHost()
  const stranger = await createHost({ seed: newSeed(), role: 'peer', listen: [] })
  const dead = `/ip4/127.0.0.1/tcp/${await freePort()}`
  const refused = await failure(alice.connect({ peer: stranger.peer, addresses: [dead] }))
  expect(refused).toMatchObject({ name: 'UnreachableError', code: 'UNREACHABLE' })
  expect(refused.message).toContain(`Nobody answers for ${stranger.peer}. Tried ${dead}: `)
  expect(refused.message).toContain('ECONNREFUSED')
  const unusable = await failure(alice.connect({ peer: stranger.peer, addresses: ['nonsense'] }))
  expect(unusable.name).toBe('UnreachableError')
  expect(unusable.message).toContain('Tried nonsense: none of them is usable')
  const unknown = await failure(alice.connect({ peer: stranger.peer, addresses: [] }))
  expect(unknown.name).toBe('UnreachableError')
  expect(unknown.message).toContain('No address is known')
})

test('somebody else answers', async () => {
  const [alice, mallory] = await Promise.all([startHost(), startHost()])
  const bob = await createHost({ seed: newSeed(), role: 'peer', listen: [] })
  const addresses = mallory.addresses().map((address) => address.replace(/\/p2p\/.*/, ''))
  const error = await failure(alice.connect({ peer: bob.peer, addresses }))
  expect(error).toMatchObject({ name: 'WrongPeerError', code: 'WRONG_PEER' })
  expect(error.message).toContain(addresses[0])
  expect(alice.peers()).toEqual([])
})

test('one who says nothing is given up when the caller gives up', async () => {
  const mute = createServer().listen(0, '127.0.0.1')
  await once(mute, 'listening')
  onTestFinished(() => void mute.close())
  const [alice, bob] = await Promise.all([
    startHost(),
    createHost({ seed: newSeed(), role: 'peer', listen: [] })
  ])
  const giveUp = new AbortController()
  const connecting = alice.connect(
    { peer: bob.peer, addresses: [`/ip4/127.0.0.1/tcp/${(mute.address() as AddressInfo).port}`] },
    { signal: giveUp.signal }
  )
  await once(mute, 'connection')
  giveUp.abort(new Error('changed my mind'))
  await expect(connecting).rejects.toThrow('changed my mind')
  await expect(alice.connect(addressOf(alice), { signal: giveUp.signal })).rejects.toThrow('changed my mind')
})

test('one who closes before it says what it speaks is unreachable', async () => {
  const [alice, bob] = await Promise.all([startHost(), startRaw()])
  await bob.unhandle('/ipfs/id/1.0.0')
  await bob.handle('/ipfs/id/1.0.0', (_stream, connection) => connection.abort(new Error('full')))
  await expect(alice.connect(rawAddress(bob))).rejects.toMatchObject({ name: 'UnreachableError' })
  expect(alice.peers()).toEqual([])
})

test('nobody dials again whom we disconnected, but we may', async () => {
  // Bob cannot dial Alice, and the server tells her of Bob.
  const [alice, bob, server] = await Promise.all([startHost({ listen: [] }), startHost(), startServer()])
  await Promise.all([connect(alice, bob), connect(bob, server)])
  await alice.disconnect(bob.peer)
  await connect(alice, server)
  for (let i = 0; i < 3; i++)
    for await (const { peer } of alice.discovery.find(newSeed())) expect(peer).toBe('')
  expect(alice.isConnected(bob.peer)).toBe(false)
  await connect(alice, bob)
  expect(alice.isConnected(bob.peer)).toBe(true)
})

test('pings', async () => {
  const [alice, bob] = await Promise.all([startHost(), startHost()])
  await expect(alice.ping(bob.peer)).rejects.toMatchObject({ name: 'UnreachableError' })
  await connect(alice, bob)
  const times = await Promise.all([alice.ping(bob.peer), alice.ping(bob.peer), bob.ping(alice.peer)])
  for (const time of times) expect(time).toBeLessThan(5_000)
  await expect(alice.ping(bob.peer, { signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow('no')
})

test('tells its addresses, and the announced ones instead', async () => {
  const announce = ['/dns4/chat.example.org/tcp/443/tls/ws']
  const host = await createHost({ seed: newSeed(), role: 'server', listen: [loopback], announce })
  onTestFinished(() => host.stop())
  const told = eventOf<string[]>(host, 'addresses')
  await host.start()
  expect(await told).toEqual([`${announce[0]}/p2p/${host.peer}`])
  expect(host.addresses()).toEqual([`${announce[0]}/p2p/${host.peer}`])
})

test('starts and stops twice, and again', async () => {
  const [alice, bob] = await Promise.all([startHost(), startHost()])
  await bob.handle('/test/1', async (frames) => frames.write(Uint8Array.of(7)), { maxFrame: 8 })
  await Promise.all([alice.start(), alice.start()])
  const heard = eventOf(bob, 'connect')
  await connect(alice, bob)
  await heard
  const gone = eventOf(bob, 'disconnect')
  await Promise.all([alice.stop(), alice.stop()])
  await gone
  expect(alice.peers()).toEqual([])
  expect(alice.addresses()).toEqual([])
  await expect(connect(alice, bob)).rejects.toMatchObject({ name: 'UnreachableError' })

  await alice.start()
  await bob.stop()
  await bob.start()
  await connect(alice, bob)
  const frames = await alice.open(bob.peer, '/test/1', { maxFrame: 8 })
  expect(await frames.read()).toEqual(Uint8Array.of(7))
})

test('nothing is left open after stop', async () => {
  const open = (): number =>
    process.getActiveResourcesInfo().filter((name) => /TCP|Timeout|Immediate/.test(name)).length
  const before = open()
  const hosts = await Promise.all([startHost(), startHost(), startServer()])
  const [alice, bob, server] = hosts
  await alice.start()
  alice.gossip.join('/test', () => 'accept')
  await bob.handle('/test/1', async (frames) => void (await frames.read()), { maxFrame: 8 })
  await Promise.all([connect(alice, bob), connect(alice, server), connect(bob, server)])
  await alice.open(bob.peer, '/test/1', { maxFrame: 8 })
  alice.gossip.leave('/test')
  await Promise.all(hosts.map((host) => host.stop()))
  await until(() => open() <= before)
})
