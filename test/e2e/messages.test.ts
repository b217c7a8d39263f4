import { beforeAll, describe, expect, test } from 'vitest'
import { createStage } from './stage.ts'
import type { Ended, RunOptions, Running } from './stage.ts'

const stage = createStage()
let bob: Running

beforeAll(async () => {
  const { invite } = await stage.bootstrap('boot')
  await Promise.all([stage.register('alice', invite), stage.register('bob', invite)])
  bob = await stage.daemon('bob')
})

const as = (name: string, args: string[], options?: RunOptions): Promise<Ended> =>
  stage.run([...args, '--profile', stage.path(name)], options)

describe('in a room', () => {
  test('send refuses before join, and says how to join', async () => {
    const { code, stderr } = await as('alice', ['send', '#lobby', 'hello'])
    expect(code).toBe(5)
    expect(stderr).toMatch(/You are not in #lobby.*\n.*starling join '#room'/)
  })

  test('join stays, and send knows that nobody holds the message', async () => {
    const joined = await as('alice', ['join', 'lobby'])
    expect([joined.code, joined.stdout]).toEqual([0, expect.stringMatching(/^You are in #lobby/)])
    const { code, stderr, values } = await as('alice', [
      'send',
      '#lobby',
      'first',
      '--timeout',
      '1',
      '--json'
    ])
    expect(code).toBe(3)
    expect(stderr).toMatch(/^queued: nobody holds it yet; .+keep a daemon running/)
    expect(values).toEqual([expect.objectContaining({ content: 'first', own: true })])
  })

  test('send, tail and history speak the public message format', async () => {
    await as('bob', ['join', '#lobby'])
    const tail = stage.start(['tail', '#lobby', '--json', '--profile', stage.path('bob')])
    await tail.line(/as they come/)
    const sent = await as('alice', ['send', '#lobby', 'hello **flock** @bob', '--json'])
    expect(sent.code, sent.stderr).toBe(0)
    const [message] = sent.values
    expect(message).toEqual({
      type: 'chat',
      id: expect.stringMatching(/^[a-z2-7]{52}$/) as string,
      conversation: '#lobby',
      room: '#lobby',
      sender: 'alice',
      sender_id: expect.stringMatching(/^[a-z2-7]{52}$/) as string,
      recipient: 'all',
      content: 'hello **flock** @bob',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      file_data: null,
      encrypted: false,
      own: true,
      mentions_me: false,
      state: 'delivered',
      stored_by: 1
    })
    const seen = JSON.parse(await tail.line(/flock/)) as Record<string, unknown>
    expect(seen).toEqual({
      ...message,
      own: false,
      mentions_me: seen['mentions_me'],
      state: undefined,
      stored_by: undefined
    })
    const { code } = await tail.stop('SIGINT')
    expect(code).toBe(0)

    const { values } = await as('bob', ['history', '#lobby', '--json'])
    expect(values.map(({ content }) => content)).toEqual(['first', 'hello **flock** @bob'])
    const limited = await as('bob', ['history', '#lobby', '--limit', '1'])
    expect(limited.stdout).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d alice: hello \*\*flock\*\* @bob\n$/)
  })

  test('rooms and users list what is there', async () => {
    const rooms = await as('bob', ['rooms', '--json'])
    expect(rooms.values).toEqual([expect.objectContaining({ name: '#lobby', kind: 'room' })])
    const users = await as('bob', ['users', '#lobby', '--json'])
    expect(users.values.map(({ name }) => name).sort()).toEqual(['alice', 'bob'])
    const table = await as('bob', ['users'])
    expect(table.stdout).toMatch(
      /^NAME +STATUS +LINK +SEEN +TRUST +PROFILE\nbob +online +you +now +-\nalice /
    )
  })

  test('leave is remembered', async () => {
    await as('bob', ['join', '#short'])
    expect((await as('bob', ['leave', '#short', '--json'])).values).toEqual([{ name: '#short', left: true }])
    const again = await as('bob', ['leave', '#short'])
    expect([again.code, again.stderr]).toEqual([5, expect.stringMatching(/You are not in #short/)])
  })
})

describe('to a person', () => {
  test('send reads standard input and takes its last line end away', async () => {
    const { code, stderr } = await as('alice', ['send', 'bob', '-'], { input: 'two\nlines\n' })
    expect(code, stderr).toBe(0)
    const { values } = await as('bob', ['history', 'alice', '--json'])
    expect(values).toEqual([
      expect.objectContaining({ type: 'private', content: 'two\nlines', recipient: 'bob', encrypted: true })
    ])
  })

  test('send refuses what is no text', async () => {
    const binary = await as('alice', ['send', 'bob', '-'], {
      input: new Uint8Array([0xff, 0xd8, 0xff, 0xe0])
    })
    expect([binary.code, binary.stderr]).toEqual([2, expect.stringMatching(/no text in UTF-8/)])
    const empty = await as('alice', ['send', 'bob', '-'], { input: '\n' })
    expect([empty.code, empty.stderr]).toEqual([2, expect.stringMatching(/nothing to send/)])
    const long = await as('bob', ['send', 'alice', '-'], { input: 'x'.repeat(20_000) })
    expect([long.code, long.stderr]).toEqual([2, expect.stringMatching(/a message may have/)])
  })

  test('nobody of that name is said so', async () => {
    for (const args of [
      ['send', 'nobody_here', 'hi'],
      ['history', 'nobody_here'],
      ['tail', 'nobody_here']
    ]) {
      const { code, stderr } = await as('bob', args)
      expect([code, stderr]).toEqual([5, expect.stringMatching(/Nobody here has that name/)])
    }
  })
})

test('escape sequences of others never reach the terminal', async () => {
  await as('alice', ['send', 'bob', 'red \x1b[31malert\x07 \u202eabc'])
  const { stdout } = await as('bob', ['history', 'alice', '--limit', '1'])
  expect(stdout).toMatch(/alice: red \[31malert abc\n$/)
})

test('a reader that goes away ends tail and history quietly', async () => {
  const tail = stage.start(['tail', '--profile', stage.path('bob')])
  await tail.line(/as they come/)
  tail.process.stdout.destroy()
  await as('bob', ['send', '#lobby', 'into the void', '--timeout', '0'])
  expect(await tail.ended).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/^Messages .+\n$/) as string
  })
  const history = stage.start(['history', '#lobby', '--profile', stage.path('bob')])
  history.process.stdout.destroy()
  expect(await history.ended).toMatchObject({ code: 0, stderr: '' })
  expect(bob.process.exitCode).toBeNull()
})
