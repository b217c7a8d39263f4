import { expect, test } from 'vitest'
import { dateLine, introRows, markerLine } from '../../../../src/cli/tui/rows/lines.ts'
import { rowWidth } from '../../../../src/cli/tui/text/spans.ts'
import { lines, plain } from '../messages.ts'

const day = new Date('2026-03-04T12:00:00').getTime()

test('a date stands in the middle of its line', () => {
  expect(plain(dateLine(day, 50))).toBe(' ─────────── Wednesday, March 4, 2026 ─────────── ')
})

test('the unread line says so in a word, not by colour alone', () => {
  expect(plain(markerLine(20))).toBe(' ─────────── new ── ')
})

test('lines fill any pane exactly', () => {
  for (let columns = 10; columns < 150; columns++) {
    expect(rowWidth(dateLine(day, columns))).toBe(columns)
    expect(rowWidth(markerLine(columns))).toBe(columns)
    for (const row of introRows('#lobby', 'room', columns)) expect(rowWidth(row)).toBe(columns)
  }
})

test('the beginning says what kind of place it is', () => {
  expect(lines(introRows('#lobby', 'room', 60)).join(' ')).toMatch(/#lobby.*public.*signed/)
  expect(lines(introRows('bob', 'direct', 60)).join(' ')).toMatch(/bob.*encrypted/)
})
