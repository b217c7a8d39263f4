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
import type { Person, StarlingNode } from '../../../src/node/index.ts'
import type { Lifetime } from '../../support/index.ts'

const server = shared((t) => startBootstrap(t))
const start = (t: Lifetime, name?: string, directory?: string): Promise<StarlingNode> =>
  startNode(t, { bootstrap: [server().invite], ...(name && { name }), ...(directory && { directory }) })

/** Another device of somebody who is registered, once both know of it and are connected. */
async function another(t: Lifetime, first: StarlingNode, directory?: string): Promise<StarlingNode> {
  const device = await start(t, undefined, directory)
  await device.account.login({ username: first.account.info!.name, password })
  const { length } = await first.conversations.list()
  await vi.waitFor(async () => {
    for (const node of [first, device]) expect(node.account.info!.devices).toBe(2)
    expect(await device.conversations.list()).toHaveLength(length)
  }, 10_000)
  return device
}

const named = async (node: StarlingNode, name: string) =>
  (await node.conversations.list()).find((one) => one.name === name)

test('who is blocked is gone from sight on all devices, and back once that ends, with all they wrote in rooms', async (t) => {
  const laptop = await start(t, 'alice')
  const [eve, bob] = [await start(t, 'eve'), await start(t, 'bob')]
  for (const node of [laptop, eve, bob]) await node.rooms.join('#flock')
  const phone = await another(t, laptop)
  await eve.conversations.send('#flock', 'one')
  await eve.direct.send('alice', 'psst')
  for (const device of [laptop, phone]) {
    expect(await heldBy(device, '#flock', 1)).toEqual(['one'])
    expect(await heldBy(device, 'eve', 1)).toEqual(['psst'])
  }

  const hidden = until(phone, 'conversation', ({ name, left }) => name === 'eve' && left === true)
  expect(await laptop.people.block('eve')).toMatchObject({ name: 'eve', blocked: true })
  await hidden
  await eve.conversations.send('#flock', 'two')
  await bob.conversations.send('#flock', 'three')
  for (const device of [laptop, phone]) {
    expect(await heldBy(device, '#flock', 1)).toEqual(['three'])
    expect(await named(device, 'eve')).toBeUndefined()
    expect(await named(device, '#flock')).toMatchObject({ unread: 1 })
    expect(await device.people.blocked()).toEqual([expect.objectContaining({ name: 'eve' })])
    await expect(device.direct.send('eve', 'hello')).rejects.toMatchObject({ name: 'BlockedError' })
  }

  const told = until(eve, 'notice', ({ text }) => text.includes('refused'))
  const refused = await eve.direct.send('alice', 'still there?')
  await told
  expect((await eve.direct.history('alice')).at(-1)).toMatchObject({ id: refused.id, state: 'sent' })

  const shown = until(laptop, 'conversation', ({ name, left = false }) => name === 'eve' && !left)
  await phone.people.unblock('eve')
  await shown
  for (const device of [laptop, phone])
    expect(await heldBy(device, '#flock', 3)).toEqual(['one', 'two', 'three'])
})

test('a message that was refused comes once the person is not blocked any more', async (t) => {
  const [carol, dan] = [await start(t, 'carol'), await start(t, 'dan')]
  await carol.people.block('dan')
  const told = until(dan, 'notice', ({ text }) => text.includes('refused'))
  const sent = await dan.direct.send('carol', 'are you there?')
  await told
  expect(await carol.conversations.list()).toEqual([])
  await carol.people.unblock('dan')
  // Whoever shows up is tried again.
  await carol.direct.send('dan', 'yes')
  await dan.direct.send('carol', 'good')
  await dan.conversations.delivered(sent.id)
  expect(contents(await carol.direct.history('dan'))).toContain('are you there?')
})

test('what one calls somebody is seen on all devices, after a restart too, and never taken for a username', async (t) => {
  const directory = await temporaryDirectory(t)
  let laptop = await start(t, 'frank', directory)
  const [gus] = [await start(t, 'gus'), await start(t, 'hal')]
  await gus.direct.send('frank', 'hello')
  expect(await heldBy(laptop, 'gus', 1)).toEqual(['hello'])
  const phone = await another(t, laptop)
  const seen = until(phone, 'presence', ({ name, nickname }) => name === 'gus' && nickname === 'Old Gus')
  expect(await laptop.people.rename('gus', ' Old Gus ')).toMatchObject({ name: 'gus', nickname: 'Old Gus' })
  await seen
  expect(await named(phone, 'gus')).toMatchObject({ nickname: 'Old Gus' })
  expect(await laptop.direct.history('gus')).toMatchObject([{ sender: 'gus', sender_nickname: 'Old Gus' }])
  await laptop.people.find('hal')
  for (const nickname of ['Hal', 'Gus ✓', 'x'.repeat(41)])
    await expect(laptop.people.rename('gus', nickname)).rejects.toMatchObject({
      name: 'InvalidNicknameError'
    })
  await laptop.stop()
  laptop = await start(t, undefined, directory)
  expect(await laptop.people.find('gus')).toMatchObject({ nickname: 'Old Gus' })
  expect(await laptop.people.rename('gus', '')).not.toHaveProperty('nickname')
})

test('two devices that decide at once agree, after a restart too', async (t) => {
  const directories = [await temporaryDirectory(t), await temporaryDirectory(t)] as const
  const laptop = await start(t, 'ivan', directories[0])
  await start(t, 'judy')
  const phone = await another(t, laptop, directories[1])
  // What is there already is what both change.
  await laptop.people.block('judy')
  await laptop.people.rename('judy', 'Jude')
  await vi.waitFor(async () => {
    expect(await phone.people.find('judy')).toMatchObject({ blocked: true, nickname: 'Jude' })
  }, 10_000)
  const decided = [
    laptop.people.block('judy'),
    phone.people.unblock('judy'),
    laptop.people.rename('judy', 'Ju'),
    phone.people.rename('judy', 'Dy')
  ]
  await Promise.all(decided)
  const agreed = async (devices: StarlingNode[]) => {
    const [one, two] = await Promise.all(devices.map((device) => device.people.find('judy')))
    expect(one).toMatchObject({ nickname: expect.stringMatching(/^(Ju|Dy)$/) as string })
    const relation = ({ nickname, blocked }: Person) => ({ nickname, blocked })
    expect(relation(two!)).toEqual(relation(one!))
    return relation(one!)
  }
  const relation = await vi.waitFor(() => agreed([laptop, phone]), 10_000)
  await Promise.all([laptop.stop(), phone.stop()])
  const again = await Promise.all(directories.map((directory) => start(t, undefined, directory)))
  expect(await agreed(again)).toEqual(relation)
})

test('what a blocked person writes moves no room up, after a restart either', async (t) => {
  const directory = await temporaryDirectory(t)
  let leo = await start(t, 'leo', directory)
  const [mia, ned] = [await start(t, 'mia'), await start(t, 'ned')]
  for (const node of [leo, mia, ned]) await node.rooms.join('#nest')
  const { timestamp } = await ned.conversations.send('#nest', 'one')
  await heldBy(leo, '#nest', 1)
  await leo.people.block('mia')
  await ned.rooms.leave('#nest')
  // Delivered is what leo holds: nobody else is there.
  const hidden = await mia.conversations.send('#nest', 'two')
  await mia.conversations.delivered(hidden.id)
  expect(await named(leo, '#nest')).toMatchObject({ unread: 1, last_activity: timestamp })
  await leo.stop()
  await mia.rooms.leave('#nest')
  leo = await start(t, undefined, directory)
  expect(await named(leo, '#nest')).toMatchObject({ unread: 1, last_activity: timestamp })
  await leo.people.unblock('mia')
  expect(await named(leo, '#nest')).toMatchObject({ unread: 2, last_activity: hidden.timestamp })
})

test('nobody blocks themselves', async (t) => {
  const kim = await start(t, 'kim')
  await expect(kim.people.block('kim')).rejects.toMatchObject({ name: 'BlockedError' })
})
