import { expect, test } from 'vitest'
import { colours } from '../../../../src/protocol/index.ts'
import { hueCount, hueOf } from '../../../../src/cli/tui/text/hue.ts'

test('a person keeps the colour, and people spread over all of them', () => {
  expect(hueOf('abc')).toBe(hueOf('abc'))
  const counts = new Map<number, number>()
  for (let index = 0; index < 1200; index++) {
    const hue = hueOf(`account${index}`)
    counts.set(hue, (counts.get(hue) ?? 0) + 1)
  }
  expect(counts.size).toBe(hueCount)
  expect(Math.max(...counts.values())).toBeLessThan(200)
})

test('a colour that was chosen goes before, each another one', () => {
  expect(colours.map((colour) => hueOf('abc', colour))).toEqual(colours.map((_, index) => index))
  // Of a newer program.
  expect(hueOf('abc', 'plaid' as never)).toBe(hueOf('abc'))
})
