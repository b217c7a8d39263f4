import { once } from 'node:events'
import { readdir, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createBootstrap } from '../../src/bootstrap/index.ts'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import { base32, readInvite } from '../../src/protocol/index.ts'
import { openRegistryStore } from '../../src/storage/index.ts'
import { loopback, startBootstrap, temporaryDirectory } from '../support/index.ts'
import { logIn, registerAccount } from './accounts.ts'
import { openPresence } from './presence/device.ts'
import { startClient } from './raw-client.ts'
import type { AddressInfo } from 'node:net'

test('the invite says where the server is and which registry it has', async (t) => {
  const server = await startBootstrap(t)
  const { registry, servers } = (await readInvite(crypto, server.invite))!
  expect(base32(registry.id)).toBe(server.registryId)
  expect(server.addresses).toEqual([expect.stringMatching(/^\/ip4\/127\.0\.0\.1\/tcp\/\d+\/p2p\//)])
  expect(servers).toEqual([{ peer: server.peer, addresses: [server.addresses[0]!.replace(/\/p2p\/.*/, '')] }])
})

test('a restart keeps invite, identity and accounts', async (t) => {
  const directory = await temporaryDirectory(t)
  const listen = [loopback, `${loopback}/ws`]
  const before = await startBootstrap(t, { directory, listen })
  const client = await startClient(t, before)
  const { request } = await registerAccount(client, 'alice')
  const { invite, peer, registryId, addresses } = before
  await before.stop()

  const after = await startBootstrap(t, { directory, listen })
  expect({ ...pick(after) }).toEqual({ invite, peer, registryId, addresses })
  const again = await startClient(t, after, { seed: client.seed })
  expect((await logIn(await again.open(), again.registry, 'alice')).entry.bytes).toEqual(request.entry)
})

const pick = ({ invite, peer, registryId, addresses }: Awaited<ReturnType<typeof createBootstrap>>) => ({
  invite,
  peer,
  registryId,
  addresses
})

test('another address makes a list that replaces the one before', async (t) => {
  const directory = await temporaryDirectory(t)
  const before = await startBootstrap(t, { directory })
  const first = (await readInvite(crypto, before.invite))!
  await before.stop()
  const announce = ['/dns4/chat.example.org/tcp/443/tls/ws']
  const behind = await startBootstrap(t, { directory, announce })
  const second = (await readInvite(crypto, behind.invite))!
  expect(second.registry).toEqual(first.registry)
  expect(second.servers).toEqual([{ peer: before.peer, addresses: announce }])
  expect(second.number).toBeGreaterThan(first.number)
  await behind.stop()

  // What was announced is not mistaken for the port that was listened on.
  const third = await startBootstrap(t, { directory })
  const last = (await readInvite(crypto, third.invite))!
  expect(last.servers).toEqual(first.servers)
  expect(last.number).toBeGreaterThan(second.number)
})

test('an announced port is never listened on', async (t) => {
  const directory = await temporaryDirectory(t)
  const announce = ['/ip4/203.0.113.7/tcp/1']
  for (let time = 0; time < 2; time++) {
    const server = await startBootstrap(t, { directory, announce })
    expect(server.addresses).toEqual([`${announce[0]}/p2p/${server.peer}`])
    await server.stop()
  }
})

test('stop may be called twice, and leaves nothing open', async (t) => {
  const open = (): string[] =>
    process.getActiveResourcesInfo().filter((name) => /TCP|Timeout|Immediate|FSReq/.test(name))
  const directory = await temporaryDirectory(t)
  const before = open()
  const server = await createBootstrap({ directory, listen: [loopback] })
  const client = await startClient(t, server)
  await registerAccount(client, 'alice')
  const presence = await openPresence(client)
  await presence.say({ rooms: [new Uint8Array(32)] })
  await presence.told((news) => news.length > 0)
  await Promise.all([server.stop(), server.stop()])
  await server.stop()
  await presence.ended
  await client.host.stop()
  await expect.poll(() => open().length, { timeout: 15_000 }).toBeLessThanOrEqual(before.length)
  const store = await openRegistryStore(join(directory, 'registry'))
  await store[Symbol.asyncDispose]()
})

test('a directory has one server, and the second one changes nothing', async (t) => {
  const directory = await temporaryDirectory(t)
  const starting = [0, 1, 2].map(() => createBootstrap({ directory, listen: [loopback] }))
  const results = await Promise.allSettled(starting)
  const servers = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  for (const server of servers) t.onTestFinished(() => server.stop())
  expect(servers).toHaveLength(1)
  for (const result of results)
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ name: 'ProfileLockedError' })
  const [server] = servers
  const { peer, registryId } = server!
  await server!.stop()
  // The identity on the disk is that of the one that ran.
  expect(await startBootstrap(t, { directory })).toMatchObject({ peer, registryId })
})

test('everything is for the owner alone', async (t) => {
  const directory = join(await temporaryDirectory(t), 'new')
  await startBootstrap(t, { directory })
  expect((await stat(directory)).mode & 0o077).toBe(0)
  for (const name of await readdir(directory))
    expect((await stat(join(directory, name))).mode & 0o077, name).toBe(0)
})

test('damaged or lost secrets stop it, and free the directory', async (t) => {
  const directory = await temporaryDirectory(t)
  const before = await startBootstrap(t, { directory })
  const { registryId } = before
  await before.stop()
  const path = join(directory, 'secrets.json')
  await writeFile(path, '{}')
  await expect(createBootstrap({ directory, listen: [loopback] })).rejects.toMatchObject({
    name: 'StorageError'
  })
  await rm(path)
  for (let time = 0; time < 2; time++)
    await expect(createBootstrap({ directory, listen: [loopback] })).rejects.toMatchObject({
      name: 'StorageError',
      message: expect.stringContaining('is gone') as string
    })
  await rm(directory, { recursive: true })
  expect((await startBootstrap(t, { directory })).registryId).not.toBe(registryId)
})

test('a port that is taken stops it, and frees the directory', async (t) => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  t.onTestFinished(() => void taken.close())
  const directory = await temporaryDirectory(t)
  const { port } = taken.address() as AddressInfo
  await expect(createBootstrap({ directory, listen: [`/ip4/127.0.0.1/tcp/${port}`] })).rejects.toThrow(
    /Another program listens at \S+ already\. Choose another/
  )
  await startBootstrap(t, { directory })
})
