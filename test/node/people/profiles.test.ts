import { expect, test, vi } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import {
  base64,
  directId,
  directProtocol,
  encodePacket,
  encodeProfile,
  encodeRegister,
  fromBase32,
  hybridTime,
  kind,
  maxClockAhead,
  profileKey,
  publicRoomId,
  registerLink,
  roomTopic,
  syncProtocol
} from '../../../src/protocol/index.ts'
import { png } from '../../protocol/pictures.ts'
import {
  password,
  shared,
  startBootstrap,
  startNode,
  temporaryDirectory,
  until
} from '../../support/index.ts'
import { makeDevice } from '../support/accounts.ts'
import { heldBy } from '../support/held.ts'
import { askDirect, startMallory } from '../support/mallory.ts'
import type { StarlingNode } from '../../../src/node/index.ts'
import type { ProfilesRequest } from '../../../src/protocol/index.ts'
import type { Lifetime } from '../../support/index.ts'

vi.setConfig({ testTimeout: 60_000 })

const server = shared((t) => startBootstrap(t))
const start = (t: Lifetime, name?: string, directory?: string): Promise<StarlingNode> =>
  startNode(t, { bootstrap: [server().invite], ...(name && { name }), ...(directory && { directory }) })

/** Once a node knows of somebody, in a room or where one writes to them, what this says. */
const sees = (node: StarlingNode, name: string, fields: object, where = '#lobby'): Promise<void> =>
  vi.waitFor(
    async () =>
      expect((await node.people.list(where)).find((person) => person.name === name)).toMatchObject(fields),
    { timeout: 20_000 }
  )

test('what one says of oneself is told in rooms, and to those who come later by others', async (t) => {
  const [alice, bob] = [await start(t, 'alice'), await start(t, 'bob')]
  for (const node of [alice, bob]) await node.rooms.join('#lobby')
  await sees(bob, 'alice', { link: 'direct' })
  await alice.conversations.send('#lobby', 'I am late')
  const told = until(
    bob,
    'presence',
    ({ name, status_text }) => name === 'alice' && status_text !== undefined
  )
  const picture = base64(png(64, 64))
  const set = { displayName: ' Alice Liddell ', statusText: 'down the hole', timeZone: 'Europe/London' }
  const mine = await alice.people.setProfile({ ...set, colour: 'teal', picture })
  const fields = {
    display_name: 'Alice Liddell',
    status_text: 'down the hole',
    time_zone: 'Europe/London',
    colour: 'teal'
  }
  expect(mine).toEqual({
    name: 'alice',
    id: alice.account.info!.id,
    ...fields,
    picture: { type: 'image/png', width: 64, height: 64, data: picture },
    changed: mine.changed
  })
  expect(await told).toMatchObject({ name: 'alice', ...fields })
  expect(await bob.people.profile('alice')).toEqual(mine)
  await sees(alice, 'alice', { ...fields, me: true })

  // Carol was not there, and hears of it when alice is gone.
  await alice.stop()
  const carol = await start(t, 'carol')
  await carol.rooms.join('#lobby')
  await sees(carol, 'alice', fields)
  expect(await carol.people.profile('alice')).toEqual(mine)
  expect(await carol.people.profile('bob')).toEqual({ name: 'bob', id: bob.account.info!.id })
})

test('a contact hears of it without a room, at once and after it was away; it is kept through a restart', async (t) => {
  const directories = { dave: await temporaryDirectory(t), erin: await temporaryDirectory(t) }
  let dave = await start(t, 'dave', directories.dave)
  let erin = await start(t, 'erin', directories.erin)
  const { id } = await dave.direct.send('erin', 'hello')
  await dave.conversations.delivered(id)
  await dave.people.setProfile({ displayName: 'Dave' })
  await sees(erin, 'dave', { display_name: 'Dave' }, 'dave')
  await erin.stop()
  await dave.people.setProfile({ displayName: 'David', statusText: 'older' })
  // A program that was started since has nothing left to tell: who meets it asks.
  await dave.stop()
  dave = await start(t, undefined, directories.dave)
  erin = await start(t, undefined, directories.erin)
  await sees(erin, 'dave', { display_name: 'David', status_text: 'older' }, 'dave')
  await dave.stop()
  await erin.stop()
  erin = await start(t, undefined, directories.erin)
  await sees(erin, 'dave', { display_name: 'David', status_text: 'older' }, 'dave')
  expect(await erin.people.profile('dave')).toMatchObject({ display_name: 'David' })
})

test('an empty text takes away, what is not named stays, and what breaks a rule changes nothing', async (t) => {
  const finn = await start(t, 'finn')
  await finn.people.setProfile({ displayName: 'Finn', colour: 'red', picture: base64(png(1, 1)) })
  await finn.people.setProfile({ statusText: 'here', displayName: '', picture: '' })
  const after = await finn.people.profile('finn')
  expect(after).toEqual({
    name: 'finn',
    id: finn.account.info!.id,
    status_text: 'here',
    colour: 'red',
    changed: after.changed
  })
  for (const wrong of [
    { displayName: 'Finn ✓' },
    { displayName: 'F'.repeat(41) },
    { statusText: 'two\nlines' },
    { timeZone: 'Europe/Atlantis' },
    { timeZone: 'here' },
    { colour: 'black' },
    { picture: 'no picture' },
    { picture: base64(png(1000, 1000)) }
  ])
    await expect(finn.people.setProfile(wrong)).rejects.toMatchObject({ name: 'InvalidProfileError' })
  expect(await finn.people.profile('finn')).toEqual(after)
  // Two at once: neither undoes the other.
  await Promise.all([finn.people.setProfile({ displayName: 'F' }), finn.people.setProfile({ colour: '' })])
  expect(await finn.people.profile('finn')).toMatchObject({ display_name: 'F', status_text: 'here' })
  expect(await finn.people.profile('finn')).not.toHaveProperty('colour')
})

test('own devices have one profile, whichever says it last', async (t) => {
  const laptop = await start(t, 'gina')
  const phone = await start(t)
  await phone.account.login({ username: 'gina', password })
  await laptop.people.setProfile({ displayName: 'Gina' })
  await vi.waitFor(
    async () => expect(await phone.people.profile('gina')).toMatchObject({ display_name: 'Gina' }),
    20_000
  )
  await phone.people.setProfile({ statusText: 'on the phone' })
  await vi.waitFor(
    async () =>
      expect(await laptop.people.profile('gina')).toMatchObject({
        display_name: 'Gina',
        status_text: 'on the phone'
      }),
    20_000
  )
  await Promise.all([
    laptop.people.setProfile({ colour: 'blue' }),
    phone.people.setProfile({ colour: 'pink' })
  ])
  await vi.waitFor(async () => {
    const [one, two] = [await laptop.people.profile('gina'), await phone.people.profile('gina')]
    expect(one).toEqual(two)
  }, 20_000)
})

interface Forging {
  name?: string
  key?: string
  time?: number
  seed?: Uint8Array
  conversation?: Uint8Array
}

test('nobody speaks for somebody else, repeats what is over, or floods', async (t) => {
  const [helen, ivan] = [await start(t, 'helen'), await start(t, 'ivan')]
  for (const node of [helen, ivan]) await node.rooms.join('#garden')
  const mallory = await startMallory(t, server(), helen, 'mallory')
  const garden = publicRoomId(crypto, mallory.client.registry, 'garden')
  const topic = roomTopic(garden)
  mallory.host.gossip.join(topic, () => 'accept')
  await expect
    .poll(() => mallory.host.gossip.subscribers(topic).length, { timeout: 20_000 })
    .toBeGreaterThan(0)

  const profileOf = (account: Uint8Array, forging: Forging = {}) => {
    const { name = 'Mallory', key = profileKey, time = Date.now(), seed } = forging
    const value = encodeProfile({
      displayName: name,
      status: '',
      timeZone: '',
      colour: 0,
      picture: new Uint8Array()
    })
    return mallory.requestOf(
      {
        kind: kind.profile,
        number: 0,
        prev: registerLink(crypto, key),
        time: hybridTime(time),
        content: encodeRegister({ key, value }),
        ...(seed && { seed })
      },
      forging.conversation ?? directId(crypto, account, account),
      account
    )
  }
  const say = async (request: Pick<Awaited<ReturnType<typeof profileOf>>, 'record'>): Promise<void> => {
    await mallory.host.gossip.publish(topic, encodePacket(request.record, mallory.credentials))
  }
  const start1 = Date.now() - 5_000
  const good = await profileOf(mallory.id, { name: 'First', time: start1 })
  const heard = until(
    helen,
    'presence',
    ({ name, display_name }) => name === 'mallory' && display_name === 'First'
  )
  await say(good)
  await heard
  await sees(ivan, 'mallory', { display_name: 'First' }, '#garden')

  const helenId = fromBase32(helen.account.info!.id)
  for (const forged of [
    await profileOf(helenId),
    await profileOf(mallory.id, { name: 'Unsigned', seed: makeDevice().seed }),
    await profileOf(mallory.id, { name: 'Elsewhere', conversation: garden }),
    await profileOf(mallory.id, { name: 'Elsewhere', key: 'room/garden' }),
    await profileOf(mallory.id, { name: 'Marked ✓' }),
    await profileOf(mallory.id, { name: 'Older', time: start1 - 1000 }),
    await profileOf(mallory.id, { name: 'Later', time: Date.now() + maxClockAhead + 60_000 })
  ])
    await say(forged)
  // Sooner after the first than anybody may.
  await say(await profileOf(mallory.id, { name: 'Second' }))
  await say(await mallory.requestOf({ text: 'what was said before has been judged' }, garden))
  for (const node of [helen, ivan]) await heldBy(node, '#garden', 1)

  // The same over a direct stream, from somebody who is no contact.
  const frames = await mallory.open(directProtocol)
  const newer = await profileOf(mallory.id, { name: 'Third' })
  expect(await askDirect(frames, newer.bytes)).toEqual({ refused: 'not-here' })
  const event = await mallory.requestOf({ text: 'hi' })
  expect(await askDirect(frames, event.bytes)).toEqual({ stored: event.record.id })
  expect(await askDirect(frames, (await profileOf(helenId)).bytes)).toEqual({ refused: 'not-here' })
  const { id } = await helen.direct.send('ivan', 'hi')
  await helen.conversations.delivered(id)
  const ivanId = fromBase32(ivan.account.info!.id)
  expect(await askDirect(frames, (await profileOf(ivanId)).bytes)).toEqual({ refused: 'unknown-device' })
  const unsigned = await profileOf(mallory.id, { name: 'Unsigned', seed: makeDevice().seed })
  expect(await askDirect(frames, unsigned.bytes)).toEqual({ refused: 'bad-record' })
  const elsewhere = await profileOf(mallory.id, { name: 'Fourth', conversation: mallory.conversation })
  expect(await askDirect(frames, elsewhere.bytes)).toEqual({ refused: 'not-here' })
  expect(await helen.people.find('mallory')).toMatchObject({ display_name: 'First' })
  expect(await helen.people.find('helen')).not.toHaveProperty('display_name')
  expect(await ivan.people.find('mallory')).toMatchObject({ display_name: 'First' })
})

test('who asks is given what they may see', async (t) => {
  const [jane, kim] = [await start(t, 'jane'), await start(t, 'kim')]
  for (const node of [jane, kim]) await node.people.setProfile({ displayName: node.account.info!.name })
  await jane.direct.send('kim', 'hello')
  await sees(jane, 'kim', { display_name: 'kim' }, 'kim')
  const spy = await startMallory(t, server(), jane, 'spy')
  await jane.rooms.join('#square')
  const [a, b] = [jane, kim].map((node) => fromBase32(node.account.info!.id)) as [Uint8Array, Uint8Array]
  const frames = await spy.open(syncProtocol)
  const ask = async (conversation: Uint8Array, held: ProfilesRequest['held']) => {
    await frames.write(syncProtocol.encodeRequest({ conversation, profiles: { held } }))
    const { error, profiles } = syncProtocol.decodeReply((await frames.read())!)
    return error ?? profiles?.packets.length
  }
  const none = new Uint8Array()
  const both = [a, b].map((account) => ({ account, id: none }))
  const square = publicRoomId(crypto, spy.client.registry, 'square')
  // In the room there is jane alone; with whom she speaks is nobody's business.
  expect(await ask(square, both)).toBe(1)
  expect(await ask(directId(crypto, a, a), both)).toBe(1)
  for (const hidden of [directId(crypto, a, b), directId(crypto, b, b), none])
    expect(await ask(hidden, both)).toBe('not-here')
  const odd = [
    { account: none, id: none },
    { account: crypto.randomBytes(99), id: crypto.randomBytes(99) }
  ]
  expect(await ask(square, odd)).toBe(0)
})
