import { expect, test, vi } from 'vitest'
import { createDialGate } from '../../src/net/dial-gate.ts'
import { connectionLimits } from '../../src/net/limits.ts'
import { until } from './hosts.ts'
import type { PeerId } from '@libp2p/interface'
import type { DialGate } from '../../src/net/dial-gate.ts'

vi.mock('../../src/net/limits.ts', async (original) => ({
  ...(await original<object>()),
  addressDialTimeout: 500
}))

const limits = { ...connectionLimits.peer, discovery: 3, lookup: 5 }
const id = (peer: string): PeerId => ({ toString: () => peer }) as PeerId

const open = (connections: number): { gate: DialGate; denies: (peer: string) => unknown } => {
  const gate = createDialGate(limits)
  for (let i = 0; i < connections; i++) gate.opened(`peer ${i}`)
  return { gate, denies: (peer) => gate.gater.denyDialPeer!(id(peer)) }
}

test('libp2p dials on its own account only while there are few connections', () => {
  const { gate, denies } = open(2)
  expect(denies('bob')).toBe(false)
  gate.opened('bob')
  expect(denies('carol')).toBe(true)
  const [first, second] = [gate.lookup(), gate.lookup()]
  expect(denies('carol')).toBe(false)
  gate.opened('carol')
  first()
  expect(denies('dave')).toBe(false)
  gate.opened('dave')
  expect(denies('eve')).toBe(true)
  gate.closed()
  second()
  expect(denies('eve')).toBe(true)
})

test('dials under way count, each peer once, until they are open or have had their time', async () => {
  const { gate, denies } = open(0)
  for (const peer of ['bob', 'carol', 'dave', 'bob']) expect(denies(peer)).toBe(false)
  expect(denies('eve')).toBe(true)
  // Opening moves one from the ones to the others.
  gate.opened('bob')
  expect(denies('eve')).toBe(true)
  await until(() => denies('eve') === false)
  await until(() => denies('frank') === false)
  expect(denies('grace')).toBe(true)
})

test('what this program asked for is always dialed, also when two ask', () => {
  const { gate, denies } = open(1000)
  const [first, second] = [gate.want('bob'), gate.want('bob')]
  expect(denies('bob')).toBe(false)
  expect(denies('carol')).toBe(true)
  first()
  expect(denies('bob')).toBe(false)
  second()
  expect(denies('bob')).toBe(true)
})

test('a shunned peer is dialed only when it is wanted again', () => {
  const { gate, denies } = open(0)
  gate.shun('bob')
  expect(denies('bob')).toBe(true)
  gate.want('bob')()
  expect(denies('bob')).toBe(false)
})
