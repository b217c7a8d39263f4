import { afterEach, expect, test } from 'vitest'
import { createFixtureClient, stateEvent } from './fixture-client.ts'
import { openScreen } from './screen.ts'
import type { Screen } from './screen.ts'
import type { FixtureClient } from './fixture-client.ts'

const screens: Screen[] = []

afterEach(async () => {
  await Promise.all(screens.splice(0).map((screen) => screen.stop()))
})

interface Setup {
  columns?: number
  rows?: number
  fill?: (client: FixtureClient) => void
}

async function openChat({ columns = 80, rows = 24, fill = () => {} }: Setup = {}) {
  const client = createFixtureClient({ name: 'alice', invite: `starling:${'abcdefghij'.repeat(20)}` })
  client.addRoom('#lobby')
  client.addPerson('#lobby', 'bob')
  fill(client)
  const screen = openScreen(client, { columns, rows })
  screens.push(screen)
  await screen.waitFor('Message #lobby')
  return { client, screen }
}

const callsOf = (client: FixtureClient, method: string): readonly (readonly unknown[])[] =>
  client.calls.filter((call) => call.method === method).map(({ args }) => args)
const row = (screen: Screen, part: string): number => screen.rows().findIndex((text) => text.includes(part))
const history = (count: number) => (client: FixtureClient) => {
  const start = Date.now() - count * 60_000
  for (let index = 0; index < count; index++) {
    const timestamp = new Date(start + index * 60_000).toISOString()
    client.say('#lobby', 'alice', `old message ${index}`, { timestamp, own: true })
  }
}

test('what is written appears, goes out, and says how far it got', async () => {
  const { client, screen } = await openChat()
  screen.press('hello **there**\r')
  await screen.waitFor('hello there ◌')
  expect(callsOf(client, 'send')).toEqual([['#lobby', 'hello **there**']])
  const [sent] = await client.history('#lobby', { limit: 1 })
  client.emit(stateEvent(sent!, 'sent'))
  await screen.waitFor('hello there ✓')
  client.emit(stateEvent(sent!, 'delivered'))
  await screen.waitFor('hello there ✓✓')
})

test('what others write appears', async () => {
  const { client, screen } = await openChat()
  client.say('#lobby', 'bob', 'hi alice')
  await screen.waitFor(/bob {2}hi alice/)
})

test('the cursor stands where one writes', async () => {
  const { screen } = await openChat()
  screen.press('日本x')
  await screen.waitFor('› 日本x')
  await screen.waitFor(() => screen.cursor().column === 20 + 3 + 5)
  expect(screen.cursor().row).toBe(row(screen, '› 日本x'))
})

test('several lines are written with alt-Enter and ctrl-j, and sent as one', async () => {
  const { client, screen } = await openChat()
  screen.press('one\x1b\rtwo\nthree')
  await screen.waitFor((text) => /› one\n.*two\n.*three/.test(text))
  screen.press('\r')
  await screen.waitFor('three ◌')
  expect(callsOf(client, 'send')).toEqual([['#lobby', 'one\ntwo\nthree']])
})

test('a failed send comes back with the reason', async () => {
  const { client, screen } = await openChat()
  client.failNext('send', 'The text is too long: 16 KiB are the most.')
  screen.press('my long text\r')
  await screen.waitFor('✗ Not sent to #lobby. The text is too long')
  expect(screen.text()).toContain('› my long text')
  screen.press('\r')
  await screen.waitFor('my long text ◌')
  expect(screen.text()).not.toContain('✗')
})

test('an unknown command is an error with a suggestion', async () => {
  const { client, screen } = await openChat()
  screen.press('/jion #dev\r')
  await screen.waitFor('There is no command /jion. Did you mean /join?')
  expect(callsOf(client, 'send')).toEqual([])
})

test('/join, and back by number', async () => {
  const { client, screen } = await openChat()
  screen.press('/join dev\r')
  await screen.waitFor('Message #dev')
  expect(callsOf(client, 'join')).toEqual([['#dev']])
  const number = /(\d) # lobby/.exec(screen.text())![1]!
  screen.press(`\x1b${number}`)
  await screen.waitFor('Message #lobby')
})

test('/msg opens a conversation that is encrypted, and sends', async () => {
  const { client, screen } = await openChat()
  screen.press('/msg bob psst\r')
  await screen.waitFor('psst ◌')
  expect(screen.text()).toContain('bob  direct, encrypted')
  expect(screen.text()).toContain('Message bob, encrypted')
  expect(callsOf(client, 'send')).toEqual([['bob', 'psst']])
})

test('/leave goes elsewhere', async () => {
  const { screen } = await openChat({ fill: (client) => client.addRoom('#dev') })
  screen.press('/leave\r')
  await screen.waitFor('Message #dev')
  expect(screen.text()).not.toContain('# lobby')
})

test('ctrl-k and a few letters go anywhere', async () => {
  const { screen } = await openChat({ fill: (client) => client.addRoom('#music') })
  screen.press('\x0b')
  await screen.waitFor('Go to')
  screen.press('mus')
  await screen.waitFor('› #music')
  screen.press('\r')
  await screen.waitFor('Message #music')
  expect(screen.text()).not.toContain('Go to')
})

test('keys that come all at once still go where they were meant', async () => {
  const { client, screen } = await openChat({ fill: (client) => client.addRoom('#music') })
  screen.press('\x0bmus\rla la\r')
  await screen.waitFor('la la ◌')
  expect(callsOf(client, 'send')).toEqual([['#music', 'la la']])
})

test('the switcher closes without doing anything, and keeps the text', async () => {
  const { screen } = await openChat()
  screen.press('draft\x0b')
  await screen.waitFor('Go to')
  screen.press('\x1b')
  await screen.waitFor((text) => !text.includes('Go to'))
  expect(screen.text()).toContain('› draft')
})

test('the switcher enters rooms and runs commands', async () => {
  const { client, screen } = await openChat()
  screen.press('\x0b#new-room')
  await screen.waitFor('enter this room')
  screen.press('\r')
  await screen.waitFor('Message #new-room')
  expect(callsOf(client, 'join')).toEqual([['#new-room']])
  screen.press('\x0b/msg')
  await screen.waitFor('write to one person')
  screen.press('\r')
  await screen.waitFor('› /msg')
})

test('alt-m writes to one person', async () => {
  const { screen } = await openChat()
  screen.press('\x1bm')
  await screen.waitFor('Write to')
  expect(screen.text()).toMatch(/› bob +● online/)
  screen.press('\r')
  await screen.waitFor('Message bob, encrypted')
})

test('somebody who cannot be found is said to be', async () => {
  const { screen } = await openChat()
  screen.press('\x1bmnobody_here')
  await screen.waitFor('look for this person')
  screen.press('\r')
  await screen.waitFor('! Nobody here is called nobody_here.')
  screen.press('\x1b')
  await screen.waitFor((text) => !text.includes('Nobody here'))
})

test('alt-a goes to what is most urgent', async () => {
  const { screen } = await openChat({
    fill(client) {
      client.addRoom('#dev')
      client.say('#dev', 'bob', 'anything')
      client.say('carol', 'carol', 'only for you')
    }
  })
  screen.press('\x1ba')
  await screen.waitFor('Message carol')
  screen.press('\x1ba')
  await screen.waitFor('Message #dev')
})

test('unread and mentions are counted in the list, in the bar and in the title', async () => {
  const { client, screen } = await openChat({ fill: (client) => client.addRoom('#dev') })
  client.say('#dev', 'bob', 'one')
  client.say('#dev', 'bob', '@alice two')
  await screen.waitFor(/1 # dev +2 {2}@1/)
  expect(screen.rows().at(-1)).toMatch(/@1 {2}#dev/)
  await screen.waitFor(() => screen.raw().includes('\x1b]2;(2) #lobby - starling\x1b\\'))
})

test('Tab completes names, and goes on', async () => {
  const { screen } = await openChat({ fill: (client) => client.addPerson('#lobby', 'bobby') })
  await screen.waitFor('3 online')
  screen.press('hi @bo')
  await screen.waitFor('@bobby')
  screen.press('\t')
  await screen.waitFor('› hi @bob')
  screen.press('\t')
  await screen.waitFor('› hi @bobby')
})

test('a slash shows the commands while it is typed', async () => {
  const { screen } = await openChat()
  screen.press('/')
  await screen.waitFor('/join #ROOM')
  screen.press('w')
  await screen.waitFor((text) => text.includes('/who') && !text.includes('/join #ROOM'))
})

test('a long paste asks, a short one does not', async () => {
  const { screen } = await openChat()
  screen.press('\x1b[200~a\nb\x1b[201~')
  await screen.waitFor((text) => /› a\n.*b/.test(text))
  screen.press('\x15\x7f\x15\x1b[200~1\n2\n3\n4\n5\n6\n7\x1b[201~')
  await screen.waitFor('Paste 7 lines?')
  screen.press('c')
  await screen.waitFor('```')
  expect(screen.text()).not.toContain('Paste 7 lines?')
})

test('older texts come back, per conversation', async () => {
  const { screen } = await openChat()
  screen.press('first\r')
  await screen.waitFor('first ◌')
  screen.press('second\r')
  await screen.waitFor('second ◌')
  screen.press('\x1b[A')
  await screen.waitFor('› second')
  screen.press('\x10')
  await screen.waitFor('› first')
  screen.press('\x1b[B')
  await screen.waitFor('› second')
})

test('emacs keys edit', async () => {
  const { screen } = await openChat()
  screen.press('one two three\x17\x17\x01zero \x05!')
  await screen.waitFor('› zero one !')
  screen.press('\x15\x19\x19')
  await screen.waitFor('› zero one !zero one !')
})

test('reading back: nothing moves, what came is counted, End comes back', async () => {
  const { client, screen } = await openChat({ fill: history(80) })
  await screen.waitFor('old message 79')
  screen.press('\x1b[5~')
  await screen.waitFor('↓ reading back')
  const before = screen.rows().slice(1, 20)
  client.say('#lobby', 'bob', 'news')
  client.say('#lobby', 'bob', 'more news')
  await screen.waitFor('↓ 2 new')
  expect(
    screen
      .rows()
      .slice(1, 20)
      .map((text) => text.slice(20))
  ).toEqual(before.map((text) => text.slice(20)))
  expect(callsOf(client, 'markRead')).toEqual([])
  screen.press('\x1b[F')
  await screen.waitFor('more news')
  expect(screen.text()).not.toContain('↓')
  await client.called('markRead')
})

test('earlier messages are fetched as one reads back, to the beginning', async () => {
  const { screen } = await openChat({ fill: history(250) })
  await screen.waitFor('old message 249')
  for (let page = 0; page < 40; page++) screen.press('\x1b[5~')
  await screen.waitFor('old message 0')
  await screen.waitFor('This is the beginning of #lobby')
})

test('the wheel scrolls, also where the terminal sends arrows for it', async () => {
  const { screen } = await openChat({ fill: history(60) })
  await screen.waitFor('old message 59')
  screen.press('\x1b[A\x1b[A\x1b[A')
  await screen.waitFor((text) => text.includes('old message 56') && !text.includes('old message 57'))
  screen.press('\x1b[B\x1b[B\x1b[B')
  await screen.waitFor('old message 59')
})

test('sending while reading back goes to the bottom', async () => {
  const { screen } = await openChat({ fill: history(60) })
  await screen.waitFor('old message 59')
  screen.press('\x1b[5~')
  await screen.waitFor('↓ reading back')
  screen.press('here I am\r')
  await screen.waitFor('here I am ◌')
})

test('what came while the window had no focus is marked', async () => {
  const { client, screen } = await openChat({ fill: history(3) })
  await screen.waitFor('old message 2')
  screen.press('\x1b[Oseen')
  await screen.waitFor('› seen')
  client.say('#lobby', 'bob', 'are you there?')
  await screen.waitFor('are you there?')
  expect(row(screen, ' new ──')).toBe(row(screen, 'are you there?') - 1)
  expect(screen.text()).toMatch(/# lobby +1/)
  screen.press('\x1b[I')
  await screen.waitFor((text) => !/# lobby +1/.test(text))
  expect(screen.text()).toContain(' new ──')
})

test('alt-u goes to the first unread message', async () => {
  const { screen } = await openChat({
    fill(client) {
      for (let index = 0; index < 60; index++) client.say('#lobby', 'bob', `unread ${index}`)
      client.addRoom('#lobby', { unread: 50 })
    }
  })
  await screen.waitFor('unread 59')
  screen.press('\x1bu')
  await screen.waitFor('unread 10')
  expect(screen.rows()[1]).toContain(' new ')
})

test('spoilers open by a key', async () => {
  const { client, screen } = await openChat()
  client.say('#lobby', 'bob', 'it was ||the butler||')
  await screen.waitFor('it was ░░░░░░░░░░')
  screen.press('\x1br')
  await screen.waitFor('it was the butler')
})

test('links open what they show', async () => {
  const { client, screen } = await openChat()
  client.say('#lobby', 'bob', '[click](https://example.org/a)')
  await screen.waitFor('click (https://example.org/a)')
  // eslint-disable-next-line no-control-regex -- OSC 8 is made of them
  expect(screen.raw()).toMatch(/\x1b\]8;id=\w+;https:\/\/example\.org\/a(\x07|\x1b\\)/)
})

test('nobody can write to the terminal', async () => {
  const { client, screen } = await openChat()
  client.say('#lobby', 'bo\x1b[2Jb', 'a\x1b]0;owned\x07b\x1b[2Jc\u202ed', { sender_id: 'x' })
  await screen.waitFor('a]0;ownedb[2Jcd')
  expect(screen.raw()).not.toContain('\x1b]0;owned')
  expect(screen.raw()).not.toContain('\u202e')
})

test('help, people and invite open and close', async () => {
  const { screen } = await openChat()
  screen.press('\x1bOP')
  await screen.waitFor('─ Help ─')
  screen.press('\x1b[6~')
  await screen.waitFor('first unread message')
  screen.press('\x1bOP')
  await screen.waitFor((text) => !text.includes('─ Help ─'))
  screen.press('/who\r')
  await screen.waitFor('online · connected to you')
  screen.press('\x1b')
  await screen.waitFor((text) => !text.includes('connected to you'))
  screen.press('/invite\r')
  await screen.waitFor('starling:abcdefghij')
  screen.press('c')
  await screen.waitFor(() => screen.raw().includes('\x1b]52;c;'))
  screen.press('q')
  await screen.waitFor((text) => !text.includes('starling:abcdefghij'))
})

test('a safety number is compared on the screen', async () => {
  const { client, screen } = await openChat()
  screen.press('/verify bob\r')
  await screen.waitFor('Safety number with bob')
  await screen.waitFor('01234 56789 01234 56789')
  await screen.waitFor('You have not verified bob yet.')
  screen.press('v')
  await screen.waitFor('You have verified bob.')
  expect(client.calls.at(-1)).toEqual({ method: 'trust', args: ['bob', '0123456789'.repeat(6), 'verified'] })
  screen.press('u')
  await screen.waitFor('You have not verified bob yet.')
  screen.press('\x1b')
  await screen.waitFor((text) => !text.includes('Safety number'))
})

test('a profile is looked at, and one’s own changed', async () => {
  const { client, screen } = await openChat({ columns: 120 })
  client.addPerson('#lobby', 'mallory', 'online', {
    display_name: 'Bob',
    status_text: 'near you',
    colour: 'red'
  })
  await screen.waitFor('● mallory “Bob”')
  screen.press('/profile mallory\r')
  await screen.waitFor(/Profile of mallory.*Username +mallory.*Name +“Bob”.*Status +near you/s)
  screen.press('\x1b')
  await screen.waitFor((text) => !text.includes('Profile of'))
  screen.press('/profile status out for lunch\r')
  await screen.waitFor(/Profile of alice.*Status +out for lunch/s)
  expect(callsOf(client, 'setProfile')).toEqual([[{ statusText: 'out for lunch' }]])
  screen.press('\x1b')
  await screen.waitFor((text) => !text.includes('Profile of'))
  client.failNext('setProfile', 'A status is one line.')
  screen.press('/profile status x\r')
  await screen.waitFor('✗ A status is one line.')
})

test('devices are looked at, taken out with the password, and given the past', async () => {
  const { client, screen } = await openChat()
  screen.press('/devices\r')
  await screen.waitFor(/Your devices.*› laptop.*this one.*phone.*seen .* ago · added .* ago/s)
  // This one can't be taken out here.
  expect(screen.text()).not.toContain('r take out')
  screen.press('\x1b[B')
  await screen.waitFor('r take out · a give it the past')
  screen.press('a')
  await screen.waitFor('phone gets what was written before it came')
  expect(callsOf(client, 'allow')).toEqual([['12D3KooWphone000']])
  screen.press('\x1b')
  await screen.waitFor((text) => !text.includes('phone gets'))
  screen.press('/devices\r')
  await screen.waitFor('Your devices')
  screen.press('\x1b[B')
  await screen.waitFor('r take out')
  client.failNext('revoke', 'The name or the password is wrong.')
  screen.press('r')
  await screen.waitFor('Take phone (…phone000) out of your account?')
  screen.press('wrong')
  await screen.waitFor('•••••')
  screen.press('\r')
  await screen.waitFor('✗ The name or the password is wrong.')
  screen.press('\r')
  await screen.waitFor((text) => text.includes('Your devices') && !text.includes('phone'))
  expect(callsOf(client, 'revoke').at(-1)).toEqual([{ device: '12D3KooWphone000', password: 'wrong' }])
})

test('the password is changed, and the new recovery code shown until it is written down', async () => {
  const { client, screen } = await openChat()
  screen.press('/password\r')
  await screen.waitFor('Old password')
  screen.press('old\rnew one\r')
  await screen.waitFor('› Once more')
  screen.press('another\r')
  await screen.waitFor('not the same yet')
  screen.press('\x15new one\r')
  await screen.waitFor(/Your recovery code\. Write it down.*1 abandon/s)
  expect(callsOf(client, 'changePassword')).toEqual([[{ password: 'old', newPassword: 'new one' }]])
  screen.press('w')
  await screen.waitFor('Message #lobby')
  screen.press('/password\r')
  await screen.waitFor('Old password')
  screen.press('\x1b')
  await screen.waitFor('Message #lobby')
})

test('an invite can be had in one piece, outside of the frames', async () => {
  const { screen } = await openChat()
  screen.press('/invite\r')
  await screen.waitFor('starling:abcdefghij')
  screen.press('p')
  await screen.waitFor('Any key goes back')
  expect(screen.isAlternate()).toBe(false)
  expect(screen.rows().slice(0, 3).join('')).toBe(`starling:${'abcdefghij'.repeat(20)}`)
  screen.press(' ')
  await screen.waitFor('Invite friends')
  expect(screen.isAlternate()).toBe(true)
})

test('F7, F8 and alt-z choose what is shown', async () => {
  const { screen } = await openChat({ columns: 120 })
  await screen.waitFor('● bob')
  screen.press('\x1b[19~')
  await screen.waitFor((text) => !text.includes('● bob'))
  screen.press('\x1b[18~')
  await screen.waitFor((text) => !text.includes('# lobby'))
  screen.press('\x1bz')
  await screen.waitFor((text) => !text.includes('public, signed'))
  expect(screen.text()).toContain('Message #lobby')
  screen.press('\x1bz\x1b[18~')
  await screen.waitFor('# lobby')
})

test('notices stand above the messages until they are dismissed', async () => {
  const { client, screen } = await openChat()
  client.emit({ type: 'notice', level: 'warning', text: 'The disk is full.' })
  await screen.waitFor('! The disk is full.')
  screen.press('\x1b')
  await screen.waitFor((text) => !text.includes('The disk is full.'))
})

test('the end of the node is said, and what was written stays', async () => {
  const { client, screen } = await openChat()
  client.say('#lobby', 'bob', 'last words')
  screen.press('half a')
  client.emit({ type: 'closed', reason: 'The daemon was stopped.' })
  await screen.waitFor('■ Starling has stopped: The daemon was stopped.')
  expect(screen.text()).toContain('○ stopped')
  expect(screen.text()).toContain('last words')
  expect(screen.text()).toContain('› half a')
})

test('presence and the network change as they change', async () => {
  const { client, screen } = await openChat({ columns: 120 })
  await screen.waitFor('● bob')
  client.emit({
    type: 'presence',
    person: {
      name: 'bob',
      id: 'account-of-bob',
      status: 'away',
      link: 'none',
      trust: 'unverified',
      me: false
    }
  })
  await screen.waitFor('◐ bob')
  client.setStatusOf({ registry: 'offline', peers: 1, problem: 'No server answers.' })
  await screen.waitFor('○ offline · 1 peer  │  No server answers.')
})

test('ctrl-c clears the text, and quits when said twice', async () => {
  const { screen } = await openChat()
  screen.press('half a sentence')
  await screen.waitFor('› half a sentence')
  screen.press('\x03')
  await screen.waitFor('ctrl-c again quits.')
  expect(screen.text()).toContain('Message #lobby')
  screen.press('x')
  await screen.waitFor((text) => !text.includes('ctrl-c again'))
  screen.press('\x03')
  await screen.waitFor('ctrl-c again quits.')
  screen.press('\x03')
  await screen.done
  expect(screen.isAlternate()).toBe(false)
})

test('/quit quits', async () => {
  const { screen } = await openChat()
  screen.press('/quit\r')
  await screen.done
})
