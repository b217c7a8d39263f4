import { writeFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { base64 } from '../../src/protocol/index.ts'
import { png } from '../protocol/pictures.ts'
import { createStage } from './stage.ts'
import type { Ended } from './stage.ts'

const stage = createStage()

beforeAll(async () => {
  const { invite } = await stage.bootstrap('boot')
  for (const name of ['alice', 'bob']) await stage.register(name, invite)
  for (const name of ['alice', 'bob']) await stage.run(['join', '#lobby', '--profile', stage.path(name)])
  await stage.daemon('bob')
})

const as = (name: string, args: string[]): Promise<Ended> =>
  stage.run([...args, '--profile', stage.path(name)])

test('a profile is set while the program runs shortly, and seen by others', async () => {
  const file = stage.path('alice.png')
  await writeFile(file, png(64, 64))
  const args = [
    '--name',
    'Alice Liddell',
    '--status',
    'down the hole',
    '--time-zone',
    'UTC',
    '--colour',
    'teal'
  ]
  const set = await as('alice', ['profile', ...args, '--picture', file])
  expect(set.code, set.stderr).toBe(0)
  expect(set.stdout).toMatch(
    /^Username +alice\nName +“Alice Liddell”\nStatus +down the hole\nTime +\w{3} \d\d:\d\d \(UTC\)\nColour +teal\nPicture +PNG, 64 × 64/
  )
  const seen = await as('bob', ['profile', 'alice', '--json'])
  expect(seen.values).toEqual([
    expect.objectContaining({
      name: 'alice',
      display_name: 'Alice Liddell',
      colour: 'teal',
      picture: { type: 'image/png', width: 64, height: 64, data: base64(png(64, 64)) }
    })
  ])
  expect((await as('bob', ['users'])).stdout).toMatch(/\nalice .+ “Alice Liddell” down the hole\n/)
  await as('alice', ['profile', '--name', '', '--picture', ''])
  expect((await as('alice', ['profile', '--json'])).values[0]).not.toHaveProperty('display_name')
})

test('what can not be said is said so', async () => {
  for (const [args, code, words] of [
    [['--name', 'Alice ✓'], 2, /up to 40 letters/],
    [['--time-zone', 'Europe/Atlantis'], 2, /no time zone/],
    [['--colour', 'black'], 2, /red, orange, yellow/],
    [['--picture', stage.path('none')], 2, /can't be read/],
    [['bob', '--status', 'x'], 2, /your own profile/],
    [['nobody_here'], 5, /Nobody here has that name/]
  ] as const) {
    const ended = await as('alice', ['profile', ...args])
    expect([ended.code, ended.stderr]).toEqual([code, expect.stringMatching(words)])
  }
})

test('somebody is called otherwise, blocked and shown again, by commands', async () => {
  expect((await as('alice', ['rename', 'bob', 'Bobby', 'Tables'])).stdout).toBe(
    'You call bob Bobby Tables now, on all your devices.\n'
  )
  await as('bob', ['send', '#lobby', 'hello alice'])
  const history = async (): Promise<string> => (await as('alice', ['history', '#lobby'])).stdout
  const tail = as('alice', ['users', '#lobby'])
  expect((await tail).stdout).toMatch(/\nBobby Tables \(bob\) /)
  await expect.poll(history, { timeout: 20_000, interval: 500 }).toMatch(/Bobby Tables \(bob\): hello alice/)
  expect((await as('alice', ['block', 'bob'])).stdout).toMatch(/^bob is blocked/)
  expect(await history()).not.toContain('hello alice')
  expect((await as('alice', ['blocked'])).stdout).toBe('bob\n')
  const refused = await as('alice', ['send', 'bob', 'hello'])
  expect([refused.code, refused.stderr]).toEqual([5, expect.stringContaining('starling unblock bob')])
  expect((await as('alice', ['unblock', 'bob', '--json'])).values).toEqual([
    expect.objectContaining({ name: 'bob', nickname: 'Bobby Tables' })
  ])
  expect(await history()).toContain('hello alice')
  expect((await as('alice', ['rename', 'bob', 'Bob ✓'])).code).toBe(2)
  await as('alice', ['rename', 'bob'])
  expect(await history()).toMatch(/ bob: hello alice/)
})
