import { generateKeyPair } from '@libp2p/crypto/keys'
import { peerIdFromPrivateKey } from '@libp2p/peer-id'
import fc from 'fast-check'
import { Key } from 'interface-datastore'
import { expect, test } from 'vitest'
import { BoundedDatastore } from '../../src/net/bounded-datastore.ts'
import type { PeerId } from '@libp2p/interface'

const newPeer = async (): Promise<PeerId> => peerIdFromPrivateKey(await generateKeyPair('Ed25519'))
const peerKey = (peer: PeerId): Key => new Key(`/peers/${peer.toCID().toString()}`)
const providerKey = (key: string, peer: PeerId): Key => new Key(`/dht/provider/${key}/${peer.toString()}`)
const value = Uint8Array.of(1)

async function newStore(limits = { peers: 3, providers: 4, providersOfPeer: 2 }): Promise<{
  store: BoundedDatastore
  self: PeerId
  names: (prefix: string) => string[]
}> {
  const self = await newPeer()
  const store = new BoundedDatastore(self, limits)
  return {
    store,
    self,
    names: (prefix) => [...store.query({ prefix })].map(({ key }) => key.toString()).sort()
  }
}

test('keeps what it is given', async () => {
  const { store, names } = await newStore()
  const peer = await newPeer()
  for (const key of [peerKey(peer), providerKey('room', peer)]) {
    expect(store.has(key)).toBe(false)
    expect(() => store.get(key)).toThrow(expect.objectContaining({ name: 'NotFoundError' }))
    store.put(key, value)
    store.put(key, Uint8Array.of(2))
    expect(store.get(key)).toEqual(Uint8Array.of(2))
    expect(store.has(key)).toBe(true)
    expect(names('/')).toContain(key.toString())
    store.delete(key)
    expect(store.has(key)).toBe(false)
  }
  expect(names('/')).toEqual([])
})

test('finds the providers of a key, and everything under a prefix', async () => {
  const { store, self, names } = await newStore()
  const [bob, carol] = [await newPeer(), await newPeer()]
  const keys = [providerKey('room', bob), providerKey('room', carol), providerKey('room', self)]
  for (const key of [...keys, providerKey('roommate', bob), peerKey(bob), peerKey(self)])
    store.put(key, value)
  const strings = keys.map(String).sort()
  expect(names('/dht/provider/room').filter((name) => !name.includes('roommate'))).toEqual(strings)
  expect(names('/dht/provider')).toHaveLength(4)
  expect(names('/peers/')).toEqual([peerKey(bob), peerKey(self)].map(String).sort())
  const isBob = ({ key }: { key: Key }): boolean => key.toString().endsWith(bob.toString())
  expect([...store.query({ prefix: '/dht/provider/room', filters: [isBob] })]).toHaveLength(1)
})

test('what is found may be deleted on the way', async () => {
  const { store, names } = await newStore()
  for (let i = 0; i < 3; i++) store.put(providerKey('room', await newPeer()), value)
  for (const { key } of store.query({ prefix: '/dht/provider' })) store.delete(key)
  expect(names('/')).toEqual([])
})

test('strangers push out strangers, never what is about this host', async () => {
  const { store, self, names } = await newStore()
  store.put(peerKey(self), value)
  store.put(providerKey('room', self), value)
  const strangers = await Promise.all(Array.from({ length: 10 }, newPeer))
  for (const stranger of strangers) {
    store.put(peerKey(stranger), value)
    store.put(providerKey('room', stranger), value)
  }
  expect(names('/peers/')).toEqual(
    [self, ...strangers.slice(-3)].map((peer) => peerKey(peer).toString()).sort()
  )
  // The fourth newest went together with its peer.
  expect(names('/dht/provider')).toEqual(
    [self, ...strangers.slice(-3)].map((peer) => providerKey('room', peer).toString()).sort()
  )
})

test('one peer fills only its own share', async () => {
  const { store, names } = await newStore()
  const [bob, mallory] = [await newPeer(), await newPeer()]
  store.put(providerKey('room', bob), value)
  for (let i = 0; i < 100; i++) store.put(providerKey(`room${i}`, mallory), value)
  expect(names('/dht/provider')).toEqual(
    [providerKey('room', bob), providerKey('room0', mallory), providerKey('room1', mallory)]
      .map(String)
      .sort()
  )
  store.put(providerKey('room1', mallory), Uint8Array.of(9))
  expect(store.get(providerKey('room1', mallory))).toEqual(Uint8Array.of(9))
  store.delete(providerKey('room0', mallory))
  store.put(providerKey('room7', mallory), value)
  expect(store.has(providerKey('room7', mallory))).toBe(true)
})

test('a provider goes with its peer', async () => {
  const { store, names } = await newStore()
  const [bob, carol] = [await newPeer(), await newPeer()]
  for (const peer of [bob, carol]) {
    store.put(peerKey(peer), value)
    store.put(providerKey('room', peer), value)
  }
  store.delete(peerKey(bob))
  expect(names('/dht/provider/room')).toEqual([providerKey('room', carol).toString()])
})

test('whatever comes in any order, the bounds hold and every way to look agrees', async () => {
  const peers = await Promise.all(Array.from({ length: 6 }, newPeer))
  const limits = { peers: 3, providers: 5, providersOfPeer: 2 }
  const step = fc.record({
    peer: fc.nat(peers.length - 1),
    room: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
    isPut: fc.boolean()
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const { store, names } = await newStore(limits)
      for (const { peer, room, isPut } of steps) {
        const id = peers[peer]!
        const key = room === undefined ? peerKey(id) : providerKey(room, id)
        if (isPut) store.put(key, value)
        else store.delete(key)
        const providers = names('/dht/provider')
        expect(names('/peers/').length).toBeLessThanOrEqual(limits.peers)
        expect(providers.length).toBeLessThanOrEqual(limits.providers)
        for (const other of peers)
          expect(providers.filter((name) => name.endsWith(other.toString())).length).toBeLessThanOrEqual(2)
        expect(['a', 'b', 'c'].flatMap((name) => names(`/dht/provider/${name}`)).sort()).toEqual(providers)
        for (const name of [...providers, ...names('/peers/')]) expect(store.has(new Key(name))).toBe(true)
      }
    }),
    { numRuns: 50 }
  )
})
