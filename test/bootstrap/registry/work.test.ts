import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RegistrationWork } from '../../../src/bootstrap/registry/work.ts'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { findWork, maxWorkBits, workOf } from '../../../src/protocol/index.ts'
import type { Demand, Done } from '../../../src/bootstrap/registry/work.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const [device, other] = [crypto.randomBytes(32), crypto.randomBytes(32)]
const solve = ({ challenge, bits }: Demand): Done => ({
  challenge,
  solution: findWork(crypto, challenge, bits, { from: 0, count: 2 ** 22 })!
})

/** A registry to which so many came at once. */
function busy(count: number): RegistrationWork {
  const work = new RegistrationWork(crypto)
  for (let one = 0; one < count; one++) work.count()
  return work
}

test('nothing is asked for while it is calm', () => {
  expect(busy(60).demand('alice', device, {})).toBeUndefined()
})

test('work that was done is taken: for this device and name, here, and for ten minutes', () => {
  const work = busy(61)
  const demand = work.demand('alice', device, {})!
  expect(demand.bits).toBe(12)
  const done = solve(demand)
  expect(workOf(crypto, done.challenge, done.solution)).toBeGreaterThanOrEqual(12)
  expect(work.demand('alice', device, done)).toBeUndefined()
  expect(work.demand('bob', device, done)).toBeDefined()
  expect(work.demand('alice', other, done)).toBeDefined()
  expect(busy(61).demand('alice', device, done)).toBeDefined()
  vi.advanceTimersByTime(600_001)
  for (let one = 0; one < 61; one++) work.count()
  expect(work.demand('alice', device, done)).toBeDefined()
})

test('work not done, and what is no challenge of ours, is refused', () => {
  const work = busy(61)
  const demand = work.demand('alice', device, {})!
  const { challenge, solution } = solve(demand)
  const lazy = findWork(crypto, challenge, 0, { from: 0, count: 1 })!
  expect(workOf(crypto, challenge, lazy)).toBeLessThan(demand.bits)
  expect(work.demand('alice', device, { challenge, solution: lazy })).toBeDefined()
  const easier = challenge.slice()
  easier[8] = 0
  const longer = challenge.slice()
  longer[7]!++
  for (const forged of [new Uint8Array(), challenge.slice(1), new Uint8Array(41), easier, longer])
    expect(work.demand('alice', device, { challenge: forged, solution })).toBeDefined()
  for (const wrong of [new Uint8Array(), solution.slice(1), new Uint8Array(9)])
    expect(work.demand('alice', device, { challenge, solution: wrong })).toBeDefined()
  expect(work.demand('alice', device, { challenge })).toBeDefined()
})

test('the more come, the more work it is; calm again after some minutes', () => {
  const work = busy(0)
  const bitsAfter = (count: number): number | undefined => {
    for (let one = 0; one < count; one++) work.count()
    return work.demand('alice', device, {})?.bits
  }
  expect(bitsAfter(60)).toBeUndefined()
  expect(bitsAfter(59)).toBe(12)
  expect(bitsAfter(1)).toBe(13)
  expect(bitsAfter(120)).toBe(14)
  expect(bitsAfter(1_000_000)).toBe(maxWorkBits)
  vi.advanceTimersByTime(120_000)
  expect(bitsAfter(0)).toBe(23)
  vi.advanceTimersByTime(900_000)
  expect(bitsAfter(0)).toBeUndefined()
})

test('nothing is found where nothing was tried', () => {
  expect(findWork(crypto, device, 1, { from: 0, count: 0 })).toBeUndefined()
  expect(findWork(crypto, device, 257, { from: 0, count: 100 })).toBeUndefined()
})
