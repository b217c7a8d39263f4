import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { createLines } from '../../../src/cli/lines.ts'
import { firstRun } from '../../../src/cli/plain/first-run.ts'
import { RecoveryCodeRequiredError } from '../../../src/errors.ts'
import { createFixtureClient, fixtureCode } from '../tui/fixture-client.ts'
import type { FixtureClient } from '../tui/fixture-client.ts'

interface Answered {
  client: FixtureClient
  printed: string[]
  done: Promise<void>
}

function answer(answers: string[], { invite = null as string | null, isTyped = false } = {}): Answered {
  const client = createFixtureClient({ invite })
  const input = new PassThrough()
  input.end(answers.map((line) => `${line}\n`).join(''))
  const printed: string[] = []
  const done = firstRun({
    client: { ...client, startNetwork: async () => 'starling:own' },
    lines: createLines(input),
    print: (text) => printed.push(text),
    isTyped
  })
  return { client, printed, done }
}

const methods = ({ calls }: FixtureClient): unknown[] =>
  calls.filter(({ method }) => method !== 'status').map(({ method, args }) => [method, ...args])

test('starts a network and shows its invite', async () => {
  const { client, printed, done } = answer(['1', '1', 'alice', 'secret', '1'])
  await done
  expect(methods(client)).toEqual([
    ['useInvite', 'starling:own'],
    ['register', { username: 'alice', password: 'secret' }],
    ['remember', true],
    ['join', '#lobby']
  ])
  expect(printed).toContain('starling:own')
  expect(printed).not.toContain('secret')
})

test('joins by invite and logs in', async () => {
  const { client, done } = answer(['2', ' starling:friends ', '2', 'alice', 'secret', '2'])
  await done
  expect(methods(client)).toEqual([
    ['useInvite', 'starling:friends'],
    ['login', { username: 'alice', password: 'secret' }],
    ['remember', false],
    ['join', '#lobby']
  ])
})

test('does not ask for a network that is known', async () => {
  const { client, done } = answer(['1', 'alice', 'secret', '1'], { invite: 'starling:known' })
  await done
  expect(methods(client)).toEqual([
    ['register', { username: 'alice', password: 'secret' }],
    ['remember', true],
    ['join', '#lobby']
  ])
})

test('asks again until a number makes sense, and after what went wrong', async () => {
  const { client, printed, done } = answer(
    ['', '4', 'one', '1', 'alice', 'taken', '1', 'alice2', 'secret', '1'],
    {
      invite: 'starling:known'
    }
  )
  client.failNext('register', 'That name is taken.')
  await done
  expect(printed.filter((line) => line.startsWith('Type a number'))).toHaveLength(6)
  expect(printed).toContain('That name is taken.')
  expect(methods(client).at(-3)).toEqual(['register', { username: 'alice2', password: 'secret' }])
})

test('a person types a new password twice, a known one once', async () => {
  const twice = answer(['1', 'alice', 'secret', 'secret', '', '1'], {
    invite: 'starling:known',
    isTyped: true
  })
  await twice.done
  const once = answer(['2', 'alice', 'secret', '2'], { invite: 'starling:known', isTyped: true })
  await once.done
})

test('a lost password: the code is asked for, and the new one waits until it is written down', async () => {
  const answers = ['3', 'alice', fixtureCode, 'secret', 'secret', '', '1']
  const { client, printed, done } = answer(answers, { invite: 'starling:known', isTyped: true })
  await done
  expect(methods(client)[0]).toEqual([
    'recover',
    { username: 'alice', recoveryCode: fixtureCode, password: 'secret' }
  ])
  expect(printed).toContain('Press Enter once it is written down:')
})

test('an account that opens only with its recovery code asks for it then', async () => {
  const { client, done } = answer(['2', 'alice', 'secret', fixtureCode, '1'], { invite: 'starling:known' })
  client.failNext('login', new RecoveryCodeRequiredError('Give the 12 words too.'))
  await done
  expect(methods(client)[1]).toEqual([
    'login',
    { username: 'alice', password: 'secret', recoveryCode: fixtureCode }
  ])
})

test.for([[[]], [['1']], [['2']], [['1', '1', 'alice']]])(
  'the input may not end after %j',
  async ([answers]) => {
    await expect(answer(answers!).done).rejects.toMatchObject({ code: 'USAGE' })
  }
)
