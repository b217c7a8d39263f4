import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edit, emptyDraft, insert } from '../../../../src/cli/tui/composer/editor.ts'
import { safeText } from '../../../../src/cli/tui/text/safe-text.ts'
import { graphemes } from '../../../../src/cli/tui/text/width.ts'
import { hostileText } from '../text/hostile.ts'
import type { Draft } from '../../../../src/cli/tui/composer/editor.ts'
import type { EditCommand } from '../../../../src/cli/tui/keys/bindings.ts'

/** A draft as `before|after`. */
function draftOf(marked: string): Draft {
  const cursor = marked.indexOf('|')
  return { text: marked.replace('|', ''), cursor, cut: '' }
}

const marked = ({ text, cursor }: Draft): string => `${text.slice(0, cursor)}|${text.slice(cursor)}`

const run = (start: string, ...commands: EditCommand[]): string =>
  marked(commands.reduce((draft, command) => edit(draft, command)!, draftOf(start)))

test.each<[EditCommand, string, string]>([
  ['left', 'ab|c', 'a|bc'],
  ['left', '|abc', '|abc'],
  ['right', 'a|bc', 'ab|c'],
  ['right', 'abc|', 'abc|'],
  ['left', 'a日|', 'a|日'],
  ['left', 'e\u0301|', '|e\u0301'],
  ['wordLeft', 'one two|', 'one |two'],
  ['wordLeft', 'one two,  |', 'one |two,  '],
  ['wordLeft', '|one', '|one'],
  ['wordRight', '|one two', 'one| two'],
  ['wordRight', 'one| two', 'one two|'],
  ['lineStart', 'one\ntwo|', 'one\n|two'],
  ['lineStart', '\n|', '\n|'],
  ['lineStart', '|\na', '|\na'],
  ['lineEnd', 'o|ne\ntwo', 'one|\ntwo'],
  ['lineEnd', 'two|', 'two|'],
  ['newline', 'a|b', 'a\n|b'],
  ['deleteLeft', 'ab|c', 'a|c'],
  ['deleteLeft', 'e\u0301|', '|'],
  ['deleteLeft', '|a', '|a'],
  ['deleteRight', 'a|bc', 'a|c'],
  ['deleteWordLeft', 'one two|', 'one |'],
  ['deleteWordLeft', 'grüße|', '|'],
  ['deleteWordRight', '|one two', '| two'],
  ['deleteToStart', 'one\ntwo| three', 'one\n| three'],
  ['deleteToEnd', 'one |two\nthree', 'one |\nthree']
])('%s: %s becomes %s', (command, before, after) => {
  expect(run(before, command)).toBe(after)
})

test('what was cut can be pasted, elsewhere and again', () => {
  expect(run('one two|', 'deleteWordLeft', 'lineStart', 'yank', 'yank')).toBe('twotwo|one ')
})

test('cutting nothing keeps what was cut before', () => {
  expect(run('two|', 'deleteWordLeft', 'deleteWordLeft', 'yank')).toBe('two|')
})

test('keys that do not edit are no edits', () => {
  for (const command of ['send', 'complete', 'previous', 'olderText'] as const) {
    expect(edit(draftOf('a|'), command)).toBeUndefined()
  }
})

test('typed text goes in at the cursor, clean', () => {
  expect(marked(insert(draftOf('a|d'), 'b\x1bc'))).toBe('abc|d')
  expect(marked(insert(emptyDraft, '👩‍💻'))).toBe('👩|')
})

const commands: EditCommand[] = [
  ...(['left', 'right', 'wordLeft', 'wordRight', 'lineStart', 'lineEnd', 'newline', 'yank'] as const),
  ...([
    'deleteLeft',
    'deleteRight',
    'deleteWordLeft',
    'deleteWordRight',
    'deleteToStart',
    'deleteToEnd'
  ] as const)
]

test('the cursor is never outside of the text, whatever is typed', () => {
  const step = fc.oneof(
    fc.constantFrom(...commands).map((command) => (draft: Draft) => edit(draft, command)!),
    hostileText.map((text) => (draft: Draft) => insert(draft, text))
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let draft = emptyDraft
      for (const next of steps) {
        draft = next(draft)
        expect(draft.cursor).toBeGreaterThanOrEqual(0)
        expect(draft.cursor).toBeLessThanOrEqual(draft.text.length)
      }
    }),
    { numRuns: 300 }
  )
})

test('going left as often as there are characters is the beginning', () => {
  fc.assert(
    fc.property(hostileText, (raw) => {
      const text = safeText(raw)
      let draft: Draft = { text, cursor: text.length, cut: '' }
      for (let steps = graphemes(text).length; steps > 0; steps--) draft = edit(draft, 'left')!
      expect(draft.cursor).toBe(0)
    }),
    { numRuns: 300 }
  )
})
