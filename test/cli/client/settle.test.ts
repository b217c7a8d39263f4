import { expect, test } from 'vitest'
import { settle } from '../../../src/cli/client/settle.ts'
import { createFixtureClient } from '../tui/fixture-client.ts'
import type { OpenedClient } from '../../../src/cli/client/open-client.ts'
import type { FixtureClient } from '../tui/fixture-client.ts'

function opened(holds: boolean): { fixture: FixtureClient; client: OpenedClient } {
  const fixture = createFixtureClient({ name: 'alice' })
  fixture.setStatusOf({ registry: 'connecting' })
  return { fixture, client: { ...fixture, startNetwork: async () => '', holds } }
}

/** Milliseconds until it settled. */
async function timed(client: OpenedClient): Promise<number> {
  const start = performance.now()
  await settle(client)
  return performance.now() - start
}

test('a node that ran before has heard the news', async () => {
  expect(await timed(opened(false).client)).toBeLessThan(100)
})

test('waits until the registry and the peers have nothing new to say', async () => {
  const { fixture, client } = opened(true)
  const settled = timed(client)
  fixture.setStatusOf({ registry: 'online' })
  const talking = setInterval(() => fixture.say('#lobby', 'bob', 'more'), 100)
  setTimeout(() => clearInterval(talking), 800)
  expect(await settled).toBeGreaterThan(1000)
})

test('does not wait for a registry that does not answer', async () => {
  const { fixture, client } = opened(true)
  const settled = timed(client)
  await client.status()
  fixture.setStatusOf({ registry: 'offline', problem: 'It does not answer.' })
  expect(await settled).toBeLessThan(1000)
})

test('does not wait for ever', { timeout: 10_000 }, async () => {
  const { fixture, client } = opened(true)
  fixture.setStatusOf({ registry: 'online' })
  const talking = setInterval(() => fixture.say('#lobby', 'bob', 'more'), 100)
  expect(await timed(client)).toBeLessThan(5000)
  clearInterval(talking)
})
