import { ED25519_TORSION_SUBGROUP } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import {
  accountIdOf,
  concatBytes,
  domain,
  equalBytes,
  fromHex,
  hex,
  leafOp,
  maxTime,
  readLeaf,
  signLeaf
} from '../../src/protocol/index.ts'
import { Leaf, SignedLeaf } from '../../src/protocol/pb/account.ts'
import { vectorFile, vectorText } from '../vectors/json.ts'
import { bitFlips, mutations, truncations } from './mutations.ts'
import { leafFields, makePair } from './people.ts'
import { seededCrypto } from './seeded-crypto.ts'
import type { NameLeaf } from '../../src/protocol/index.ts'

const account = makePair(crypto)
const fields = leafFields(crypto, account)

const sign = (changed: Partial<NameLeaf> = {}, by = account): Promise<Uint8Array> =>
  signLeaf(crypto, by.seed, { ...fields, ...changed })

const read = (bytes: Uint8Array): Promise<NameLeaf | undefined> => readLeaf(crypto, bytes)

test('a leaf is read as it was signed, whatever happened to the name', async () => {
  for (const op of Object.values(leafOp)) expect(await read(await sign({ op }))).toEqual({ ...fields, op })
})

test('no truncation is read', async () => {
  for (const bytes of truncations(await sign())) expect(await read(bytes)).toBeUndefined()
})

test('no leaf with a bit changed is read', async () => {
  for (const bytes of bitFlips(await sign())) expect(await read(bytes)).toBeUndefined()
})

test('nothing but the very bytes is read', async () => {
  const bytes = await sign()
  await fc.assert(
    fc.asyncProperty(mutations(bytes), async (other) => {
      expect((await read(other)) === undefined).toBe(!equalBytes(other, bytes))
    }),
    { numRuns: 2000 }
  )
})

test('another signer and other domains are refused', async () => {
  expect(await read(await sign({}, makePair(crypto)))).toBeUndefined()
  for (const use of ['entry', 'certificate', 'servers']) {
    const leaf = Leaf.encode(fields)
    const signature = await crypto.sign(account.seed, concatBytes(domain(use), leaf))
    expect(await read(SignedLeaf.encode({ leaf, signature })), use).toBeUndefined()
  }
})

test('a key that anybody can sign for proves nothing', async () => {
  for (const point of ED25519_TORSION_SUBGROUP) {
    const accountKey = fromHex(point)
    const leaf = Leaf.encode({ ...fields, signer: accountKey, account: accountIdOf(crypto, accountKey) })
    const signature = concatBytes(accountKey, new Uint8Array(32))
    expect(await read(SignedLeaf.encode({ leaf, signature })), point).toBeUndefined()
  }
  for (const accountKey of [new Uint8Array(), account.key.subarray(1)])
    expect(await read(await sign({ signer: accountKey, account: crypto.sha256(accountKey) }))).toBeUndefined()
})

test('a registration is by the first key of its account', async () => {
  const other = makePair(crypto)
  expect(await read(await sign({ signer: other.key }, other))).toBeUndefined()
  expect(await read(await sign({ account: crypto.randomBytes(32) }))).toBeUndefined()
  const rotation = { op: leafOp.rotate, signer: other.key }
  expect(await read(await sign(rotation, other))).toEqual({ ...fields, ...rotation })
})

test.each<[string, Partial<NameLeaf>]>([
  ['no name', { username: '' }],
  ['no username', { username: 'not a name' }],
  ['a short account id', { account: new Uint8Array(31) }],
  ['a long registry id', { registry: new Uint8Array(33) }],
  ['no registry id', { registry: new Uint8Array() }],
  ['no hash', { entryHash: new Uint8Array() }],
  ['a time that no date can tell', { time: maxTime + 1 }]
])('%s is refused', async (_, changed) => {
  expect(await read(await sign(changed))).toBeUndefined()
})

test('1 KiB is the most', async () => {
  const leaf = concatBytes(Leaf.encode(fields), Uint8Array.of(0x7a, 0xff, 0x07), new Uint8Array(1023))
  const signature = await crypto.sign(account.seed, concatBytes(domain('leaf'), leaf))
  expect(await read(SignedLeaf.encode({ leaf, signature }))).toBeUndefined()
})

test('the vectors are those of this code', async () => {
  const seeded = seededCrypto('leaf')
  const account = makePair(seeded)
  const fields = leafFields(seeded, account)
  const bytes = await signLeaf(seeded, account.seed, fields)
  expect(await readLeaf(seeded, bytes)).toEqual(fields)
  const { registry, account: id, signer, entryHash, ...plain } = fields
  const vector = {
    ...plain,
    accountSeed: hex(account.seed),
    signer: hex(signer),
    registry: hex(registry),
    account: hex(id),
    entryHash: hex(entryHash),
    signedLeaf: hex(bytes)
  }
  await expect(await vectorText([vector])).toMatchFileSnapshot(vectorFile('leaf'))
})
