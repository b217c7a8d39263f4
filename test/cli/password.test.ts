import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import { UsageError } from '../../src/cli/errors.ts'
import { createLines } from '../../src/cli/lines.ts'
import { askPassword, readPassword } from '../../src/cli/password.ts'
import { temporaryDirectory } from '../support/index.ts'
import { printing } from './printing.ts'

const { signal } = new AbortController()

afterEach(() => {
  delete process.env['STARLING_PASSWORD']
})

function ask(twice: boolean, input: string): { asked: string[]; password: Promise<string> } {
  const stream = new PassThrough()
  stream.end(input)
  const asked: string[] = []
  return {
    asked,
    password: askPassword({ lines: createLines(stream), twice, ask: (text) => asked.push(text) })
  }
}

test('a new password is typed twice, the same', async () => {
  const { asked, password } = ask(true, 'secret\nsecret\n')
  expect(await password).toBe('secret')
  expect(asked).toEqual(['Password: ', '\n', 'The same again: ', '\n'])
  await expect(ask(true, 'secret\nsecrets\n').password).rejects.toThrow('not the same')
  expect(await ask(false, 'secret\n').password).toBe('secret')
})

test.for(['', '\n'])('%j is no password', async (input) => {
  await expect(ask(false, input).password).rejects.toThrow(UsageError)
})

test('a file goes before the environment, and its first line counts', async (t) => {
  const file = join(await temporaryDirectory(t), 'password')
  await writeFile(file, ' spaces stay \r\nsecond line\n', { mode: 0o600 })
  process.env['STARLING_PASSWORD'] = 'from the environment'
  const { output, notes } = printing()
  expect(await readPassword({ file, isNew: true, output, signal })).toBe(' spaces stay ')
  expect(notes).toEqual([])
  expect(await readPassword({ file: undefined, isNew: true, output, signal })).toBe('from the environment')
})

test.skipIf(process.platform === 'win32')('a file that others may read is warned of', async (t) => {
  const file = join(await temporaryDirectory(t), 'password')
  await writeFile(file, 'secret')
  await chmod(file, 0o640)
  const { output, notes } = printing()
  expect(await readPassword({ file, isNew: false, output, signal })).toBe('secret')
  expect(notes).toEqual([`starling: others may read ${file}. Make it yours alone: chmod 600 ${file}`])
})

test('a file that is missing, empty or a directory is said so', async (t) => {
  const directory = await temporaryDirectory(t)
  const { output } = printing()
  const read = (file: string): Promise<string> => readPassword({ file, isNew: false, output, signal })
  await expect(read(join(directory, 'missing'))).rejects.toThrow(/can't be read \(ENOENT\)/)
  await expect(read(directory)).rejects.toThrow(/can't be read/)
  const empty = join(directory, 'empty')
  await writeFile(empty, '\nsecret\n', { mode: 0o600 })
  await expect(read(empty)).rejects.toThrow(/first line of .+ is empty/)
})
