import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { plainChat } from '../../../src/cli/plain/plain-chat.ts'
import { printing } from '../printing.ts'
import { createFixtureClient, stateEvent } from '../tui/fixture-client.ts'
import type { FixtureClient } from '../tui/fixture-client.ts'

interface Chatting {
  client: FixtureClient
  lines: string[]
  /** Types a line. */
  type: (line: string) => void
  shows: (pattern: RegExp) => Promise<void>
  end: () => void
  stop: () => void
  ended: Promise<number>
}

const at = Date.parse('2026-03-04T09:12:00')

function chat({
  isTyped = false,
  client = createFixtureClient({ name: 'alice', now: () => at })
} = {}): Chatting {
  const input = Object.assign(new PassThrough(), { isTTY: isTyped })
  const stopping = new AbortController()
  const { output, lines } = printing()
  const profile = { ...client, startNetwork: async () => 'starling:own' }
  return {
    client,
    lines,
    type: (line) => void input.write(`${line}\n`),
    shows: (pattern) =>
      expect
        .poll(() => lines.filter((line) => pattern.test(line)).length, { message: String(pattern) })
        .toBeGreaterThan(0),
    end: () => void input.end(),
    stop: () => stopping.abort(),
    ended: plainChat(profile, { input, output, signal: stopping.signal })
  }
}

test('enters #lobby, prints what is said and sends what is typed', async () => {
  const { client, lines, type, shows, end, ended } = chat()
  await shows(/Now in #lobby/)
  client.say('#lobby', 'bob', 'hello **alice**')
  type('hi bob')
  await shows(/hi bob/)
  end()
  expect(await ended).toBe(0)
  expect(lines).toEqual([
    'You are alice. Lines that you type are sent. /help lists the commands, /quit ends.',
    'Now in #lobby. Nobody else is seen here yet.',
    '09:12 #lobby bob: hello **alice**',
    '09:12 #lobby alice: hi bob'
  ])
})

test('a terminal that shows what is typed is not told again, but of what comes from elsewhere', async () => {
  const { client, lines, type, shows, end, ended } = chat({ isTyped: true })
  await shows(/Now in #lobby/)
  type('typed here')
  await expect.poll(() => client.calls.filter(({ method }) => method === 'send')).toHaveLength(1)
  client.say('#lobby', 'alice', 'from my phone', { own: true })
  await shows(/from my phone/)
  end()
  await ended
  expect(lines.some((line) => line.includes('typed here'))).toBe(false)
})

test('begins where there is something: #lobby, else what is there', async () => {
  const client = createFixtureClient({ name: 'alice', now: () => at })
  client.addPerson('#dev', 'bob')
  for (let number = 1; number <= 12; number++) client.say('#dev', 'bob', `message ${number}`)
  const { lines, shows, end, ended } = chat({ client })
  await shows(/message 12/)
  end()
  await ended
  expect(lines[1]).toBe('Now in #dev. Here: bob.')
  expect(lines.filter((line) => line.includes('message'))).toHaveLength(10)
  expect(client.calls.some(({ method }) => method === 'join')).toBe(false)
  expect(client.calls).toContainEqual({ method: 'markRead', args: ['#dev'] })
})

test('commands are those of the interface', async () => {
  const { client, lines, type, shows, ended } = chat()
  await shows(/Now in #lobby/)
  client.addPerson('#lobby', 'bob')
  for (const line of [
    '/join dev',
    '/msg bob psst',
    'more',
    '/who',
    '/leave #dev',
    '/profile status at sea',
    '/profile',
    '/invite',
    '/help',
    '//shrug'
  ])
    type(line)
  await shows(/alice: \/shrug/)
  type('/nonsense')
  await shows(/no command \/nonsense/)
  type(' /quit')
  await shows(/A space stands before \/quit/)
  type('/msg')
  await shows(/^Error: Whom\?/)
  type('/msg nobody')
  await shows(/^Error: Nobody here is called nobody/)
  type('/quit')
  expect(await ended).toBe(0)
  expect(lines).toEqual(
    expect.arrayContaining([
      'Now in #dev. Nobody else is seen here yet.',
      'Now writing to bob, in private.',
      '09:12 private to bob alice: psst',
      '09:12 private to bob alice: more',
      'bob   online  direct  now   -',
      'You left #dev.',
      'Status    at sea',
      'No network is known.',
      '/who: who is here, in words'
    ])
  )
})

test('leaving the open room opens another, or says that there is none', async () => {
  const { type, shows, lines, end, ended } = chat()
  await shows(/Now in #lobby/)
  type('/leave')
  type('to whom?')
  await shows(/You are in no conversation/)
  end()
  await ended
  expect(lines).toContain('You left #lobby.')
})

test('says what is queued, what is lost and what the node has to tell', async () => {
  const client = createFixtureClient({ name: 'alice', now: () => at })
  const { lines, shows, type, end, ended } = chat({
    client: { ...client, delivered: async () => false }
  })
  await shows(/Now in #lobby/)
  type('anybody?')
  await shows(/^Queued: nobody holds/)
  client.emit({ type: 'notice', level: 'warning', text: 'The disk is\nfull.' })
  client.setStatusOf({ registry: 'offline', problem: 'The registry does not answer.' })
  const unseen = client.say('#other', 'bob', 'over here')
  client.emit(stateEvent(unseen, 'delivered'))
  await shows(/#other bob: over here/)
  end()
  expect(await ended).toBe(0)
  expect(lines).toEqual(expect.arrayContaining(['Note: The disk is full.', 'The registry does not answer.']))
})

test('the end of the process that holds the profile ends it with a code of its own', async () => {
  const { client, lines, shows, ended } = chat()
  await shows(/Now in #lobby/)
  client.emit({ type: 'closed', reason: 'The daemon was stopped.' })
  expect(await ended).toBe(9)
  expect(lines.at(-1)).toBe('The daemon was stopped.')
})

test('a signal ends it', async () => {
  const { shows, stop, ended } = chat()
  await shows(/Now in #lobby/)
  stop()
  expect(await ended).toBe(0)
})
