import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openClient } from '../../../src/cli/client/open-client.ts'
import { password, startBootstrap, temporaryDirectory } from '../../support/index.ts'
import type { OpenedClient, OpenOptions } from '../../../src/cli/client/open-client.ts'
import type { Lifetime } from '../../support/index.ts'

const never = new AbortController().signal

async function open(
  t: Lifetime,
  directory: string,
  options: Partial<OpenOptions> = {}
): Promise<OpenedClient> {
  const client = await openClient(directory, {
    lifetime: 'long',
    signal: never,
    unlock: async () => password,
    ...options
  })
  t.onTestFinished(() => client.close())
  return client
}

describe('a profile', () => {
  test('is held by the first, and the others attach', async (t) => {
    const directory = join(await temporaryDirectory(t), 'made', 'here')
    const first = await open(t, directory)
    const second = await open(t, directory)
    expect([first.holds, second.holds]).toEqual([true, false])
    expect(await second.status()).toMatchObject({ account: null, invite: null })
    await second.close()
    await first.close()
    expect((await open(t, directory)).holds).toBe(true)
  })

  test('is shared by all who start at the same moment', async (t) => {
    const directory = await temporaryDirectory(t)
    const clients = await Promise.all([1, 2, 3, 4].map(() => open(t, directory, { lifetime: 'short' })))
    expect(clients.filter(({ holds }) => holds)).toHaveLength(1)
    const closing = clients.filter(({ holds }) => holds).map((client) => client.close())
    for (const client of clients) await expect(client.status()).resolves.toBeDefined()
    await Promise.all([...closing, ...clients.map((client) => client.close())])
  })

  test('passes from a short command to the one that stays', async (t) => {
    const directory = await temporaryDirectory(t)
    const short = await open(t, directory, { lifetime: 'short' })
    const waiting = open(t, directory, { lifetime: 'long' })
    await expect(short.status()).resolves.toBeDefined()
    await short.close()
    expect((await waiting).holds).toBe(true)
  })

  test('that can not be is said so', async (t) => {
    const file = join(await temporaryDirectory(t), 'file')
    await writeFile(file, '')
    await expect(open(t, file)).rejects.toMatchObject({ code: 'STORAGE' })
    await expect(open(t, join(file, 'below'))).rejects.toMatchObject({ code: 'STORAGE' })
  })

  test('is not waited for by who was told to stop', async (t) => {
    const directory = await temporaryDirectory(t)
    await open(t, directory, { lifetime: 'short' })
    const stopping = new AbortController()
    const waiting = open(t, directory, { signal: stopping.signal })
    stopping.abort(new Error('stopped'))
    await expect(waiting).rejects.toThrow('stopped')
  })
})

describe('a network of one’s own', () => {
  test('runs with the profile, and its invite stays', async (t) => {
    const directory = await temporaryDirectory(t)
    const first = await open(t, directory)
    const attached = await open(t, directory)
    const [invite, same] = await Promise.all([attached.startNetwork(), first.startNetwork()])
    expect(same).toBe(invite)
    await attached.useInvite(invite)
    await attached.register({ username: 'alice', password })
    await attached.close()
    await first.close()

    const again = await open(t, directory)
    expect(await again.status()).toMatchObject({ account: { name: 'alice' }, invite })
    expect(await again.startNetwork()).toBe(invite)
  })

  test('never takes the place of the one that the account is in', async (t) => {
    const directory = await temporaryDirectory(t)
    const other = await startBootstrap(t)
    const first = await open(t, directory)
    const own = await first.startNetwork()
    await first.useInvite(other.invite)
    await first.register({ username: 'alice', password })
    await first.close()

    const again = await open(t, directory)
    expect((await again.status()).invite).toBe(other.invite)
    expect(await again.startNetwork()).toBe(own)
  })
})
