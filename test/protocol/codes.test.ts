import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { refusal } from '../../src/protocol/index.ts'

const codes = Object.values(refusal)

test('each refusal has one code, short and printable', () => {
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of codes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
})

test('the page on the protocol explains each, and no other', () => {
  const page = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8')
  const table = page.slice(page.indexOf('## Refusals'), page.indexOf('## Changes'))
  const explained = [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, code]) => code)
  expect(explained.toSorted()).toEqual(codes.toSorted())
})
