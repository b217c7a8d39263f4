import { expect, test } from 'vitest'
import { connectionLimits, maxMessage } from '../../src/net/limits.ts'
import {
  connect,
  connectAll,
  eventOf,
  rawAddress,
  startHost,
  startHosts,
  startRaw,
  startServer,
  until
} from './hosts.ts'
import type { PeerId } from '@libp2p/interface'
import type { Host, Verdict } from '../../src/net/index.ts'

const topic = '/test/topic'
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (data: Uint8Array): string => new TextDecoder().decode(data)

// The DHT would connect what a test keeps apart.
Object.assign(connectionLimits.peer, { discovery: 0 })

/** Joins the topic; what the validator was asked about is in the list, in order. */
function listen(
  host: Host,
  verdict: (text: string, hop: string) => Verdict | Promise<Verdict> = () => 'accept'
): string[] {
  const heard: string[] = []
  host.gossip.join(topic, (data, hop) => {
    heard.push(textOf(data))
    return verdict(textOf(data), hop)
  })
  return heard
}

/** Waits until these hosts hear what the host publishes. */
const reaches = (host: Host, ...others: Host[]): Promise<void> =>
  until(() => others.every(({ peer }) => host.gossip.subscribers(topic).includes(peer)))

/** Alice - Bob - Carol, all in the topic, in which Bob judges. */
async function startChain(verdict: (text: string) => Verdict): Promise<{
  alice: Host
  bob: Host
  carol: Host
  heard: { alice: string[]; bob: string[]; carol: string[] }
}> {
  const [alice, bob, carol] = (await startHosts(3)) as [Host, Host, Host]
  const heard = { alice: listen(alice), bob: listen(bob, verdict), carol: listen(carol) }
  await Promise.all([connect(alice, bob), connect(carol, bob)])
  await Promise.all([reaches(alice, bob), reaches(carol, bob), reaches(bob, alice, carol)])
  return { alice, bob, carol, heard }
}

test('what is accepted goes on to the next, and once', async () => {
  const { alice, carol, heard } = await startChain(() => 'accept')
  const sent = Array.from({ length: 50 }, (_, index) => `message ${index}`)
  for (const text of sent) expect(await alice.gossip.publish(topic, bytes(text))).toBe(1)
  await until(() => heard.carol.length >= sent.length)
  expect(heard.bob).toEqual(sent)
  expect(heard.carol).toEqual(sent)
  expect(heard.alice).toEqual([])
  await carol.gossip.publish(topic, bytes('back'))
  await until(() => heard.alice.includes('back'))
})

test('what is ignored stays here, and its hop is as good as before', async () => {
  const { alice, heard } = await startChain((text) => (text.startsWith('old') ? 'ignore' : 'accept'))
  for (let i = 0; i < 20; i++) await alice.gossip.publish(topic, bytes(`old ${i}`))
  await alice.gossip.publish(topic, bytes('new'))
  await until(() => heard.carol.length > 0)
  expect(heard.carol).toEqual(['new'])
  expect(heard.bob).toHaveLength(21)
})

test('who sends what is rejected is not heard any more, also after connecting again', async () => {
  const { alice, bob, carol, heard } = await startChain((text) => (text === 'good' ? 'accept' : 'reject'))
  // gossipsub looks at the score again after a second, so some more than five are judged.
  let count = 0
  const flood = async (): Promise<void> => {
    await alice.gossip.publish(topic, bytes(`bad ${count++}`))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  let unheard = 0
  while (unheard < 20) {
    const before = heard.bob.length
    await flood()
    unheard = heard.bob.length === before ? unheard + 1 : 0
  }
  expect(heard.bob.length).toBeGreaterThanOrEqual(5)
  expect(heard.carol).toEqual([])
  await alice.gossip.publish(topic, bytes('good'))
  await carol.gossip.publish(topic, bytes('good from carol'.slice(0, 4)))
  await until(() => heard.bob.includes('good'))

  await alice.disconnect(bob.peer)
  await connect(alice, bob)
  await until(() => alice.gossip.subscribers(topic).includes(bob.peer))
  const before = heard.bob.length
  for (let i = 0; i < 10; i++) await flood()
  expect(heard.bob).toHaveLength(before)
  // Nor does Bob tell Alice anything.
  expect(bob.gossip.subscribers(topic)).toEqual([carol.peer])
})

test('a validator that throws ignores', async () => {
  const { alice, heard } = await startChain((text) => {
    if (text === 'odd') throw new Error('odd')
    return 'accept'
  })
  for (const text of ['odd', 'even']) await alice.gossip.publish(topic, bytes(text))
  await until(() => heard.carol.length > 0)
  expect(heard.carol).toEqual(['even'])
})

test('what comes from several sides is judged once, and slow judgements keep the order', async () => {
  const [alice, bob, carol] = (await startHosts(3)) as [Host, Host, Host]
  const hops = new Set<string>()
  const slow = async (text: string, hop: string): Promise<Verdict> => {
    hops.add(hop)
    if (text.endsWith('0')) await new Promise((resolve) => setTimeout(resolve, 30))
    return 'accept'
  }
  listen(alice)
  listen(bob)
  const heard = listen(carol, slow)
  await connectAll([alice, bob, carol])
  await Promise.all([reaches(alice, bob, carol), reaches(bob, alice, carol), reaches(carol, alice, bob)])
  const sent = Array.from({ length: 30 }, (_, index) => `message ${index}`)
  for (const text of sent) await alice.gossip.publish(topic, bytes(text))
  await until(() => heard.length >= sent.length)
  await bob.gossip.publish(topic, bytes('last'))
  await until(() => heard.includes('last'))
  expect(heard.filter((text) => text !== 'last').sort()).toEqual([...sent].sort())
  expect(heard.indexOf('message 10')).toBeLessThan(heard.indexOf('message 11'))
})

test('a kept message does not keep what came with it', async () => {
  const [alice, bob] = await Promise.all([startHost(), startHost()])
  const sizes: number[] = []
  bob.gossip.join(topic, (data) => (sizes.push(data.buffer.byteLength), 'accept'))
  await connect(alice, bob)
  await reaches(alice, bob)
  await alice.gossip.publish(topic, new Uint8Array(100))
  await until(() => sizes.length > 0)
  expect(sizes).toEqual([100])
})

test('fourteen behind one address, around one in the middle', async () => {
  const hub = await startHost()
  const leaves = await startHosts(14)
  const heard = [hub, ...leaves].map((host) => listen(host))
  await Promise.all(leaves.map((leaf) => connect(leaf, hub)))
  await reaches(hub, ...leaves)
  await Promise.all(leaves.map((leaf) => reaches(leaf, hub)))
  await Promise.all(leaves.map((leaf, index) => leaf.gossip.publish(topic, bytes(`leaf ${index}`))))
  await hub.gossip.publish(topic, bytes('hub'))
  await until(() => heard.every((list) => list.length === 14))
})

test('twenty peers, each connected to some: everything gets everywhere', { timeout: 60_000 }, async () => {
  const hosts = await startHosts(20)
  const heard = hosts.map((host) => listen(host))
  for (const [index, host] of hosts.entries())
    for (const step of [1, 4, 7]) await connect(host, hosts[(index + step) % hosts.length]!)
  await until(() => hosts.every((host) => host.gossip.subscribers(topic).length >= 6))
  for (let round = 0; round < 10; round++)
    await Promise.all(hosts.map((host, index) => host.gossip.publish(topic, bytes(`${index} ${round}`))))
  await until(() => heard.every((list) => list.length >= 190))
  for (const list of heard) expect(new Set(list).size).toBe(190)
})

test('publishing where nobody is reaches nobody, and can be repeated when somebody is', async () => {
  const [alice, bob] = await Promise.all([startHost(), startHost()])
  alice.gossip.join(topic, () => 'accept')
  expect(await alice.gossip.publish(topic, bytes('hello'))).toBe(0)
  await connect(alice, bob)
  expect(await alice.gossip.publish(topic, bytes('hello'))).toBe(0)

  // Whoever is told of may be written to at once.
  const published = new Promise<number>((resolve) => {
    alice.gossip.addEventListener('subscription', ({ detail }) => {
      expect(detail).toEqual({ peer: bob.peer, topic, joined: true })
      void alice.gossip.publish(topic, bytes('hello')).then(resolve)
    })
  })
  const heard = listen(bob)
  expect(await published).toBe(1)
  await until(() => heard.length === 1)
  expect(await alice.gossip.publish(topic, bytes('hello'))).toBe(1)
  expect(await alice.gossip.publish('/test/other', bytes('hello'))).toBe(0)
})

test('a subscription is told once its peer can be written to, however they meet', async () => {
  for (let i = 0; i < 5; i++) {
    const [alice, bob] = await Promise.all([startHost(), startHost()])
    const heard = listen(bob)
    const told = eventOf<{ peer: string }>(alice.gossip, 'subscription').then(({ peer }) => {
      expect(peer).toBe(bob.peer)
      return alice.gossip.publish(topic, bytes('at once'))
    })
    await connect(i % 2 === 0 ? alice : bob, i % 2 === 0 ? bob : alice)
    expect(await told).toBe(1)
    await until(() => heard.length === 1)
  }
})

test('whoever leaves and comes back is in the middle of it at once', async () => {
  const { alice, carol, heard } = await startChain(() => 'accept')
  carol.gossip.leave(topic)
  carol.gossip.leave('/test/never-joined')
  await alice.gossip.publish(topic, bytes('away'))
  await until(() => heard.bob.includes('away'))
  const back = listen(carol)
  // Bob forwards to his mesh only; whoever is not in it gets each message up to a second later.
  const since = performance.now()
  for (let i = 0; i < 10; i++) {
    await alice.gossip.publish(topic, bytes(`back ${i}`))
    await until(() => back.includes(`back ${i}`))
  }
  expect(performance.now() - since).toBeLessThan(2_500)
  expect(heard.carol).toEqual([])
})

test('topics stay joined over a restart, those that were left do not', async () => {
  const [alice, bob] = await Promise.all([startHost(), startHost()])
  listen(alice)
  const heard = listen(bob)
  bob.gossip.join('/test/left', () => 'accept')
  await connect(alice, bob)
  await reaches(alice, bob)
  bob.gossip.leave('/test/left')
  const gone = eventOf(alice, 'disconnect')
  await bob.stop()
  await gone
  expect(bob.gossip.subscribers(topic)).toEqual([])
  expect(await bob.gossip.publish(topic, bytes('offline'))).toBe(0)
  bob.gossip.join('/test/offline', () => 'accept')
  await bob.start()
  await connect(alice, bob)
  await reaches(alice, bob)
  expect(await alice.gossip.publish(topic, bytes('again'))).toBe(1)
  await until(() => heard.includes('again'))
  expect(alice.gossip.subscribers('/test/offline')).toEqual([bob.peer])
  expect(alice.gossip.subscribers('/test/left')).toEqual([])
})

test('hundreds of topics at once arrive whole', async () => {
  const [alice, bob] = await Promise.all([startHost(), startHost()])
  const topics = Array.from({ length: 400 }, (_, index) => `/starling/room/1/${'x'.repeat(50)}/${index}`)
  for (const host of [alice, bob]) for (const name of topics) host.gossip.join(name, () => 'accept')
  await connect(alice, bob)
  await until(() => topics.every((name) => alice.gossip.subscribers(name).length === 1))
})

test('who floods topics that nobody joined is not heard any more', async () => {
  const [bob, mallory] = await Promise.all([startHost(), startRaw('peer')])
  const heard = listen(bob)
  await bob.connect(rawAddress(mallory))
  const pubsub = (mallory.services as unknown as { pubsub: Flooder }).pubsub
  const send = (name: string, text: string): boolean =>
    pubsub.sendRpc(bob.peer, { subscriptions: [], messages: [{ topic: name, data: bytes(text) }] })
  await until(() => send(topic, 'first'))
  await until(() => heard.includes('first'))
  let count = 0
  let unheard = 0
  while (unheard < 20) {
    const before = heard.length
    for (let i = 0; i < 10; i++) send(`/test/${count}`, `flood ${count++}`)
    send(topic, `good ${count}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
    unheard = heard.length === before ? unheard + 1 : 0
  }
  expect(count).toBeLessThan(5_000)
})

interface Flooder {
  getPeers(): PeerId[]
  sendRpc(peer: string, rpc: unknown): boolean
}

test('the longest message passes, a longer one is refused', async () => {
  const { alice, heard } = await startChain(() => 'accept')
  await expect(alice.gossip.publish(topic, new Uint8Array(maxMessage + 1))).rejects.toThrow(RangeError)
  await alice.gossip.publish(topic, new Uint8Array(maxMessage).fill(65))
  await until(() => heard.carol.length === 1)
  expect(heard.carol[0]).toHaveLength(maxMessage)
})

test('a server joins nothing', async () => {
  const server = await startServer()
  expect(() => server.gossip).toThrow('A server joins no topics.')
})
