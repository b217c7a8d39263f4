import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeLine, safeText } from '../../../../src/cli/tui/text/safe-text.ts'
import { graphemes, width } from '../../../../src/cli/tui/text/width.ts'
import { forbidden, hostileText } from './hostile.ts'

test('leaves plain text as it is', () => {
  for (const text of [
    '',
    'hello',
    'two\nlines',
    'Grüße, naïve café',
    'привет',
    '日本語',
    'שלום',
    'हिन्दी',
    'ไทย'
  ]) {
    expect(safeText(text)).toBe(text)
  }
})

test('takes the teeth out of escape sequences, and hides nothing of them', () => {
  expect(safeText('\x1b[31mred\x1b[0m')).toBe('[31mred[0m')
  expect(safeText('\x1b]8;;http://evil.example\x07click\x1b]8;;\x07')).toBe(
    ']8;;http://evil.exampleclick]8;;'
  )
  expect(safeText('\x9b2Jgone')).toBe('2Jgone')
})

test('drops what turns text around', () => {
  expect(safeText('user\u202egpj.exe')).toBe('usergpj.exe')
  expect(safeText('\u2066a\u2069\u200eb\u061c')).toBe('ab')
})

test('knows every line end, and turns tabs into spaces', () => {
  expect(safeText('a\r\nb\rc\u2028d\u0085e')).toBe('a\nb\nc\nd\ne')
  expect(safeText('a\tb')).toBe('a    b')
})

test.each([
  ['👍🏽', '👍'],
  ['👩‍💻', '👩'],
  ['👨‍👩‍👧‍👦', '👨'],
  ['❤️', '❤'],
  ['1️⃣', '1'],
  ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴'],
  ['🇫🇷', '🇫🇷'],
  ['🇫', 'F']
])('makes one code point of %s, which terminals measure alike', (emoji, expected) => {
  expect(safeText(emoji)).toBe(expected)
})

test('keeps joiners where a script needs them and nowhere else', () => {
  expect(safeText('می‌خواهم')).toBe('می‌خواهم')
  expect(safeText('क्‍ष')).toBe('क्‍ष')
  expect(safeText('al\u200dice')).toBe('alice')
  expect(safeText('\u200d\u200ca')).toBe('a')
})

test('caps the marks on one letter', () => {
  expect(graphemes(safeText('Z' + '\u0301\u0302\u0303'.repeat(30))).map((one) => one.length)).toEqual([5])
})

test('no character is wider than a row', () => {
  for (const text of ['ᄀ'.repeat(1000), `क${'ा'.repeat(1000)}`]) {
    for (const grapheme of graphemes(safeText(text))) expect(width(grapheme)).toBeLessThanOrEqual(4)
  }
})

test('drops marks that have no letter, because they take a cell that nothing counts', () => {
  expect(safeText('\u0301abc')).toBe('abc')
})

test('shows broken surrogates and unassigned characters as such', () => {
  expect(safeText('a\ud800b')).toBe('a\ufffdb')
  expect(safeText('a\uffffb')).toBe('a\ufffdb')
})

test('a line has no line ends', () => {
  expect(safeLine('one\ntwo\r\nthree')).toBe('one two three')
})

test('no control, escape, bidi or invisible character ever survives', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(safeText(text)).not.toMatch(forbidden)
    }),
    { numRuns: 3000 }
  )
})

test('every character left has a width that fits a row, and a second pass changes nothing', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const safe = safeText(text)
      for (const grapheme of graphemes(safe))
        if (grapheme !== '\n') expect(width(grapheme)).toBeGreaterThan(0)
      expect(safeText(safe)).toBe(safe)
    }),
    { numRuns: 3000 }
  )
})
