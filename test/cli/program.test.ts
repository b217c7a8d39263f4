import { CommanderError } from 'commander'
import { describe, expect, test } from 'vitest'
import { createProgram } from '../../src/cli/program.ts'
import type { CommandInputs, CommandName, GlobalOptions } from '../../src/cli/inputs.ts'

interface Parsed {
  name: CommandName
  input: CommandInputs[CommandName]
  options: GlobalOptions
}

/** What a command line means; or what it prints, and ends with. */
async function parse(...argv: string[]): Promise<Parsed | { printed: string; code: number }> {
  let parsed: Parsed | undefined
  let printed = ''
  const program = createProgram('1.2.3', async (name, input, options) => {
    parsed = { name, input, options }
  })
  const output = {
    writeOut: (text: string) => (printed += text),
    writeErr: (text: string) => (printed += text)
  }
  for (const command of [program, ...program.commands]) command.configureOutput(output)
  try {
    await program.parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) return { printed, code: error.exitCode }
    throw error
  }
  return parsed!
}

const plain = { json: false, verbose: false }

describe('commands', () => {
  test.for<[string[], CommandName, object]>([
    [['chat'], 'chat', { plain: false }],
    [['chat', '--plain'], 'chat', { plain: true }],
    [['register', 'alice'], 'register', { name: 'alice', recoveryRequired: false, remember: false }],
    [
      ['register', 'alice', '--invite', 'starling:x', '--recovery-required'],
      'register',
      { name: 'alice', invite: 'starling:x', recoveryRequired: true, remember: false }
    ],
    [
      ['recover', 'alice', '--recovery-code-file', 'c', '--new-password-file', 'n'],
      'recover',
      { name: 'alice', recoveryCodeFile: 'c', newPasswordFile: 'n', remember: false }
    ],
    [['password', '--new-password-file', 'n'], 'password', { newPasswordFile: 'n' }],
    [['login', 'alice', '--remember'], 'login', { name: 'alice', remember: true }],
    [['lock'], 'lock', {}],
    [['unlock'], 'unlock', {}],
    [['verify', 'bob'], 'verify', { name: 'bob', number: '', accept: false }],
    [['verify', 'bob', '12345', '67890'], 'verify', { name: 'bob', number: '1234567890', accept: false }],
    [['verify', 'bob', '--accept'], 'verify', { name: 'bob', number: '', accept: true }],
    [['whoami'], 'whoami', {}],
    [['audit'], 'audit', { accept: false }],
    [['audit', '--accept'], 'audit', { accept: true }],
    [['admin', 'restore', 'd', '--go-back'], 'admin', { action: 'restore', argument: 'd', goBack: true }],
    [['profile'], 'profile', {}],
    [['profile', 'bob'], 'profile', { of: 'bob' }],
    [
      [
        'profile',
        '--name',
        'Al',
        '--status',
        '',
        '--time-zone',
        'UTC',
        '--colour',
        'red',
        '--picture',
        'p.png'
      ],
      'profile',
      { displayName: 'Al', statusText: '', timeZone: 'UTC', colour: 'red', picture: 'p.png' }
    ],
    [['join', '#lobby'], 'join', { room: '#lobby' }],
    [['leave', '#lobby'], 'leave', { room: '#lobby' }],
    [['rooms'], 'rooms', {}],
    [['users'], 'users', {}],
    [['users', '#lobby'], 'users', { room: '#lobby' }],
    [['send', 'bob', 'hello there'], 'send', { to: 'bob', text: 'hello there', timeout: 10 }],
    [['send', 'bob', '-', '--timeout', '0.5'], 'send', { to: 'bob', text: '-', timeout: 0.5 }],
    [['send', 'bob', '--', '--not-an-option'], 'send', { to: 'bob', text: '--not-an-option', timeout: 10 }],
    [['history', '#lobby'], 'history', { of: '#lobby', limit: 50 }],
    [['history', 'bob', '--limit', '3'], 'history', { of: 'bob', limit: 3 }],
    [['tail'], 'tail', {}],
    [['tail', '#lobby'], 'tail', { of: '#lobby' }],
    [['daemon'], 'daemon', {}],
    [['bootstrap'], 'bootstrap', { listen: [], announce: [] }],
    [
      ['bootstrap', '--directory', 'd', '--listen', '/a', '--listen', '/b', '--announce', '/c'],
      'bootstrap',
      { directory: 'd', listen: ['/a', '/b'], announce: ['/c'] }
    ]
  ])('%j', async ([argv, name, input]) => {
    expect(await parse(...argv)).toEqual({ name, input, options: plain })
  })

  test('options of all commands stand before or after the command', async () => {
    const options = { json: true, verbose: true, profile: 'p', passwordFile: 'f' }
    expect(
      await parse('--profile', 'p', '--json', '--verbose', '--password-file', 'f', 'rooms')
    ).toMatchObject({ options })
    expect(
      await parse('rooms', '--password-file', 'f', '--verbose', '--profile', 'p', '--json')
    ).toMatchObject({ options })
  })

  test('the profile may come from the environment, and an option goes before', async () => {
    process.env['STARLING_PROFILE'] = 'from-environment'
    try {
      expect(await parse('rooms')).toMatchObject({ options: { profile: 'from-environment' } })
      expect(await parse('rooms', '--profile', 'p')).toMatchObject({ options: { profile: 'p' } })
    } finally {
      delete process.env['STARLING_PROFILE']
    }
  })
})

describe('mistakes', () => {
  test.for<[string[], RegExp]>([
    [['snd'], /unknown command 'snd'\n\(Did you mean send\?\)/],
    [['send', 'bob'], /missing required argument 'text'/],
    [['send', 'bob', 'two', 'words'], /too many arguments for 'send'/],
    [['send', 'bob', 'hi', '--timeout', 'soon'], /number of seconds/],
    [['history', '#lobby', '--limit', '0'], /whole number from 1/],
    [['register', 'alice', '--password', 'secret'], /unknown option '--password'/],
    [['rooms', '--profil', 'x'], /Did you mean --profile\?/]
  ])('%j', async ([argv, sentence]) => {
    expect(await parse(...argv)).toEqual({ printed: expect.stringMatching(sentence) as string, code: 1 })
  })
})

describe('help', () => {
  test('names every command, the exit codes and the environment', async () => {
    const { printed, code } = (await parse('--help')) as { printed: string; code: number }
    expect(code).toBe(0)
    for (const text of ['register', 'bootstrap', 'STARLING_PROFILE', 'NO_COLOR', 'Exit codes:', '  130  '])
      expect(printed).toContain(text)
  })

  test.for(['register', 'send', 'tail', 'chat', 'bootstrap'])('of %s comes both ways', async (name) => {
    const direct = await parse(name, '--help')
    expect(direct).toEqual({ printed: expect.stringMatching(`^Usage: starling ${name}`) as string, code: 0 })
    expect(await parse('help', name)).toEqual(direct)
    expect((direct as { printed: string }).printed).toContain('--profile <dir>')
  })

  test('the version is that of the package', async () => {
    expect(await parse('--version')).toEqual({ printed: '1.2.3\n', code: 0 })
  })
})
