import { multiaddr } from '@multiformats/multiaddr'
import { expect, test, vi } from 'vitest'
import { connect, eventOf, failure, framesPair, startRaw, startServer } from './hosts.ts'
import type { Frames } from '../../src/net/index.ts'

vi.mock('../../src/net/limits.ts', async (original) => ({
  ...(await original<object>()),
  lingerTimeout: 300
}))

const options = { maxFrame: 1024 }

test('a protocol that nobody speaks, a peer that is not there', async () => {
  const [alice, bob] = await Promise.all([startServer(), startServer()])
  await expect(alice.open(bob.peer, '/test/1', options)).rejects.toMatchObject({
    name: 'UnreachableError',
    message: `${bob.peer} is not connected.`
  })
  await connect(alice, bob)
  const error = await failure(alice.open(bob.peer, '/test/1', options))
  expect(error).toMatchObject({ name: 'UnsupportedError', code: 'UNSUPPORTED' })
  expect(error.message).toContain('/test/1')
  const signal = AbortSignal.abort(new Error('too late'))
  await expect(alice.open(bob.peer, '/test/1', { ...options, signal })).rejects.toThrow('too late')
})

test('both sides open streams on the one connection there is', async () => {
  const [alice, bob] = await Promise.all([startServer({ listen: [] }), startServer()])
  for (const host of [alice, bob])
    await host.handle(
      '/who/1',
      async (frames) => frames.write(new TextEncoder().encode(frames.peer)),
      options
    )
  const heard = eventOf(bob, 'connect')
  await connect(alice, bob)
  await heard
  for (const [from, to] of [
    [alice, bob],
    [bob, alice]
  ] as const) {
    const frames = await from.open(to.peer, '/who/1', options)
    expect(new TextDecoder().decode(await frames.read())).toBe(from.peer)
    expect(await frames.read()).toBeUndefined()
  }
})

test('a handler that rejects resets the stream, and only that', async () => {
  const [alice, bob] = await Promise.all([startServer(), startServer()])
  await bob.handle(
    '/test/1',
    async (frames) => {
      if ((await frames.read())?.[0] === 1) throw new Error('no ones')
      await frames.write(Uint8Array.of(9))
    },
    options
  )
  await connect(alice, bob)
  const [good, bad] = [
    await alice.open(bob.peer, '/test/1', options),
    await alice.open(bob.peer, '/test/1', options)
  ]
  await bad.write(Uint8Array.of(1))
  await expect(bad.read()).rejects.toMatchObject({ name: 'ClosedError' })
  await good.write(Uint8Array.of(2))
  expect(await good.read()).toEqual(Uint8Array.of(9))
})

test('a peer may open only so many streams of a protocol', async () => {
  const [alice, bob] = await Promise.all([startServer(), startServer()])
  const forever = new Promise<void>(() => {})
  await bob.handle('/test/1', () => forever, { ...options, maxInboundStreams: 2 })
  await connect(alice, bob)
  const open = (): Promise<Frames> => alice.open(bob.peer, '/test/1', options)
  const [first] = [await open(), await open()]
  expect((await failure(open().then((third) => third.read()))).name).toBe('ClosedError')
  first.abort(new Error('done'))
  await (await open()).write(Uint8Array.of(1))
})

test('stop and disconnect reset streams: the other side must not take it for their end', async () => {
  const { near, far, hosts } = await framesPair()
  const other = await hosts[0].open(hosts[1].peer, '/test/1', options)
  const reading = [failure(far.read()), failure(near.read())]
  await hosts[0].disconnect(hosts[1].peer)
  for (const error of await Promise.all(reading)) expect(error.name).toBe('ClosedError')
  await expect(other.write(Uint8Array.of(1))).rejects.toMatchObject({ name: 'ClosedError' })

  const again = await framesPair()
  const last = failure(again.far.read())
  await again.hosts[0].stop()
  expect((await last).name).toBe('ClosedError')
  await expect(again.near.write(Uint8Array.of(1))).rejects.toMatchObject({ name: 'ClosedError' })
})

test('a stream whose handler is done is reset when the other side does not end it', async () => {
  const [host, libp2p] = await Promise.all([startServer(), startRaw()])
  await host.handle('/test/1', async (frames) => void (await frames.read()), options)
  await libp2p.dial(host.addresses().map((address) => multiaddr(address)))
  const stream = await libp2p.getConnections()[0]!.newStream('/test/1')
  const closed = new Promise((resolve) => stream.addEventListener('close', resolve))
  stream.send(Uint8Array.of(0, 0, 0, 1, 1))
  await new Promise((resolve) => stream.addEventListener('remoteCloseWrite', resolve))
  expect(stream.status).toBe('open')
  await closed
  expect(stream.status).toBe('reset')
})
