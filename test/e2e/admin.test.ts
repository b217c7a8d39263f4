import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { createStage } from './stage.ts'
import type { Ended } from './stage.ts'

const stage = createStage()
let directory: string
let invite: string
beforeAll(async () => {
  directory = stage.path('server')
  ;({ invite } = await stage.bootstrap('server'))
  await stage.register('alice', invite)
  await stage.register('bob', invite)
})

const admin = (...args: string[]): Promise<Ended> => stage.run(['admin', ...args, '--directory', directory])

test('lists, suspends and resumes', async () => {
  const { code, stdout, stderr } = await admin('list')
  expect(code, stderr).toBe(0)
  expect(stdout).toMatch(/^NAME +DEVICES +STATE +ACCOUNT\nalice +1 +active +\S{52}\nbob +1 +active/)
  expect((await admin('suspend', 'alice')).stderr).toMatch(/alice can't log in/)
  const login = ['login', 'alice', '--profile', stage.path('phone'), '--invite', invite]
  const refused = await stage.run(login)
  expect([refused.code, refused.stderr]).toEqual([5, expect.stringMatching(/suspended this account/)])
  expect((await admin('list', '--json')).values).toEqual([
    expect.objectContaining({ name: 'alice', suspended: true }),
    expect.objectContaining({ name: 'bob', suspended: false })
  ])
  expect((await admin('resume', 'alice')).code).toBe(0)
  expect((await stage.run(login)).code).toBe(0)
})

test('copies the server while it runs', async () => {
  const copy = stage.path('copy')
  const { code, stderr } = await admin('backup', copy)
  expect(code, stderr).toBe(0)
  expect((await stat(join(copy, 'secrets.json'))).isFile()).toBe(true)
  expect((await admin('backup', copy)).stderr).toMatch(/Name a directory that does not exist/)
})

test('puts a copy back while it runs, an older one only when told so', async () => {
  const copy = stage.path('older')
  await admin('backup', copy)
  expect(await admin('restore', copy)).toMatchObject({ code: 0, stdout: '' })
  await stage.register('carol', invite)
  const refused = await admin('restore', copy)
  expect([refused.code, refused.stderr]).toEqual([5, expect.stringMatching(/carol would be lost.*--go-back/)])
  const { code, stdout, stderr } = await admin('restore', copy, '--go-back')
  expect([code, stdout]).toEqual([0, 'carol\n'])
  expect(stderr).toMatch(/register them anew[^]*starling audit --accept/)
  expect((await admin('list')).stdout).not.toContain('carol')
  await stage.register('dave', invite)
  const audit = ['audit', '--profile', stage.path('carol')]
  expect((await stage.run(audit)).code).toBe(6)
  // Nothing of it is that one's any more.
  expect((await stage.run([...audit, '--accept'])).code).toBe(12)
})

test('puts another key in the place of the registry’s, for which nobody has to do anything', async () => {
  const { code, stderr } = await admin('rotate-key')
  expect([code, stderr]).toEqual([0, expect.stringMatching(/has a new key[^]*Make a backup now/)])
  const { values } = await stage.run(['audit', '--json', '--profile', stage.path('dave')])
  expect(values).toEqual([expect.objectContaining({ keys: 2 })])
})

test('says what is wrong', async () => {
  expect((await admin('suspend', 'nobody')).stderr).toMatch(/Nobody is registered here as nobody/)
  expect((await admin('suspend')).stderr).toMatch(/suspend of what\?/)
  expect((await admin('dance')).code).toBe(2)
  const none = await stage.run(['admin', 'list', '--directory', stage.path('nothing')])
  expect([none.code, none.stderr]).toEqual([6, expect.stringMatching(/No server of yours runs in/)])
})
