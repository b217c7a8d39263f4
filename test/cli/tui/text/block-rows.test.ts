import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockRows } from '../../../../src/cli/tui/text/block-rows.ts'
import { parseMarkdown } from '../../../../src/cli/tui/text/markdown.ts'
import { rowWidth } from '../../../../src/cli/tui/text/spans.ts'
import { forbidden, hostileText } from './hostile.ts'

const draw = (source: string, columns: number): string[] =>
  blockRows(parseMarkdown(source), columns).map((row) => row.map(({ text }) => text).join(''))

test('paragraphs keep one empty row between them', () => {
  expect(draw('one\n\n\ntwo', 20)).toEqual(['one', '', 'two'])
})

test('a quote has a bar on each of its rows', () => {
  expect(draw('> a longer thing that was said\n> and more\n\nanswer', 20)).toEqual([
    '▎ a longer thing ',
    '▎ that was said',
    '▎ and more',
    '',
    'answer'
  ])
})

test('items hang', () => {
  expect(draw('- an item of several words\n- two', 14)).toEqual([
    '• an item of ',
    '  several ',
    '  words',
    '• two'
  ])
  expect(draw('9. nine\n10. ten', 20)).toEqual(['9. nine', '10. ten'])
})

test('lists inside one another move to the right, as far as there is room', () => {
  expect(draw('- a\n  - b\n    - c', 40)).toEqual(['• a', '  • b', '    • c'])
  expect(draw('- a\n  - b\n    - c', 14)).toEqual(['• a', '  b', '  c'])
})

test('a code block stands as one box, and keeps its spaces', () => {
  expect(draw('```\nif (a) {\n  b()\n}\n```', 20)).toEqual(['▏if (a) { ', '▏  b()    ', '▏}        '])
})

test('long code is broken, not cut', () => {
  expect(draw('```\nabcdefghijkl\n```', 8)).toEqual(['▏abcdef ', '▏ghijkl '])
})

test('an empty code block is a row', () => {
  expect(draw('```\n```', 8)).toHaveLength(1)
})

test('rows are never wider than the pane, whatever was written', () => {
  fc.assert(
    fc.property(hostileText, fc.integer({ min: 4, max: 80 }), (source, columns) => {
      for (const row of blockRows(parseMarkdown(source), columns)) {
        expect(rowWidth(row)).toBeLessThanOrEqual(columns)
        for (const { text } of row) {
          expect(text).not.toMatch(forbidden)
          expect(text).not.toContain('\n')
        }
      }
    }),
    { numRuns: 1000 }
  )
})
