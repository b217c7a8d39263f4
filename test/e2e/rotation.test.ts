import { watch } from 'node:fs'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import { keysOf, readInvite } from '../../src/protocol/index.ts'
import { createStage } from './stage.ts'

const stage = createStage()

const keysIn = async (invite: string): Promise<Uint8Array[]> =>
  keysOf((await readInvite(crypto, invite))!.registry)

/** Resolves at so many changes of files in a directory: from the first to the last that a rotation makes. */
function changes(directory: string, count: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const watcher = watch(directory, { recursive: true }, () => {
    if (--count === 0) resolve()
  })
  return promise.finally(() => watcher.close())
}

test.skipIf(process.platform === 'win32')(
  'a server that is killed at any step to another key has the old one or the new one, and goes on',
  async () => {
    const directory = stage.path('server')
    let server = await stage.bootstrap('server')
    const { invite: first } = server
    await stage.register('alice', first)
    let keys = await keysIn(first)
    for (const step of [1, 2, 4, 6, 8, 10, 13, 16]) {
      const reached = changes(directory, step)
      const asked = stage.start(['admin', 'rotate-key', '--directory', directory])
      await Promise.race([reached, asked.ended])
      await server.stop('SIGKILL')
      await asked.ended
      server = await stage.bootstrap('server')
      const now = await keysIn(server.invite)
      expect(now.slice(0, keys.length)).toEqual(keys)
      expect(now.length - keys.length).toBeLessThanOrEqual(1)
      keys = now
    }
    expect(keys.length).toBeGreaterThan(1)
    const { code, values } = await stage.run(['audit', '--json', '--profile', stage.path('alice')])
    expect(code).toBe(0)
    expect(values).toEqual([expect.objectContaining({ keys: keys.length, leaves: keys.length, names: 1 })])
    await stage.register('bob', first)
  },
  120_000
)
