import { expect, test } from 'vitest'
import { dividerRow } from '../../../../src/cli/tui/panes/divider-row.ts'
import { rowWidth } from '../../../../src/cli/tui/text/spans.ts'
import { plain } from '../messages.ts'

test('a line at the bottom, a word while reading back, a count of what came', () => {
  expect(plain(dividerRow(20, false, 0))).toBe('─'.repeat(20))
  expect(plain(dividerRow(40, true, 0))).toContain(' ↓ reading back End ')
  expect(plain(dividerRow(40, true, 37))).toContain(' ↓ 37 new End ')
})

test('fills the pane', () => {
  for (let columns = 36; columns < 150; columns++) {
    for (const newer of [0, 5, 12345]) expect(rowWidth(dividerRow(columns, true, newer))).toBe(columns)
  }
})
