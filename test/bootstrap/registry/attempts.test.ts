import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Attempts } from '../../../src/bootstrap/registry/attempts.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const wrong = (attempts: Attempts, tries: number, name: (index: number) => string, address = 'here') =>
  Array.from({ length: tries }, (_, index) => attempts.take(name(index), address))

test('20 tries of a name may be wrong at once, then one every three minutes', () => {
  const attempts = new Attempts()
  expect(wrong(attempts, 20, () => 'alice').every((wait) => wait === 0)).toBe(true)
  expect(attempts.take('alice', 'elsewhere')).toBe(180_000)
  expect(attempts.take('bob', 'here')).toBe(0)
  vi.advanceTimersByTime(179_999)
  expect(attempts.take('alice', 'here')).toBe(1)
  vi.advanceTimersByTime(1)
  expect(attempts.take('alice', 'here')).toBe(0)
  expect(attempts.take('alice', 'here')).toBe(180_000)
})

test('an address may be wrong about 60 names at once, then one every ten seconds', () => {
  const attempts = new Attempts()
  expect(wrong(attempts, 60, (index) => `person${index}`).every((wait) => wait === 0)).toBe(true)
  expect(attempts.take('alice', 'here')).toBe(10_000)
  expect(attempts.take('alice', 'elsewhere')).toBe(0)
  vi.advanceTimersByTime(600_000)
  expect(wrong(attempts, 60, (index) => `other${index}`).every((wait) => wait === 0)).toBe(true)
})

test('whoever is right is never kept waiting', () => {
  const attempts = new Attempts()
  for (let round = 0; round < 1000; round++) {
    expect(attempts.take('alice', 'here')).toBe(0)
    attempts.giveBack('alice', 'here')
  }
})

test('a try that had to wait does not count, and being right does not add tries', () => {
  const attempts = new Attempts()
  wrong(attempts, 1000, () => 'alice', 'somewhere')
  vi.advanceTimersByTime(180_000)
  expect(attempts.take('alice', 'here')).toBe(0)
  for (let round = 0; round < 50; round++) attempts.giveBack('bob', 'here')
  expect(wrong(attempts, 21, () => 'bob').at(-1)).toBe(180_000)
})
