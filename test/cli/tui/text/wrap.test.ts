import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeText } from '../../../../src/cli/tui/text/safe-text.ts'
import { rowWidth } from '../../../../src/cli/tui/text/spans.ts'
import { wrapSpans } from '../../../../src/cli/tui/text/wrap.ts'
import { hostileText } from './hostile.ts'
import type { Row } from '../../../../src/cli/tui/text/spans.ts'

const texts = (rows: readonly Row[]): string[] => rows.map((row) => row.map(({ text }) => text).join(''))
const wrap = (text: string, columns: number): string[] => texts(wrapSpans([{ text }], columns))

test('breaks between words, and does not begin a row with the space', () => {
  expect(wrap('the quick brown fox', 9)).toEqual(['the quick', 'brown fox'])
  expect(wrap('the quick brown fox', 10)).toEqual(['the quick ', 'brown fox'])
})

test('a word that is longer than a row is cut', () => {
  expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij'])
  expect(wrap('ab abcdefgh', 4)).toEqual(['ab ', 'abcd', 'efgh'])
})

test('wide characters break anywhere, and never in two', () => {
  expect(wrap('日本語です', 4)).toEqual(['日本', '語で', 'す'])
  expect(wrap('a日本語', 4)).toEqual(['a日', '本語'])
})

test('an empty line is a row', () => {
  expect(wrapSpans([], 10)).toEqual([[]])
  expect(wrap('', 10)).toEqual([''])
})

test('styles stay with their letters, over rows', () => {
  expect(
    wrapSpans(
      [
        { text: 'one ', bold: true },
        { text: 'two three', role: 'code' }
      ],
      7
    )
  ).toEqual([
    [
      { text: 'one ', bold: true },
      { text: 'two', role: 'code' }
    ],
    [{ text: 'three', role: 'code' }]
  ])
})

test('a link that goes over rows opens the whole address from each of them', () => {
  const link = 'https://example.org/a/long/path'
  const rows = wrapSpans([{ text: link, link, role: 'link' }], 10)
  expect(rows).toHaveLength(4)
  for (const row of rows) expect(row[0]!.link).toBe(link)
})

test('no row is wider than it may be, and nothing but spaces is lost', () => {
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 4, max: 60 }), (raw, columns) => {
      const line = safeText(raw).replaceAll('\n', ' ')
      const rows = wrapSpans([{ text: line }], columns)
      for (const row of rows) expect(rowWidth(row)).toBeLessThanOrEqual(columns)
      expect(texts(rows).join('').replaceAll(' ', '')).toBe(line.replaceAll(' ', ''))
    }),
    { numRuns: 1000 }
  )
})
