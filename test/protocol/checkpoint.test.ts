import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import {
  base32,
  checkpointOrigin,
  equalBytes,
  hex,
  maxLeaves,
  readCheckpoint,
  registryIdOf,
  signCheckpoint,
  utf8,
  utf8Text
} from '../../src/protocol/index.ts'
import { vectorFile, vectorText } from '../vectors/json.ts'
import { bitFlips, mutations, truncations } from './mutations.ts'
import { makeRegistry } from './people.ts'
import { seededCrypto } from './seeded-crypto.ts'
import type { Checkpoint } from '../../src/protocol/index.ts'

const registry = makeRegistry(crypto)
const tree = { size: 1_000_123, root: crypto.randomBytes(32) }
const sign = (changed: Partial<typeof tree> = {}, by = registry): Promise<Uint8Array> =>
  signCheckpoint(crypto, by, by.seed, { ...tree, ...changed })
const read = (bytes: Uint8Array): Promise<Checkpoint | undefined> => readCheckpoint(crypto, registry, bytes)

/** A note with its text changed, signed anew. */
async function respelled(change: (text: string) => string): Promise<Uint8Array> {
  const [text = '', signature = ''] = utf8Text(await sign())!.split('\n\n')
  const changed = change(`${text}\n`)
  const signed = await crypto.sign(registry.seed, utf8(changed))
  const [dash, name, blob = ''] = signature.trimEnd().split(' ')
  const keyId = Buffer.from(blob, 'base64').subarray(0, 4)
  const line = `${dash} ${name} ${Buffer.concat([keyId, signed]).toString('base64')}`
  return utf8(`${changed}\n${line}\n`)
}

test('a checkpoint is read as it was signed', async () => {
  for (const size of [0, 1, tree.size, maxLeaves]) {
    const bytes = await sign({ size })
    expect(await read(bytes)).toEqual({ ...tree, size, bytes })
  }
  expect(await read(await respelled((text) => text))).toMatchObject(tree)
})

test('it is a signed note of three lines', async () => {
  const origin = `starling.registry/${base32(registry.id)}`
  expect(checkpointOrigin(registry)).toBe(origin)
  const lines = utf8Text(await sign())!.split('\n')
  expect(lines.slice(0, 4)).toEqual([origin, '1000123', Buffer.from(tree.root).toString('base64'), ''])
  expect(lines[4]).toMatch(new RegExp(`^— ${origin} [A-Za-z0-9+/]{91}=$`))
  expect(lines.slice(5)).toEqual([''])
})

test('no truncation and nothing with a bit changed is read', async () => {
  const bytes = await sign()
  for (const other of [...truncations(bytes), ...bitFlips(bytes)]) expect(await read(other)).toBeUndefined()
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

test.each<[string, (text: string) => string]>([
  ['a size with a zero before it', (text) => text.replace('\n1000123\n', '\n01000123\n')],
  ['a size that is none', (text) => text.replace('\n1000123\n', '\n1e6\n')],
  ['no size', (text) => text.replace('\n1000123\n', '\n\n')],
  ['a size beyond all logs', (text) => text.replace('\n1000123\n', `\n${maxLeaves + 1}\n`)],
  ['a negative size', (text) => text.replace('\n1000123\n', '\n-1\n')],
  ['a root without padding', (text) => text.replace('=\n', '\n')],
  [
    'a root in other letters',
    (text) => text.replace(/\n(\S+=)\n$/, (_, root: string) => `\n-${root.slice(1)}\n`)
  ],
  ['a line more', (text) => `${text}extension\n`],
  ['another origin', (text) => `other${text}`],
  ['other line ends', (text) => text.replaceAll('\n', '\r\n')]
])('%s is refused, even signed', async (_, change) => {
  expect(await read(await respelled(change))).toBeUndefined()
})

test('other registries and other signers are refused', async () => {
  expect(await read(await sign({}, makeRegistry(crypto)))).toBeUndefined()
  expect(await read(await signCheckpoint(crypto, registry, makeRegistry(crypto).seed, tree))).toBeUndefined()
  const key = makeRegistry(crypto)
  expect(await read(await sign({}, { ...key, id: registry.id }))).toBeUndefined()
})

test('a note with a second signature is refused', async () => {
  const text = utf8Text(await sign())!
  const line = text.split('\n')[4]!
  expect(await read(utf8(`${text}${line}\n`))).toBeUndefined()
})

test('the vectors are those of this code', async () => {
  const seeded = seededCrypto('checkpoint')
  const registry = makeRegistry(seeded)
  const vectors = []
  for (const size of [0, 1, 70_000]) {
    const tree = { size, root: size === 0 ? seeded.sha256() : seeded.randomBytes(32) }
    const bytes = await signCheckpoint(seeded, registry, registry.seed, tree)
    expect(await readCheckpoint(seeded, registry, bytes)).toEqual({ ...tree, bytes })
    vectors.push({
      registrySeed: hex(registry.seed),
      registryKey: hex(registry.key),
      registry: hex(registryIdOf(seeded, registry.key)),
      size,
      root: hex(tree.root),
      note: utf8Text(bytes)!
    })
  }
  await expect(await vectorText(vectors)).toMatchFileSnapshot(vectorFile('checkpoint'))
})
