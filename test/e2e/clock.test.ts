import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { createStage } from './stage.ts'

const stage = createStage()

/** What makes a process see another time of day. */
function clockOff(by: string): Record<string, string> {
  const lines = execFileSync('faketime', ['-f', by, 'env']).toString().split('\n')
  const set = lines.filter((line) => /^(FAKETIME|LD_PRELOAD|DYLD_)/.test(line))
  return Object.fromEntries(set.map((line) => line.split(/=(.*)/s, 2) as [string, string]))
}

const isThere = spawnSync('faketime', ['--version']).status === 0

describe.skipIf(!isThere)('with clocks an hour apart', () => {
  test('whoever registers, logs in or comes back is told, and how much it is', async () => {
    const directory = stage.path('server')
    const server = (by?: string) =>
      stage.start(
        ['bootstrap', '--directory', directory, '--listen', '/ip4/127.0.0.1/tcp/0', '--json'],
        by === undefined ? {} : { env: clockOff(by) }
      )
    const right = server()
    const { invite } = JSON.parse(await right.line(/ready/)) as { invite: string }
    await stage.register('alice', invite)
    await right.stop()

    const late = server('-1h')
    await late.line(/ready/)
    const to = (name: string) => ['--invite', invite, '--profile', stage.path(name)]
    for (const args of [
      ['register', 'bob', ...to('bob')],
      ['login', 'alice', ...to('phone')]
    ]) {
      const { code, stderr } = await stage.run(args)
      expect(stderr).toMatch(/This computer's clock is 60 minutes ahead of the registry's.*Set it/)
      expect(stderr).not.toMatch(/expired|signature|trust/)
      expect(code).toBe(5)
    }
    const daemon = await stage.daemon('alice')
    await daemon.line(/warning: This computer's clock is 60 minutes ahead of the registry's/)
    // It goes on all the same.
    await daemon.line(/online/)
    await daemon.stop()
    await late.stop()

    await server().line(/ready/)
    const { code, stderr } = await stage.run(['register', 'bob', ...to('bob')], { env: clockOff('-1h') })
    expect(stderr).toMatch(/This computer's clock is 60 minutes behind the registry's/)
    expect(code).toBe(5)
    await stage.register('bob', invite)
  }, 120_000)
})
