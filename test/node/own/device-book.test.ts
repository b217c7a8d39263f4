import { expect, test, vi } from 'vitest'
import { password, startBootstrap, startNode, temporaryDirectory } from '../../support/index.ts'
import type { Device, StarlingNode } from '../../../src/node/index.ts'

// Each password is stretched several times.
vi.setConfig({ testTimeout: 120_000 })

/** What a node knows of a device of its account. */
const ofDevice = async (node: StarlingNode, id: string): Promise<Device> =>
  (await node.account.devices()).find((one) => one.id === id)!

test('a device that nobody has looked at is told of through restarts, until somebody has, or it is gone', async (t) => {
  const { invite } = await startBootstrap(t)
  const bootstrap = [invite]
  const directory = await temporaryDirectory(t)
  let laptop = await startNode(t, { name: 'alice', bootstrap, directory })
  const phone = await startNode(t, { bootstrap })
  const { device } = await phone.account.login({ username: 'alice', password })
  await expect.poll(() => laptop.account.info, { timeout: 20_000 }).toMatchObject({ new_devices: [device] })
  // Whoever came knows that it did.
  expect(phone.account.info).not.toHaveProperty('new_devices')
  await laptop.stop()
  laptop = await startNode(t, { directory })
  expect(laptop.account.info).toMatchObject({ new_devices: [device] })
  await laptop.account.devices()
  expect(laptop.account.info).not.toHaveProperty('new_devices')

  const tablet = await startNode(t, { bootstrap })
  const second = (await tablet.account.login({ username: 'alice', password })).device
  await expect.poll(() => laptop.account.info, { timeout: 20_000 }).toMatchObject({ new_devices: [second] })
  await phone.account.revoke({ device: second, password })
  await expect.poll(() => laptop.account.info, { timeout: 20_000 }).not.toHaveProperty('new_devices')
})

test('when a device came and was last here is known after a restart too', async (t) => {
  const { invite } = await startBootstrap(t)
  const directory = await temporaryDirectory(t)
  const began = Date.now()
  let laptop = await startNode(t, { name: 'bobby', bootstrap: [invite], directory })
  const phone = await startNode(t, { bootstrap: [invite] })
  const { device } = await phone.account.login({ username: 'bobby', password })
  const seen = (): Promise<Device> => ofDevice(laptop, device)
  await expect.poll(seen, { timeout: 20_000 }).toMatchObject({ id: device, online: true, current: false })
  const { added } = await seen()
  expect(Date.parse(added!)).toBeGreaterThanOrEqual(began)
  await phone.stop()
  await expect.poll(seen, { timeout: 20_000 }).toMatchObject({ online: false })
  const { last_seen } = await seen()
  await laptop.stop()
  laptop = await startNode(t, { directory })
  const after = await seen()
  expect(after).toMatchObject({ added, online: false })
  expect(Date.parse(after.last_seen!)).toBeGreaterThanOrEqual(Date.parse(last_seen!))
  const own = await ofDevice(laptop, laptop.account.info!.device)
  expect(own).toMatchObject({ current: true, online: true })
  expect(own).not.toHaveProperty('last_seen')
})
