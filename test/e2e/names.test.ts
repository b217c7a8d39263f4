import { writeFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { createStage } from './stage.ts'
import type { Ended } from './stage.ts'

const stage = createStage()
let invite: string
beforeAll(async () => {
  ;({ invite } = await stage.bootstrap('server'))
  await stage.register('alice', invite)
})

const admin = (...args: string[]): Promise<Ended> =>
  stage.run(['admin', ...args, '--directory', stage.path('server')])
const as = (name: string, ...args: string[]): Promise<Ended> =>
  stage.run([...args, '--profile', stage.path(name)])

test('a name is reset by the operator, told of, and kept by its holder', async () => {
  expect((await as('alice', 'cancel-reset')).stderr).toMatch(/there is nothing to cancel/)
  const reset = await admin('reset', 'alice')
  expect(reset.code, reset.stderr).toBe(0)
  expect(reset.stdout).toMatch(/Reset code of alice.*\n {2}([a-z]+ ){11}[a-z]+\n/)
  expect((await admin('list')).stdout).toMatch(/alice +1 +active, free from 2/)
  // Whatever the holder does, they are told.
  expect((await as('alice', 'rooms')).stderr).toMatch(/takes the name alice from your account .*cancel-reset/)
  const file = stage.path('code')
  await writeFile(file, /\n {2}(.*)\n/.exec(reset.stdout)![1]!, { mode: 0o600 })
  const early = await as('thief', 'register', 'alice', '--invite', invite, '--reset-code-file', file)
  expect([early.code, early.stderr]).toEqual([5, expect.stringMatching(/can be taken in 30 days/)])
  expect((await admin('reset', 'alice')).stderr).toMatch(/leaves its account already/)
  const kept = await as('alice', 'cancel-reset')
  expect([kept.code, kept.stdout]).toEqual([0, 'You keep the name alice.\n'])
  expect((await admin('list')).stdout).toMatch(/alice +1 +active +/)
  expect((await as('alice', 'audit')).code).toBe(0)
})

test('a name is given up by its holder, who must name it', async () => {
  await stage.register('bobby', invite)
  expect((await as('bobby', 'release', 'alice')).stderr).toMatch(/The name of this profile is bobby/)
  const over = await as('bobby', 'release', 'bobby')
  expect([over.code, over.stdout]).toEqual([0, expect.stringMatching(/You gave up the name bobby/)])
  const silent = await as('bobby', 'send', 'alice', 'hello')
  expect([silent.code, silent.stderr]).toEqual([5, expect.stringMatching(/has no name any more/)])
  const taken = await as('other', 'register', 'bobby', '--invite', invite)
  expect([taken.code, taken.stderr]).toEqual([5, expect.stringMatching(/That name is taken/)])
  expect((await admin('list')).stdout).toMatch(/bobby +1 +given up, free from 2/)
})
