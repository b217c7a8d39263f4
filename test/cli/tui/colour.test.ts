import './force-colour.ts'
import { afterEach, expect, test } from 'vitest'
import { createFixtureClient } from './fixture-client.ts'
import { openScreen } from './screen.ts'
import { themes } from '../../../src/cli/tui/themes/index.ts'
import type { Screen } from './screen.ts'

const screens: Screen[] = []

afterEach(async () => {
  delete process.env.NO_COLOR
  await Promise.all(screens.splice(0).map((screen) => screen.stop()))
})

async function openChat(theme: 'ask' | 'light') {
  const client = createFixtureClient({ name: 'alice' })
  client.addRoom('#lobby')
  client.addRoom('#dev', { unread: 3, mentions: 1 })
  client.say('#lobby', 'bob', '**hello** @alice, see https://example.org and `code`')
  const screen = openScreen(client, { theme })
  screens.push(screen)
  await screen.waitFor('hello')
  return screen
}

/** A colour as terminals are told it. */
function sequence(kind: 38 | 48, color: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16))
  return `\x1b[${kind};2;${red};${green};${blue}m`
}

const bar = (name: 'dark' | 'light'): string => sequence(48, themes[name].looks.bar.backgroundColor!)

test('dark, until the terminal says that it is light', async () => {
  const screen = await openChat('ask')
  expect(screen.raw()).toContain('\x1b]11;?\x1b\\')
  expect(screen.raw()).toContain(bar('dark'))
  screen.press('\x1b]11;rgb:fafa/fafa/fafa\x1b\\')
  await screen.waitFor(() => screen.raw().includes(bar('light')))
})

test('a theme that was asked for is not asked about', async () => {
  const screen = await openChat('light')
  expect(screen.raw()).not.toContain('\x1b]11;?')
  expect(screen.raw()).toContain(bar('light'))
  expect(screen.raw()).not.toContain(bar('dark'))
})

test('NO_COLOR means none: weight, underline and inverse only', async () => {
  process.env.NO_COLOR = '1'
  const screen = await openChat('ask')
  // eslint-disable-next-line no-control-regex -- SGR is made of them
  const codes = Array.from(screen.raw().matchAll(/\x1b\[([\d;]*)m/g), ([, code]) => code!)
  expect(codes).toContain('1')
  expect(codes).toContain('7')
  for (const code of codes) expect(code).not.toMatch(/^(3[0-8]|4[0-8]|9\d|10\d)(;|$)/)
})
