import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import {
  concatBytes,
  domain,
  equalBytes,
  hex,
  maxCertificate,
  maxTime,
  readCertificate,
  signCertificate
} from '../../src/protocol/index.ts'
import { Certificate, SignedCertificate } from '../../src/protocol/pb/account.ts'
import { vectorFile, vectorText } from '../vectors/json.ts'
import { bitFlips, mutations, truncations } from './mutations.ts'
import { certificateFields, makeRegistry } from './people.ts'
import { seededCrypto } from './seeded-crypto.ts'
import type { NameCertificate } from '../../src/protocol/index.ts'

const registry = makeRegistry(crypto)
const fields = certificateFields(crypto, registry)

const sign = (changed: Partial<NameCertificate> = {}): Promise<Uint8Array> =>
  signCertificate(crypto, registry.seed, { ...fields, ...changed })

const read = (bytes: Uint8Array): Promise<NameCertificate | undefined> =>
  readCertificate(crypto, registry, bytes)

async function signBytes(certificate: Uint8Array, use = 'certificate'): Promise<Uint8Array> {
  const signature = await crypto.sign(registry.seed, concatBytes(domain(use), certificate))
  return SignedCertificate.encode({ certificate, signature })
}

test('a certificate is read as it was signed', async () => {
  const bytes = await sign()
  expect(await read(bytes)).toEqual({ ...fields, bytes })
  expect(bytes.length).toBeLessThan(300)
})

test('any fields come back', async () => {
  const natural = fc.nat(2 ** 40)
  await fc.assert(
    fc.asyncProperty(
      fc.stringMatching(/^[a-z0-9_]{3,20}$/),
      natural,
      natural,
      natural,
      async (username, entryNumber, issued, leaf) => {
        const whole = { ...fields, username, entryNumber, issued, leaf }
        expect(await read(await sign(whole))).toMatchObject(whole)
      }
    ),
    { numRuns: 200 }
  )
})

test('expiry is somebody else’s matter', async () => {
  expect(await read(await sign({ issued: 5, expires: 1 }))).toMatchObject({ issued: 5, expires: 1 })
})

test('no truncation is read', async () => {
  for (const bytes of truncations(await sign())) expect(await read(bytes)).toBeUndefined()
})

test('no certificate with a bit changed is read', async () => {
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

test('another signer, another registry and other domains are refused', async () => {
  const other = makeRegistry(crypto)
  const mine = await sign()
  expect(await readCertificate(crypto, other, mine)).toBeUndefined()
  // A stranger signs in this registry's name, or this registry for another one.
  expect(await read(await signCertificate(crypto, other.seed, fields))).toBeUndefined()
  expect(await read(await sign({ registry: other.id }))).toBeUndefined()
  // After a rotation the id stays and the key changes: the old key's word no longer counts.
  expect(await readCertificate(crypto, { id: registry.id, key: other.key }, mine)).toBeUndefined()
  for (const use of ['entry', 'leaf', 'servers', 'record'])
    expect(await read(await signBytes(Certificate.encode(fields), use)), use).toBeUndefined()
})

test.each<[string, Partial<NameCertificate>]>([
  ['a name with capitals', { username: 'Alice' }],
  ['a name that looks like another', { username: 'аlice' }],
  ['a short name', { username: 'al' }],
  ['a long name', { username: 'a'.repeat(21) }],
  ['no name', { username: '' }],
  ['a line break behind the name', { username: 'alice\n' }],
  ['a short account id', { account: new Uint8Array(31) }],
  ['a long account id', { account: new Uint8Array(33) }],
  ['no account id', { account: new Uint8Array() }],
  ['a short hash', { entryHash: new Uint8Array(31) }],
  ['an end that no date can tell', { expires: maxTime + 1 }],
  ['a beginning that no date can tell', { issued: maxTime + 1 }]
])('%s is refused', async (_, changed) => {
  expect(await read(await sign(changed))).toBeUndefined()
})

test('the last moment that a date can tell is read', async () => {
  const certificate = await read(await sign({ expires: maxTime }))
  expect(new Date(certificate!.expires).toISOString()).toBe('+275760-09-13T00:00:00.000Z')
})

test('1 KiB is the most', async () => {
  const padded = (length: number): Promise<Uint8Array> => {
    const field = [Uint8Array.of(0x7a, 0x80 | (length & 127), length >> 7), new Uint8Array(length)]
    return signBytes(concatBytes(Certificate.encode(fields), ...field))
  }
  const rest = maxCertificate - (await padded(500)).length + 500
  expect(await read(await padded(rest))).toMatchObject(fields)
  expect(await read(await padded(rest + 1))).toBeUndefined()
})

test('the vectors are those of this code', async () => {
  const seeded = seededCrypto('certificate')
  const registry = makeRegistry(seeded)
  const fields = certificateFields(seeded, registry)
  const bytes = await signCertificate(seeded, registry.seed, fields)
  expect(await readCertificate(seeded, registry, bytes)).toBeDefined()
  const { account, entryHash, ...plain } = fields
  const vector = {
    ...plain,
    registrySeed: hex(registry.seed),
    registryKey: hex(registry.key),
    registry: hex(registry.id),
    account: hex(account),
    entryHash: hex(entryHash),
    signedCertificate: hex(bytes)
  }
  await expect(await vectorText([vector])).toMatchFileSnapshot(vectorFile('certificate'))
})
