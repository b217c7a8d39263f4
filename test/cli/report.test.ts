import { expect, test } from 'vitest'
import { NotJoinedError, WrongPasswordError } from '../../src/errors.ts'
import { report } from '../../src/cli/report.ts'
import { printing } from './printing.ts'

function reported(error: unknown, verbose = false): string[] {
  const { output, notes } = printing()
  report(error, output, verbose)
  return notes
}

test('an expected error is its sentence', () => {
  expect(reported(new WrongPasswordError('The password is wrong.'))).toEqual([
    'starling: The password is wrong.'
  ])
})

test('a room that was not joined can be', () => {
  expect(reported(new NotJoinedError('You are not in #x.'))).toEqual([
    'starling: You are not in #x.',
    "A room is joined with: starling join '#room'"
  ])
})

test('an unexpected one shows where only to who asks', () => {
  const error = new TypeError('x is undefined', { cause: new Error('deep') })
  expect(reported(error)).toEqual([
    'starling: something unexpected went wrong: x is undefined',
    'Run it again with --verbose to see where.'
  ])
  const [, stack] = reported(error, true)
  expect(stack).toMatch(/^TypeError: x is undefined\n {4}at [^]+Caused by: Error: deep\n {4}at /)
})

test('what others wrote into a sentence can not drive the terminal', () => {
  expect(reported(new Error('\x1b[2Jgone\r\nnext'))).toEqual([
    'starling: something unexpected went wrong: [2Jgone next',
    'Run it again with --verbose to see where.'
  ])
})
