import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import {
  encodeAddresses,
  equalBytes,
  presenceProtocol,
  publicRoomId,
  readCertificate,
  readEntry,
  readInvite
} from '../../../src/protocol/index.ts'
import { startProxy } from '../../net/proxy.ts'
import { shared, startBootstrap, temporaryDirectory } from '../../support/index.ts'
import { entryAfter, logIn, registerAccount } from '../accounts.ts'
import { startClient } from '../raw-client.ts'
import { away, isNow, offline, online, openPresence, statusesOf } from './device.ts'
import type { Bootstrap } from '../../../src/bootstrap/index.ts'
import type { Host } from '../../../src/net/index.ts'
import type { PresenceNews } from '../../../src/protocol/index.ts'
import type { Lifetime } from '../../support/index.ts'
import type { RawClient } from '../raw-client.ts'

const server = shared((t) => startBootstrap(t))

let count = 0
/** A connected device of a new account. */
async function startPerson(t: Lifetime, of: Bootstrap = server()) {
  const client = await startClient(t, of)
  const name = `person_${++count}`
  const { fields, accountSeed } = await registerAccount(client, name)
  return { client, id: fields.account, name, accountSeed, ...(await openPresence(client)) }
}

const newRoom = (): Uint8Array => publicRoomId(crypto, new Uint8Array(32), `room-${++count}`)

/** Account ids that came to a room, less those that left, and what was told to be the total. */
function membersOf(
  news: PresenceNews[],
  room: Uint8Array
): { members: Set<string>; total: number | undefined } {
  const members = new Set<string>()
  let total: number | undefined
  for (const told of news
    .flatMap(({ rooms }) => rooms)
    .filter(({ conversation }) => equalBytes(conversation, room))) {
    for (const account of told.joined) members.add(account.join())
    for (const account of told.left) members.delete(account.join())
    total = told.total
  }
  return { members, total }
}

const areIn =
  (room: Uint8Array, ...accounts: Uint8Array[]) =>
  (news: PresenceNews[]): boolean => {
    const { members, total } = membersOf(news, room)
    return total === accounts.length && accounts.every((account) => members.has(account.join()))
  }

test('those in a room hear of each other, with name, devices and addresses', async (t) => {
  const [alice, bob] = [await startPerson(t), await startPerson(t)]
  const room = newRoom()
  const addresses = encodeAddresses(['/ip4/192.0.2.1/tcp/7827', '/dns4/alice.example/tcp/1'])
  await alice.say({ rooms: [room], addresses })
  await alice.told(areIn(room, alice.id))
  await bob.say({ rooms: [room] })
  await Promise.all([alice, bob].map((person) => person.told(areIn(room, alice.id, bob.id))))
  await alice.told(isNow(bob.id, online))
  await bob.told(isNow(alice.id, online))

  const { registry } = (await readInvite(crypto, server().invite))!
  const person = bob.news
    .flatMap(({ people }) => people)
    .findLast(({ account }) => equalBytes(account, alice.id))!
  expect(person.devices).toEqual([{ key: alice.client.device, addresses }])
  expect(await readCertificate(crypto, registry, person.certificate)).toMatchObject({ username: alice.name })
  expect((await readEntry(crypto, person.entry))!.devices).toEqual([alice.client.device])
  expect(Math.abs(person.lastSeen - Date.now())).toBeLessThan(60_000)
})

test('online, away, offline: told to those in the room and to those who watch, and to nobody else', async (t) => {
  const [alice, neighbour] = [await startPerson(t), await startPerson(t)]
  const [watcher, stranger] = [await startPerson(t), await startPerson(t)]
  const [room, elsewhere] = [newRoom(), newRoom()]
  await stranger.say({ rooms: [elsewhere], watch: [watcher.id] })
  await neighbour.say({ rooms: [room] })
  await watcher.say({ watch: [alice.id] })
  await watcher.told(isNow(alice.id, offline))
  const listeners = [neighbour, watcher]
  for (const status of [online, away, online]) {
    await alice.say({ status, rooms: [room] })
    await Promise.all(listeners.map((one) => one.told(isNow(alice.id, status))))
  }
  await neighbour.told(areIn(room, neighbour.id, alice.id))
  const begin = Date.now()
  await alice.frames.close()
  await Promise.all(listeners.map((one) => one.told(isNow(alice.id, offline))))
  await neighbour.told(areIn(room, neighbour.id))
  const last = watcher.news
    .flatMap(({ people }) => people)
    .findLast(({ account }) => equalBytes(account, alice.id))!
  expect(last.lastSeen).toBeGreaterThanOrEqual(begin)
  expect(last.devices).toEqual([])
  // The stranger has been told of whom it watches, and so is up to date.
  await watcher.say({ status: away, watch: [] })
  await stranger.told(isNow(watcher.id, away))
  expect(statusesOf(stranger.news, alice.id)).toEqual([])
})

test('leaving a room, or no longer watching, ends the news', async (t) => {
  const [alice, bob, carol] = [await startPerson(t), await startPerson(t), await startPerson(t)]
  const room = newRoom()
  await bob.say({ rooms: [room] })
  await carol.say({ watch: [alice.id, bob.id] })
  await alice.say({ rooms: [room] })
  await bob.told(isNow(alice.id, online))
  await carol.told(isNow(alice.id, online))

  await bob.say({ rooms: [], watch: [carol.id] })
  await carol.say({ status: away, watch: [bob.id] })
  await bob.told(isNow(carol.id, away))
  await carol.told(isNow(bob.id, online))
  const before = [statusesOf(bob.news, alice.id).length, statusesOf(carol.news, alice.id).length]
  await alice.say({ status: away, rooms: [room] })
  await alice.told(isNow(alice.id, away))
  // Both hear of something later, and of nothing before it.
  await carol.say({ watch: [bob.id] })
  await bob.told(isNow(carol.id, online))
  await bob.say({ status: away, watch: [carol.id] })
  await carol.told(isNow(bob.id, away))
  expect([statusesOf(bob.news, alice.id).length, statusesOf(carol.news, alice.id).length]).toEqual(before)
})

test('of several devices the one that is online counts, until the last is gone', async (t) => {
  const [alice, bob] = [await startPerson(t), await startPerson(t)]
  const phone = await startClient(t, server())
  await addDevice(phone, alice)
  const second = await openPresence(phone)
  await bob.say({ watch: [alice.id] })
  await alice.say({ status: away })
  await bob.told(isNow(alice.id, away))
  await second.say({ status: online })
  await bob.told(isNow(alice.id, online))
  await second.frames.close()
  await bob.told(isNow(alice.id, away))
  await alice.frames.close()
  await bob.told(isNow(alice.id, offline))
})

test('a newer session of a device takes over without a flicker', async (t) => {
  const [alice, bob] = [await startPerson(t), await startPerson(t)]
  const room = newRoom()
  await bob.say({ rooms: [room], watch: [alice.id] })
  await alice.say({ rooms: [room] })
  await bob.told(isNow(alice.id, online))
  const begin = bob.news.length

  const newer = await openPresence(alice.client)
  await newer.say({ rooms: [room] })
  // Two streams can't both speak for a device: the older one is ended, and that changes nothing.
  await alice.ended
  await newer.say({ status: away, rooms: [room] })
  await bob.told(isNow(alice.id, away))
  expect(statusesOf(bob.news.slice(begin), alice.id)).not.toContain(offline)
  expect(bob.news.slice(begin).flatMap(({ rooms }) => rooms.flatMap(({ left }) => left))).toEqual([])

  await newer.frames.close()
  await bob.told(isNow(alice.id, offline))
})

test('a connection that is killed is offline at once', async (t) => {
  const [alice, bob] = [await startClient(t, server()), await startPerson(t)]
  const { fields } = await registerAccount(alice, `person_${++count}`)
  const proxy = await startProxy({ addresses: () => server().addresses } as unknown as Host)
  await alice.host.stop()
  const again = await startClient(t, server(), { seed: alice.seed, via: [proxy.address] })
  const device = await openPresence(again)
  await bob.say({ watch: [fields.account] })
  await device.say({})
  await bob.told(isNow(fields.account, online))
  const begin = performance.now()
  proxy.cut()
  await bob.told(isNow(fields.account, offline))
  expect(performance.now() - begin).toBeLessThan(5_000)
})

test('a device that is not registered is sent away', async (t) => {
  const stranger = await openPresence(await startClient(t, server()))
  await stranger.say({ rooms: [newRoom()] }).catch(() => {})
  await stranger.ended
  expect(stranger.news).toEqual([])
})

const survivors = shared(async (t) => ({
  mallory: (await startPerson(t)).client,
  alice: await startPerson(t),
  bob: await startPerson(t)
}))

const state = (part: object): Uint8Array =>
  presenceProtocol.encodeState({ status: 0, addresses: [], rooms: [], watch: [], ...part })

test.each<[string, Uint8Array]>([
  ['garbage', Uint8Array.of(0xff, 0xff)],
  ['a room id that is none', state({ rooms: [new Uint8Array(31)] })],
  ['a watched account that is none', state({ watch: [new Uint8Array()] })],
  ['an endless address', state({ addresses: [new Uint8Array(100_000)] })],
  ['too many rooms', state({ rooms: Array<Uint8Array>(201).fill(new Uint8Array(32)) })],
  ['a frame that is too long', new Uint8Array(presenceProtocol.maxFrame + 1)]
])('%s resets its stream, and leaves the others alone', async (_, sent) => {
  const { mallory, alice, bob } = survivors()
  const bad = await openPresence(mallory)
  await bad.say({ watch: [alice.id] })
  await bad.told(isNow(alice.id, statusesOf(bob.news, alice.id).at(-1) ?? offline))
  await bad.frames.write(sent).catch(() => {})
  await bad.ended
  await bob.say({ watch: [alice.id] })
  for (const status of [online, away]) {
    await alice.say({ status })
    await bob.told(isNow(alice.id, status))
  }
})

test('a status of later programs counts as online', async (t) => {
  const [alice, bob] = [await startPerson(t), await startPerson(t)]
  await bob.say({ watch: [alice.id] })
  for (const status of [7, 2 ** 32 - 1, offline]) {
    await alice.say({ status: away })
    await bob.told(isNow(alice.id, away))
    await alice.say({ status })
    await bob.told(isNow(alice.id, online))
  }
})

test('last seen survives a restart, of those who had left and of those who were there', async (t) => {
  const directory = await temporaryDirectory(t)
  const before = await startBootstrap(t, { directory })
  const [left, stayed] = [await startPerson(t, before), await startPerson(t, before)]
  const begin = Date.now()
  await stayed.say({ watch: [left.id] })
  await left.say({})
  await stayed.told(isNow(left.id, online))
  await left.frames.close()
  await stayed.told(isNow(left.id, offline))
  const between = Date.now()
  await before.stop()
  const end = Date.now()

  const after = await startBootstrap(t, { directory })
  const reader = await startPerson(t, after)
  await reader.say({ watch: [left.id, stayed.id] })
  await reader.told((news) => news.flatMap(({ people }) => people).length === 2)
  const seen = (id: Uint8Array): number =>
    reader.news.flatMap(({ people }) => people).find(({ account }) => equalBytes(account, id))!.lastSeen
  expect(seen(left.id)).toBeGreaterThanOrEqual(begin)
  expect(seen(left.id)).toBeLessThanOrEqual(between)
  expect(seen(stayed.id)).toBeGreaterThanOrEqual(between)
  expect(seen(stayed.id)).toBeLessThanOrEqual(end)
  expect(statusesOf(reader.news, stayed.id)).toEqual([offline])
})

test('whoever was never there has never been seen, and whom nobody knows is not told of', async (t) => {
  const [alice, bob] = [await startPerson(t), await startPerson(t)]
  await bob.say({ watch: [crypto.randomBytes(32), alice.id] })
  await bob.told(isNow(alice.id, offline))
  const people = bob.news.flatMap(({ people }) => people)
  expect(people.map(({ lastSeen }) => lastSeen)).toEqual([0])
})

test('people with endless addresses do not silence a room', async (t) => {
  const room = newRoom()
  const many = []
  for (let index = 0; index < 5; index++) many.push(await startPerson(t))
  const [alice, ...others] = many
  // 16 addresses of 512 bytes each: what five people in one frame would make of that, times 16 devices, is too long.
  const addresses = Array<Uint8Array>(16).fill(new Uint8Array(512))
  await Promise.all(others.map((one) => one.say({ rooms: [room], addresses })))
  await alice!.say({ rooms: [room] })
  await alice!.told(areIn(room, ...many.map(({ id }) => id)))
  for (const { id } of others) await alice!.told(isNow(id, online))
})

async function addDevice(phone: RawClient, to: Awaited<ReturnType<typeof startPerson>>): Promise<void> {
  const stream = await phone.open()
  const { entry } = await logIn(stream, phone.registry, to.name)
  const next = await entryAfter(to.accountSeed, entry, [...entry.devices, phone.device])
  const { error } = await stream.ask({ appendEntry: { entry: next } })
  if (error !== undefined) throw new Error(error)
}
