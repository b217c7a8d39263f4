import { expect, test } from 'vitest'
import { livenessTick, silence } from '../../src/net/limits.ts'
import { connect, eventOf, startHost, startServer } from './hosts.ts'
import { startProxy } from './proxy.ts'

test('both sides notice a dead wire, and only that', { timeout: 60_000 }, async () => {
  const [alice, bob, carol] = await Promise.all([startServer(), startServer(), startHost()])
  const proxy = await startProxy(bob)
  const heard = eventOf(bob, 'connect', (peer) => peer === alice.peer)
  await connect(carol, bob)
  await alice.connect({ peer: bob.peer, addresses: [proxy.address] })
  await heard
  const gone = [eventOf(alice, 'disconnect'), eventOf(bob, 'disconnect')]
  const since = performance.now()
  proxy.freeze()
  expect(await Promise.all(gone)).toEqual([bob.peer, alice.peer])
  const took = performance.now() - since
  expect(took).toBeGreaterThan(silence / 2)
  expect(took).toBeLessThan(silence + 5 * livenessTick)
  // Carol was as idle as Alice, and bob asked her for a sign of life.
  expect(carol.isConnected(bob.peer)).toBe(true)
  expect(bob.isConnected(carol.peer)).toBe(true)
})

test(
  'a process that does nothing for longer than a dead link may live keeps its links',
  { timeout: 60_000 },
  async () => {
    const [alice, bob] = await Promise.all([startServer(), startServer()])
    const proxy = await startProxy(bob)
    await alice.connect({ peer: bob.peer, addresses: [proxy.address] })
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, silence + 2 * livenessTick)
    // Two ticks are enough to end what is taken for dead.
    await new Promise((resolve) => setTimeout(resolve, 3 * livenessTick))
    expect(alice.isConnected(bob.peer)).toBe(true)
    expect(bob.isConnected(alice.peer)).toBe(true)
  }
)
