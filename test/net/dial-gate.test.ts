import { expect, test } from 'vitest'
import { createDialGate } from '../../src/net/dial-gate.ts'
import { connectionLimits } from '../../src/net/limits.ts'
import type { PeerId } from '@libp2p/interface'

const limits = { ...connectionLimits.peer, discovery: 3, lookup: 5 }
const id = (peer: string): PeerId => ({ toString: () => peer }) as PeerId

test('libp2p dials on its own account only while there are few connections', () => {
  let connections = 2
  const gate = createDialGate(limits, () => connections)
  const denies = (peer: string): unknown => gate.gater.denyDialPeer!(id(peer))
  expect(denies('bob')).toBe(false)
  connections = 3
  expect(denies('bob')).toBe(true)
  const [first, second] = [gate.lookup(), gate.lookup()]
  expect(denies('bob')).toBe(false)
  first()
  expect(denies('bob')).toBe(false)
  connections = 5
  expect(denies('bob')).toBe(true)
  connections = 4
  second()
  expect(denies('bob')).toBe(true)
})

test('what this program asked for is always dialed, also when two ask', () => {
  const gate = createDialGate(limits, () => 1000)
  const denies = (peer: string): unknown => gate.gater.denyDialPeer!(id(peer))
  const [first, second] = [gate.want('bob'), gate.want('bob')]
  expect(denies('bob')).toBe(false)
  expect(denies('carol')).toBe(true)
  first()
  expect(denies('bob')).toBe(false)
  second()
  expect(denies('bob')).toBe(true)
})

test('a shunned peer is dialed only when it is wanted again', () => {
  const gate = createDialGate(limits, () => 0)
  const denies = (peer: string): unknown => gate.gater.denyDialPeer!(id(peer))
  gate.shun('bob')
  expect(denies('bob')).toBe(true)
  gate.want('bob')()
  expect(denies('bob')).toBe(false)
})
