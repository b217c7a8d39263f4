import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createBootstrap } from '../../src/bootstrap/index.ts'
import { startClient } from './raw-client.ts'
import { loopback, password, startBootstrap, startNode, temporaryDirectory } from '../support/index.ts'
import type { BootstrapAdmin } from '../../src/bootstrap/index.ts'

const namesOf = async (admin: BootstrapAdmin): Promise<string[]> =>
  (await admin.accounts('', 10)).map(({ name }) => name)

test('accounts are listed by name, page by page', async (t) => {
  const { admin, invite } = await startBootstrap(t)
  expect(await namesOf(admin)).toEqual([])
  const [carol] = await Promise.all(
    ['carol', 'alice', 'bob'].map((name) => startNode(t, { name, bootstrap: [invite] }))
  )
  expect(await namesOf(admin)).toEqual(['alice', 'bob', 'carol'])
  expect(await admin.accounts('bob', 10)).toEqual([
    { name: 'carol', id: carol!.account.info!.id, devices: 1, suspended: false }
  ])
  expect((await admin.accounts('', 2)).map(({ name }) => name)).toEqual(['alice', 'bob'])
})

test('whoever is suspended cannot log in or be looked up, and is back when resumed', async (t) => {
  const directory = await temporaryDirectory(t)
  const server = await startBootstrap(t, { directory })
  const bootstrap = [server.invite]
  await startNode(t, { name: 'alice', bootstrap })
  const carol = await startClient(t, server)
  expect((await carol.ask({ lookup: { username: 'alice' } })).error).toBeUndefined()
  await server.admin.suspend('alice')
  expect((await carol.ask({ lookup: { username: 'alice' } })).error).toBe('suspended')
  const phone = await startNode(t, { bootstrap })
  await expect(phone.account.login({ username: 'alice', password })).rejects.toMatchObject({
    name: 'AccountSuspendedError',
    message: expect.stringContaining('Ask the operator') as string
  })
  await expect(phone.account.login({ username: 'alice', password: 'wrong' })).rejects.toMatchObject({
    name: 'WrongPasswordError'
  })
  expect(await server.admin.accounts('', 1)).toMatchObject([{ name: 'alice', suspended: true }])
  // It stays so.
  await server.stop()
  const again = await startBootstrap(t, { directory })
  expect(await again.admin.accounts('', 1)).toMatchObject([{ name: 'alice', suspended: true }])
  await again.admin.resume('alice')
  expect(await phone.account.login({ username: 'alice', password })).toMatchObject({ devices: 2 })
})

test('whom nobody knows is nobody to suspend', async (t) => {
  const { admin } = await startBootstrap(t)
  await expect(admin.suspend('nobody')).rejects.toThrow('Nobody is registered here as nobody.')
  await expect(admin.resume('nobody')).rejects.toMatchObject({ name: 'UnknownNameError' })
})

test('a backup made while it runs is a server that knows everybody', async (t) => {
  const server = await startBootstrap(t)
  await startNode(t, { name: 'alice', bootstrap: [server.invite] })
  const copy = join(await temporaryDirectory(t), 'copy')
  await server.admin.backup(copy)
  expect((await readdir(copy)).sort()).toEqual(['registry', 'secrets.json', 'server.json'])
  expect((await stat(copy)).mode & 0o777).toBe(0o700)
  expect((await stat(join(copy, 'secrets.json'))).mode & 0o777).toBe(0o600)
  await server.stop()

  const restored = await createBootstrap({ directory: copy, listen: [loopback] })
  t.onTestFinished(() => restored.stop())
  expect(restored.registryId).toBe(server.registryId)
  const phone = await startNode(t, { bootstrap: [restored.invite] })
  expect(await phone.account.login({ username: 'alice', password })).toMatchObject({ devices: 2 })
})

test('a backup never goes over what is there, and leaves nothing half done', async (t) => {
  const { admin } = await startBootstrap(t)
  const directory = await temporaryDirectory(t)
  await expect(admin.backup(directory)).rejects.toThrow('Name a directory that does not exist yet.')
  await writeFile(join(directory, 'file'), '')
  await expect(admin.backup(join(directory, 'file', 'copy'))).rejects.toMatchObject({ name: 'StorageError' })
  expect(await readdir(directory)).toEqual(['file'])
})
