import { expect, test } from 'vitest'
import { connectionLimits, maxWindow, quiet, readBuffer, silence } from '../../src/net/limits.ts'
import { connect, failure, startHosts, startServer, until } from './hosts.ts'
import type { ConnectionLimits } from '../../src/net/limits.ts'

async function withLimits(limits: Partial<ConnectionLimits>, run: () => Promise<void>): Promise<void> {
  const before = { ...connectionLimits.server }
  Object.assign(connectionLimits.server, limits)
  try {
    await run()
  } finally {
    Object.assign(connectionLimits.server, before)
  }
}

test('a server that is full refuses the next one, and takes it when there is room', async () => {
  await withLimits({ max: 2 }, async () => {
    const server = await startServer()
    const [alice, bob, carol] = await startHosts(3)
    await connect(alice!, server)
    await connect(bob!, server)
    const error = await failure(connect(carol!, server))
    expect(error.name).toBe('UnreachableError')
    await server.disconnect(alice!.peer)
    await connect(carol!, server)
    await until(() => server.isConnected(carol!.peer))
    expect(server.peers().sort()).toEqual([bob!.peer, carol!.peer].sort())
  })
})

test('one address may open only so many connections a second', async () => {
  await withLimits({ perSecond: 2 }, async () => {
    const server = await startServer()
    const hosts = await startHosts(6)
    const outcomes = await Promise.allSettled(hosts.map((host) => connect(host, server)))
    const refused = outcomes.filter(({ status }) => status === 'rejected')
    expect(refused.length).toBeGreaterThanOrEqual(1)
    expect(refused.length).toBeLessThan(6)
  })
})

test('dozens of hosts on one machine are no flood', async () => {
  const server = await startServer()
  const hosts = await startHosts(24)
  await Promise.all(hosts.map((host) => connect(host, server)))
  for (const host of hosts) expect(host.isConnected(server.peer)).toBe(true)
})

test('a paused stream cannot overflow, and a live link is asked in time', () => {
  expect(maxWindow * 2).toBeLessThanOrEqual(readBuffer)
  expect(quiet * 2).toBeLessThanOrEqual(silence)
})
