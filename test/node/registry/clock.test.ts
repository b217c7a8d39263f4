import { expect, test, vi } from 'vitest'
import { clockProblem } from '../../../src/node/registry/clock.ts'
import { maxClockAhead } from '../../../src/protocol/index.ts'
import { password, startNode, startRegistry } from '../../support/index.ts'
import type { Lifetime, PartsOfRegistry } from '../../support/index.ts'

const hour = 3_600_000
const newPassword = 'copper-Lantern-17-vinegar-orbit'

/** A registry whose clock may be set, in milliseconds ahead of this one's. */
async function startClock(t: Lifetime): Promise<{ registry: PartsOfRegistry; set: (ahead: number) => void }> {
  let ahead = 0
  const registry = await startRegistry(t, (reply) =>
    reply.info === undefined ? reply : { info: { ...reply.info, time: reply.info.time + ahead } }
  )
  return { registry, set: (milliseconds) => (ahead = milliseconds) }
}

test('ten minutes are nothing, and more is told with how much it is', () => {
  vi.useFakeTimers({ now: 1_800_000_000_000 })
  try {
    for (const ahead of [0, maxClockAhead, -maxClockAhead])
      expect(clockProblem(Date.now() + ahead)).toBeUndefined()
    expect(clockProblem(Date.now() - hour)).toMatchObject({
      name: 'ClockError',
      code: 'CLOCK',
      message: expect.stringMatching(
        /^This computer's clock is 60 minutes ahead of the registry's; they may differ by 10\. Set it/
      ) as string
    })
    expect(clockProblem(Date.now() + maxClockAhead + 60_000)?.message).toContain('is 11 minutes behind the')
  } finally {
    vi.useRealTimers()
  }
})

test('nothing is registered, recovered or changed while the clocks differ by an hour', async (t) => {
  const { registry, set } = await startClock(t)
  const bootstrap = [registry.invite]
  const alice = await startNode(t, { bootstrap })
  const clock = (how: 'ahead of' | 'behind') => ({
    code: 'CLOCK',
    message: expect.stringContaining(`clock is 60 minutes ${how} the registry's`) as string
  })
  set(hour)
  await expect(alice.account.register({ username: 'alice', password })).rejects.toMatchObject(clock('behind'))
  expect(await registry.accounts.name('alice')).toBeUndefined()
  set(0)
  const { recovery_code: recoveryCode } = await alice.account.register({ username: 'alice', password })
  set(-hour)
  const phone = await startNode(t, { bootstrap })
  const recovery = { username: 'alice', recoveryCode, password: newPassword }
  for (const refused of [
    () => phone.account.login({ username: 'alice', password }),
    () => phone.account.recover(recovery),
    () => alice.account.changePassword({ password, newPassword })
  ])
    await expect(refused()).rejects.toMatchObject(clock('ahead of'))
  expect((await registry.accounts.byName('alice'))!.entry.number).toBe(1)
  set(0)
  expect(await phone.account.login({ username: 'alice', password })).toMatchObject({ devices: 2 })
})
