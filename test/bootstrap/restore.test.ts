import { cp, mkdir, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openRegistryStore } from '../../src/storage/index.ts'
import { password, startBootstrap, startNode, temporaryDirectory, until } from '../support/index.ts'
import type { Bootstrap } from '../../src/bootstrap/index.ts'
import type { StarlingNode } from '../../src/node/index.ts'
import type { Lifetime } from '../support/index.ts'

const namesOf = async ({ admin }: Bootstrap): Promise<string[]> =>
  (await admin.accounts('', 10)).map(({ name }) => name)

/** A server that knows alice, a copy of it, and a path for another one. */
async function startCopied(t: Lifetime) {
  const directory = await temporaryDirectory(t)
  const server = await startBootstrap(t, { directory })
  const alice = await startNode(t, { name: 'alice', bootstrap: [server.invite] })
  const copies = await temporaryDirectory(t)
  const copy = join(copies, 'copy')
  await server.admin.backup(copy)
  return { server, directory, alice, copy, copies }
}

const back = (node: StarlingNode): Promise<unknown> =>
  until(node, 'network', ({ registry }) => registry === 'online')

test('a copy takes the place of the running registry, which goes on', async (t) => {
  const { server, directory, alice, copy } = await startCopied(t)
  const { invite, addresses } = server
  const isBack = back(alice)
  expect(await server.admin.restore(copy, false)).toEqual({ lost: [] })
  await isBack
  expect([server.invite, server.addresses]).toEqual([invite, addresses])
  expect(await alice.names.audit()).toMatchObject({ leaves: 1, evidence: [] })
  const bob = await startNode(t, { name: 'bob', bootstrap: [invite] })
  expect(await bob.names.audit()).toMatchObject({ leaves: 2 })
  expect(await namesOf(server)).toEqual(['alice', 'bob'])
  expect((await readdir(directory)).sort()).toEqual([
    'registry',
    'registry.before',
    'secrets.json',
    'server.json'
  ])
  await server.stop()
  expect(await namesOf(await startBootstrap(t, { directory }))).toEqual(['alice', 'bob'])
})

test('an older copy is refused with what would be lost; where that is wanted, everybody is told what happened', async (t) => {
  const { server, alice, copy } = await startCopied(t)
  const bootstrap = [server.invite]
  const bob = await startNode(t, { name: 'bob', bootstrap })
  expect(await alice.people.find('bob')).toMatchObject({ name: 'bob' })
  expect(await alice.names.audit()).toMatchObject({ leaves: 2 })
  await expect(server.admin.restore(copy, false)).rejects.toMatchObject({
    code: 'RESTORE',
    message: expect.stringMatching(/older than the registry: bob would be lost/) as string
  })
  expect(await namesOf(server)).toEqual(['alice', 'bob'])

  const shorter = until(alice, 'notice', ({ text }) => /has gone back, from 2 lines to 1/.test(text))
  const lost = until(bob, 'notice', ({ text }) => /does not know your account any more/.test(text))
  expect(await server.admin.restore(copy, true)).toEqual({ lost: ['bob'] })
  expect((await shorter).text).toMatch(/Perhaps its operator put an old backup back/)
  expect((await lost).text).toMatch(/register it in a new profile/)
  await expect(alice.names.audit()).rejects.toMatchObject({ code: 'UNTRUSTED_REGISTRY' })

  // Now it grows past what was seen, and differently.
  const [, bobAgain] = [
    await startNode(t, { name: 'carol', bootstrap }),
    await startNode(t, { name: 'bob', bootstrap })
  ]
  await expect(alice.names.audit()).rejects.toThrow(/is not the one that it was/)
  const taken = until(alice, 'notice', ({ text }) => /gave the name bob to another account/.test(text))
  expect(await alice.names.audit({ accept: true })).toMatchObject({ leaves: 3, names: 3, own: { leaf: 0 } })
  expect(bobAgain.account.info!.name).toBe('bob')
  const { evidence } = await alice.names.audit()
  expect(evidence.length).toBeGreaterThanOrEqual(2)
  // A restart finds the log as it was accepted, and reads on from there.
  const isBack = back(alice)
  await server.admin.backup(`${copy}-2`)
  await server.admin.restore(`${copy}-2`, false)
  await isBack
  await taken
}, 60_000)

test('what is no copy of this registry changes nothing', async (t) => {
  const { server, directory, copy, copies } = await startCopied(t)
  const other = await startBootstrap(t)
  await startNode(t, { name: 'mallory', bootstrap: [other.invite] })
  await other.admin.backup(join(copies, 'other'))
  // With this one's secrets, and another log.
  await cp(copy, join(copies, 'forged'), { recursive: true })
  await rename(join(copies, 'forged', 'registry'), join(copies, 'forged', 'former'))
  await cp(join(copies, 'other', 'registry'), join(copies, 'forged', 'registry'), { recursive: true })
  await mkdir(join(copies, 'empty'))
  await cp(copy, join(copies, 'damaged'), { recursive: true })
  await writeFile(join(copies, 'damaged', 'secrets.json'), '{')
  await cp(copy, join(copies, 'noise'), { recursive: true })
  for (const file of await readdir(join(copies, 'noise', 'registry')))
    await writeFile(join(copies, 'noise', 'registry', file), 'noise')
  for (const [name, problem] of [
    ['nothing', /is no copy that "starling admin backup" made/],
    ['empty', /is no copy that "starling admin backup" made/],
    ['other', /is a copy of another registry/],
    ['forged', /is a copy of another registry/],
    ['damaged', /is damaged/],
    ['noise', /./]
  ] as const)
    await expect(server.admin.restore(join(copies, name), true), name).rejects.toThrow(problem)
  // Where a server runs in it, it is no copy but a registry in use.
  await startBootstrap(t, { directory: copy, listen: ['/ip4/127.0.0.1/tcp/0/ws'] })
  await expect(server.admin.restore(copy, true)).rejects.toMatchObject({ code: 'PROFILE_LOCKED' })
  expect(await namesOf(server)).toEqual(['alice'])
  expect((await readdir(directory)).sort()).toEqual(['registry', 'secrets.json', 'server.json'])
})

test('a copy in which no server can start is taken back out', async (t) => {
  const { server, directory, alice, copy } = await startCopied(t)
  const store = await openRegistryStore(join(copy, 'registry'))
  await store.claim('leaving', 'alice', Uint8Array.of(0x0a, 0xff))
  await store[Symbol.asyncDispose]()
  const isBack = back(alice)
  await expect(server.admin.restore(copy, false)).rejects.toThrow()
  await isBack
  expect(await alice.names.audit()).toMatchObject({ leaves: 1, evidence: [] })
  expect((await readdir(directory)).sort()).toEqual(['registry', 'secrets.json', 'server.json'])
})

test('a crash between the two steps is made good at the next start', async (t) => {
  const { server, directory } = await startCopied(t)
  await server.stop()
  await rename(join(directory, 'registry'), join(directory, 'registry.restoring'))
  const again = await startBootstrap(t, { directory })
  expect(await namesOf(again)).toEqual(['alice'])
  expect(await again.admin.accounts('', 1)).toMatchObject([{ name: 'alice' }])
  const phone = await startNode(t, { bootstrap: [again.invite] })
  expect(await phone.account.login({ username: 'alice', password })).toMatchObject({ devices: 2 })
})
