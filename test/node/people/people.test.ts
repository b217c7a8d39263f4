import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { People } from '../../../src/node/people/people.ts'
import { openProfile } from '../../../src/node/profile/profile.ts'
import { certificateLife, peerIdOf } from '../../../src/protocol/index.ts'
import { temporaryDirectory } from '../../support/index.ts'
import { makeRegistry } from '../support/accounts.ts'
import { Person } from './person.ts'
import type { Lifetime } from '../../support/index.ts'

const registry = makeRegistry()
const hour = 3_600_000
const now = Date.now()

async function openPeople(t: Lifetime, directory?: string) {
  const profile = await openProfile(directory ?? (await temporaryDirectory(t)), crypto)
  t.onTestFinished(() => profile.close())
  const frauds: string[] = []
  const learned: string[] = []
  const people = new People({
    crypto,
    profile,
    registry: () => registry,
    onLearned: ({ name, entry }) => learned.push(`${name} ${entry.number}`),
    isFormer: () => false,
    onFraud: (name) => frauds.push(name)
  })
  return { people, profile, frauds, learned }
}

describe('a stranger', () => {
  test('is known by entry and certificate, with name and devices', async (t) => {
    const { people, learned } = await openPeople(t)
    const alice = await Person.make(registry, 'alice')
    const known = (await people.learn(alice.entry.bytes, await alice.certificate()))!
    expect(known).toMatchObject({ id: alice.id, name: 'alice' })
    expect(await people.byName('alice')).toBe(known)
    expect(people.byKey(known.key)).toBe(known)
    expect(people.byPeer(peerIdOf(alice.devices[0]!))).toBe(known)
    expect(await people.speaksFor(alice.id, alice.devices[0]!)).toBe(true)
    expect(await people.speaksFor(alice.id, registry.key)).toBe(false)
    expect(learned).toEqual(['alice 1'])
  })

  test('is held back with a certificate that had ended when the registry was seen to sign', async (t) => {
    const { people } = await openPeople(t)
    const [old, fresh] = [await Person.make(registry, 'old'), await Person.make(registry, 'fresh')]
    const stale = await old.certificate({ issued: now - certificateLife - hour, expires: now - hour })
    // With the registry off nothing expires: nobody knows what time it is there.
    const early = await openPeople(t)
    expect(await early.people.learn(old.entry.bytes, stale)).toMatchObject({ name: 'old' })

    await people.learn(fresh.entry.bytes, await fresh.certificate({ issued: now }))
    expect(await people.learn(old.entry.bytes, stale)).toBeUndefined()
    expect(await people.known(old.id)).toBeUndefined()
    expect(await people.byName('old')).toBeUndefined()
    expect(await people.learn(old.entry.bytes, await old.certificate())).toMatchObject({ name: 'old' })
  })

  test('whose certificate ends at the very moment that was seen is believed', async (t) => {
    const { people } = await openPeople(t)
    const [one, two] = [await Person.make(registry, 'one'), await Person.make(registry, 'two')]
    await people.learn(one.entry.bytes, await one.certificate({ issued: now }))
    const certificate = await two.certificate({ issued: now - hour, expires: now })
    expect(await people.learn(two.entry.bytes, certificate)).toBeDefined()
  })

  test('is not believed with somebody else’s certificate, or one of another registry', async (t) => {
    const { people } = await openPeople(t)
    const [alice, bob] = [await Person.make(registry, 'alice'), await Person.make(registry, 'bob')]
    expect(await people.learn(alice.entry.bytes, await bob.certificate())).toBeUndefined()
    expect(await people.learn(alice.entry.bytes, new Uint8Array())).toBeUndefined()
    expect(await people.learn(new Uint8Array(), await alice.certificate())).toBeUndefined()
    const elsewhere = await Person.make(makeRegistry(), 'alice')
    expect(await people.learn(elsewhere.entry.bytes, await elsewhere.certificate())).toBeUndefined()
    expect(await people.byName('alice')).toBeUndefined()
  })

  test('is not believed with an entry older than the certificate’s: it may list a lost device', async (t) => {
    const { people } = await openPeople(t)
    const alice = await Person.make(registry, 'alice')
    const first = alice.entry
    await alice.append({ devices: [crypto.publicKey(crypto.randomBytes(32))] })
    const certificate = await alice.certificate()
    expect(await people.learn(first.bytes, certificate)).toBeUndefined()
    expect(await people.learn(alice.entry.bytes, certificate)).toMatchObject({ entry: { number: 2 } })
  })

  test('is not believed with an entry that is not the certificate’s of that number', async (t) => {
    const { people } = await openPeople(t)
    const alice = await Person.make(registry, 'alice')
    const certificate = await alice.certificate()
    const forged = await alice.fork({ devices: [registry.key] })
    expect(await people.learn(forged.bytes, certificate)).toBeUndefined()
    expect(await people.learn(alice.entry.bytes, certificate)).toBeDefined()
  })

  test('with an entry newer than the certificate’s is believed: the registry may be away', async (t) => {
    const { people } = await openPeople(t)
    const alice = await Person.make(registry, 'alice')
    const certificate = await alice.certificate()
    await alice.append()
    expect(await people.learn(alice.entry.bytes, certificate)).toMatchObject({ entry: { number: 2 } })
  })

  test('that is only asked about leaves nothing behind', async (t) => {
    const { people, profile } = await openPeople(t)
    const ids = Array.from({ length: 100 }, () => crypto.randomBytes(32))
    for (const id of ids) {
      expect(await people.known(id)).toBeUndefined()
      expect(await people.speaksFor(id, id)).toBe(false)
    }
    for (const id of ids) expect(profile.aliases.find('account', id)).toBeUndefined()
  })
})

describe('a known account', () => {
  test('keeps its name when its certificate has run out', async (t) => {
    const { people } = await openPeople(t)
    const [alice, fresh] = [await Person.make(registry, 'alice'), await Person.make(registry, 'fresh')]
    const stale = await alice.certificate({ issued: now - certificateLife - hour, expires: now - hour })
    await people.learn(alice.entry.bytes, stale)
    await people.learn(fresh.entry.bytes, await fresh.certificate({ issued: now }))
    const known = (await people.known(alice.id))!
    expect(people.isExpired(known.certificate)).toBe(true)
    expect(known.name).toBe('alice')
    expect((await people.learn(alice.entry.bytes, stale))!.name).toBe('alice')
    await alice.append()
    expect(await people.learn(alice.entry.bytes, stale)).toMatchObject({
      name: 'alice',
      entry: { number: 2 }
    })
  })

  test('is there after a restart, by name and by device', async (t) => {
    const directory = await temporaryDirectory(t)
    const before = await openPeople(t, directory)
    const alice = await Person.make(registry, 'alice')
    await before.people.learn(alice.entry.bytes, await alice.certificate())
    await alice.append()
    await before.people.learn(alice.entry.bytes, await alice.certificate())
    await before.profile.close()

    const { people } = await openPeople(t, directory)
    const known = (await people.byName('alice'))!
    expect(known).toMatchObject({ id: alice.id, entry: { number: 2 } })
    expect(people.byPeer(peerIdOf(alice.devices[1]!))).toBe(known)
    expect(await people.byName('nobody')).toBeUndefined()
  })

  test('takes the certificate that was issued last, in whatever order they come', async (t) => {
    const { people } = await openPeople(t)
    const alice = await Person.make(registry, 'alice')
    const [old, recent] = [
      await alice.certificate({ issued: now - 2 * hour }),
      await alice.certificate({ issued: now - hour })
    ]
    await people.learn(alice.entry.bytes, recent)
    expect((await people.learn(alice.entry.bytes, old))!.certificate.bytes).toEqual(recent)
    expect((await people.learn(alice.entry.bytes, recent))!.certificate.bytes).toEqual(recent)
  })

  test('never goes back to an entry before', async (t) => {
    const { people, frauds } = await openPeople(t)
    const alice = await Person.make(registry, 'alice')
    const [first, certificate] = [alice.entry, await alice.certificate()]
    await people.learn(first.bytes, certificate)
    await alice.append({ devices: [crypto.publicKey(crypto.randomBytes(32))] })
    await people.learn(alice.entry.bytes, await alice.certificate())
    // Seen before, and so answered without a look at the signatures.
    expect(await people.learn(first.bytes, certificate)).toMatchObject({ entry: { number: 2 } })
    expect(await people.learn(first.bytes, await alice.certificate({ issued: now + 1 }))).toMatchObject({
      entry: { number: 2 }
    })
    expect(await people.speaksFor(alice.id, first.devices[0]!)).toBe(false)
    expect(people.byPeer(peerIdOf(first.devices[0]!))).toBeUndefined()
    expect(frauds).toEqual([])
  })

  test('skips entries that were missed, as long as the account key stays', async (t) => {
    const { people, frauds } = await openPeople(t)
    const alice = await Person.make(registry, 'alice')
    const certificate = await alice.certificate()
    await people.learn(alice.entry.bytes, certificate)
    for (let time = 0; time < 3; time++) await alice.append()
    expect(await people.learn(alice.entry.bytes, certificate)).toMatchObject({ entry: { number: 4 } })
    expect(frauds).toEqual([])
  })

  test('changes its key only by an entry signed by both, and the old key is worth nothing then', async (t) => {
    const { people, frauds } = await openPeople(t)
    const alice = await Person.make(registry, 'alice')
    const certificate = await alice.certificate()
    await people.learn(alice.entry.bytes, certificate)
    const thief = await alice.rotated({ without: 'the old signature' })
    expect(await people.learn(thief.entry.bytes, certificate)).toMatchObject({ entry: { number: 1 } })
    const next = await alice.rotated()
    expect(await people.learn(next.entry.bytes, certificate)).toMatchObject({ entry: { number: 2 } })
    // Whoever has stolen the first key signs a later entry, which needs no link to be by the first key.
    await alice.append()
    await alice.append()
    await alice.append({ devices: [registry.key] })
    expect(await people.learn(alice.entry.bytes, certificate)).toMatchObject({ entry: { number: 2 } })
    expect(await people.speaksFor(alice.id, registry.key)).toBe(false)
    await next.append()
    await next.append()
    expect(await people.learn(next.entry.bytes, certificate)).toMatchObject({ entry: { number: 4 } })
    expect(frauds).toEqual([])
  })

  test('has the newest of whatever comes at the same moment', async (t) => {
    const { people } = await openPeople(t)
    const alice = await Person.make(registry, 'alice')
    const pairs = [[alice.entry.bytes, await alice.certificate({ issued: now + 1 })]]
    for (let number = 2; number <= 8; number++) {
      await alice.append()
      pairs.push([alice.entry.bytes, await alice.certificate({ issued: now + number })])
    }
    await Promise.all(
      [...pairs.slice(4), ...pairs.slice(0, 4)].map(([entry, certificate]) =>
        people.learn(entry!, certificate!)
      )
    )
    expect(await people.known(alice.id)).toMatchObject({
      entry: { number: 8 },
      certificate: { issued: now + 8 }
    })
  })

  test('ends with the newest, in whatever order its entries come', async (t) => {
    const alice = await Person.make(registry, 'alice')
    const entries = [alice.entry]
    for (let number = 2; number <= 5; number++) entries.push(await alice.append())
    const certificate = await alice.certificate({ entryNumber: 1, entryHash: entries[0]!.hash })
    const directories = await Promise.all(Array.from({ length: 10 }, () => openPeople(t)))
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(entries, { minLength: entries.length }), async (order) => {
        const { people, frauds } = directories.pop() ?? (await openPeople(t))
        for (const { bytes } of order) await people.learn(bytes, certificate)
        expect(await people.known(alice.id)).toMatchObject({ entry: { number: 5 } })
        expect(frauds).toEqual([])
      }),
      { numRuns: 10, endOnFailure: true }
    )
  })
})

describe('two entries of one number', () => {
  test('are told, once, and change nothing', async (t) => {
    const { people, frauds } = await openPeople(t)
    const alice = await Person.make(registry, 'alice')
    const certificate = await alice.certificate()
    await people.learn(alice.entry.bytes, certificate)
    for (let time = 0; time < 3; time++) {
      const forged = await alice.fork({ devices: [crypto.publicKey(crypto.randomBytes(32))] })
      expect(await people.learn(forged.bytes, certificate)).toMatchObject({
        entry: { hash: alice.entry.hash }
      })
    }
    expect(frauds).toEqual(['alice'])
  })

  test('are told where the one is long past', async (t) => {
    const { people, frauds } = await openPeople(t)
    const alice = await Person.make(registry, 'alice')
    const certificate = await alice.certificate()
    await people.learn(alice.entry.bytes, certificate)
    const forged = await alice.fork({ devices: [registry.key] })
    for (let number = 2; number <= 4; number++) {
      await alice.append()
      await people.learn(alice.entry.bytes, await alice.certificate())
    }
    expect(frauds).toEqual([])
    expect(await people.learn(forged.bytes, certificate)).toMatchObject({ entry: { number: 4 } })
    expect(frauds).toEqual(['alice'])
  })

  test('are told where only what follows the other one is seen', async (t) => {
    const { people, frauds } = await openPeople(t)
    const alice = await Person.make(registry, 'alice')
    const certificate = await alice.certificate()
    await people.learn(alice.entry.bytes, certificate)
    const other = alice.forkedBy(await alice.fork({ devices: [registry.key] }))
    await other.append()
    expect(await people.learn(other.entry.bytes, certificate)).toMatchObject({ entry: { number: 1 } })
    expect(frauds).toEqual(['alice'])
  })

  test('of different accounts are nobody’s fraud', async (t) => {
    const { people, frauds } = await openPeople(t)
    for (const name of ['alice', 'bob']) {
      const person = await Person.make(registry, name)
      await people.learn(person.entry.bytes, await person.certificate())
    }
    expect(frauds).toEqual([])
  })
})

describe('a name', () => {
  test('stays with whom it was first seen, also after a restart', async (t) => {
    const directory = await temporaryDirectory(t)
    const before = await openPeople(t, directory)
    const [alice, mallory] = [await Person.make(registry, 'alice'), await Person.make(registry, 'alice')]
    await before.people.learn(alice.entry.bytes, await alice.certificate())
    // The registry has changed its mind, or was broken into.
    await before.people.learn(mallory.entry.bytes, await mallory.certificate({ issued: now + hour }))
    expect((await before.people.byName('alice'))?.id).toEqual(alice.id)
    await before.profile.close()

    const { people } = await openPeople(t, directory)
    // The other one is read first.
    expect((await people.known(mallory.id))?.name).toBe('alice')
    expect((await people.byName('alice'))?.id).toEqual(alice.id)
  })

  test('is found by several at once while the profile is still being read', async (t) => {
    const directory = await temporaryDirectory(t)
    const before = await openPeople(t, directory)
    const names = Array.from({ length: 30 }, (_, index) => `person_${index}`)
    for (const name of names) {
      const person = await Person.make(registry, name)
      await before.people.learn(person.entry.bytes, await person.certificate())
    }
    await before.profile.close()
    const { people } = await openPeople(t, directory)
    const found = await Promise.all(names.map((name) => people.byName(name)))
    expect(found.map((known) => known?.name)).toEqual(names)
  })
})

test('a device that speaks for somebody is not taken away by whoever lists it', async (t) => {
  const { people } = await openPeople(t)
  const bob = await Person.make(registry, 'bob')
  await people.learn(bob.entry.bytes, await bob.certificate())
  const mallory = await Person.make(registry, 'mallory', [bob.devices[0]!])
  await people.learn(mallory.entry.bytes, await mallory.certificate())
  expect(people.byPeer(peerIdOf(bob.devices[0]!))?.name).toBe('bob')
})

test('without a registry nobody is learned', async (t) => {
  const { profile } = await openPeople(t)
  const people = new People({
    crypto,
    profile,
    registry: () => undefined,
    onLearned: () => {},
    isFormer: () => false,
    onFraud: () => {}
  })
  const alice = await Person.make(registry, 'alice')
  expect(await people.learn(alice.entry.bytes, await alice.certificate())).toBeUndefined()
  expect(await people.byName('alice')).toBeUndefined()
})
