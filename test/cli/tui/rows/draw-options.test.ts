import { expect, test } from 'vitest'
import { drawOptions } from '../../../../src/cli/tui/rows/draw-options.ts'

test('names take the room that the longest of them needs, within limits', () => {
  expect(drawOptions(60, 'alice', 3, false).nameColumns).toBe(5)
  expect(drawOptions(60, 'alice', 8, false).nameColumns).toBe(8)
  expect(drawOptions(60, 'alice', 20, false).nameColumns).toBe(10)
  expect(drawOptions(120, 'alice', 20, false).nameColumns).toBe(14)
})

test('narrow panes have no column of names', () => {
  expect(drawOptions(59, 'alice', 8, false).nameColumns).toBe(0)
})
