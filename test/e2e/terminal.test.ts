import { expect, onTestFinished, test } from 'vitest'
import { createStage, password } from './stage.ts'
import { openTerminal } from './terminal.ts'
import type { InTerminal } from './terminal.ts'

const stage = createStage()

async function open(args: string[], env: Record<string, string | undefined> = {}): Promise<InTerminal> {
  const terminal = openTerminal(args, { STARLING_PASSWORD: undefined, ...env })
  onTestFinished(async () => {
    terminal.kill('SIGKILL')
    await terminal.ended
  })
  return terminal
}

test('a new password is asked for twice and never shown', async () => {
  const { invite } = await stage.bootstrap('boot')
  const terminal = await open(['register', 'alice', '--profile', stage.path('alice'), '--invite', invite])
  await terminal.shows(/Password:/)
  terminal.type(`${password}x\x7f\r`)
  await terminal.shows(/The same again:/)
  terminal.type(`${password}\r`)
  await terminal.shows(/The name alice is yours/)
  expect(await terminal.ended).toBe(0)
  expect(terminal.written()).not.toContain('staple')

  const login = await open(['login', 'alice', '--profile', stage.path('alice2'), '--invite', invite])
  await login.shows(/Password:/)
  login.type('half\x03')
  expect(await login.ended).toBe(130)
})

test('starling alone leads from nothing into #lobby, and ends cleanly', async () => {
  const terminal = await open([], { STARLING_PROFILE: stage.path('first') })
  await terminal.shows(/Start a network here[^]+Join a network by invite/)
  terminal.type('1')
  await terminal.shows(/Send this one line[^]+starling:[^]+Enter goes on/)
  terminal.type('\r')
  await terminal.shows(/I am new here/)
  terminal.type('1')
  await terminal.shows(/Once more/)
  terminal.type('carol\r')
  terminal.type(`${password}\r`)
  terminal.type(`${password}\r`)
  await terminal.shows(/Your recovery code[^]+I wrote it down/)
  terminal.type('w')
  await terminal.shows(/This computer remembers/)
  terminal.type('2')
  await terminal.shows(/#lobby/)
  terminal.type('hello from the interface\r')
  await terminal.shows(/carol.*hello from the interface/)
  const history = await stage.run(['history', '#lobby', '--json', '--profile', stage.path('first')])
  expect(history.values).toEqual([expect.objectContaining({ content: 'hello from the interface' })])
  terminal.kill('SIGTERM')
  expect(await terminal.ended).toBe(0)
  expect(terminal.written()).toMatch(/\x1b\[\?1049l[^]*$/) // eslint-disable-line no-control-regex
})
