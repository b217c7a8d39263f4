import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import { keysOf, readInvite } from '../../src/protocol/index.ts'
import { createStage } from './stage.ts'

const stage = createStage()

const keysIn = async (invite: string): Promise<Uint8Array[]> =>
  keysOf((await readInvite(crypto, invite))!.registry)

/** From when on a server is killed after it was asked for another key, ms: before, between and after its steps. */
const moments = [0, 5, 15, 30, 60, 120, 250]

test('a server that is killed while it gets another key has the old one or the new one, and goes on', async () => {
  const directory = stage.path('server')
  const server = await stage.bootstrap('server')
  const { invite: first } = server
  await stage.register('alice', first)
  let running = server
  let keys = await keysIn(first)
  for (const moment of moments) {
    const asked = stage.start(['admin', 'rotate-key', '--directory', directory])
    // The command itself takes a while to get there.
    await Promise.race([asked.ended, new Promise((resolve) => setTimeout(resolve, 300 + moment))])
    await running.stop('SIGKILL')
    await asked.ended
    running = await stage.bootstrap('server')
    const now = await keysIn(running.invite)
    expect(now.slice(0, keys.length)).toEqual(keys)
    expect(now.length - keys.length).toBeLessThanOrEqual(1)
    keys = now
  }
  const { code, values } = await stage.run(['audit', '--json', '--profile', stage.path('alice')])
  expect(code).toBe(0)
  expect(values).toEqual([expect.objectContaining({ keys: keys.length, leaves: keys.length, names: 1 })])
  await stage.register('bob', first)
}, 120_000)
