import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyDraft } from '../../../../src/cli/tui/composer/editor.ts'
import { composerRows, draftColumns } from '../../../../src/cli/tui/panes/composer-rows.ts'
import { rowWidth } from '../../../../src/cli/tui/text/spans.ts'
import { lines } from '../messages.ts'
import type { ComposerState } from '../../../../src/cli/tui/composer/composer.ts'

const stateOf = (text: string, extra: Partial<ComposerState> = {}): ComposerState => ({
  conversation: '#lobby',
  draft: { ...emptyDraft, text, cursor: text.length },
  completion: undefined,
  paste: undefined,
  remark: undefined,
  ...extra
})

const draw = (state: ComposerState, columns = 40) => composerRows(state, columns, 'Message #lobby')

test('an empty text says where it would go', () => {
  const { rows, cursor } = draw(stateOf(''))
  expect(lines(rows)).toEqual([' › Message #lobby'])
  expect(cursor).toEqual({ row: 0, column: 3 })
})

test('lines hang below the prompt', () => {
  const { rows, cursor } = draw(stateOf('one\ntwo'))
  expect(lines(rows)).toEqual([' › one', '   two'])
  expect(cursor).toEqual({ row: 1, column: 6 })
})

test('grows to six rows, and shows those around the cursor', () => {
  const text = Array.from({ length: 10 }, (_, index) => `line ${index}`).join('\n')
  const { rows, cursor } = draw(stateOf(text))
  expect(lines(rows).map((row) => row.trim())).toEqual([4, 5, 6, 7, 8, 9].map((index) => `line ${index}`))
  expect(cursor!.row).toBe(5)
  const top = draw(stateOf(text, { draft: { text, cursor: 0, cut: '' } }))
  expect(lines(top.rows)[0]).toBe(' › line 0')
  expect(top.cursor).toEqual({ row: 0, column: 3 })
})

test('what went wrong stands above the text, which is kept', () => {
  const remark = { tone: 'error', text: 'Not sent to #lobby. The text is too long.' } as const
  const { rows, cursor } = draw(stateOf('hello', { remark }), 30)
  expect(lines(rows)).toEqual([' ✗ Not sent to #lobby. The', '   text is too long.', ' › hello'])
  expect(cursor).toEqual({ row: 2, column: 8 })
})

test('a hint has no cross', () => {
  const { rows } = draw(stateOf('', { remark: { tone: 'hint', text: 'ctrl-c again quits.' } }))
  expect(lines(rows)[0]).toBe('   ctrl-c again quits.')
})

test('a long paste asks', () => {
  const { rows, cursor } = draw(stateOf('', { paste: '\n  first\nb\nc\nd\ne\nf' }), 60)
  expect(lines(rows)).toEqual([' Paste 7 lines?  Enter text   c code block   Esc no', '     first'])
  expect(cursor).toBeUndefined()
})

test('rows fill the pane and the cursor is in it, whatever is written', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.integer({ min: 36, max: 120 }), (raw, columns) => {
      const text = raw.replace(/[^ -~\n]/g, '')
      const { rows, cursor } = draw(stateOf(text), columns)
      for (const row of rows) expect(rowWidth(row)).toBe(columns)
      expect(rows.length).toBeLessThanOrEqual(6)
      expect(cursor!.column).toBeLessThan(columns)
      expect(cursor!.row).toBeLessThan(rows.length)
      expect(draftColumns(columns)).toBe(columns - 4)
    })
  )
})
