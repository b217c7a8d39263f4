import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import {
  isIncluded,
  leafHash,
  readCheckpoint,
  readLeaf,
  readServers,
  registryProtocol,
  splitHashes
} from '../../../src/protocol/index.ts'
import { shared, startBootstrap } from '../../support/index.ts'
import { registerAccount } from '../accounts.ts'
import { startClient } from '../raw-client.ts'
import type { RegistryRequest } from '../../../src/protocol/index.ts'
import type { Lifetime } from '../../support/index.ts'

const { id, maxFrame } = registryProtocol

const world = shared(async (t: Lifetime) => {
  const server = await startBootstrap(t)
  const [mallory, alice] = await Promise.all([startClient(t, server), startClient(t, server)])
  await registerAccount(alice, 'alice')
  return { server, mallory, alice }
})

const stillServes = async (): Promise<void> => {
  for (const client of [world().alice, world().mallory])
    expect((await client.ask({ lookup: { username: 'alice' } })).account).toBeDefined()
}

test('says who it is, what time it is and where its servers are', async () => {
  const { alice, server } = world()
  const { info } = await alice.ask({ info: {} })
  const servers = (await readServers(crypto, info!.servers))!
  expect(servers.registry.id).toEqual(alice.registry)
  expect(servers.servers.map(({ peer }) => peer)).toEqual([server.peer])
  expect(Math.abs(info!.time - Date.now())).toBeLessThan(60_000)
  expect(info!.version).toBe(1)
})

test.each<[string, RegistryRequest, string]>([
  ['nothing', {}, 'bad-request'],
  [
    'the end of a login that never began',
    { loginFinish: { opaqueFinish: new Uint8Array(64) } },
    'out-of-step'
  ],
  ['a name nobody has', { lookup: { username: 'nobody' } }, 'unknown-account'],
  ['no name', { lookup: { username: 'No One' } }, 'invalid-name'],
  ['nobody', { lookup: {} }, 'bad-request'],
  ['two at once', { lookup: { username: 'alice', account: new Uint8Array(32) } }, 'bad-request'],
  ['an account id that is none', { lookup: { account: new Uint8Array(31) } }, 'bad-request'],
  ['an account nobody has', { lookup: { account: new Uint8Array(32) } }, 'unknown-account']
])('refuses %s', async (_, request, error) => {
  expect(await world().mallory.ask(request)).toEqual({ error })
})

test('proves its log of names, and hands it out', async () => {
  const { mallory } = world()
  const { registry } = (await readServers(crypto, (await mallory.ask({ info: {} })).info!.servers))!
  const { proof } = await mallory.ask({ prove: { leaves: [0, 7], sizes: [0] } })
  const tree = (await readCheckpoint(crypto, registry, proof!.note))!
  const { leaf, hashes } = proof!.leaves[0]!
  expect(isIncluded(crypto, tree, 0, leafHash(crypto, leaf), splitHashes(hashes)!)).toBe(true)
  expect(await readLeaf(crypto, leaf)).toMatchObject({ username: 'alice' })
  expect(proof!.leaves[1]!.leaf).toHaveLength(0)
  expect((await mallory.ask({ leaves: { from: 0, limit: 0 } })).leaves!.leaves[0]).toEqual(leaf)
})

test('numbers beyond all logs reset their stream', async () => {
  const { mallory } = world()
  // prove { leaves: [2 ** 63] } and leaves { from: 2 ** 63 }
  const huge = [...new Array<number>(9).fill(0x80), 1]
  for (const request of [
    [0x42, 12, 0x0a, 10, ...huge],
    [0x4a, 11, 0x08, ...huge]
  ]) {
    const { frames } = await mallory.open()
    await frames.write(Uint8Array.from(request))
    await expect(frames.read()).rejects.toMatchObject({ name: 'ClosedError' })
  }
  const none = { leaf: new Uint8Array(), hashes: new Uint8Array() }
  const { proof } = await mallory.ask({ prove: { leaves: [2 ** 53 - 1], sizes: [2 ** 53 - 1] } })
  expect(proof).toMatchObject({ leaves: [none], consistency: [new Uint8Array()] })
})

test('garbage resets its stream and no other', async (t) => {
  const mallory = await startClient(t, world().server)
  const bystander = await mallory.open()
  for (const garbage of [Uint8Array.of(0xff), new Uint8Array(200).fill(0x0b), Uint8Array.of(0x12, 0x7f, 1)]) {
    const { frames } = await mallory.open()
    await frames.write(garbage)
    await expect(frames.read()).rejects.toMatchObject({ name: 'ClosedError' })
    expect((await bystander.ask({ info: {} })).info).toBeDefined()
  }
  await stillServes()
})

test('a frame that is too long resets its stream before it is there', async (t) => {
  const mallory = await startClient(t, world().server)
  const { frames } = await mallory.open()
  await frames.write(new Uint8Array(maxFrame))
  expect(registryProtocol.decodeReply((await frames.read())!)).toEqual({ error: 'bad-request' })
  await frames.write(new Uint8Array(maxFrame + 1))
  await expect(frames.read()).rejects.toMatchObject({ name: 'ClosedError' })
  const huge = await mallory.host.open(mallory.server, id, { maxFrame: 2 ** 31 })
  const read = huge.read()
  huge.write(new Uint8Array(4 * 1024 * 1024)).catch(() => {})
  await expect(read).rejects.toMatchObject({ name: 'ClosedError' })
  await stillServes()
})

test('whatever comes, the server answers or resets, and goes on', async (t) => {
  const mallory = await startClient(t, world().server)
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const { frames } = await mallory.open()
      await frames.write(bytes)
      const answer = await frames.read().catch((error: Error) => error.name)
      if (answer instanceof Uint8Array) registryProtocol.decodeReply(answer)
      else expect(answer).toBe('ClosedError')
      await frames.close()
    }),
    { numRuns: 200 }
  )
  await stillServes()
})

test('a fifth stream of one connection is refused, and the four go on', async (t) => {
  const mallory = await startClient(t, world().server)
  const streams = await Promise.all(Array.from({ length: 4 }, () => mallory.open()))
  await Promise.all(streams.map((stream) => stream.ask({ info: {} })))
  const fifth = await mallory
    .open()
    .then((stream) => stream.ask({ info: {} }))
    .catch((error: Error) => error.name)
  expect(fifth).toBe('ClosedError')
  for (const stream of streams) {
    expect((await stream.ask({ info: {} })).info).toBeDefined()
    await stream.frames.close()
  }
  await stillServes()
})

test('one who leaves in the middle of a request harms nobody', async (t) => {
  for (const step of ['reset', 'hang up'] as const) {
    const mallory = await startClient(t, world().server)
    const streams = await Promise.all(Array.from({ length: 4 }, () => mallory.open()))
    const request = registryProtocol.encodeRequest({ lookup: { username: 'alice' } })
    await Promise.all(streams.map(({ frames }) => frames.write(request)))
    if (step === 'hang up') await mallory.host.disconnect(mallory.server)
    else for (const { frames } of streams) frames.abort(new Error('gone'))
    await stillServes()
  }
})
