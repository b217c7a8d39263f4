import { afterEach, expect, test } from 'vitest'
import { createFixtureClient } from './fixture-client.ts'
import { openScreen } from './screen.ts'
import type { Screen } from './screen.ts'

const screens: Screen[] = []

afterEach(async () => {
  await Promise.all(screens.splice(0).map((screen) => screen.stop()))
})

async function openChat(columns = 80, rows = 24) {
  const client = createFixtureClient({ name: 'alice' })
  client.addRoom('#lobby')
  client.say('#lobby', 'bob', 'hello from bob')
  const screen = openScreen(client, { columns, rows })
  screens.push(screen)
  await screen.waitFor('hello from bob')
  return { client, screen }
}

const last = (screen: Screen, sequence: string): number => screen.raw().lastIndexOf(sequence)

test('takes the terminal as it should, and gives everything back', async () => {
  const { screen } = await openChat()
  expect(screen.isAlternate()).toBe(true)
  for (const mode of ['\x1b[?7l', '\x1b[?1004h', '\x1b[?2004h', '\x1b[?1049h', '\x1b[22;0t']) {
    expect(screen.raw()).toContain(mode)
  }
  await screen.stop()
  expect(screen.isAlternate()).toBe(false)
  expect(last(screen, '\x1b[?7h')).toBeGreaterThan(last(screen, '\x1b[?7l'))
  expect(last(screen, '\x1b[?1004l')).toBeGreaterThan(last(screen, '\x1b[?1004h'))
  expect(last(screen, '\x1b[?2004l')).toBeGreaterThan(last(screen, '\x1b[?2004h'))
  expect(last(screen, '\x1b[?25h')).toBeGreaterThan(last(screen, '\x1b[?25l'))
  expect(screen.raw()).toContain('\x1b[23;0t')
})

test('the window has a title', async () => {
  const { screen } = await openChat()
  await screen.waitFor(() => screen.raw().includes('\x1b]2;#lobby - starling\x1b\\'))
})

test.each([
  [80, 24],
  [160, 50],
  [100, 30],
  [50, 20],
  [40, 10]
])('at %dx%d every row fits and the frame is whole', async (columns, rows) => {
  const { screen } = await openChat(columns, rows)
  expect(screen.rows()).toHaveLength(rows)
  expect(screen.rows()[0]).toContain('#lobby')
  expect(screen.rows().at(-1)).toContain('F1 help')
  expect(screen.rows().at(-2)).toContain('Message #lobby')
})

test('follows the size of the window', async () => {
  const { screen } = await openChat(160, 50)
  await screen.waitFor('alice you')
  screen.resize(80, 24)
  await screen.waitFor((text) => !text.includes('alice you') && text.includes('# lobby'))
  screen.resize(50, 15)
  await screen.waitFor((text) => !text.includes('# lobby') && screen.rows().at(-1)!.includes('F1 help'))
  screen.resize(120, 40)
  await screen.waitFor((text) => text.includes('alice you') && screen.rows().at(-1)!.includes('F1 help'))
  expect(screen.text()).toContain('hello from bob')
})

test('a window that is too small is told so, and nothing is lost', async () => {
  const { screen } = await openChat()
  screen.press('half a sentence')
  await screen.waitFor('› half a sentence')
  screen.resize(30, 8)
  await screen.waitFor('Starling needs 40×10')
  screen.resize(80, 24)
  await screen.waitFor('› half a sentence')
})

test('ctrl-l draws everything anew', async () => {
  const { screen } = await openChat()
  const before = screen.raw().length
  screen.press('\x0c')
  await screen.waitFor(() => screen.raw().slice(before).includes('hello from bob'))
  expect(screen.rows()[0]).toContain('#lobby')
  expect(screen.rows().at(-1)).toContain('F1 help')
})

test('the screen stays whole while emoji of every kind pour in', async () => {
  const { client, screen } = await openChat(100, 30)
  for (let index = 0; index < 60; index++) {
    client.say('#lobby', 'bob', ['👩‍💻 👍🏽', '日本語', '❤️ 1️⃣ 🇫🇷', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞', 'ｱﾞ 한국어 हिन्दी ไทยก็'][index % 5]!)
  }
  client.say('#lobby', 'bob', 'the end')
  await screen.waitFor('the end')
  for (const text of screen.rows().slice(1, -1)) {
    expect(text[19]).toBe('│')
  }
})

test('a signal ends it as quitting does', async () => {
  const client = createFixtureClient({ name: 'alice' })
  client.addRoom('#lobby')
  const controller = new AbortController()
  const screen = openScreen(client, { signal: controller.signal })
  await screen.waitFor('Message #lobby')
  controller.abort()
  await screen.done
  expect(screen.isAlternate()).toBe(false)
  expect(last(screen, '\x1b[?7h')).toBeGreaterThan(last(screen, '\x1b[?7l'))
})

test('after a signal nothing is drawn', async () => {
  const client = createFixtureClient({ name: 'alice' })
  const screen = openScreen(client, { signal: AbortSignal.abort() })
  await screen.done
  expect(screen.raw()).toBe('')
})

test("the client stays its owner's: quitting does not close it", async () => {
  const { client, screen } = await openChat()
  await screen.stop()
  expect(client.calls.map(({ method }) => method)).not.toContain('close')
})

test('a node that cannot say who one is ends it before the terminal is touched', async () => {
  const client = createFixtureClient({ name: 'alice' })
  client.failNext('status', 'The socket is gone.')
  const screen = openScreen(client)
  await expect(screen.done).rejects.toThrow('The socket is gone.')
  expect(screen.raw()).toBe('')
})
