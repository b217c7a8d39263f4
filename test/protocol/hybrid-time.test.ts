import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hybridTime, millisecondsOf, nextTime } from '../../src/protocol/index.ts'

const clock = fc.integer({ min: 0, max: 2 ** 47 })

test('milliseconds come back, whatever the counter', () => {
  fc.assert(
    fc.property(clock, fc.integer({ min: 0, max: 65_535 }), (ms, counter) => {
      expect(millisecondsOf(hybridTime(ms) + BigInt(counter))).toBe(ms)
    })
  )
  expect(hybridTime(1)).toBe(65_536n)
  expect(millisecondsOf(2n ** 64n - 1n)).toBe(2 ** 48 - 1)
})

test('the next time is later than the latest, and no earlier than the clock', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 63n }), clock, (latest, now) => {
      const next = nextTime(latest, now)
      expect(next).toBeGreaterThan(latest)
      expect(next).toBeGreaterThanOrEqual(hybridTime(now))
      expect(next === hybridTime(now) || next === latest + 1n).toBe(true)
    })
  )
})

test('times only grow, though the clock stands still or goes back', () => {
  fc.assert(
    fc.property(fc.array(clock, { minLength: 1 }), (clocks) => {
      let latest = 0n
      for (const now of clocks) {
        const next = nextTime(latest, now)
        expect(next).toBeGreaterThan(latest)
        latest = next
      }
      expect(millisecondsOf(latest)).toBe(Math.max(...clocks))
    })
  )
})

test('70,000 records in one millisecond borrow from the next', () => {
  let latest = nextTime(0n, 1000)
  for (let n = 1; n < 70_000; n++) latest = nextTime(latest, 1000)
  expect(millisecondsOf(latest)).toBe(1001)
  expect(nextTime(latest, 1002)).toBe(hybridTime(1002))
})
