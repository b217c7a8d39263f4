import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { createHost } from '../../../src/net/index.ts'
import { openProfile } from '../../../src/node/profile/profile.ts'
import { RegistryClient } from '../../../src/node/registry/registry-client.ts'
import { RegistryLink } from '../../../src/node/registry/registry-link.ts'
import { Servers } from '../../../src/node/registry/servers.ts'
import { loopback, startBootstrap, temporaryDirectory } from '../../support/index.ts'
import type { Lifetime } from '../../support/index.ts'

/** A link, the states that it has gone through, and the signals of its work. */
async function startLink(t: Lifetime, invite?: string) {
  const profile = await openProfile(await temporaryDirectory(t), crypto)
  t.onTestFinished(() => profile.close())
  const servers = await Servers.load(crypto, profile)
  if (invite !== undefined) await servers.useInvite(invite, () => {})
  const host = await createHost({ seed: crypto.randomBytes(32), role: 'server', listen: [loopback] })
  t.onTestFinished(() => host.stop())
  await host.start()
  const states: string[] = []
  const work: AbortSignal[] = []
  const waiting = new Set<() => void>()
  const link: RegistryLink = new RegistryLink({
    host,
    client: new RegistryClient(host, servers),
    whileUp: (_, signal) => {
      work.push(signal)
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve()))
    },
    onChange: () => {
      states.push(link.state.registry)
      for (const look of waiting) look()
    }
  })
  link.start()
  t.onTestFinished(() => link.stop())
  const until = (registry: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (link.state.registry !== registry) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
  return { link, servers, states, work, until }
}

test('comes up, works while it is up, and ends with stop', async (t) => {
  const server = await startBootstrap(t)
  const { link, states, work, until } = await startLink(t, server.invite)
  await until('online')
  await expect.poll(() => work.length).toBe(1)
  expect(work[0]!.aborted).toBe(false)
  await link.stop()
  expect(work[0]!.aborted).toBe(true)
  expect(states).toEqual(['connecting', 'online', 'offline', 'offline'])
  await link.stop()
  link.start()
  link.start()
  await until('online')
  await expect.poll(() => work.length).toBe(2)
})

test('comes back when the server does, and says what is wrong meanwhile', async (t) => {
  const directory = await temporaryDirectory(t)
  const before = await startBootstrap(t, { directory })
  const { link, work, until } = await startLink(t, before.invite)
  await until('online')
  await expect.poll(() => work.length).toBe(1)
  await before.stop()
  await until('offline')
  await expect.poll(() => link.state.problem).toMatch(/does not answer|connection to the registry ended/)
  expect(work[0]!.aborted).toBe(true)
  await startBootstrap(t, { directory })
  await until('online')
  expect(link.state.problem).toBeUndefined()
})

test('an invite that comes later is used at once', async (t) => {
  const server = await startBootstrap(t)
  const { link, servers, until } = await startLink(t)
  await until('offline')
  expect(link.state.problem).toContain('No registry is known yet')
  await servers.useInvite(server.invite, () => {})
  const begin = performance.now()
  link.hurry()
  await until('online')
  expect(performance.now() - begin).toBeLessThan(10_000)
})

test('a hurry while it tries is not lost', async (t) => {
  const { link, servers, states, until } = await startLink(t)
  // The first attempt is under way, and has not failed yet.
  link.hurry()
  await servers.useInvite((await startBootstrap(t)).invite, () => {})
  link.hurry()
  await until('online')
  expect(states.filter((state) => state === 'online')).toHaveLength(1)
})
