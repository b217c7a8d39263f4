import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layoutDraft, moveRow } from '../../../../src/cli/tui/composer/layout.ts'
import { safeText } from '../../../../src/cli/tui/text/safe-text.ts'
import { width } from '../../../../src/cli/tui/text/width.ts'
import { hostileText } from '../text/hostile.ts'

test('an empty text is one row with the cursor on it', () => {
  expect(layoutDraft('', 0, 10)).toEqual({ rows: [''], starts: [0], row: 0, column: 0 })
})

test('lines and full rows break', () => {
  expect(layoutDraft('abcdef\ngh', 9, 4)).toEqual({
    rows: ['abcd', 'ef', 'gh'],
    starts: [0, 4, 7],
    row: 2,
    column: 2
  })
})

test('the cursor behind a full row is on the next', () => {
  expect(layoutDraft('abcd', 4, 4)).toMatchObject({ rows: ['abcd', ''], row: 1, column: 0 })
})

test('the cursor before a character that broke is with it', () => {
  expect(layoutDraft('abcde', 4, 4)).toMatchObject({ row: 1, column: 0 })
  expect(layoutDraft('ab日', 2, 3)).toMatchObject({ rows: ['ab', '日'], row: 1, column: 0 })
})

test('wide characters move the cursor by two', () => {
  expect(layoutDraft('日本', 1, 10)).toMatchObject({ row: 0, column: 2 })
})

test('up and down keep the column where they can', () => {
  const text = 'first line\nab\nthird line'
  expect(moveRow(text, text.length, 40, -1)).toBe('first line\nab'.length)
  expect(moveRow(text, 4, 40, 1)).toBe('first line\nab'.length)
  expect(moveRow(text, 1, 40, 1)).toBe('first line\na'.length)
  expect(moveRow(text, 4, 40, -1)).toBeUndefined()
  expect(moveRow(text, text.length, 40, 1)).toBeUndefined()
})

test('up and down go through the rows of one long line', () => {
  expect(moveRow('abcdefgh', 1, 4, 1)).toBe(5)
  expect(moveRow('abcdefgh', 5, 4, -1)).toBe(1)
})

test('every row fits, nothing is lost, and the cursor is inside', () => {
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 4, max: 50 }), fc.nat(), (raw, columns, seed) => {
      const text = safeText(raw)
      const cursor = text === '' ? 0 : seed % (text.length + 1)
      const { rows, row, column } = layoutDraft(text, cursor, columns)
      for (const one of rows) expect(width(one)).toBeLessThanOrEqual(columns)
      expect(rows.join('')).toBe(text.replaceAll('\n', ''))
      expect(row).toBeLessThan(rows.length)
      expect(column).toBeLessThanOrEqual(columns)
    }),
    { numRuns: 500 }
  )
})
