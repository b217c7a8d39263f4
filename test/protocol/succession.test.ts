import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import {
  certificateLife,
  equalBytes,
  hex,
  isByOtherKey,
  maxSuccessors,
  readCertificate,
  readCheckpoint,
  readHeldCheckpoint,
  readLeaf,
  readServers,
  readSuccessor,
  registryOf,
  signCertificate,
  signCheckpoint,
  signServers,
  signSuccessor,
  withoutEnds
} from '../../src/protocol/index.ts'
import { SignedSuccessor, Successor } from '../../src/protocol/pb/account.ts'
import { vectorFile, vectorText } from '../vectors/json.ts'
import { bitFlips, mutations, truncations } from './mutations.ts'
import { certificateFields, makePair, makeRegistry, newYear } from './people.ts'
import { seededCrypto } from './seeded-crypto.ts'
import type { Crypto, Registry } from '../../src/protocol/index.ts'

const registry = makeRegistry(crypto)
const fields = { registry: registry.id, number: 1, time: newYear }
const peer = { peer: '12D3KooWGzBPW3pBXAcRBfXiTGFKfFkWbRkZZPZ1hrRjJyzkHq7y', addresses: [] }

/** Seeds, the first one first, and what lets each follow the one before. */
async function makeChain(length: number, by: Crypto = crypto, first = registry) {
  const seeds = [first.seed]
  const successors: Uint8Array[] = []
  for (let number = 1; number <= length; number++) {
    const next = makePair(by).seed
    const terms = { registry: first.id, number, time: newYear + number }
    successors.push(await signSuccessor(by, seeds.at(-1)!, next, terms))
    seeds.push(next)
  }
  return { seeds, successors, registry: (await registryOf(by, first.key, successors))! }
}

test('a successor is by both keys, and a chain of them keeps the registry’s id', async () => {
  const { seeds, successors, registry: last } = await makeChain(3)
  const keys = seeds.map((seed) => crypto.publicKey(seed))
  expect(last).toEqual({
    id: registry.id,
    key: keys[3],
    former: [0, 1, 2].map((index) => ({ key: keys[index], until: newYear + index + 1 }))
  })
  expect(await readSuccessor(crypto, successors[1]!)).toEqual({
    registry: registry.id,
    number: 2,
    oldKey: keys[1],
    newKey: keys[2],
    time: newYear + 2
  })
  // In the log of names nobody takes the one for the other.
  expect(await readLeaf(crypto, successors[0]!)).toBeUndefined()
})

test('16 may follow, and no more', async () => {
  const { successors, registry: last } = await makeChain(maxSuccessors)
  expect(last.former).toHaveLength(16)
  const more = await signSuccessor(crypto, makePair(crypto).seed, makePair(crypto).seed, fields)
  expect(await registryOf(crypto, registry.key, [...successors, more])).toBeUndefined()
})

test('what is not whole, or of one signature only, is none', async () => {
  const [bytes] = (await makeChain(1)).successors
  for (const part of truncations(bytes!)) expect(await readSuccessor(crypto, part)).toBeUndefined()
  for (const flipped of bitFlips(bytes!)) expect(await readSuccessor(crypto, flipped)).toBeUndefined()
  await fc.assert(
    fc.asyncProperty(mutations(bytes!), async (changed) => {
      expect((await readSuccessor(crypto, changed)) === undefined).toBe(!equalBytes(changed, bytes!))
    })
  )
  const signed = SignedSuccessor.decode(bytes!)
  for (const changed of [
    { oldSignature: signed.newSignature },
    { newSignature: signed.oldSignature },
    { newSignature: new Uint8Array() }
  ])
    expect(await readSuccessor(crypto, SignedSuccessor.encode({ ...signed, ...changed }))).toBeUndefined()
  expect(Successor.decode(signed.successor).op).toBe(6)
})

test('keys that do not follow each other are no chain', async () => {
  const { seeds, successors } = await makeChain(2)
  const [first, second] = successors as [Uint8Array, Uint8Array]
  const sign = (changed: object, from = seeds[1]!): Promise<Uint8Array> =>
    signSuccessor(crypto, from, makePair(crypto).seed, {
      ...{ ...fields, number: 2, time: newYear + 2 },
      ...changed
    })
  const chains: Record<string, Uint8Array[]> = {
    'the second alone': [second],
    'in the wrong order': [second, first],
    'one twice': [first, first],
    'of a stranger': [first, await sign({}, makePair(crypto).seed)],
    'of the key before': [first, await sign({}, registry.seed)],
    'with a gap': [first, await sign({ number: 3 })],
    'of another registry': [first, await sign({ registry: crypto.randomBytes(32) })],
    'that began earlier': [first, await sign({ time: newYear })],
    garbage: [crypto.randomBytes(200)]
  }
  for (const [name, chain] of Object.entries(chains))
    expect(await registryOf(crypto, registry.key, chain), name).toBeUndefined()
  expect(await registryOf(crypto, registry.key, [first, await sign({})])).toBeDefined()
  expect(await registryOf(crypto, makePair(crypto).key, [first])).toBeUndefined()
})

test('a list of servers is signed by the newest key', async () => {
  const { seeds, successors, registry: last } = await makeChain(2)
  const sign = (seed: Uint8Array): Promise<Uint8Array> =>
    signServers(crypto, seed, { number: 1, servers: [peer] }, { firstKey: registry.key, successors })
  expect((await readServers(crypto, await sign(seeds[2]!)))!.registry).toEqual(last)
  for (const seed of [seeds[0]!, seeds[1]!, makePair(crypto).seed])
    expect(await readServers(crypto, await sign(seed))).toBeUndefined()
})

test('a former key’s certificates count if they were issued before it was replaced, and end when honest ones do', async () => {
  const { seeds, registry: last } = await makeChain(2)
  const [first, , newest] = seeds as [Uint8Array, Uint8Array, Uint8Array]
  const until = newYear + 1
  const issue = (seed: Uint8Array, issued: number, life = certificateLife): Promise<Uint8Array> =>
    signCertificate(crypto, seed, { ...certificateFields(crypto, last), issued, expires: issued + life })
  const isRead = async (bytes: Uint8Array, by: Registry = last): Promise<boolean> =>
    (await readCertificate(crypto, by, bytes)) !== undefined
  expect(await isRead(await issue(newest, until + 9999))).toBe(true)
  expect(await isRead(await issue(first, until - 1))).toBe(true)
  for (const issued of [until, until + 1, until + 10 * certificateLife])
    expect(await isRead(await issue(first, issued))).toBe(false)
  // Dated back by a thief, and good for ever.
  expect(await isRead(await issue(first, until - 1, certificateLife + 1))).toBe(false)
  expect(await isRead(await issue(makePair(crypto).seed, until - 1))).toBe(false)
  // What was judged before the key was replaced stays readable.
  expect(await isRead(await issue(first, until + 5), withoutEnds(last))).toBe(true)
})

test('checkpoints are by the newest key; one that was held before is read all the same', async () => {
  const { seeds, registry: last } = await makeChain(1)
  const tree = { size: 3, root: crypto.randomBytes(32) }
  const [old, now] = [
    await signCheckpoint(crypto, registry, seeds[0]!, tree),
    await signCheckpoint(crypto, last, seeds[1]!, tree)
  ]
  expect(await readCheckpoint(crypto, last, now)).toMatchObject(tree)
  expect(await readCheckpoint(crypto, last, old)).toBeUndefined()
  expect(await readHeldCheckpoint(crypto, last, old)).toMatchObject(tree)
  expect(await readHeldCheckpoint(crypto, last, now)).toMatchObject(tree)
  expect([isByOtherKey(crypto, last, old), isByOtherKey(crypto, registry, now)]).toEqual([true, true])
  for (const none of [now, new Uint8Array(), crypto.randomBytes(300), now.subarray(0, 60)])
    expect(isByOtherKey(crypto, last, none)).toBe(false)
  const strange = await signCheckpoint(crypto, makeRegistry(crypto), seeds[1]!, tree)
  expect(await readHeldCheckpoint(crypto, last, strange)).toBeUndefined()
})

test('the vectors are those of this code', async () => {
  const seeded = seededCrypto('successor')
  const first = makeRegistry(seeded)
  const { seeds, successors, registry: last } = await makeChain(2, seeded, first)
  const servers = await signServers(
    seeded,
    seeds[2]!,
    { number: 1, servers: [{ peer: peer.peer, addresses: [] }] },
    { firstKey: first.key, successors }
  )
  expect((await readServers(seeded, servers))!.registry).toEqual(last)
  const vector = {
    seeds: seeds.map(hex),
    registryId: hex(first.id),
    times: last.former!.map(({ until }) => until),
    signedSuccessors: successors.map(hex),
    signedServerList: hex(servers)
  }
  await expect(await vectorText([vector])).toMatchFileSnapshot(vectorFile('successor'))
})
