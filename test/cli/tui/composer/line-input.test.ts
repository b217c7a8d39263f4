import { expect, test } from 'vitest'
import { emptyDraft } from '../../../../src/cli/tui/composer/editor.ts'
import { insertLine, lineInput } from '../../../../src/cli/tui/composer/line-input.ts'

test('takes text and editing keys', () => {
  let draft = lineInput(emptyDraft, { text: 'hello world' })!
  draft = lineInput(draft, { key: 'ctrl+w' })!
  expect(draft.text).toBe('hello ')
})

test('leaves other keys to others', () => {
  for (const key of ['enter', 'escape', 'up', 'tab', 'ctrl+k', 'f1', 'alt+enter']) {
    expect(lineInput(emptyDraft, { key })).toBeUndefined()
  }
})

test('a line has no line ends', () => {
  expect(insertLine(emptyDraft, 'starling:abc\r\n  def\n').text).toBe('starling:abc  def')
})
