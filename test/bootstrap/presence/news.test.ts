import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillNews } from '../../../src/bootstrap/presence/news.ts'
import {
  base32,
  fromBase32,
  maxAddressBytes,
  maxAddresses,
  maxCertificate,
  maxDevices,
  maxEntry,
  maxRooms,
  presenceProtocol
} from '../../../src/protocol/index.ts'
import type { PresenceView, RoomDelta } from '../../../src/bootstrap/presence/news.ts'
import type { Person, PresenceNews } from '../../../src/protocol/index.ts'

const idOf = (number: number): string => {
  const bytes = new Uint8Array(32)
  new DataView(bytes.buffer).setUint32(0, number)
  return base32(bytes)
}
const ids = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, index) => idOf(from + index))

const personOf = (account: string, devices: number, addresses: number, addressBytes = 40): Person => ({
  account: fromBase32(account),
  status: 0,
  lastSeen: 1_767_225_600_000,
  certificate: new Uint8Array(devices === maxDevices ? maxCertificate : 250),
  entry: new Uint8Array(devices === maxDevices ? maxEntry : 350),
  devices: Array.from({ length: devices }, () => ({
    key: new Uint8Array(32),
    addresses: Array.from({ length: addresses }, () => new Uint8Array(addressBytes))
  }))
})

const viewOf = (make: (account: string) => Person | undefined): PresenceView => ({
  person: async (account) => make(account),
  countIn: () => 7
})

/** Takes frames until nothing waits, each as the other side reads it. */
async function drain(view: PresenceView, people: Set<string>, rooms: Map<string, RoomDelta>) {
  const frames: PresenceNews[] = []
  while (people.size > 0 || rooms.size > 0) {
    expect(frames.length, 'it ends').toBeLessThan(10_000)
    const bytes = presenceProtocol.encodeNews(await fillNews(view, people, rooms))
    expect(bytes.length).toBeLessThanOrEqual(presenceProtocol.maxFrame)
    frames.push(presenceProtocol.decodeNews(bytes))
  }
  return frames
}

const delta = (joined: string[], left: string[] = []): RoomDelta => ({
  joined: new Set(joined),
  left: new Set(left)
})

test('little goes in one frame', async () => {
  const people = new Set(ids(3))
  const rooms = new Map([[idOf(9), delta(ids(2), ids(1, 5))]])
  const frames = await drain(
    viewOf((account) => personOf(account, 1, 2)),
    people,
    rooms
  )
  expect(frames).toHaveLength(1)
  expect(frames[0]!.people.map(({ account }) => base32(account))).toEqual(ids(3))
  expect(frames[0]!.rooms).toEqual([
    {
      conversation: fromBase32(idOf(9)),
      joined: ids(2).map(fromBase32),
      left: [fromBase32(idOf(5))],
      total: 7
    }
  ])
})

test('whoever nobody knows is passed over', async () => {
  const frames = await drain(
    viewOf(() => undefined),
    new Set(ids(70)),
    new Map()
  )
  expect(frames.flatMap(({ people }) => people)).toEqual([])
})

test('the largest people there can be fit, one after the other', async () => {
  const view = viewOf((account) => personOf(account, maxDevices, maxAddresses, maxAddressBytes))
  const frames = await drain(view, new Set(ids(40)), new Map([[idOf(1), delta(ids(5000))]]))
  expect(frames.flatMap(({ people }) => people)).toHaveLength(40)
})

test('as many rooms as there can be, with as many people as a registry has', async () => {
  const everybody = ids(10_000)
  const rooms = new Map(
    ids(maxRooms, 50_000).map((room, index) => [room, delta(index < 2 ? everybody : ids(20))])
  )
  const frames = await drain(
    viewOf((account) => personOf(account, 1, 3)),
    new Set(),
    rooms
  )
  const came = frames
    .flatMap(({ rooms }) => rooms)
    .filter(({ conversation }) => base32(conversation) === idOf(50_000))
  expect(came.flatMap(({ joined }) => joined.map(base32))).toEqual(everybody)
})

test('whatever waits is told once, and whole', async () => {
  const some = fc.uniqueArray(fc.nat(5000), { maxLength: 1500, size: 'max' })
  await fc.assert(
    fc.asyncProperty(
      some,
      fc.array(fc.tuple(some, some), { maxLength: 5 }),
      fc.integer({ min: 0, max: maxDevices }),
      async (people, rooms, devices) => {
        const left = rooms.map(([joined, left], index): [string, RoomDelta] => [
          idOf(90_000 + index),
          delta(joined.map(idOf), left.map(idOf))
        ])
        const expected = left.map(([room, { joined, left }]) => [room, [...joined], [...left]])
        const frames = await drain(
          viewOf((account) => personOf(account, devices, 8)),
          new Set(people.map(idOf)),
          new Map(left)
        )
        const heardOf = frames.flatMap((frame) => frame.people.map(({ account }) => base32(account)))
        expect(heardOf.toSorted()).toEqual(people.map(idOf).toSorted())
        const told = expected.map(([room]) => {
          const news = frames.flatMap((frame) =>
            frame.rooms.filter(({ conversation }) => base32(conversation) === room)
          )
          return [
            room,
            news.flatMap(({ joined }) => joined.map(base32)),
            news.flatMap((one) => one.left.map(base32))
          ]
        })
        expect(told).toEqual(expected)
      }
    ),
    { numRuns: 15, endOnFailure: true }
  )
})
