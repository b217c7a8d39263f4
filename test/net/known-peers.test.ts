import { expect, test, vi } from 'vitest'
import { eventOf, failure, rawAddress, startHost, startRaw } from './hosts.ts'

vi.mock('../../src/net/limits.ts', async (original) => ({
  ...(await original<object>()),
  identifyTimeout: 500
}))

test('one who never says what it speaks is let go', async () => {
  const [alice, bob] = await Promise.all([startHost(), startRaw()])
  await bob.unhandle('/ipfs/id/1.0.0')
  const gone = eventOf(bob, 'peer:disconnect')
  const events: string[] = []
  for (const type of ['connect', 'disconnect'] as const) alice.addEventListener(type, () => events.push(type))
  // Those who wait for the same peer fail alike.
  const errors = await Promise.all([1, 2].map(() => failure(alice.connect(rawAddress(bob)))))
  for (const error of errors) {
    expect(error.name).toBe('UnreachableError')
    expect(error.message).toContain('does not say which protocols it speaks')
  }
  await gone
  expect(events).toEqual([])
  expect(alice.isConnected(bob.peerId.toString())).toBe(false)
})

test('whoever waits for a peer learns that the host stops', async () => {
  const [alice, bob] = await Promise.all([startHost(), startRaw()])
  await bob.unhandle('/ipfs/id/1.0.0')
  const open = eventOf(bob, 'connection:open')
  const connecting = failure(alice.connect(rawAddress(bob)))
  await open
  await alice.stop()
  expect((await connecting).name).toBe('UnreachableError')
})
