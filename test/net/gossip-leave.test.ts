import { expect, test, vi } from 'vitest'
import { leaveDelay } from '../../src/net/limits.ts'
import { connect, eventOf, startHosts, until } from './hosts.ts'
import type { Host } from '../../src/net/index.ts'

vi.mock('../../src/net/limits.ts', async (original) => ({ ...(await original<object>()), leaveDelay: 500 }))

const topic = '/test/topic'

test('a topic that was left is unsubscribed later, unless somebody came back', async () => {
  const [alice, bob] = (await startHosts(2)) as [Host, Host]
  for (const name of [topic, '/test/kept']) bob.gossip.join(name, () => 'accept')
  await connect(alice, bob)
  const both = (): boolean =>
    [topic, '/test/kept'].every((name) => alice.gossip.subscribers(name).includes(bob.peer))
  await until(both)
  const since = performance.now()
  const left = eventOf<{ joined: boolean }>(alice.gossip, 'subscription', ({ joined }) => !joined)
  bob.gossip.leave('/test/kept')
  bob.gossip.leave(topic)
  bob.gossip.leave(topic)
  bob.gossip.join('/test/kept', () => 'accept')
  expect(both()).toBe(true)
  expect(await left).toEqual({ peer: bob.peer, topic, joined: false })
  expect(performance.now() - since).toBeGreaterThan(leaveDelay / 2)
  expect(alice.gossip.subscribers(topic)).toEqual([])
  expect(alice.gossip.subscribers('/test/kept')).toEqual([bob.peer])
})
