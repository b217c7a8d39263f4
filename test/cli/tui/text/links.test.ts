import { expect, test } from 'vitest'
import { httpUrl, hyperlink } from '../../../../src/cli/tui/text/links.ts'

test('only http and https are links', () => {
  expect(httpUrl('https://example.org/a?b=c#d')).toBe('https://example.org/a?b=c#d')
  expect(httpUrl('HTTP://Example.org')).toBe('http://example.org/')
  for (const address of [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'mailto:a@b.c',
    'ssh://x'
  ]) {
    expect(httpUrl(address)).toBeUndefined()
  }
})

test('what is no address is no link', () => {
  for (const address of ['', 'example.org', 'https://', 'https:///', 'https://a b', '//example.org']) {
    expect(httpUrl(address)).toBeUndefined()
  }
})

test('names in look-alike letters show what they are', () => {
  expect(httpUrl('https://аpple.com')).toBe('https://xn--pple-43d.com/')
})

test('controls in an address stay encoded', () => {
  expect(httpUrl('https://example.org/\u202egpj')).toBe('https://example.org/%E2%80%AEgpj')
  expect(httpUrl('https://example.org/%1b[31m')).toBe('https://example.org/%1b[31m')
})

test('a hyperlink wraps the text, and pieces of one link share an id', () => {
  const one = hyperlink('exam', 'https://example.org/')
  const two = hyperlink('ple', 'https://example.org/')
  expect(one).toMatch(/^\x1b\]8;id=\w+;https:\/\/example\.org\/\x1b\\exam\x1b\]8;;\x1b\\$/) // eslint-disable-line no-control-regex
  expect(one.slice(0, 12)).toBe(two.slice(0, 12))
  expect(hyperlink('x', 'https://other.example/').slice(0, 12)).not.toBe(one.slice(0, 12))
})
