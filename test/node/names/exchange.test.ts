import { expect, test, vi } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { CheckpointExchange } from '../../../src/node/names/exchange.ts'
import { checkpointProtocol, checkpointTopic, signCheckpoint } from '../../../src/protocol/index.ts'
import { startRegistry } from '../../support/index.ts'
import { addLeaves, startAsker } from '../support/asker.ts'
import type { Lifetime, PartsOfRegistry } from '../../support/index.ts'
import type { Asker } from '../support/asker.ts'

async function startExchange(t: Lifetime, registry: PartsOfRegistry) {
  const asker = await startAsker(t, registry)
  const news = vi.fn()
  const exchange = new CheckpointExchange({ ...asker, onNews: news })
  await exchange.serve()
  exchange.join()
  return { ...asker, exchange, news }
}

const noteOf = async ({ names }: PartsOfRegistry): Promise<Uint8Array> => (await names.prove([], [])).note

/** A note that the registry signed and that is of no log it ever had. */
const forked = (registry: PartsOfRegistry, size: number): Promise<Uint8Array> =>
  signCheckpoint(crypto, registry.registry, registry.registrySeed, { size, root: crypto.randomBytes(32) })

const connect = (from: Asker, to: Asker): Promise<void> =>
  from.host.connect({ peer: to.host.peer, addresses: to.host.addresses() })

test('devices that meet tell each other, and check with the registry', async (t) => {
  const registry = await startRegistry(t)
  await addLeaves(registry, 'alice')
  const [alice, bob] = [await startExchange(t, registry), await startExchange(t, registry)]
  await alice.checkpoints.ask({})
  await addLeaves(registry, 'bobby')
  await bob.checkpoints.ask({})
  await connect(alice, bob)
  await vi.waitFor(() => {
    expect(alice.news).toHaveBeenCalledOnce()
    expect(bob.news).toHaveBeenCalledOnce()
  })
  await Promise.all([alice.exchange.check({}), bob.exchange.check({})])
  expect(await alice.checkpoints.newest()).toEqual(await bob.checkpoints.newest())
  expect([...alice.conflicts, ...bob.conflicts]).toEqual([])
})

test('newer ones spread on the topic', async (t) => {
  const registry = await startRegistry(t)
  const [alice, bob] = [await startExchange(t, registry), await startExchange(t, registry)]
  await connect(alice, bob)
  const { gossip } = alice.host
  await addLeaves(registry, 'alice')
  await alice.checkpoints.ask({})
  await vi.waitFor(() => {
    expect(gossip.subscribers(checkpointTopic(registry.registry.id))).toContain(bob.host.peer)
  })
  await alice.exchange.publish()
  await vi.waitFor(() => expect(bob.news).toHaveBeenCalledOnce())
  await bob.exchange.check({})
  expect(bob.conflicts).toEqual([])
  expect((await bob.checkpoints.newest())?.size).toBe(1)
})

test('two roots of one size are a conflict at once, with the registry away', async (t) => {
  const registry = await startRegistry(t)
  await addLeaves(registry, 'alice', 'bobby')
  const { exchange, checkpoints, conflicts } = await startExchange(t, registry)
  const { checkpoint } = await checkpoints.ask({})
  await registry.host.stop()
  const other = await forked(registry, 2)
  expect(await exchange.take(other)).toBe('accept')
  expect(conflicts).toMatchObject([[{ bytes: checkpoint.bytes }, { bytes: other }]])
  expect(await exchange.take(other)).toBe('ignore')
  expect(conflicts).toHaveLength(1)
})

test('two roots of one size among those that wait are a conflict, too', async (t) => {
  const registry = await startRegistry(t)
  const { exchange, conflicts } = await startExchange(t, registry)
  expect(await exchange.take(await forked(registry, 5))).toBe('accept')
  expect(await exchange.take(await forked(registry, 5))).toBe('accept')
  expect(conflicts).toHaveLength(1)
})

test.for([1, 2, 4, 9])('a fork of size %d is found by asking the registry', async (size, t) => {
  const registry = await startRegistry(t)
  await addLeaves(registry, 'alice', 'bobby', 'carol')
  const { exchange, checkpoints, conflicts } = await startExchange(t, registry)
  await checkpoints.ask({})
  await addLeaves(registry, 'dave1', 'erin1')
  const other = await forked(registry, size)
  expect(await exchange.take(other)).toBe(size > 3 ? 'accept' : 'ignore')
  await exchange.check({})
  expect(conflicts).toMatchObject([[{ bytes: other }, { bytes: await noteOf(registry) }]])
})

test('what waits stays where the registry is away', async (t) => {
  const registry = await startRegistry(t)
  await addLeaves(registry, 'alice')
  const { exchange, conflicts, host } = await startExchange(t, registry)
  await exchange.take(await forked(registry, 1))
  await registry.host.stop()
  await expect(exchange.check({ signal: AbortSignal.timeout(500) })).rejects.toThrow()
  expect(conflicts).toEqual([])
  expect(host.peers()).toEqual([])
})

test('what waits for one registry is not asked of another', async (t) => {
  const [registry, other] = await Promise.all([startRegistry(t), startRegistry(t)])
  const { exchange, servers, conflicts } = await startExchange(t, registry)
  await exchange.take(await forked(registry, 5))
  await servers.useInvite(other.invite, () => {})
  exchange.join()
  await exchange.check({})
  expect(conflicts).toEqual([])
  expect(other.requests).toEqual([])
})

test('an old checkpoint is checked once and spreads no further', async (t) => {
  const registry = await startRegistry(t)
  await addLeaves(registry, 'alice')
  const old = await noteOf(registry)
  await addLeaves(registry, 'bobby')
  const { exchange, checkpoints, news, conflicts } = await startExchange(t, registry)
  await checkpoints.ask({})
  for (let time = 0; time < 3; time++) expect(await exchange.take(old)).toBe('ignore')
  expect(news).toHaveBeenCalledOnce()
  await exchange.check({})
  expect(conflicts).toEqual([])
})

test('whatever the registry did not sign is refused', async (t) => {
  const registry = await startRegistry(t)
  const other = await startRegistry(t)
  const { exchange, news } = await startExchange(t, registry)
  const note = await noteOf(registry)
  for (const bytes of [
    crypto.randomBytes(300),
    note.subarray(1),
    note.map((byte) => byte ^ 1),
    await noteOf(other)
  ])
    expect(await exchange.take(bytes)).toBe('reject')
  expect(news).not.toHaveBeenCalled()
})

test('garbage resets the stream that it came on', async (t) => {
  const registry = await startRegistry(t)
  const alice = await startExchange(t, registry)
  const mallory = await startAsker(t, registry)
  await connect(mallory, alice)
  const { id } = checkpointProtocol
  const forged = { note: crypto.randomBytes(300), servers: new Uint8Array() }
  for (const bytes of [
    checkpointProtocol.encodeRequest(forged),
    Uint8Array.of(0x0a, 0xff),
    crypto.randomBytes(checkpointProtocol.maxFrame + 1)
  ]) {
    const frames = await mallory.host.open(alice.host.peer, id, checkpointProtocol)
    await frames.write(bytes)
    await expect(frames.read()).rejects.toMatchObject({ name: 'ClosedError' })
  }
  const frames = await mallory.host.open(alice.host.peer, id, checkpointProtocol)
  await frames.write(new Uint8Array())
  const answer = checkpointProtocol.decodeReply((await frames.read())!)
  expect(answer).toEqual({ note: new Uint8Array(), servers: alice.servers.current!.bytes })
})

test('no more than 64 wait', async (t) => {
  const registry = await startRegistry(t)
  const { exchange, news } = await startExchange(t, registry)
  for (let size = 1; size <= 70; size++) await exchange.take(await forked(registry, size))
  expect(news).toHaveBeenCalledTimes(64)
})
