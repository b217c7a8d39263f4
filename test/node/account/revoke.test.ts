import { hostname } from 'node:os'
import { expect, test, vi } from 'vitest'
import { password, startBootstrap, startNode, until } from '../../support/index.ts'

// Each password is stretched several times.
vi.setConfig({ testTimeout: 120_000 })

test('a new device is told to the others; a revoked one stops at once, says why, and still reads what it has', async (t) => {
  const { invite } = await startBootstrap(t)
  const alice = await startNode(t, { name: 'alice', bootstrap: [invite] })
  const phone = await startNode(t, { bootstrap: [invite] })
  const added = until(alice, 'notice', ({ text }) => text.includes('A new device was added'))
  const { device } = await phone.account.login({ username: 'alice', password })
  expect((await added).text).toContain(device.slice(-8))
  await phone.rooms.join('#lobby')
  await phone.conversations.send('#lobby', 'before')
  const listed = { name: hostname(), added: expect.stringMatching(/^20/) as string, online: true }
  await expect
    .poll(() => phone.account.devices(), { timeout: 20_000 })
    .toEqual([
      { ...listed, id: alice.account.info!.device, current: false },
      { ...listed, id: device, current: true }
    ])
  const own = { device: alice.account.info!.device, password }
  for (const wrong of [own, { device: 'x', password }, { device: 'nobody', password }])
    await expect(alice.account.revoke(wrong)).rejects.toMatchObject({ name: 'UnknownDeviceError' })
  await expect(alice.account.revoke({ device, password: 'wrong' })).rejects.toMatchObject({
    name: 'WrongPasswordError'
  })

  const told = until(phone, 'notice', ({ text }) => text.includes('was removed from the account alice'))
  expect(await alice.account.revoke({ device: device.slice(-8), password })).toMatchObject({ devices: 1 })
  await told
  await expect(phone.conversations.send('#lobby', 'after')).rejects.toMatchObject({
    name: 'DeviceRevokedError'
  })
  expect(await phone.conversations.history('#lobby')).toMatchObject([{ content: 'before' }])
  await expect.poll(() => phone.network.registry).toBe('offline')
})
