import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Due } from '../../../src/node/vault/due.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what is due is done once, at the earliest time that was asked for', () => {
  const work = vi.fn()
  const due = new Due(work)
  due.within(600_000)
  vi.advanceTimersByTime(10_000)
  due.within(30_000)
  due.within(600_000)
  expect(due.isSet).toBe(true)
  vi.advanceTimersByTime(29_999)
  expect(work).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(work).toHaveBeenCalledTimes(1)
  expect(due.isSet).toBe(false)
  vi.advanceTimersByTime(3_600_000)
  expect(work).toHaveBeenCalledTimes(1)
})

test('whoever writes on and on puts nothing off', () => {
  const work = vi.fn()
  const due = new Due(work)
  for (let time = 0; time < 12; time++) {
    due.within(30_000)
    vi.advanceTimersByTime(10_000)
  }
  expect(work).toHaveBeenCalledTimes(4)
})

test('what was called off is not done', () => {
  const work = vi.fn()
  const due = new Due(work)
  due.within(1_000)
  due.clear()
  vi.advanceTimersByTime(10_000)
  expect(work).not.toHaveBeenCalled()
  due.within(1_000)
  vi.advanceTimersByTime(1_000)
  expect(work).toHaveBeenCalledTimes(1)
})
