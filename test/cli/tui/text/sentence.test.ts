import { expect, test } from 'vitest'
import { sentence } from '../../../../src/cli/tui/text/sentence.ts'

test('an error is its message, on one safe line', () => {
  expect(sentence(new Error('The name\nis \x1b[31mtaken.'))).toBe('The name is [31mtaken.')
})

test('anything else that was thrown is shown as it is', () => {
  expect(sentence('broken')).toBe('broken')
  expect(sentence(undefined)).toBe('undefined')
})
