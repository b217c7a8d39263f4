import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hybridTime, isTooFast, rateEvents, rateReference, rateWindow } from '../../src/protocol/index.ts'

const begin = 1_767_225_600_000

test('the event 120 numbers before decides', () => {
  expect(rateReference(1)).toBeUndefined()
  expect(rateReference(rateEvents)).toBeUndefined()
  expect(rateReference(rateEvents + 1)).toBe(1)
  expect(rateReference(2 ** 32 - 1)).toBe(2 ** 32 - 1 - rateEvents)
})

test('24 seconds apart is slow enough, a millisecond less is not', () => {
  expect(isTooFast(hybridTime(begin), hybridTime(begin + rateWindow))).toBe(false)
  expect(isTooFast(hybridTime(begin), hybridTime(begin + rateWindow - 1))).toBe(true)
  // The counter below the milliseconds counts for nothing.
  expect(isTooFast(hybridTime(begin) + 65_535n, hybridTime(begin + rateWindow))).toBe(false)
  expect(isTooFast(hybridTime(begin), hybridTime(begin + rateWindow - 1) + 65_535n)).toBe(true)
})

test('backdating is too fast', () => {
  expect(isTooFast(hybridTime(begin), hybridTime(begin))).toBe(true)
  expect(isTooFast(hybridTime(begin + 1), hybridTime(0))).toBe(true)
  expect(isTooFast(2n ** 64n - 1n, 0n)).toBe(true)
})

test('whoever keeps the pace never writes more than 120 in any 24 seconds', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 200, maxLength: 400 }), (pauses) => {
      const times: number[] = []
      for (const pause of pauses) {
        const reference = rateReference(times.length + 1)
        let time = (times.at(-1) ?? begin) + pause
        while (reference !== undefined && isTooFast(hybridTime(times[reference - 1]!), hybridTime(time)))
          time++
        times.push(time)
      }
      for (const [index, time] of times.entries()) {
        const within = times.slice(index).filter((later) => later - time < rateWindow)
        expect(within.length).toBeLessThanOrEqual(rateEvents)
      }
    }),
    { numRuns: 20 }
  )
})
