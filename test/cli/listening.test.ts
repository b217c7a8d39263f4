import { expect, test } from 'vitest'
import { listening } from '../../src/cli/listening.ts'
import { ListenError } from '../../src/errors.ts'

test('gives the advice of the command', async () => {
  const start = () => Promise.reject(new ListenError('The port is taken.'))
  await expect(listening(start, 'Stop the other.')).rejects.toThrow(
    new ListenError('The port is taken.', 'Stop the other.')
  )
})

test('leaves other errors as they are', async () => {
  const error = new Error('else')
  await expect(listening(() => Promise.reject(error), '')).rejects.toBe(error)
  expect(await listening(async () => 'up', '')).toBe('up')
})
