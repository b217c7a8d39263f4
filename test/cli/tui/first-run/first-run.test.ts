import { afterEach, expect, test } from 'vitest'
import { RecoveryCodeRequiredError } from '../../../../src/errors.ts'
import { createFixtureClient, fixtureCode } from '../fixture-client.ts'
import { openScreen } from '../screen.ts'
import type { Screen } from '../screen.ts'
import type { FixtureClient, FixtureInit } from '../fixture-client.ts'

const screens: Screen[] = []

afterEach(async () => {
  await Promise.all(screens.splice(0).map((screen) => screen.stop()))
})

const invite = `starling:${'abcdefghij'.repeat(20)}`

function begin(init: FixtureInit = {}, startNetwork = () => Promise.resolve(invite)) {
  const client = createFixtureClient(init)
  const screen = openScreen(client, { startNetwork })
  screens.push(screen)
  return { client, screen }
}

const callsOf = (client: FixtureClient, method: string): readonly (readonly unknown[])[] =>
  client.calls.filter((call) => call.method === method).map(({ args }) => args)

test('from an invite to a conversation', async () => {
  const { client, screen } = begin()
  await screen.waitFor('Start a network here')
  screen.press('2')
  await screen.waitFor('Paste the invite')
  screen.press(`\x1b[200~${invite.slice(0, 70)}\n${invite.slice(70)}\n\x1b[201~\r`)
  await screen.waitFor('Who are you in this network?')
  expect(callsOf(client, 'useInvite')).toEqual([[invite]])
  screen.press('1')
  await screen.waitFor('Once more')
  screen.press('alice\rcorrect horse\rcorrect horse\r\r')
  await screen.waitFor('Your recovery code')
  expect(screen.text()).toContain(' 1 abandon    2 abandon')
  expect(callsOf(client, 'join')).toEqual([])
  screen.press('w')
  await screen.waitFor('This computer remembers')
  screen.press('1')
  await screen.waitFor('Message #lobby')
  expect(callsOf(client, 'register')).toEqual([[{ username: 'alice', password: 'correct horse' }]])
  expect(callsOf(client, 'remember')).toEqual([[true]])
  expect(callsOf(client, 'join')).toEqual([['#lobby']])
  screen.press('hello\r')
  await screen.waitFor('hello ◌')
  expect(screen.raw()).not.toContain('correct horse')
})

test('arrows and Enter choose as numbers do', async () => {
  const { screen } = begin()
  await screen.waitFor(/›.*1 {2}Start a network/)
  screen.press('\x1b[B')
  await screen.waitFor(/›.*2 {2}Join a network/)
  screen.press('\x1b[A\t\r')
  await screen.waitFor('Paste the invite')
})

test('a network started here shows its invite, and goes on', async () => {
  const { client, screen } = begin()
  await screen.waitFor('Start a network here')
  screen.press('1')
  await screen.waitFor('starling:abcdefghij')
  expect(screen.text()).toContain('Send this one line to friends')
  expect(callsOf(client, 'useInvite')).toEqual([[invite]])
  screen.press('c')
  await screen.waitFor('Given to the clipboard')
  expect(screen.raw()).toContain(Buffer.from(invite).toString('base64'))
  screen.press('p')
  await screen.waitFor('Any key goes back')
  expect(screen.rows().slice(0, 3).join('')).toBe(invite)
  screen.press('x')
  await screen.waitFor('Your network runs')
  screen.press('\r')
  await screen.waitFor('Who are you in this network?')
})

test('a network that does not start says why, and can be tried again', async () => {
  let tries = 0
  const { screen } = begin({}, () =>
    ++tries === 1 ? Promise.reject(new Error('Port 4001 is taken.')) : Promise.resolve(invite)
  )
  await screen.waitFor('Start a network here')
  screen.press('1')
  await screen.waitFor('Port 4001 is taken.')
  screen.press('1')
  await screen.waitFor('starling:abcdefghij')
  expect(tries).toBe(2)
})

test('an invite that is none is said to be, and what was pasted stays', async () => {
  const { client, screen } = begin()
  client.failNext('useInvite', 'The invite is cut short. Ask for it again.')
  await screen.waitFor('Start a network here')
  screen.press('2')
  await screen.waitFor('Paste the invite')
  screen.press('hello')
  await screen.waitFor('an invite begins with starling:')
  screen.press('\r')
  screen.press('\x15starling:abc\r')
  await screen.waitFor('✗ The invite is cut short. Ask for it again.')
  expect(screen.text()).toContain('starling:abc')
  expect(callsOf(client, 'useInvite')).toHaveLength(1)
})

test('names are checked while they are typed', async () => {
  const { client, screen } = begin({ invite })
  await screen.waitFor('Who are you')
  screen.press('1')
  await screen.waitFor('3 to 20 of a-z, 0-9 and _')
  screen.press('ab')
  await screen.waitFor(/ab\n +· 3 to 20/)
  screen.press('é')
  await screen.waitFor('only a-z, 0-9 and _')
  screen.press('\x7fC D')
  await screen.waitFor(/abc_d\n +✓/)
  screen.press('x'.repeat(30))
  await screen.waitFor('at most 20 characters')
  screen.press('\r\r\r')
  await screen.waitFor(/› Name/)
  expect(callsOf(client, 'register')).toEqual([])
})

test('passwords are dots, and have to be the same twice', async () => {
  const { client, screen } = begin({ invite })
  await screen.waitFor('Who are you')
  screen.press('1')
  await screen.waitFor('› Name')
  screen.press('alice\rsecret\rsecre')
  await screen.waitFor('not the same yet')
  expect(screen.text()).toContain('••••••')
  expect(screen.text()).not.toContain('secre')
  screen.press('\r')
  screen.press('t\r')
  await screen.waitFor('Your recovery code')
  screen.press('w')
  await screen.waitFor('This computer remembers')
  screen.press('1')
  await screen.waitFor('Message #lobby')
  expect(callsOf(client, 'register')).toHaveLength(1)
})

test('what the node says is shown in place, and nothing that was typed is lost', async () => {
  const { client, screen } = begin({ invite })
  client.failNext('register', 'The name alice is taken. Choose another.')
  await screen.waitFor('Who are you')
  screen.press('1')
  await screen.waitFor('› Name')
  screen.press('alice\rsecret\rsecret\r')
  await screen.waitFor('✗ The name alice is taken. Choose another.')
  expect(screen.text()).toContain('alice')
  expect(screen.text().match(/••••••/g)).toHaveLength(2)
  screen.press('\x1b[A\x1b')
  await screen.waitFor('Who are you')
})

test('a name can be corrected and sent again', async () => {
  const { client, screen } = begin({ invite })
  client.failNext('register', 'The name alice is taken. Choose another.')
  await screen.waitFor('Who are you')
  screen.press('1')
  await screen.waitFor('› Name')
  screen.press('alice\rsecret\rsecret\r')
  await screen.waitFor('is taken')
  screen.press('\t2\r\r\r')
  await screen.waitFor('Your recovery code')
  screen.press('w')
  await screen.waitFor('This computer remembers')
  screen.press('1')
  await screen.waitFor('Message #lobby')
  expect(callsOf(client, 'register')[1]).toEqual([{ username: 'alice2', password: 'secret' }])
})

test('logging in asks for the password once', async () => {
  const { client, screen } = begin({ invite })
  client.failNext('login', 'The name or the password is wrong.')
  await screen.waitFor('Who are you')
  screen.press('2')
  await screen.waitFor('the password you chose')
  expect(screen.text()).not.toContain('Once more')
  screen.press('alice\rsecret\r')
  await screen.waitFor('✗ The name or the password is wrong.')
  screen.press('\r')
  await screen.waitFor('This computer remembers')
  screen.press('1')
  await screen.waitFor('Message #lobby')
  expect(callsOf(client, 'login')).toHaveLength(2)
})

test('an account that opens only with its recovery code asks for it then', async () => {
  const { client, screen } = begin({ invite })
  client.failNext('login', new RecoveryCodeRequiredError('Give the 12 words too.'))
  await screen.waitFor('Who are you')
  screen.press('2')
  await screen.waitFor('› Name')
  screen.press('alice\rsecret\r')
  await screen.waitFor('Recovery code')
  screen.press('\tone two')
  await screen.waitFor('12 words; these are 2')
  screen.press(` ${Array(10).fill('more').join(' ')}\r`)
  await screen.waitFor('This computer remembers')
  screen.press('1')
  await screen.waitFor('Message #lobby')
  expect(callsOf(client, 'login')[1]).toEqual([
    { username: 'alice', password: 'secret', recoveryCode: `one two ${Array(10).fill('more').join(' ')}` }
  ])
})

test('a lost password: name, code and a new one, and the new code is shown', async () => {
  const { client, screen } = begin({ invite })
  await screen.waitFor('Who are you')
  screen.press('3')
  await screen.waitFor('› Name')
  screen.press(`alice\r${fixtureCode}\rsecret\rsecret\r`)
  await screen.waitFor('Your recovery code')
  expect(callsOf(client, 'recover')).toEqual([
    [{ username: 'alice', recoveryCode: fixtureCode, password: 'secret' }]
  ])
  screen.press('w')
  await screen.waitFor('This computer remembers')
  screen.press('1')
  await screen.waitFor('Message #lobby')
})

test('a lobby that cannot be entered does not stop anybody', async () => {
  const { client, screen } = begin({ invite })
  client.failNext('join', 'There are too many rooms.')
  await screen.waitFor('Who are you')
  screen.press('2')
  await screen.waitFor('› Name')
  screen.press('alice\rsecret\r')
  await screen.waitFor('This computer remembers')
  screen.press('2')
  await screen.waitFor('! There are too many rooms.')
})

test('Esc goes back one question at a time, ctrl-c quits', async () => {
  const { screen } = begin()
  await screen.waitFor('Start a network here')
  screen.press('2')
  await screen.waitFor('Paste the invite')
  screen.press('\x1b')
  await screen.waitFor('Start a network here')
  screen.press('\x03')
  await screen.done
  expect(screen.isAlternate()).toBe(false)
})

test('a key that cannot be kept is told of, and the password opens the profile', async () => {
  const { client, screen } = begin({ invite })
  client.failNext('remember', 'The disk is full.')
  await screen.waitFor('Who are you')
  screen.press('2')
  await screen.waitFor('› Name')
  screen.press('alice\rsecret\r')
  await screen.waitFor('This computer remembers')
  screen.press('1')
  await screen.waitFor('The disk is full.')
  screen.press('2')
  await screen.waitFor('Message #lobby')
})
