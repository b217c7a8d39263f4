import { expect, test } from 'vitest'
import { createStage, password } from './stage.ts'

const stage = createStage()

test('from nothing to a conversation, by lines', async () => {
  const alice = stage.start(['chat', '--plain', '--profile', stage.path('alice')])
  alice.process.stdin.write(`1\n1\nalice\n${password}\n2\n`)
  const invite = await alice.line(/^starling:/)
  await alice.line(/^You are alice/)
  await alice.line(/^Now in #lobby/)

  const bob = stage.start(['--profile', stage.path('bob')])
  bob.process.stdin.write(`2\nstarling:nonsense\n2\n${invite}\n1\nbob\nabc\n1\nbob\n${password}\n2\n`)
  await bob.line(/not a whole invite/)
  await bob.line(/too easy to guess/)
  await bob.line(/^Now in #lobby/)

  alice.process.stdin.write('hello **flock**\n')
  expect(await bob.line(/flock/)).toMatch(/^\d\d:\d\d #lobby alice: hello \*\*flock\*\*$/)
  bob.process.stdin.write('/msg alice psst\n//not a command\n/nonsense\n/who\n')
  expect(await bob.line(/^Now writing/)).toBe('Now writing to alice, in private.')
  expect(await alice.line(/psst/)).toMatch(/^\d\d:\d\d private bob: psst$/)
  expect(await alice.line(/not a command/)).toMatch(/^\d\d:\d\d private bob: \/not a command$/)
  await bob.line(/There is no command \/nonsense/)
  await bob.line(/^alice +online/)

  bob.process.stdin.write('/quit\n')
  expect((await bob.ended).code).toBe(0)
  alice.process.stdin.end()
  expect(await alice.ended).toMatchObject({ code: 0, stderr: '' })

  // The network is part of the profile, and its invite stays.
  const again = stage.start(['daemon', '--profile', stage.path('alice')])
  await again.line(/registry is connected/)
  const { values } = await stage.run(['whoami', '--json', '--profile', stage.path('alice')])
  expect(values).toEqual([expect.objectContaining({ name: 'alice', invite })])
})

test('an input that ends too early is said so', async () => {
  const { code, stderr } = await stage.run(['chat', '--plain', '--profile', stage.path('nobody')], {
    input: '7\n'
  })
  expect([code, stderr]).toEqual([2, expect.stringMatching(/The input ended/)])
})
