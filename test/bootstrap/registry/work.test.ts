import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RegistrationWork } from '../../../src/bootstrap/registry/work.ts'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { findWork, maxWorkBits, workOf } from '../../../src/protocol/index.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const [device, other] = [crypto.randomBytes(32), crypto.randomBytes(32)]
const solve = (challenge: Uint8Array, bits: number): Uint8Array =>
  findWork(crypto, challenge, bits, { from: 0, count: 2 ** 22 })!

test('work that was done is taken: for this device and name, and for ten minutes', () => {
  const work = new RegistrationWork(crypto)
  const { challenge, bits } = work.challenge('alice', device)
  expect(bits).toBe(12)
  const solution = solve(challenge, bits)
  expect(workOf(crypto, challenge, solution)).toBeGreaterThanOrEqual(bits)
  expect(work.isDone('alice', device, challenge, solution)).toBe(true)
  expect(work.isDone('bob', device, challenge, solution)).toBe(false)
  expect(work.isDone('alice', other, challenge, solution)).toBe(false)
  expect(new RegistrationWork(crypto).isDone('alice', device, challenge, solution)).toBe(false)
  vi.advanceTimersByTime(600_000)
  expect(work.isDone('alice', device, challenge, solution)).toBe(true)
  vi.advanceTimersByTime(1)
  expect(work.isDone('alice', device, challenge, solution)).toBe(false)
})

test('work not done, and what is no challenge of ours, is refused', () => {
  const work = new RegistrationWork(crypto)
  const { challenge, bits } = work.challenge('alice', device)
  const solution = solve(challenge, bits)
  const lazy = findWork(crypto, challenge, 0, { from: 0, count: 1 })!
  expect(workOf(crypto, challenge, lazy)).toBeLessThan(bits)
  expect(work.isDone('alice', device, challenge, lazy)).toBe(false)
  const easier = challenge.slice()
  easier[8] = 0
  const longer = challenge.slice()
  longer[7]!++
  for (const forged of [new Uint8Array(), challenge.slice(1), new Uint8Array(41), easier, longer])
    expect(work.isDone('alice', device, forged, solution)).toBe(false)
  for (const wrong of [new Uint8Array(), solution.slice(1), new Uint8Array(9)])
    expect(work.isDone('alice', device, challenge, wrong)).toBe(false)
})

test('the more come, the more work it is; calm again after some minutes', () => {
  const work = new RegistrationWork(crypto)
  const bitsAfter = (count: number): number => {
    for (let one = 0; one < count; one++) work.count()
    return work.challenge('alice', device).bits
  }
  expect(bitsAfter(30)).toBe(12)
  expect(bitsAfter(1)).toBe(13)
  expect(bitsAfter(29)).toBe(13)
  expect(bitsAfter(60)).toBe(14)
  expect(bitsAfter(100_000)).toBe(maxWorkBits)
  vi.advanceTimersByTime(60_000)
  expect(bitsAfter(0)).toBe(maxWorkBits - 1)
  vi.advanceTimersByTime(600_000)
  expect(bitsAfter(0)).toBe(12)
})

test('nothing is found where nothing was tried', () => {
  expect(findWork(crypto, device, 1, { from: 0, count: 0 })).toBeUndefined()
  expect(findWork(crypto, device, 257, { from: 0, count: 100 })).toBeUndefined()
})
