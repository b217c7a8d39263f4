import { describe, expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { createHost } from '../../../src/net/index.ts'
import { Authors } from '../../../src/node/people/authors.ts'
import { People } from '../../../src/node/people/people.ts'
import { openProfile } from '../../../src/node/profile/profile.ts'
import { RegistryClient } from '../../../src/node/registry/registry-client.ts'
import { Servers } from '../../../src/node/registry/servers.ts'
import { SyncClient } from '../../../src/node/sync/sync-client.ts'
import { registration } from '../../bootstrap/accounts.ts'
import { loopback, startRegistry, temporaryDirectory } from '../../support/index.ts'
import { startLiar } from '../support/liar.ts'
import { Person } from './person.ts'
import type { Lies } from '../support/liar.ts'
import type { AccountEntry } from '../../../src/protocol/index.ts'
import type { Lifetime, PartsOfRegistry } from '../../support/index.ts'

const room = crypto.randomBytes(32)

/** A peer with a registry, and a hop that brings records of people it may or may not explain. */
async function setup(t: Lifetime, lies: Lies = {}, given?: PartsOfRegistry) {
  const registry = given ?? (await startRegistry(t))
  const hop = await startLiar(t, lies)
  const profile = await openProfile(await temporaryDirectory(t), crypto)
  t.onTestFinished(() => profile.close())
  const servers = await Servers.load(crypto, profile)
  await servers.useInvite(registry.invite, () => {})
  const host = await createHost({ seed: crypto.randomBytes(32), role: 'peer', listen: [loopback] })
  t.onTestFinished(() => host.stop())
  await host.start()
  await host.connect({ peer: hop.host.peer, addresses: hop.host.addresses() })
  const people = new People({
    crypto,
    profile,
    registry: () => servers.registry,
    onLearned: () => {},
    isFormer: () => false,
    onFraud: () => {}
  })
  const client = new RegistryClient(host, servers)
  const authors = new Authors(people, new SyncClient(host), client)
  const standing = (account: Uint8Array, device: Uint8Array) =>
    authors.standing(room, account, device, hop.host.peer)
  const isKnown = async (account: Uint8Array, device: Uint8Array) =>
    (await standing(account, device)) !== undefined
  const lookups = () => registry.requests.filter(({ lookup }) => lookup !== undefined).length
  return { registry, hop, people, standing, isKnown, lookups }
}

/** Somebody that the registry knows: entry and certificate, account and device. */
async function register({ registry: { registry, accounts, certificates } }: World, username: string) {
  const device = crypto.publicKey(crypto.randomBytes(32))
  const noLogin = { record: new Uint8Array(), exportKey: crypto.randomBytes(64) }
  const { request, fields } = await registration({ device, registry: registry.id }, username, noLogin)
  const { entry, backup, leaf, find } = request
  const name = {
    account: fields.account,
    opaqueRecord: '',
    opaqueSetup: '',
    entry,
    backup,
    leaf,
    find,
    former: new Uint8Array()
  }
  const certificate = await certificates.of((await accounts.claim(username, name))!)
  return { account: fields.account, device, entry, certificate }
}

type World = Awaited<ReturnType<typeof setup>>

test('whoever brings a record may say who its author is', async (t) => {
  const explained: Awaited<ReturnType<typeof register>>[] = []
  const world = await setup(t, {
    page: () => ({
      entries: explained.map(({ entry }) => entry),
      certificates: explained.map(({ certificate }) => certificate)
    })
  })
  const known = await register(world, 'alice')
  explained.push(known)
  expect(await world.isKnown(known.account, known.device)).toBe(true)
  expect(world.lookups()).toBe(0)
  expect((await world.people.byName('alice'))?.id).toEqual(known.account)
  // From then on nobody is asked.
  const asked = world.hop.requests.length
  expect(await world.isKnown(known.account, known.device)).toBe(true)
  expect(world.hop.requests).toHaveLength(asked)
})

test.for<[string, Lies]>([
  ['knows nothing', {}],
  ['refuses', { reply: () => ({ error: 'not-here' }) }],
  ['brings garbage', { page: () => ({ entries: [new Uint8Array(100)], certificates: [new Uint8Array(3)] }) }],
  ['brings entries without certificates', { page: () => ({ entries: [new Uint8Array(100)] }) }]
])('where the hop %s the registry is asked', async ([, lies], t) => {
  const world = await setup(t, lies)
  const alice = await register(world, 'alice')
  expect(await world.isKnown(alice.account, alice.device)).toBe(true)
  expect(world.lookups()).toBe(1)
})

test('a hop can’t bring an account of its own making', async (t) => {
  const mallory = await Person.make(
    { ...(await startRegistry(t)).registry, seed: crypto.randomBytes(32) },
    'mallory'
  )
  const certificate = await mallory.certificate()
  const world = await setup(t, {
    page: () => ({ entries: [mallory.entry.bytes], certificates: [certificate] })
  })
  expect(await world.isKnown(mallory.id, mallory.devices[0]!)).toBe(false)
  expect(await world.people.known(mallory.id)).toBeUndefined()
})

test('a device that the account does not list is not known', async (t) => {
  const world = await setup(t)
  const alice = await register(world, 'alice')
  expect(await world.isKnown(alice.account, crypto.publicKey(crypto.randomBytes(32)))).toBe(false)
  expect(await world.isKnown(alice.account, alice.device)).toBe(true)
})

test('several who ask for one author ask once, and a refusal holds for a while', async (t) => {
  const world = await setup(t)
  const [account, device] = [crypto.randomBytes(32), crypto.randomBytes(32)]
  const answers = await Promise.all(Array.from({ length: 20 }, () => world.isKnown(account, device)))
  expect(new Set(answers)).toEqual(new Set([false]))
  expect(await world.isKnown(account, device)).toBe(false)
  expect(world.lookups()).toBe(1)
})

test('made-up authors without end don’t become as many questions to the registry', async (t) => {
  const world = await setup(t)
  const alice = await register(world, 'alice')
  const made = Array.from({ length: 500 }, () =>
    world.isKnown(crypto.randomBytes(32), crypto.randomBytes(32))
  )
  expect(new Set(await Promise.all(made))).toEqual(new Set([false]))
  expect(world.lookups()).toBeLessThanOrEqual(64)
  expect(await world.isKnown(alice.account, alice.device)).toBe(true)
})

describe('a device that was dropped', () => {
  /** Alice, whom the hop knows by her newest entry, and her log as the hop hands it out. */
  async function dropped(t: Lifetime, logOf: (entries: AccountEntry[], before: number) => Uint8Array[]) {
    const registry = await startRegistry(t)
    const alice = await Person.make({ ...registry.registry, seed: registry.registrySeed }, 'alice')
    const entries = [alice.entry]
    for (let n = 0; n < 4; n++)
      entries.push(await alice.append({ devices: [crypto.publicKey(crypto.randomBytes(32))] }))
    const certificate = await alice.certificate()
    const world = await setup(
      t,
      {
        page: ({ accounts, log }) => ({
          ...(accounts.length > 0 && { entries: [alice.entry.bytes], certificates: [certificate] }),
          ...(log && { log: logOf(entries, log.before) })
        })
      },
      registry
    )
    return { ...world, alice, entries }
  }

  const one = (entries: AccountEntry[], before: number): Uint8Array[] =>
    entries.filter(({ number }) => number === before - 1).map(({ bytes }) => bytes)

  test('is known by the log that the hop hands out, however small its parts', async (t) => {
    const { alice, entries, standing, hop, lookups } = await dropped(t, one)
    expect(await standing(alice.id, entries[1]!.devices[0]!)).toBe('dropped')
    expect(await standing(alice.id, entries[4]!.devices[0]!)).toBe('listed')
    expect(await standing(alice.id, crypto.publicKey(crypto.randomBytes(32)))).toBeUndefined()
    const asked = hop.requests.filter(({ get }) => get?.log !== undefined)
    expect(asked.map(({ get }) => get!.log!.before)).toEqual([5, 4, 3, 2])
    expect(lookups()).toBe(1)
  })

  test.for<[string, Parameters<typeof dropped>[1]]>([
    ['nothing', () => []],
    ['garbage', () => [new Uint8Array(100), new Uint8Array()]],
    ['always the same', (entries) => [entries[3]!.bytes]],
    ['the first one only', (entries) => [entries[0]!.bytes]]
  ])('stays unknown where the hop hands out %s', async ([, logOf], t) => {
    const { alice, entries, standing, hop } = await dropped(t, logOf)
    expect(await standing(alice.id, entries[1]!.devices[0]!)).toBeUndefined()
    expect(hop.requests.length).toBeLessThan(6)
  })
})
