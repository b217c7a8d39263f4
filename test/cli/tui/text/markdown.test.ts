import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMarkdown } from '../../../../src/cli/tui/text/markdown.ts'
import { forbidden, hostileText } from './hostile.ts'
import type { Block } from '../../../../src/cli/tui/text/blocks.ts'
import type { Span } from '../../../../src/cli/tui/text/spans.ts'

const lines = (source: string): Span[][] => {
  const [block] = parseMarkdown(source)
  if (block?.type !== 'text') throw new Error(`not a text: ${JSON.stringify(block)}`)
  return block.lines
}

/** The only line of a text. */
const line = (source: string): Span[] => lines(source)[0]!

test('plain text is one span', () => {
  expect(line('hello there')).toEqual([{ text: 'hello there' }])
})

test('bold, italic, strike and code, one in another', () => {
  expect(line('**a *b* ~~c~~** `d`')).toEqual([
    { text: 'a ', bold: true },
    { text: 'b', bold: true, italic: true },
    { text: ' ', bold: true },
    { text: 'c', bold: true, strike: true },
    { text: ' ' },
    { text: 'd', role: 'code' }
  ])
})

test('names with underscores are no italics', () => {
  expect(line('some_long_name')).toEqual([{ text: 'some_long_name' }])
})

test('a line end is meant', () => {
  expect(lines('one\ntwo')).toEqual([[{ text: 'one' }], [{ text: 'two' }]])
})

test('people and rooms stand out, mail addresses and anchors do not', () => {
  expect(line('hi @bob, see #dev')).toEqual([
    { text: 'hi ' },
    { text: '@bob', role: 'name' },
    { text: ', see ' },
    { text: '#dev', role: 'name' }
  ])
  expect(line('bob@example and a#b')).toEqual([{ text: 'bob@example and a#b' }])
})

test('a bare address is a link to itself', () => {
  expect(line('see https://example.org/a for more')).toEqual([
    { text: 'see ' },
    { text: 'https://example.org/a', role: 'link', link: 'https://example.org/a' },
    { text: ' for more' }
  ])
})

test('a label is not clickable, its target is, and always in sight', () => {
  expect(line('[https://bank.example](https://evil.example/x)')).toEqual([
    { text: 'https://bank.example' },
    { text: ' (', role: 'dim' },
    { text: 'https://evil.example/x', role: 'link', link: 'https://evil.example/x' },
    { text: ')', role: 'dim' }
  ])
})

test('a link in encoded controls shows them encoded', () => {
  const [span] = line('https://example.org/%1b%5b31m%e2%80%ae')
  expect(span!.text).toBe(span!.link)
  expect(span!.text).not.toMatch(forbidden)
})

test('what is no http link stays the text that it is', () => {
  expect(line('[x](javascript:alert)')).toEqual([{ text: '[x](javascript:alert)' }])
  expect(line('mailto:a@b.example ftp://x.example')[0]!.link).toBeUndefined()
})

test('images are links that nobody fetches', () => {
  expect(
    line('![cat](https://cats.example/1.png)')
      .map(({ text }) => text)
      .join('')
  ).toBe('!cat (https://cats.example/1.png)')
})

test('HTML, entities and headings are text', () => {
  expect(line('<b>x</b> &amp; &#27;')).toEqual([{ text: '<b>x</b> &amp; &#27;' }])
  expect(line('# title')).toEqual([{ text: '# title' }])
})

test('spoilers reach over formats', () => {
  expect(line('a ||b **c**|| d')).toEqual([
    { text: 'a ' },
    { text: 'b ', spoiler: true },
    { text: 'c', spoiler: true, bold: true },
    { text: ' d' }
  ])
})

test('code keeps its bars', () => {
  expect(line('`a||b||c`')).toEqual([{ text: 'a||b||c', role: 'code' }])
})

test('code blocks', () => {
  expect(parseMarkdown('look:\n```ts\nconst a = 1\n\n  b()\n```')).toEqual([
    { type: 'text', lines: [[{ text: 'look:' }]], gap: false },
    { type: 'code', language: 'ts', lines: ['const a = 1', '', '  b()'], gap: false }
  ])
})

test('quotes and lists', () => {
  expect(parseMarkdown('> said\n\n3. three\n4. four')).toEqual([
    { type: 'quote', blocks: [{ type: 'text', lines: [[{ text: 'said' }]], gap: false }], gap: false },
    {
      type: 'item',
      marker: '3. ',
      blocks: [{ type: 'text', lines: [[{ text: 'three' }]], gap: false }],
      gap: true
    },
    {
      type: 'item',
      marker: '4. ',
      blocks: [{ type: 'text', lines: [[{ text: 'four' }]], gap: false }],
      gap: false
    }
  ])
})

test('an empty line is a gap, several are one', () => {
  expect(parseMarkdown('a\n\n\n\nb').map(({ gap }) => gap)).toEqual([false, true])
})

test('nothing written is nothing drawn', () => {
  expect(parseMarkdown('')).toEqual([])
  expect(parseMarkdown('\n\n')).toEqual([])
})

test.each(['>'.repeat(200), '- '.repeat(60), '> - 1. '.repeat(30)])(
  'nesting without end hides nothing: %s',
  (marks) => {
    expect(JSON.stringify(parseMarkdown(`${marks}deep`))).toContain('deep')
  }
)

test('no text can make a span with a character that a terminal obeys', () => {
  fc.assert(
    fc.property(hostileText, (source) => {
      for (const text of textsOf(parseMarkdown(source))) expect(text).not.toMatch(forbidden)
    }),
    { numRuns: 2000 }
  )
})

function textsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'text') return block.lines.flat().map(({ text, link }) => `${text}${link ?? ''}`)
    return block.type === 'code' ? block.lines : textsOf(block.blocks)
  })
}
