import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fit, graphemes, truncate, width } from '../../../../src/cli/tui/text/width.ts'

test('wide characters take two columns', () => {
  expect(width('abc')).toBe(3)
  expect(width('日本')).toBe(4)
  expect(width('👍')).toBe(2)
  expect(width('e\u0301')).toBe(1)
})

test('graphemes are what people call characters', () => {
  expect(graphemes('abc')).toEqual(['a', 'b', 'c'])
  expect(graphemes('e\u0301日👩‍💻')).toEqual(['e\u0301', '日', '👩‍💻'])
})

test('truncate says that something is missing, and never cuts a wide character in two', () => {
  expect(truncate('hello', 5)).toBe('hello')
  expect(truncate('hello', 4)).toBe('hel…')
  expect(truncate('日本語', 4)).toBe('日…')
  expect(truncate('hello', 1)).toBe('…')
  expect(truncate('hello', 0)).toBe('')
})

test('fit fills up on either side', () => {
  expect(fit('ab', 4)).toBe('ab  ')
  expect(fit('ab', 4, 'right')).toBe('  ab')
  expect(fit('日本語', 4)).toBe('日… ')
})

test('fit is exact at any width', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, columns) => {
      fc.pre(!/[^ -~\p{L}]/u.test(text))
      expect(width(fit(text, columns))).toBe(columns)
    })
  )
})
