import { ED25519_TORSION_SUBGROUP } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import {
  concatBytes,
  domain,
  equalBytes,
  followsEntry,
  fromHex,
  hex,
  isByFirstKey,
  listsDevice,
  maxDevices,
  maxEntry,
  readEntry,
  signEntry
} from '../../src/protocol/index.ts'
import { Entry, SignedEntry } from '../../src/protocol/pb/account.ts'
import { vectorFile, vectorText } from '../vectors/json.ts'
import { bitFlips, mutations, truncations } from './mutations.ts'
import { firstEntry, makePair, newYear } from './people.ts'
import { seededCrypto } from './seeded-crypto.ts'
import type { AccountEntry, Crypto, EntryFields } from '../../src/protocol/index.ts'
import type { Pair } from './people.ts'

const account = makePair(crypto)
const first = firstEntry(crypto, account)

/** A SignedEntry of fields that `signEntry` would not make sense of: signed all the same. */
const signed = (fields: EntryFields, by: Pair, use = 'entry'): Promise<Uint8Array> =>
  signBytes(crypto, Entry.encode(fields), by, use)

async function signBytes(crypto: Crypto, entry: Uint8Array, by: Pair, use = 'entry', old?: Pair) {
  const input = concatBytes(domain(use), entry)
  return SignedEntry.encode({
    entry,
    signature: await crypto.sign(by.seed, input),
    ...(old && { previousSignature: await crypto.sign(old.seed, input) })
  })
}

const read = async (bytes: Uint8Array): Promise<AccountEntry> => {
  const entry = await readEntry(crypto, bytes)
  if (entry === undefined) throw new Error('this one should be read')
  return entry
}

const after = (entry: AccountEntry): EntryFields => ({
  account: entry.account,
  number: entry.number + 1,
  previous: entry.hash,
  time: entry.time + 1,
  accountKey: entry.accountKey,
  devices: [...entry.devices, makePair(crypto).key],
  backup: entry.backup
})

describe('one entry', () => {
  test('is read as it was signed', async () => {
    const bytes = await signEntry(crypto, account.seed, first)
    const entry = await read(bytes)
    expect(entry).toEqual({ ...first, bytes, hash: entry.hash })
    expect(entry.hash).toEqual(crypto.sha256(domain('entry'), SignedEntry.decode(bytes).entry))
    expect(isByFirstKey(crypto, entry)).toBe(true)
    expect(listsDevice(entry, first.devices[0]!)).toBe(true)
    expect(listsDevice(entry, account.key)).toBe(false)
  })

  test('keeps what a newer program adds, because the bytes are signed', async () => {
    const unknownField = Uint8Array.of(0x7a, 2, 1, 2)
    const entry = await read(await signBytes(crypto, concatBytes(Entry.encode(first), unknownField), account))
    expect(entry.number).toBe(1)
    expect(entry.hash).not.toEqual((await read(await signed(first, account))).hash)
  })

  test('is read from none of its truncations', async () => {
    for (const bytes of truncations(await signed(first, account)))
      expect(await readEntry(crypto, bytes)).toBeUndefined()
  })

  test('is read with no bit changed', async () => {
    for (const bytes of bitFlips(await signed(first, account)))
      expect(await readEntry(crypto, bytes)).toBeUndefined()
  })

  test('is read from nothing else than its very bytes', async () => {
    const bytes = await signed(first, account)
    await fc.assert(
      fc.asyncProperty(mutations(bytes), async (other) => {
        expect((await readEntry(crypto, other)) === undefined).toBe(!equalBytes(other, bytes))
      }),
      { numRuns: 2000 }
    )
  })

  test('of another domain or by another key is refused', async () => {
    const stranger = makePair(crypto)
    for (const use of ['certificate', 'leaf', 'servers', 'record', ''])
      expect(await readEntry(crypto, await signed(first, account, use)), use).toBeUndefined()
    expect(await readEntry(crypto, await signed(first, stranger))).toBeUndefined()
    expect(
      await readEntry(crypto, await signed({ ...first, accountKey: stranger.key }, stranger))
    ).toBeUndefined()
  })

  test.each<[string, Partial<EntryFields>]>([
    ['account id', { account: first.account.subarray(1) }],
    ['account id of another key', { account: crypto.sha256(account.key, account.key) }],
    ['number 0', { number: 0 }],
    ['time beyond any date', { time: 8.64e15 + 1 }],
    ['a predecessor of the first', { previous: new Uint8Array(32) }],
    ['no predecessor of the second', { number: 2 }],
    ['short predecessor', { number: 2, previous: new Uint8Array(31) }],
    ['backup', { backup: new Uint8Array(31) }],
    ['no device', { devices: [] }],
    ['the same device twice', { devices: [first.devices[0]!, first.devices[0]!] }],
    ['short device key', { devices: [first.devices[0]!.subarray(1)] }],
    ['empty device key', { devices: [new Uint8Array()] }],
    ['a device key that is no point', { devices: [fromHex(`02${'00'.repeat(31)}`)] }]
  ])('is refused for its %s', async (_, fields) => {
    expect(await readEntry(crypto, await signed({ ...first, ...fields }, account))).toBeUndefined()
  })

  test('is refused for a number that no double holds', async () => {
    const second = Entry.encode({ ...first, number: 0, previous: new Uint8Array(32) })
    const number = (...varint: number[]): Promise<Uint8Array> =>
      signBytes(crypto, concatBytes(second, Uint8Array.of(0x10, ...varint)), account)
    expect(await readEntry(crypto, await number(2))).toMatchObject({ number: 2 })
    for (const last of [0x1f, 0x7f])
      expect(await readEntry(crypto, await number(...Array<number>(7).fill(0xff), last))).toBeUndefined()
    expect(await readEntry(crypto, await number(...Array<number>(9).fill(0xff), 1))).toBeUndefined()
  })

  test('lists 16 devices and not 17', async () => {
    const devices = Array.from({ length: maxDevices }, () => makePair(crypto).key)
    const whole = await signed({ ...first, devices }, account)
    expect((await read(whole)).devices).toEqual(devices)
    expect(whole.length).toBeLessThan(1024)
    const tooMany = [...devices, makePair(crypto).key]
    expect(await readEntry(crypto, await signed({ ...first, devices: tooMany }, account))).toBeUndefined()
  })

  test('is 2 KiB at most', async () => {
    const padded = async (length: number): Promise<Uint8Array> => {
      const field = concatBytes(
        Uint8Array.of(0x7a, 0x80 | (length & 127), length >> 7),
        new Uint8Array(length)
      )
      return signBytes(crypto, concatBytes(Entry.encode(first), field), account)
    }
    const rest = maxEntry - (await padded(1000)).length + 1000
    expect(await readEntry(crypto, await padded(rest))).toMatchObject({ number: 1 })
    expect(await readEntry(crypto, await padded(rest + 1))).toBeUndefined()
  })

  test.each(ED25519_TORSION_SUBGROUP)('with a key of small order is refused: %s', async (point) => {
    const key = fromHex(point)
    const second = { ...first, number: 2, previous: new Uint8Array(32) }
    expect(await readEntry(crypto, await signed({ ...second, devices: [key] }, account))).toBeUndefined()
    // For these keys some signatures hold for anything: the key itself is what must be refused.
    for (const signature of [concatBytes(key, new Uint8Array(32)), new Uint8Array(64)]) {
      const entry = Entry.encode({ ...second, accountKey: key })
      expect(await readEntry(crypto, SignedEntry.encode({ entry, signature }))).toBeUndefined()
    }
  })
})

describe('the entry after another', () => {
  const one = signEntry(crypto, account.seed, first).then(read)

  test('has its number, its account and its hash', async () => {
    const previous = await one
    const right = after(previous)
    const follows = async (fields: Partial<EntryFields>, by = account): Promise<boolean> =>
      followsEntry(crypto, previous, await read(await signed({ ...right, ...fields }, by)))
    expect(await follows({})).toBe(true)
    expect(await follows({ devices: right.devices.slice(1) })).toBe(true)
    expect(await follows({ previous: crypto.sha256(previous.hash) })).toBe(false)
    expect(await follows({ number: 3 })).toBe(false)
    expect(await follows({ number: 2 ** 53 - 1 })).toBe(false)
    expect(await follows({ account: crypto.sha256(previous.hash) })).toBe(false)
    expect(await followsEntry(crypto, previous, previous)).toBe(false)
    const next = await read(await signed(right, account))
    expect(await followsEntry(crypto, next, previous)).toBe(false)
    expect(await followsEntry(crypto, next, await read(await signed(after(next), account)))).toBe(true)
  })

  test('changes the account key only with the signatures of both', async () => {
    const previous = await one
    const [next, thief] = [makePair(crypto), makePair(crypto)]
    const entry = Entry.encode({ ...after(previous), accountKey: next.key })
    const by = async (...keys: [Pair, Pair?]): Promise<boolean> => {
      const bytes = await signBytes(crypto, entry, keys[0], 'entry', keys[1])
      const read = await readEntry(crypto, bytes)
      return read !== undefined && followsEntry(crypto, previous, read)
    }
    expect(await by(next, account)).toBe(true)
    expect(await by(next)).toBe(false)
    expect(await by(next, next)).toBe(false)
    expect(await by(next, thief)).toBe(false)
    expect(await by(account, next)).toBe(false)
    expect(await by(account)).toBe(false)

    const rotated = await read(await signBytes(crypto, entry, next, 'entry', account))
    expect(rotated.previousSignature).toHaveLength(64)
    expect(isByFirstKey(crypto, rotated)).toBe(false)
    const third = after(rotated)
    expect(await followsEntry(crypto, rotated, await read(await signed(third, next)))).toBe(true)
    // The first key's power has ended.
    const back = await read(await signed({ ...third, accountKey: account.key }, account))
    expect(await followsEntry(crypto, rotated, back)).toBe(false)
  })

  test('the old signature counts for this entry alone', async () => {
    const previous = await one
    const next = makePair(crypto)
    const rotation = { ...after(previous), accountKey: next.key }
    const honest = await signBytes(crypto, Entry.encode(rotation), next, 'entry', account)
    const { previousSignature } = SignedEntry.decode(honest)
    const other = SignedEntry.decode(await signed({ ...rotation, devices: [next.key] }, next))
    const stolen = await read(SignedEntry.encode({ ...other, previousSignature: previousSignature! }))
    expect(await followsEntry(crypto, previous, stolen)).toBe(false)
    expect(await readEntryThatFollows(previous, honest)).toBe(true)
    const from = (honest.length - 66) * 8
    for (const bytes of bitFlips(honest).slice(from))
      expect(await readEntryThatFollows(previous, bytes)).toBe(false)
  })

  const readEntryThatFollows = async (previous: AccountEntry, bytes: Uint8Array): Promise<boolean> => {
    const entry = await readEntry(crypto, bytes)
    return entry !== undefined && followsEntry(crypto, previous, entry)
  }
})

test('the vectors are those of this code', async () => {
  const seeded = seededCrypto('entry')
  const [one, two] = [makePair(seeded), makePair(seeded)]
  const fields = firstEntry(seeded, one)
  const first = await read(await signEntry(seeded, one.seed, fields))
  const second = { ...after(first), devices: [...fields.devices, makePair(seeded).key], time: newYear + 1000 }
  const grown = await read(await signEntry(seeded, one.seed, second))
  const third = { ...after(grown), devices: [fields.devices[0]!], accountKey: two.key, time: newYear + 2000 }
  const rotated = await read(await signBytes(seeded, Entry.encode(third), two, 'entry', one))
  expect(await followsEntry(seeded, first, grown)).toBe(true)
  expect(await followsEntry(seeded, grown, rotated)).toBe(true)

  const line = (name: string, seeds: Uint8Array[], entry: AccountEntry) => ({
    name,
    accountSeeds: seeds.map(hex),
    account: hex(entry.account),
    number: entry.number,
    previous: hex(entry.previous),
    time: entry.time,
    accountKey: hex(entry.accountKey),
    devices: entry.devices.map(hex),
    backup: hex(entry.backup),
    signedEntry: hex(entry.bytes),
    hash: hex(entry.hash)
  })
  const vectors = [
    line('the first', [one.seed], first),
    line('another device', [one.seed], grown),
    line('one device left, and a new account key signed by both', [two.seed, one.seed], rotated)
  ]
  await expect(await vectorText(vectors)).toMatchFileSnapshot(vectorFile('entry'))
})
