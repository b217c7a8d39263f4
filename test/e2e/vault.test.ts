import { rm } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { createStage, password } from './stage.ts'

const stage = createStage()

test('where the only device was lost, a login elsewhere has rooms, and whom they blocked', async () => {
  const { invite } = await stage.bootstrap('boot')
  await stage.register('alice', invite)
  await stage.register('bob', invite)
  const run = async (profile: string, ...args: string[]) => {
    const ended = await stage.run([...args, '--profile', stage.path(profile), '--json'])
    expect([ended.stderr, ended.code]).toEqual([expect.any(String), 0])
    return ended.values
  }
  // Each command opens the profile, and closes it.
  await run('alice', 'join', '#attic')
  await run('alice', 'block', 'bob')
  await rm(stage.path('alice'), { recursive: true })
  const login = ['login', 'alice', '--profile', stage.path('phone'), '--invite', invite]
  expect((await stage.run(login, { env: { STARLING_PASSWORD: password } })).code).toBe(0)
  expect(await run('phone', 'rooms')).toEqual([expect.objectContaining({ name: '#attic' })])
  expect(await run('phone', 'blocked')).toEqual([expect.objectContaining({ name: 'bob' })])
})
