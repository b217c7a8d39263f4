import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import { UsageError } from '../../src/cli/errors.ts'
import { createLines } from '../../src/cli/lines.ts'
import { askSecret, newPassword, password, readSecrets, recoveryCode } from '../../src/cli/password.ts'
import { temporaryDirectory } from '../support/index.ts'
import { printing } from './printing.ts'

const { signal } = new AbortController()

afterEach(() => {
  delete process.env['STARLING_PASSWORD']
})

function ask(twice: boolean, input: string, secret = password): { asked: string[]; typed: Promise<string> } {
  const stream = new PassThrough()
  stream.end(input)
  const asked: string[] = []
  const lines = createLines(stream)
  return { asked, typed: askSecret({ secret, lines, twice, ask: (text) => asked.push(text) }) }
}

test('a new password is typed twice, the same', async () => {
  const { asked, typed } = ask(true, 'secret\nsecret\n')
  expect(await typed).toBe('secret')
  expect(asked).toEqual(['Password: ', '\n', 'The same again: ', '\n'])
  await expect(ask(true, 'secret\nsecrets\n').typed).rejects.toThrow('not the same')
  expect(await ask(false, 'secret\n').typed).toBe('secret')
})

test.for(['', '\n'])('%j is no password', async (input) => {
  await expect(ask(false, input).typed).rejects.toThrow(UsageError)
})

test('a file goes before the environment, and its first line counts', async (t) => {
  const file = join(await temporaryDirectory(t), 'password')
  await writeFile(file, ' spaces stay \r\nsecond line\n', { mode: 0o600 })
  process.env['STARLING_PASSWORD'] = 'from the environment'
  const { output, notes } = printing()
  expect(await readSecrets([{ secret: password, file, isNew: true }], { output, signal })).toEqual([
    ' spaces stay '
  ])
  expect(notes).toEqual([])
  const unread = { secret: password, file: undefined, isNew: true }
  expect(await readSecrets([unread], { output, signal })).toEqual(['from the environment'])
})

test.skipIf(process.platform === 'win32')('a file that others may read is warned of', async (t) => {
  const file = join(await temporaryDirectory(t), 'password')
  await writeFile(file, 'secret')
  await chmod(file, 0o640)
  const { output, notes } = printing()
  expect(await readSecrets([{ secret: password, file }], { output, signal })).toEqual(['secret'])
  expect(notes).toEqual([`starling: others may read ${file}. Make it yours alone: chmod 600 ${file}`])
})

test('a file that is missing, empty or a directory is said so', async (t) => {
  const directory = await temporaryDirectory(t)
  const { output } = printing()
  const read = (file: string, secret = password): Promise<string[]> =>
    readSecrets([{ secret, file }], { output, signal })
  await expect(read(join(directory, 'missing'))).rejects.toThrow(/can't be read \(ENOENT\)/)
  await expect(read(directory)).rejects.toThrow(/can't be read/)
  const empty = join(directory, 'empty')
  await writeFile(empty, '\nsecret\n', { mode: 0o600 })
  await expect(read(empty)).rejects.toThrow(/first line of .+ is empty: it must be the password/)
  await expect(read(empty, newPassword)).rejects.toThrow(/must be the new password/)
})

test('a recovery code is seen while it is typed, and may fill several lines of a file', async (t) => {
  const { asked, typed } = ask(false, 'one two\n', recoveryCode)
  expect(await typed).toBe('one two')
  expect(asked).toEqual(['Recovery code, 12 words: '])
  const file = join(await temporaryDirectory(t), 'code')
  await writeFile(file, 'one\ntwo\n', { mode: 0o600 })
  const { output } = printing()
  expect(await readSecrets([{ secret: recoveryCode, file }], { output, signal })).toEqual(['one\ntwo\n'])
})
