import { expect, test } from 'vitest'
import { createStage } from './stage.ts'

const stage = createStage()

test('two who are never online together hear of each other through a third', async () => {
  const { invite } = await stage.bootstrap('boot')
  const names = ['alice', 'bob', 'carol']
  await Promise.all(names.map((name) => stage.register(name, invite)))
  for (const name of names) await stage.run(['join', '#flock', '--profile', stage.path(name)])
  await stage.daemon('carol')

  // Each is there only while it sends.
  for (const name of ['alice', 'bob']) {
    const sent = await stage.run(['send', '#flock', `from ${name}`, '--profile', stage.path(name)])
    expect(sent.code, sent.stderr).toBe(0)
  }
  const tail = stage.start(['tail', '#flock', '--json', '--profile', stage.path('alice')])
  expect(JSON.parse(await tail.line(/from bob/))).toMatchObject({ sender: 'bob', own: false })
  await tail.stop()
  const { values } = await stage.run(['history', '#flock', '--json', '--profile', stage.path('bob')])
  expect(values.map(({ content }) => content)).toEqual(['from alice', 'from bob'])
})
