import { hostname } from 'node:os'
import { expect, test, vi } from 'vitest'
import { password, startBootstrap, startNode, temporaryDirectory, until } from '../../support/index.ts'
import { heldBy } from '../support/held.ts'
import type { StarlingNode } from '../../../src/node/index.ts'

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
  // The person is told until they have looked.
  expect(alice.account.info).toMatchObject({ new_devices: [device] })
  const listed = { name: hostname(), added: expect.stringMatching(/^20/) as string, online: true }
  await expect
    .poll(() => phone.account.devices(), { timeout: 20_000 })
    .toEqual([
      { ...listed, id: alice.account.info!.device, current: false },
      { ...listed, id: device, current: true }
    ])
  await alice.account.devices()
  expect(alice.account.info).not.toHaveProperty('new_devices')
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

test('a contact’s new device is told of in the conversation, on every device and after a restart, once', async (t) => {
  const { invite } = await startBootstrap(t)
  const bootstrap = [invite]
  const directory = await temporaryDirectory(t)
  const alice = await startNode(t, { name: 'alice', bootstrap })
  let bob = await startNode(t, { name: 'bob', bootstrap, directory })
  await alice.direct.send('bob', 'before')
  await heldBy(bob, 'alice', 1)
  const told = until(bob, 'message', ({ type }) => type === 'system')
  const phone = await startNode(t, { bootstrap })
  const { device } = await phone.account.login({ username: 'alice', password })
  expect(await told).toMatchObject({ conversation: 'alice', sender: 'alice', own: false })
  await phone.direct.send('bob', 'after')
  await heldBy(bob, 'alice', 2)
  const line = expect.stringContaining(`alice has a new device: …${device.slice(-8)}`) as string
  const texts = async () => (await bob.direct.history('alice')).map(({ content }) => content)
  expect(await texts()).toEqual(['before', line, 'after'])
  await bob.stop()

  // It came while nobody looked.
  const tablet = await startNode(t, { bootstrap })
  const { device: second } = await tablet.account.login({ username: 'alice', password })
  bob = await startNode(t, { directory })
  await tablet.direct.send('bob', 'later')
  await heldBy(bob, 'alice', 3)
  const another = expect.stringContaining(`…${second.slice(-8)}`) as string
  expect(await texts()).toEqual(['before', line, 'after', another, 'later'])
  expect(await named(bob, 'alice')).toMatchObject({ unread: 3 })
  // Page by page it is the same.
  const last = await bob.direct.history('alice', { limit: 1 })
  const rest = await bob.direct.history('alice', { limit: 10, before: last[0]!.id })
  expect([...rest, ...last].map(({ content }) => content)).toEqual(await texts())
})

test('when a device was last here is known, by those that met it and by what it said', async (t) => {
  const { invite } = await startBootstrap(t)
  const alice = await startNode(t, { name: 'alice', bootstrap: [invite] })
  const phone = await startNode(t, { bootstrap: [invite] })
  const { device } = await phone.account.login({ username: 'alice', password })
  const ofPhone = async () => (await alice.account.devices()).find(({ id }) => id === device)!
  await expect.poll(ofPhone, { timeout: 20_000 }).toMatchObject({ online: true })
  expect(await ofPhone()).not.toHaveProperty('last_seen')
  await phone.stop()
  await expect.poll(ofPhone, { timeout: 20_000 }).toMatchObject({ online: false })
  expect(Date.now() - Date.parse((await ofPhone()).last_seen!)).toBeLessThan(60_000)
  const tablet = await startNode(t, { bootstrap: [invite] })
  await tablet.account.login({ username: 'alice', password })
  // It never met the phone.
  const seen = async () => (await tablet.account.devices()).find(({ id }) => id === device)!
  await expect.poll(seen, { timeout: 20_000 }).toHaveProperty('last_seen')
})

const named = async (node: StarlingNode, name: string) =>
  (await node.conversations.list()).find((one) => one.name === name)
