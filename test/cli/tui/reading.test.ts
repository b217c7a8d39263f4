import { afterEach, expect, test } from 'vitest'
import { createFixtureClient } from './fixture-client.ts'
import { messageAt } from './messages.ts'
import { openScreen } from './screen.ts'
import type { Screen } from './screen.ts'
import type { FixtureClient } from './fixture-client.ts'

const screens: Screen[] = []

afterEach(async () => {
  await Promise.all(screens.splice(0).map((screen) => screen.stop()))
})

async function openChat(fill: (client: FixtureClient) => void, columns = 80, rows = 24) {
  const client = createFixtureClient({ name: 'alice' })
  client.addRoom('#lobby')
  fill(client)
  const screen = openScreen(client, { columns, rows })
  screens.push(screen)
  await screen.waitFor('Message #lobby')
  return { client, screen }
}

/** The column of messages alone, at 80 columns. */
const messages = (screen: Screen): string[] =>
  screen
    .rows()
    .slice(1, -3)
    .map((text) => text.slice(20).trimEnd())

test('messages that come late stand where they belong', async () => {
  const { client, screen } = await openChat(() => {})
  await screen.waitFor('This is the beginning')
  for (const id of ['c', 'a', 'b']) {
    const minute = id.charCodeAt(0) - 97
    client.emit({ type: 'message', message: messageAt(id, minute, { content: `message ${id}` }) })
  }
  await screen.waitFor(/message a[^]*message b[^]*message c/)
})

test('a message of another room is not shown here', async () => {
  const { client, screen } = await openChat((client) => client.addRoom('#dev'))
  client.say('#dev', 'bob', 'only for dev')
  await screen.waitFor(/# dev +1/)
  expect(screen.text()).not.toContain('only for dev')
})

test('narrow screens have names above texts and one pane', async () => {
  const { screen } = await openChat((client) => client.say('#lobby', 'bob', 'hello'), 50, 20)
  await screen.waitFor(/bob {2}\d\d:\d\d\n {2}hello/)
  expect(screen.text()).not.toContain('│ ')
  expect(screen.text()).not.toContain('# lobby')
})

test('a narrow screen shows the rooms when it is asked to', async () => {
  const { screen } = await openChat(() => {}, 60, 20)
  screen.press('\x1b[18~')
  await screen.waitFor('# lobby')
  screen.press('\x1b[18~')
  await screen.waitFor((text) => !text.includes('# lobby'))
})

test('where one read in a room does not follow one into another', async () => {
  const { screen } = await openChat((client) => {
    client.addRoom('#dev')
    for (let index = 0; index < 60; index++) client.say('#lobby', 'bob', `line ${index}`)
    client.say('#dev', 'bob', 'in dev')
  })
  await screen.waitFor('line 59')
  screen.press('\x1b[5~')
  await screen.waitFor('↓ reading back')
  screen.press('\x0bdev\r')
  await screen.waitFor('in dev')
  expect(screen.text()).not.toContain('reading back')
  screen.press('\x0blobby\r')
  await screen.waitFor('line 59')
})

test('Home goes to the oldest, End to the newest', async () => {
  const { screen } = await openChat((client) => {
    for (let index = 0; index < 60; index++) client.say('#lobby', 'bob', `line ${index}`)
  })
  await screen.waitFor('line 59')
  screen.press('\x1b[H')
  await screen.waitFor('This is the beginning of #lobby')
  expect(messages(screen).join('\n')).toContain('line 0')
  screen.press('\x1b[F')
  await screen.waitFor('line 59')
})

test('keys that scroll do nothing in an empty room', async () => {
  const { screen } = await openChat(() => {})
  await screen.waitFor('This is the beginning')
  screen.press('\x1b[H\x1b[5~\x1b[6~\x1b[F\x1buok')
  await screen.waitFor('› ok')
  expect(screen.text()).not.toContain('↓')
})

test('code, quotes and lists are drawn as what they are', async () => {
  const { client, screen } = await openChat(() => {})
  client.say('#lobby', 'bob', '> quoted\n\n1. first\n2. second\n\n```\nconst a = 1\n```')
  await screen.waitFor('const a = 1')
  const text = messages(screen).join('\n')
  expect(text).toMatch(/▎ quoted/)
  expect(text).toMatch(/1\. first\n +2\. second/)
  expect(text).toMatch(/▏const a = 1/)
})

test('emoji are completed by their names', async () => {
  const { screen } = await openChat(() => {})
  screen.press('yes :rocket')
  await screen.waitFor('🚀 rocket')
  screen.press('\t')
  await screen.waitFor('› yes 🚀')
})

test('a room of a thousand people shows those that fit, and how many more there are', async () => {
  const { screen } = await openChat(
    (client) => {
      for (let index = 0; index < 1000; index++) client.addPerson('#lobby', `person_${index}`)
    },
    120,
    30
  )
  await screen.waitFor('974 more: /who')
  expect(screen.text()).toContain('1001 online')
})

test('a thousand messages at once are a few frames', async () => {
  const { client, screen } = await openChat(() => {})
  await screen.waitFor('This is the beginning')
  const frames = (): number => screen.raw().split('\x1b[?2026h').length - 1
  const before = frames()
  const begun = performance.now()
  for (let index = 0; index < 1000; index++) {
    client.emit({ type: 'message', message: messageAt(`m${String(index).padStart(4, '0')}`, index) })
  }
  await screen.waitFor('text of m0999')
  expect(frames() - before).toBeLessThan(5 + (performance.now() - begun) / 50)
})

test('typing stays possible while a room is flooded', async () => {
  const { client, screen } = await openChat(() => {})
  await screen.waitFor('This is the beginning')
  let index = 0
  const flood = setInterval(() => {
    for (let burst = 0; burst < 5; burst++) {
      client.emit({ type: 'message', message: messageAt(`m${String(index).padStart(5, '0')}`, index++) })
    }
  }, 10)
  try {
    for (const letter of 'typing') screen.press(letter)
    await screen.waitFor('› typing')
    screen.press('\r')
    await screen.waitFor('typing ◌')
  } finally {
    clearInterval(flood)
  }
})
