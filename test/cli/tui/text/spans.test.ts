import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitRow, rowWidth, spread } from '../../../../src/cli/tui/text/spans.ts'
import type { Row } from '../../../../src/cli/tui/text/spans.ts'

const plain = (row: Row): string => row.map(({ text }) => text).join('')

test('fits by filling up, in the style asked for', () => {
  expect(fitRow([{ text: 'ab' }], 4, { role: 'bar' })).toEqual([{ text: 'ab' }, { text: '  ', role: 'bar' }])
})

test('fits by cutting, and says so', () => {
  const row: Row = [{ text: 'abc', bold: true }, { text: 'def' }]
  expect(plain(fitRow(row, 5))).toBe('abcd…')
  expect(plain(fitRow(row, 2))).toBe('a…')
  expect(fitRow(row, 6)).toEqual(row)
})

test('an empty piece does not end a row', () => {
  expect(plain(fitRow([{ text: 'a' }, { text: '' }, { text: 'b' }], 4))).toBe('ab  ')
})

test('the right end of a bar stays whole', () => {
  const row = spread([{ text: 'a long left side' }], [{ text: 'right' }], 12)
  expect(plain(row)).toBe('a long…right')
})

test('the left end stays where the right one alone is too long', () => {
  expect(plain(spread([{ text: 'left' }], [{ text: 'much too long' }], 6))).toBe('left  ')
})

test('both are exact at any width', () => {
  const text = fc.string({ unit: 'grapheme-ascii', maxLength: 12 })
  const row = fc.array(fc.record({ text }), { maxLength: 5 })
  fc.assert(
    fc.property(row, row, fc.nat(40), (left, right, columns) => {
      expect(rowWidth(fitRow(left, columns))).toBe(columns)
      expect(rowWidth(spread(left, right, columns))).toBe(columns)
    })
  )
})
