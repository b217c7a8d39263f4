import { expect, test, vi } from 'vitest'
import { serveRequests } from '../../src/net/index.ts'
import { clientIdle, serverIdle } from '../../src/net/limits.ts'
import { connect, failure, startServer } from './hosts.ts'
import type * as limits from '../../src/net/limits.ts'
import { clientOf, decoder, encoder, protocol } from './text-protocol.ts'

vi.mock('../../src/net/limits.ts', async (original) => ({
  ...(await original<object>()),
  clientIdle: 1500,
  serverIdle: 2500
}))

test('the server is the more patient one by far', async () => {
  const real = await vi.importActual<typeof limits>('../../src/net/limits.ts')
  expect(real.serverIdle).toBeGreaterThan(2 * real.clientIdle)
})

test('the client ends a stream that is idle, and opens another one', async () => {
  const [alice, bob] = await Promise.all([startServer(), startServer()])
  const ended = Promise.withResolvers<number>()
  let streams = 0
  await bob.handle(
    protocol.id,
    async (frames) => {
      streams++
      let last = 0
      for (let request = await frames.read(); request !== undefined; request = await frames.read()) {
        last = performance.now()
        if (decoder.decode(request) !== 'tell') await frames.write(request)
      }
      ended.resolve(performance.now() - last)
    },
    protocol
  )
  await connect(alice, bob)
  const client = clientOf(alice)
  expect(await client.request(bob.peer, 'ask')).toBe('ask')
  await client.notify(bob.peer, 'tell')
  expect(await ended.promise).toBeGreaterThan(clientIdle / 2)
  expect(await client.request(bob.peer, 'again')).toBe('again')
  expect(streams).toBe(2)
})

test('the server resets a stream that is idle', async () => {
  const [alice, bob] = await Promise.all([startServer(), startServer()])
  await serveRequests(bob, protocol, () => async (request) => request)
  await connect(alice, bob)
  const frames = await alice.open(bob.peer, protocol.id, protocol)
  await frames.write(encoder.encode('a'))
  expect(decoder.decode(await frames.read())).toBe('a')
  const since = performance.now()
  expect((await failure(frames.read())).name).toBe('ClosedError')
  expect(performance.now() - since).toBeGreaterThan(serverIdle / 2)
})

test('the server resets the stream of one who does not read', async () => {
  const [alice, bob] = await Promise.all([startServer(), startServer()])
  const large = { ...protocol, maxFrame: 100_000 }
  await serveRequests(bob, large, () => async () => 'x'.repeat(100_000))
  await connect(alice, bob)
  const frames = await alice.open(bob.peer, large.id, large)
  for (let i = 0; i < 100; i++) await frames.write(encoder.encode('more'))
  // Some hundred KiB wait here, and the server can write no further.
  for (;;) {
    const error = await frames.write(encoder.encode('more')).then(
      () => undefined,
      (error: unknown) => error as Error
    )
    if (error !== undefined) {
      expect(error.name).toBe('ClosedError')
      break
    }
    await new Promise(setImmediate)
  }
})
