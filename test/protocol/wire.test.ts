import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  concatBytes,
  directProtocol,
  maxAddressBytes,
  maxAddresses,
  maxDevices,
  maxRooms,
  maxTime,
  maxWatched,
  presenceProtocol,
  syncProtocol
} from '../../src/protocol/index.ts'
import { decoders, sampled } from './decoders.ts'
import { bitFlips, mutations, truncations } from './mutations.ts'

const id = new Uint8Array(32).fill(1)

/** The longest list that a frame may decode to is `watch`. */
const longestAllowed = maxWatched

function longestList(value: unknown): number {
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return 0
  const inner = Math.max(0, ...Object.values(value).map(longestList))
  return Array.isArray(value) ? Math.max(value.length, inner) : inner
}

/** Protobuf of a field, or of fields within fields, that holds nothing but the same empty field again and again. */
function repeated([outer, ...path]: number[], size: number): Uint8Array {
  const tag = (outer! << 3) | 2
  if (path.length === 0) return new Uint8Array(size).map((_, index) => (index % 2 === 0 ? tag : 0))
  const inner = repeated(path, size - 4)
  return concatBytes(
    Uint8Array.of(tag, 0x80 | (inner.length & 127), 0x80 | ((inner.length >> 7) & 127), inner.length >> 14),
    inner
  )
}

const fieldNumbers = [1, 2, 3, 4, 5]
const lists = fieldNumbers.flatMap((a) => [
  [a],
  ...fieldNumbers.flatMap((b) => [[a, b], ...fieldNumbers.map((c) => [a, b, c])])
])
const paths = [...lists, ...[6, 7, 8, 9].flatMap((a) => fieldNumbers.map((b) => [a, b]))]

test('each decoder has samples', () => {
  expect(decoders.map(({ name }) => name).toSorted()).toEqual(sampled.toSorted())
  for (const { name, samples } of decoders) expect(samples, name).not.toHaveLength(0)
})

describe.each(decoders)('$name', ({ samples, encode, decode, maxFrame }) => {
  /** Throws an Error or gives something back that is in the limits; nothing else. */
  const survive = (bytes: Uint8Array): void => {
    let value: unknown
    try {
      value = decode(bytes)
    } catch (error) {
      expect(error).toBeInstanceOf(Error)
      return
    }
    expect(longestList(value)).toBeLessThanOrEqual(longestAllowed)
  }

  test('gives back what was put in', () => {
    for (const sample of samples) expect(decode(encode(sample))).toEqual(sample)
  })

  test('survives every truncation', () => {
    for (const sample of samples) for (const bytes of truncations(encode(sample))) survive(bytes)
  })

  test('survives every changed bit', () => {
    for (const sample of samples) for (const bytes of bitFlips(encode(sample))) survive(bytes)
  })

  test('survives garbage', () => {
    for (const sample of samples) fc.assert(fc.property(mutations(encode(sample)), survive), { numRuns: 500 })
    fc.assert(fc.property(fc.uint8Array({ maxLength: 1000 }), survive), { numRuns: 2000 })
  })

  test('survives a frame full of one byte', () => {
    for (let byte = 0; byte < 256; byte++) survive(new Uint8Array(maxFrame).fill(byte))
  })

  test('survives more than a frame may hold', () => {
    const long = concatBytes(...samples.map(encode), new Uint8Array(4 * maxFrame))
    survive(long)
    survive(long.fill(0x0a, 8))
  })

  test('keeps no list that repeats a field without end', () => {
    for (const path of paths) survive(repeated(path, 4 * longestAllowed))
  })
})

describe('limits', () => {
  const ids = (count: number): Uint8Array[] => Array<Uint8Array>(count).fill(id)
  const get = { ranges: [], ids: [], accounts: [], limit: 0, newestFirst: false }
  const ask = (part: object) => () =>
    syncProtocol.decodeRequest(syncProtocol.encodeRequest({ conversation: id, ...part }))
  const page = { packets: [], entries: [], certificates: [], missing: [], more: false }
  const answer = (part: object) => () => syncProtocol.decodeReply(syncProtocol.encodeReply(part))
  const state = { status: 0, addresses: [], rooms: [], watch: [] }
  const say = (part: object) => () =>
    presenceProtocol.decodeState(presenceProtocol.encodeState({ ...state, ...part }))
  const person = { account: id, status: 0, lastSeen: 0, certificate: id, entry: id, devices: [] }
  const room = { conversation: id, joined: [], left: [], total: 0 }
  const tell = (part: object) => () =>
    presenceProtocol.decodeNews(presenceProtocol.encodeNews({ people: [], rooms: [], ...part }))
  const range = { device: id, from: 1, to: 2 }
  const line = { device: id, number: 1, id }
  const list = <T>(count: number, item: T): T[] => Array<T>(count).fill(item)
  const addressed = (count: number) => ({ key: id, addresses: ids(count) })

  test.each<[string, number, (count: number) => () => unknown]>([
    ['sync: buckets asked for', 256, (count) => ask({ bucket: { numbers: list(count, 1) } })],
    ['sync: ranges asked for', 4096, (count) => ask({ get: { ...get, ranges: list(count, range) } })],
    ['sync: records asked for', 1024, (count) => ask({ get: { ...get, ids: ids(count) } })],
    ['sync: accounts asked for', 256, (count) => ask({ get: { ...get, accounts: ids(count) } })],
    ['sync: records stored', 4096, (count) => ask({ stored: { ids: ids(count) } })],
    ['sync: lines', 3000, (count) => answer({ lines: { lines: list(count, line) } })],
    ['sync: packets', 4096, (count) => answer({ page: { ...page, packets: ids(count) } })],
    ['sync: entries', 256, (count) => answer({ page: { ...page, entries: ids(count) } })],
    ['sync: certificates', 256, (count) => answer({ page: { ...page, certificates: ids(count) } })],
    ['sync: missing', 4096, (count) => answer({ page: { ...page, missing: list(count, range) } })],
    ['presence: own addresses', maxAddresses, (count) => say({ addresses: ids(count) })],
    ['presence: own rooms', maxRooms, (count) => say({ rooms: ids(count) })],
    ['presence: watched', maxWatched, (count) => say({ watch: ids(count) })],
    ['presence: people', 4096, (count) => tell({ people: list(count, person) })],
    [
      'presence: devices',
      maxDevices,
      (count) => tell({ people: [{ ...person, devices: list(count, addressed(0)) }] })
    ],
    [
      'presence: addresses',
      maxAddresses,
      (count) => tell({ people: [{ ...person, devices: [addressed(count)] }] })
    ],
    ['presence: rooms', maxRooms, (count) => tell({ rooms: list(count, room) })],
    ['presence: who came', 4096, (count) => tell({ rooms: [{ ...room, joined: ids(count) }] })],
    ['presence: who left', 4096, (count) => tell({ rooms: [{ ...room, left: ids(count) }] })]
  ])('%s: %i and not one more', (_, most, decoding) => {
    expect(decoding(most)).not.toThrow()
    expect(decoding(most + 1)).toThrow()
  })

  test('presence: ids and keys have 32 bytes', () => {
    for (const wrong of [new Uint8Array(), new Uint8Array(31), new Uint8Array(33)]) {
      expect(say({ rooms: [id, wrong] })).toThrow(RangeError)
      expect(say({ watch: [wrong] })).toThrow(RangeError)
      expect(tell({ people: [{ ...person, account: wrong }] })).toThrow(RangeError)
      expect(tell({ people: [{ ...person, devices: [{ key: wrong, addresses: [] }] }] })).toThrow(RangeError)
      expect(tell({ rooms: [{ ...room, conversation: wrong }] })).toThrow(RangeError)
      expect(tell({ rooms: [{ ...room, joined: [wrong] }] })).toThrow(RangeError)
      expect(tell({ rooms: [{ ...room, left: [wrong] }] })).toThrow(RangeError)
    }
  })

  test('presence: an address has 512 bytes at most', () => {
    const [most, more] = [new Uint8Array(maxAddressBytes), new Uint8Array(maxAddressBytes + 1)]
    const of = (address: Uint8Array) =>
      tell({ people: [{ ...person, devices: [{ key: id, addresses: [address] }] }] })
    expect(say({ addresses: [most] })).not.toThrow()
    expect(say({ addresses: [more] })).toThrow(RangeError)
    expect(of(most)).not.toThrow()
    expect(of(more)).toThrow(RangeError)
  })

  test('presence: nobody was last seen when no date can tell', () => {
    expect(tell({ people: [{ ...person, lastSeen: maxTime }] })).not.toThrow()
    expect(tell({ people: [{ ...person, lastSeen: maxTime + 1 }] })).toThrow(RangeError)
  })

  test('direct: a conversation id comes first', () => {
    expect(() => directProtocol.decodeRequest(new Uint8Array(31))).toThrow(RangeError)
    expect(directProtocol.decodeRequest(id)).toEqual({ conversation: id, packet: new Uint8Array() })
  })
})
