import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { password, startBootstrap, startNode, temporaryDirectory } from '../../support/index.ts'
import { heldBy } from '../support/held.ts'
import type { StarlingNode } from '../../../src/node/index.ts'

// Each password is stretched several times.
vi.setConfig({ testTimeout: 120_000 })

const names = async (node: StarlingNode): Promise<string[]> =>
  (await node.conversations.list()).map(({ name }) => name).sort()

test('a device that logs in when no other is there has rooms, contacts, names, blocks and what was read at once', async (t) => {
  const { invite } = await startBootstrap(t)
  const bootstrap = [invite]
  const laptop = await startNode(t, { bootstrap, name: 'alice' })
  const bob = await startNode(t, { bootstrap, name: 'bob' })
  await startNode(t, { bootstrap, name: 'mallory' })
  for (const node of [laptop, bob]) await node.rooms.join('#attic')
  await laptop.rooms.join('#left')
  await laptop.rooms.leave('#left')
  await laptop.direct.send('bob', 'psst')
  await laptop.people.rename('bob', 'Robert')
  await laptop.people.block('mallory')
  await bob.conversations.send('#attic', 'seen')
  await heldBy(laptop, '#attic', 1)
  await laptop.conversations.markRead('#attic')
  await bob.conversations.send('#attic', 'not seen yet')
  await heldBy(laptop, '#attic', 2)
  await laptop.stop()

  const phone = await startNode(t, { bootstrap })
  await phone.account.login({ username: 'alice', password })
  expect(await names(phone)).toEqual(['#attic', 'bob'])
  expect(await phone.people.list('#attic')).toBeDefined()
  await heldBy(phone, '#attic', 2)
  await expect
    .poll(async () => (await phone.conversations.list()).find(({ name }) => name === '#attic')?.unread)
    .toBe(1)
  expect((await phone.people.blocked()).map(({ name }) => name)).toEqual(['mallory'])
  // Private messages from before are for the person to give.
  expect(await phone.direct.history('bob')).toEqual([])
})

test('the registry has nothing of it that can be read', async (t) => {
  const directory = await temporaryDirectory(t)
  const server = await startBootstrap(t, { directory })
  const bootstrap = [server.invite]
  const alice = await startNode(t, { bootstrap, name: 'alice' })
  const bob = await startNode(t, { bootstrap, name: 'bobolink' })
  await alice.rooms.join('#very_quiet_room')
  await alice.direct.send('bobolink', 'psst')
  await alice.people.rename('bobolink', 'Robert the Bruce')
  const contact = bob.account.info!.id
  await alice.stop()
  await bob.stop()
  await server.stop()
  const folder = join(directory, 'registry')
  const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))))
  const everything = Buffer.concat(files).toString('latin1')
  // Bob's account is there as anybody's, with his own vault; of whom Alice knows, nothing is.
  expect(everything).toContain('bobolink')
  for (const text of [
    'very_quiet_room',
    'Robert',
    `contact/${contact}`,
    'contact/',
    'room/',
    'read/',
    'nickname'
  ])
    expect(everything, text).not.toContain(text)
  expect(everything.length).toBeGreaterThan(2 * 8192)
})
