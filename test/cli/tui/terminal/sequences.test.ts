import { expect, test } from 'vitest'
import { copy, enter, leave, setTitle } from '../../../../src/cli/tui/terminal/sequences.ts'

test('what is taken is given back', () => {
  const modes = Array.from(enter.matchAll(/\?(\d+)[hl]/g), ([, mode]) => mode)
  expect(modes).toEqual(['7', '1004'])
  for (const mode of modes) {
    const taken = enter.includes(`?${mode}h`) ? 'h' : 'l'
    expect(leave).toContain(`?${mode}${taken === 'h' ? 'l' : 'h'}`)
  }
  expect(enter).toContain('22;0t')
  expect(leave).toContain('23;0t')
})

test('a title cannot end itself', () => {
  expect(setTitle('#dev\x1b\\\x1b]52;c;eA==\x07')).toBe('\x1b]2;#dev\\]52;c;eA==\x1b\\')
})

test('the clipboard gets the bytes of the text', () => {
  const encoded = /;c;([^\x1b]+)/.exec(copy('grüße'))![1]! // eslint-disable-line no-control-regex
  expect(Buffer.from(encoded, 'base64').toString()).toBe('grüße')
})
