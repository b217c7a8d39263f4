import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countOf, isFew, isScattered, longestOf, wantsOf } from '../../../src/node/sync/wants.ts'

const heldUpTo = (highest: number) => ({ highest, limit: undefined })
const [one, other] = [Uint8Array.of(1), Uint8Array.of(2)]

test('what lines name above what is held', () => {
  const lines = [
    { device: one, number: 7, id: new Uint8Array() },
    { device: other, number: 3, id: new Uint8Array() }
  ]
  expect(wantsOf(lines, () => undefined)).toEqual([
    { device: one, from: 1, to: 7 },
    { device: other, from: 1, to: 3 }
  ])
  expect(wantsOf(lines, () => heldUpTo(3))).toEqual([{ device: one, from: 4, to: 7 }])
  expect(wantsOf(lines, () => heldUpTo(7))).toEqual([])
})

test('counts are sums of lengths, few up to 200', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(100), fc.nat(100))), (pairs) => {
      const wants = pairs.map(([from, length]) => ({ device: one, from, to: from + length - 1 }))
      const sum = pairs.reduce((total, [, length]) => total + length, 0)
      expect([countOf(wants), isFew(wants)]).toEqual([sum, sum <= 200])
    })
  )
})

test('many short gaps are scattered, a long one is not', () => {
  const short = Array.from({ length: 500 }, (_, index) => ({ device: one, from: 10 * index, to: 10 * index }))
  expect(isScattered(short)).toBe(true)
  expect(isScattered([{ device: one, from: 1, to: 500 }])).toBe(false)
  expect(isScattered([])).toBe(false)
})

test('the longest gap of each device', () => {
  const wants = [
    { device: one, from: 1, to: 5 },
    { device: other, from: 3, to: 3 },
    { device: one, from: 9, to: 20 },
    { device: one, from: 30, to: 30 }
  ]
  expect(longestOf(wants)).toEqual([wants[2], wants[1]])
})
