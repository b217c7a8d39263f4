import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import * as cli from '../../src/cli/errors.ts'
import { endingOf, exitCode, exitCodeLines, exitCodes } from '../../src/cli/exit-codes.ts'
import * as errors from '../../src/errors.ts'

const classes = [...Object.values(errors), ...Object.values(cli)].filter(
  (Class) => Class !== errors.StarlingError
)

test.for(classes.map((Class) => [Class.name, Class] as const))('%s has its ending', ([, Class]) => {
  expect(endingOf(new Class('a sentence'))).not.toBe('unexpected')
})

test('everything else is a bug', () => {
  expect(endingOf(new TypeError('x is not a function'))).toBe('unexpected')
  expect(endingOf('thrown')).toBe('unexpected')
  expect(endingOf(new errors.StarlingError('no code of its own'))).toBe('unexpected')
})

test('numbers are not shared, and stay what they are', () => {
  const numbers = Object.values(exitCodes).map(([code]) => code)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(
    (
      [
        'ok',
        'unexpected',
        'usage',
        'queued',
        'notLoggedIn',
        'refused',
        'unreachable',
        'busy',
        'storage'
      ] as const
    ).map(exitCode)
  ).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
})

test('the table has a line for each', () => {
  expect(exitCodeLines()).toHaveLength(Object.keys(exitCodes).length)
  expect(exitCodeLines()[3]).toBe('    3  send only: the message is stored here and nobody else holds it yet')
})

test('docs/configuration.md has the same table', async () => {
  const page = await readFile(new URL('../../docs/configuration.md', import.meta.url), 'utf8')
  const rows = [...page.matchAll(/^\| (\d+) +\| (.+?) +\|$/gm)].map(([, code, meaning]) => [
    Number(code),
    meaning
  ])
  expect(rows).toEqual(Object.values(exitCodes))
})
