import { expect, test } from 'vitest'
import { slashCommands, UsageError } from '../../../../src/cli/tui/slash/index.ts'
import type { SlashContext } from '../../../../src/cli/tui/slash/index.ts'

async function run(name: string, args = '', active: string | undefined = '#lobby'): Promise<string[]> {
  const done: string[] = []
  const context: SlashContext = {
    active,
    join: async (room) => void done.push(`join ${room}`),
    allow: async (device) => void done.push(`allow ${device}`),
    leave: async (room) => void done.push(`leave ${room}`),
    message: async (person) => void done.push(`message ${person}`),
    send: async (to, text) => void done.push(`send ${to}: ${text}`),
    profile: async (person) => void done.push(`profile ${person}`),
    setProfile: async (change) => void done.push(`profile ${JSON.stringify(change)}`),
    devices: async () => void done.push('devices'),
    password: () => void done.push('password'),
    cancelReset: async () => void done.push('cancelReset'),
    block: async (person, isBlocked) => void done.push(`${isBlocked ? 'block' : 'unblock'} ${person}`),
    blocked: async () => void done.push('blocked'),
    rename: async (person, nickname) => void done.push(`rename ${person} ${nickname}`),
    verify: async (person, number) => void done.push(`verify ${person} ${number}`),
    show: (panel) => void done.push(`show ${panel}`),
    quit: () => void done.push('quit')
  }
  await slashCommands.find((command) => command.name === name)!.run(args, context)
  return done
}

test('every command says how it is written and what it does', () => {
  for (const { name, usage, summary } of slashCommands) {
    expect(usage.split(' ')[0]).toBe(`/${name}`)
    expect(summary).not.toBe('')
  }
  expect(new Set(slashCommands.map(({ name }) => name)).size).toBe(slashCommands.length)
})

test('/join takes a name with or without #', async () => {
  expect(await run('join', '#dev')).toEqual(['join #dev'])
  expect(await run('join', 'Dev')).toEqual(['join #dev'])
})

test.each(['', '#', 'two words', '#ü', 'x'.repeat(33)])('/join refuses "%s"', async (room) => {
  await expect(run('join', room)).rejects.toThrow(UsageError)
})

test('/allow takes a device', async () => {
  expect(await run('allow', 'phone')).toEqual(['allow phone'])
  await expect(run('allow')).rejects.toThrow(UsageError)
})

test('/leave leaves the open room, or the one it names', async () => {
  expect(await run('leave')).toEqual(['leave #lobby'])
  expect(await run('leave', 'dev')).toEqual(['leave #dev'])
  await expect(run('leave', '', 'bob')).rejects.toThrow('Only rooms can be left.')
  await expect(run('leave', '', undefined as never)).resolves.toEqual(['leave #lobby'])
})

test('/msg opens a conversation, and sends what follows the name', async () => {
  expect(await run('msg', 'bob')).toEqual(['message bob'])
  expect(await run('msg', '@Bob hi\nthere')).toEqual(['message bob', 'send bob: hi\nthere'])
  await expect(run('msg')).rejects.toThrow('Whom? Write it as /msg NAME [TEXT]')
})

test('/profile shows one’s own or somebody else’s, and sets a field of one’s own', async () => {
  expect(await run('profile')).toEqual(['profile '])
  expect(await run('profile', '@Bob')).toEqual(['profile bob'])
  // A field’s name alone is a person’s.
  expect(await run('profile', 'status')).toEqual(['profile status'])
  expect(await run('profile', 'status on holiday')).toEqual(['profile {"statusText":"on holiday"}'])
  expect(await run('profile', 'Name Alice Liddell')).toEqual(['profile {"displayName":"Alice Liddell"}'])
  expect(await run('profile', 'zone Europe/Berlin')).toEqual(['profile {"timeZone":"Europe/Berlin"}'])
  expect(await run('profile', 'colour -')).toEqual(['profile {"colour":""}'])
  expect(await run('profile', 'picture -')).toEqual(['profile {"picture":""}'])
  await expect(run('profile', 'picture /no/such/file')).rejects.toThrow("The picture can't be read (ENOENT)")
  await expect(run('profile', 'mood good')).rejects.toThrow(
    'To be set are name, status, zone, colour, picture; - takes away.'
  )
})

test('/verify takes a name, and the digits that were read out', async () => {
  expect(await run('verify', '@Bob')).toEqual(['verify bob '])
  expect(await run('verify', 'bob 30035 44776')).toEqual(['verify bob 30035 44776'])
  await expect(run('verify')).rejects.toThrow('Whom? Write it as /verify NAME [NUMBER]')
  await expect(run('verify', 'bob carol')).rejects.toThrow(UsageError)
})

test('/who, /invite, /help and /quit', async () => {
  expect(await run('who')).toEqual(['show who'])
  expect(await run('invite')).toEqual(['show invite'])
  expect(await run('help')).toEqual(['show help'])
  expect(await run('quit')).toEqual(['quit'])
})

test('/block hides somebody or says who is hidden, /unblock ends it', async () => {
  expect(await run('block', '@Eve')).toEqual(['block eve'])
  expect(await run('block')).toEqual(['blocked'])
  expect(await run('unblock', 'eve')).toEqual(['unblock eve'])
  for (const [name, args] of [
    ['block', 'eve now'],
    ['unblock', '']
  ] as const)
    await expect((async () => run(name, args))()).rejects.toThrow(UsageError)
})

test('/rename takes a name and what to call them; a dash takes it away', async () => {
  expect(await run('rename', '@Bob Bobby Tables')).toEqual(['rename bob Bobby Tables'])
  expect(await run('rename', 'bob -')).toEqual(['rename bob '])
  await expect(run('rename', 'bob')).rejects.toThrow(UsageError)
})
