import { expect, test } from 'vitest'
import { spoilerMarks } from '../../../../src/cli/tui/text/spoiler.ts'

test('bars in pairs hide what is between them', () => {
  expect(spoilerMarks(['a ||b|| c'])).toEqual([
    { text: 0, offset: 2 },
    { text: 0, offset: 5 }
  ])
})

test('a pair may reach over other formats', () => {
  expect(spoilerMarks(['||x ', '', 'y||'])).toEqual([
    { text: 0, offset: 0 },
    { text: 2, offset: 1 }
  ])
})

test.each([['a || b || c'], ['||'], ['||||'], ['||open'], ['a ||b'], ['|a|'], ['']])(
  '%s hides nothing',
  (text) => {
    expect(spoilerMarks([text])).toEqual([])
  }
)

test('two spoilers in one text', () => {
  expect(spoilerMarks(['||a|| ||b||'])).toHaveLength(4)
})
