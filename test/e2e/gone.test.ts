import { expect, test } from 'vitest'
import { startBootstrap, startNode, until } from '../support/index.ts'
import { createStage } from './stage.ts'

const stage = createStage()

test('with the registry off, whoever is killed or hangs is offline within half a minute', async (t) => {
  const server = await startBootstrap(t)
  const alice = await startNode(t, { name: 'alice', bootstrap: [server.invite] })
  const room = await alice.rooms.join('#flock')
  const daemons = []
  for (const name of ['bob', 'carol']) {
    const direct = until(alice, 'presence', (person) => person.name === name && person.link === 'direct')
    daemons.push(await stage.daemon(name, server.invite))
    for (const args of [
      ['join', '#flock'],
      ['send', '#flock', 'here']
    ])
      expect(await stage.run([...args, '--profile', stage.path(name)])).toMatchObject({ code: 0 })
    await direct
  }
  const off = until(alice, 'network', ({ registry }) => registry === 'offline')
  await server.stop()
  await off
  const statuses = async (): Promise<unknown> =>
    (await room.people()).map(({ name, status }) => `${name} ${status}`)
  expect(await statuses()).toEqual(['alice online', 'bob online', 'carol online'])

  const gone = ['bob', 'carol'].map((name) =>
    until(alice, 'presence', (person) => person.name === name && person.status === 'offline')
  )
  const begin = Date.now()
  daemons[0]!.process.kill('SIGKILL')
  daemons[1]!.process.kill('SIGSTOP')
  for (const person of await Promise.all(gone)) {
    expect(person.link).toBe('none')
    expect(Date.parse(person.last_seen!)).toBeGreaterThanOrEqual(begin - 1000)
  }
  expect(Date.now() - begin).toBeLessThan(30_000)
  expect(await statuses()).toEqual(['alice online', 'bob offline', 'carol offline'])
})
