import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { createStage, password } from './stage.ts'
import { openTerminal } from './terminal.ts'
import type { Ended, RunOptions } from './stage.ts'

const stage = createStage()
const alice = stage.path('alice')
const locked = { env: { STARLING_PASSWORD: undefined } }
const run = (args: string[], options: RunOptions = {}): Promise<Ended> =>
  stage.run([...args, '--profile', alice], options)

beforeAll(async () => {
  const { invite } = await stage.bootstrap('bootstrap')
  await stage.register('alice', invite)
  await stage.register('bobolink', invite)
  await run(['join', '#quiet_room'])
  await run(['send', '#quiet_room', 'a melodious secret', '--timeout', '0'])
  await run(['send', 'bobolink', 'sotto voce', '--timeout', '0'])
})

test('nothing in a profile can be read without its password', async () => {
  const everything = Buffer.concat(await contents(alice)).toString('latin1')
  expect(everything.length).toBeGreaterThan(3000)
  for (const text of ['melodious', 'sotto voce', 'quiet_room', 'alice', 'bobolink', 'starling:'])
    expect(everything, text).not.toContain(text)
  const { values } = await run(['history', '#quiet_room', '--json'])
  expect(values).toEqual([expect.objectContaining({ content: 'a melodious secret', sender: 'alice' })])
})

test('a locked profile says so, and takes the password from file and environment', async () => {
  const none = await run(['whoami'], locked)
  expect(none.code).toBe(5)
  expect(none.stderr).toMatch(
    /This profile is locked. Give its password: .*--password-file or STARLING_PASSWORD/
  )
  // What comes through a pipe may be a message.
  const piped = await run(['send', '#quiet_room', '-'], { ...locked, input: `${password}\n` })
  expect(piped.code).toBe(5)
  const wrong = await run(['whoami'], { env: { STARLING_PASSWORD: 'not this' } })
  expect(wrong.code).toBe(5)
  expect(wrong.stderr).toMatch(/The password does not open this profile/)
  expect((await run(['whoami', '--json'])).values).toEqual([expect.objectContaining({ name: 'alice' })])
})

test('a person is asked for it', async () => {
  const terminal = openTerminal(['whoami', '--profile', alice], { STARLING_PASSWORD: undefined })
  await terminal.shows(/This profile is locked\.[^]+Password:/)
  terminal.type(`${password}\r`)
  await terminal.shows(/alice/)
  expect(await terminal.ended).toBe(0)
  expect(terminal.written()).not.toContain(password)
})

test('it can be remembered and locked again', async () => {
  expect((await run(['unlock'])).stderr).toMatch(/opens without its password from now on/)
  expect((await run(['whoami', '--json'], locked)).values).toEqual([
    expect.objectContaining({ name: 'alice' })
  ])
  expect((await stat(join(alice, 'keystore.json'))).mode & 0o777).toBe(0o600)
  expect((await run(['lock'], locked)).stderr).toMatch(/Locked/)
  expect((await run(['whoami'], locked)).code).toBe(5)
})

/** Of every file in a directory. */
async function contents(directory: string): Promise<Buffer[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .flatMap(({ parentPath, name }) => [
        readFile(join(parentPath, name)),
        Promise.resolve(Buffer.from(name))
      ])
  )
}
