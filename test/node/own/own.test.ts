import { expect, test, vi } from 'vitest'
import {
  password,
  shared,
  startBootstrap,
  startNode,
  temporaryDirectory,
  until
} from '../../support/index.ts'
import { contents, heldBy } from '../support/held.ts'
import type { StarlingNode } from '../../../src/node/index.ts'
import type { Lifetime } from '../../support/index.ts'

const server = shared((t) => startBootstrap(t))
const start = (t: Lifetime, name?: string, directory?: string): Promise<StarlingNode> =>
  startNode(t, { bootstrap: [server().invite], ...(name && { name }), ...(directory && { directory }) })

/** Another device of somebody who is registered. */
async function another(t: Lifetime, username: string, directory?: string): Promise<StarlingNode> {
  const device = await start(t, undefined, directory)
  await device.account.login({ username, password })
  return device
}

const named = async (node: StarlingNode, name: string) =>
  (await node.conversations.list()).find((one) => one.name === name)

/** Once the devices are connected, both ways known. */
const together = (...nodes: StarlingNode[]): Promise<void> =>
  vi.waitFor(() => {
    for (const node of nodes) {
      expect(node.account.info!.devices).toBe(nodes.length)
      expect(node.network.peers).toBeGreaterThan(0)
    }
  }, 10_000)

test('what one device writes to somebody and what comes back is on the other too', async (t) => {
  const [laptop, bob] = [await start(t, 'alice'), await start(t, 'bob')]
  const phone = await another(t, 'alice')
  await together(laptop, phone)
  const shown = until(phone, 'message', ({ content }) => content === 'psst')
  const sent = await laptop.direct.send('bob', 'psst')
  expect(await shown).toMatchObject({ id: sent.id, own: true, conversation: 'bob', recipient: 'bob' })
  expect(await laptop.conversations.delivered(sent.id)).toMatchObject({ stored_by: 1 })
  await bob.direct.send('alice', 'what?')
  for (const device of [laptop, phone]) expect(await heldBy(device, 'bob', 2)).toEqual(['psst', 'what?'])
  // What the phone writes, bob gets, and the laptop.
  await phone.direct.send('bob', 'nothing')
  for (const device of [laptop, phone]) expect(await heldBy(device, 'bob', 3)).toContain('nothing')
  expect(await heldBy(bob, 'alice', 3)).toEqual(['psst', 'what?', 'nothing'])
})

test('a device that comes later knows what was read, and takes nothing for read that was not', async (t) => {
  const [laptop, bob] = [await start(t, 'frida'), await start(t, 'gus')]
  for (const node of [laptop, bob]) await node.rooms.join('#quiet')
  await bob.conversations.send('#quiet', 'seen')
  await expect.poll(async () => (await named(laptop, '#quiet'))?.unread, { timeout: 20_000 }).toBe(1)
  await laptop.conversations.markRead('#quiet')
  await bob.conversations.send('#quiet', 'not seen yet')
  await expect.poll(async () => (await named(laptop, '#quiet'))?.unread, { timeout: 20_000 }).toBe(1)

  const phone = await another(t, 'frida')
  await together(laptop, phone)
  await expect.poll(async () => (await named(phone, '#quiet'))?.unread, { timeout: 20_000 }).toBe(1)
  expect((await phone.rooms.get('#quiet')!.history()).map(({ content }) => content)).toEqual([
    'seen',
    'not seen yet'
  ])
  expect((await named(laptop, '#quiet'))?.unread).toBe(1)
  // What is read on one is read on the other.
  await phone.conversations.markRead('#quiet')
  await expect.poll(async () => (await named(laptop, '#quiet'))?.unread, { timeout: 20_000 }).toBe(0)
})

test('a note to oneself is on all devices', async (t) => {
  const laptop = await start(t, 'carol')
  const phone = await another(t, 'carol')
  await together(laptop, phone)
  await laptop.direct.send('carol', 'milk')
  expect(await heldBy(phone, 'carol', 1)).toEqual(['milk'])
})

test('rooms are joined, left and read on both', async (t) => {
  const [laptop, dora] = [await start(t, 'dave'), await start(t, 'dora')]
  const phone = await another(t, 'dave')
  await together(laptop, phone)
  const joined = until(phone, 'conversation', ({ name }) => name === '#flock')
  await laptop.rooms.join('#flock')
  await joined
  await dora.rooms.join('#flock')
  await dora.conversations.send('#flock', 'hello')
  for (const device of [laptop, phone]) expect(await heldBy(device, '#flock', 1)).toEqual(['hello'])
  await vi.waitFor(async () => expect(await named(laptop, '#flock')).toMatchObject({ unread: 1 }))
  const read = until(laptop, 'conversation', ({ name, unread }) => name === '#flock' && unread === 0)
  await phone.conversations.markRead('#flock')
  await read
  const left = until(phone, 'conversation', ({ left: gone = false }) => gone)
  await laptop.rooms.leave('#flock')
  expect(await left).toMatchObject({ name: '#flock' })
  expect(phone.rooms.list()).toEqual([])
})

test('what was done while the other was off, it does when it is back, without the registry too', async (t) => {
  const quiet = await startBootstrap(t)
  const bootstrap = [quiet.invite]
  const [one, two] = [await temporaryDirectory(t), await temporaryDirectory(t)]
  let laptop = await startNode(t, { bootstrap, directory: one, name: 'erin' })
  const finn = await startNode(t, { bootstrap, name: 'finn' })
  let phone = await startNode(t, { bootstrap, directory: two })
  await phone.account.login({ username: 'erin', password })
  await together(laptop, phone)
  await laptop.direct.send('finn', 'one')
  expect(await heldBy(phone, 'finn', 1)).toEqual(['one'])
  await phone.stop()
  await laptop.direct.send('finn', 'two')
  expect(await heldBy(finn, 'erin', 2)).toEqual(['one', 'two'])
  await laptop.rooms.join('#birds')
  await laptop.stop()
  await quiet.stop()

  phone = await startNode(t, { directory: two })
  laptop = await startNode(t, { directory: one })
  const known = until(phone, 'conversation', ({ name }) => name === '#birds')
  expect(contents(await laptop.direct.history('finn'))).toEqual(['one', 'two'])
  expect(await heldBy(phone, 'finn', 2)).toEqual(['one', 'two'])
  await known
})
