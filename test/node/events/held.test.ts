import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gaps, highest, holds, insert } from '../../../src/node/events/held.ts'
import type { Held } from '../../../src/node/events/held.ts'

const idOf = (number: number): Uint8Array => Uint8Array.of(number >> 8, number & 255)

const insertAll = (numbers: number[]): Held[] =>
  numbers.reduce<Held[]>(
    (ranges, number) => insert(ranges, number, idOf(number - 1), idOf(number)).ranges,
    []
  )

const numbersIn = (ranges: [number, number][]): number[] =>
  ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index))

/** Different numbers, in any order, and the same ones in another. */
const twoOrders = fc
  .uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 60 })
  .chain((numbers) =>
    fc.tuple(
      fc.constant(numbers),
      fc.shuffledSubarray(numbers, { minLength: numbers.length, maxLength: numbers.length })
    )
  )

test('the order of insertions leaves no trace', () => {
  fc.assert(
    fc.property(twoOrders, ([one, other]) => {
      expect(insertAll(one)).toEqual(insertAll(other))
    })
  )
})

test('ranges hold what was inserted, and the gaps the rest', () => {
  fc.assert(
    fc.property(twoOrders, fc.integer({ min: 0, max: 70 }), ([numbers], upTo) => {
      const ranges = insertAll(numbers)
      const held = new Set(numbers)
      const upToTop = Array.from({ length: upTo }, (_, index) => index + 1)
      expect(highest(ranges)).toBe(Math.max(0, ...numbers))
      expect(upToTop.filter((number) => holds(ranges, number))).toEqual(
        upToTop.filter((number) => held.has(number))
      )
      expect(numbersIn(gaps(ranges, upTo))).toEqual(upToTop.filter((number) => !held.has(number)))
    })
  )
})

test('ranges are sorted, never touch, and know the link below and the id on top', () => {
  fc.assert(
    fc.property(twoOrders, ([numbers]) => {
      const ranges = insertAll(numbers)
      for (const [index, { from, to, prev, id }] of ranges.entries()) {
        expect(from).toBeLessThanOrEqual(to)
        expect(from).toBeGreaterThan((ranges[index - 1]?.to ?? -1) + 1)
        expect([prev, id]).toEqual([idOf(from - 1), idOf(to)])
      }
    })
  )
})

test('a whole feed is never forked, whatever the order', () => {
  fc.assert(
    fc.property(twoOrders, ([numbers]) => {
      let ranges: Held[] = []
      for (const number of numbers) {
        const made = insert(ranges, number, idOf(number - 1), idOf(number))
        expect(made.forked).toBe(false)
        ranges = made.ranges
      }
    })
  )
})

test('a link that names another event shows a fork, from below and from above', () => {
  const below = insertAll([1, 2])
  expect(insert(below, 3, idOf(99), idOf(3)).forked).toBe(true)
  const above = insertAll([4, 5])
  expect(insert(above, 3, idOf(2), idOf(99)).forked).toBe(true)
})

test('a fork is noticed in whatever order the two sides of it come', () => {
  const length = 12
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: length }),
      fc.shuffledSubarray(
        Array.from({ length }, (_, index) => index + 1),
        { minLength: length }
      ),
      (bent, order) => {
        let ranges: Held[] = []
        let forked = false
        for (const number of order) {
          const prev = number === bent ? idOf(1000) : idOf(number - 1)
          const made = insert(ranges, number, prev, idOf(number))
          forked ||= made.forked
          ranges = made.ranges
        }
        expect(forked).toBe(true)
      }
    )
  )
})

test('the greatest number there is', () => {
  const top = 0xffffffff
  const ranges = insertAll([1, top])
  expect(highest(ranges)).toBe(top)
  expect(gaps(ranges, top)).toEqual([[2, top - 1]])
})
