import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { Checkpoints } from '../../../src/node/names/checkpoints.ts'
import { signCheckpoint } from '../../../src/protocol/index.ts'
import { startRegistry } from '../../support/index.ts'
import { addLeaves, startAsker } from '../support/asker.ts'
import type { Proof } from '../../../src/protocol/index.ts'
import type { Lifetime, PartsOfRegistry } from '../../support/index.ts'

/** A registry whose proofs may be changed on their way. */
async function liar(t: Lifetime) {
  const parts: { change: (proof: Proof) => Proof } = { change: (proof) => proof }
  const registry = await startRegistry(t, (reply) =>
    reply.proof === undefined ? reply : { proof: parts.change(reply.proof) }
  )
  return Object.assign(parts, { registry })
}

const noteOf = async ({ names }: PartsOfRegistry): Promise<Uint8Array> => (await names.prove([], [])).note

test('each checkpoint follows from the one before, and is kept', async (t) => {
  const registry = await startRegistry(t)
  const asker = await startAsker(t, registry)
  expect(await asker.checkpoints.newest()).toBeUndefined()
  expect((await asker.checkpoints.ask({})).checkpoint.size).toBe(0)
  for (const size of [1, 2, 3, 4, 5]) {
    await addLeaves(registry, `name${size}`)
    const { checkpoint, leaves } = await asker.checkpoints.ask({ leaves: [size - 1, size] })
    expect(checkpoint.size).toBe(size)
    expect(leaves[0]?.leaf?.username).toBe(`name${size}`)
    expect(leaves[1]).toBeUndefined()
    expect(await asker.checkpoints.newest()).toEqual(checkpoint)
  }
  const again = new Checkpoints(asker)
  await again.load()
  expect(await again.newest()).toEqual(await asker.checkpoints.newest())
  expect(asker.conflicts).toEqual([])
})

test('a registry that forgets or changes what it showed is not followed', async (t) => {
  const lie = await liar(t)
  await addLeaves(lie.registry, 'alice', 'bobby', 'carol')
  const asker = await startAsker(t, lie.registry)
  const { checkpoint: held } = await asker.checkpoints.ask({})
  const seed = lie.registry.registrySeed
  const tree = { size: held.size, root: crypto.randomBytes(32) }
  for (const other of [tree, { ...tree, size: 1 }, { ...tree, size: 9 }]) {
    const note = await signCheckpoint(crypto, lie.registry.registry, seed, other)
    lie.change = (proof) => ({ ...proof, note })
    const problem = other.size < held.size ? 'is shorter than it was' : 'not the one that it was'
    await expect(asker.checkpoints.ask({})).rejects.toThrow(problem)
    expect(asker.conflicts.at(-1)).toMatchObject([{ bytes: held.bytes }, { bytes: note }])
    expect(await asker.checkpoints.newest()).toEqual(held)
  }
  lie.change = (proof) => proof
  await addLeaves(lie.registry, 'dave1')
  expect((await asker.checkpoints.ask({})).checkpoint.size).toBe(4)
})

test.for<[string, (proof: Proof) => Proof]>([
  ['no note', (proof) => ({ ...proof, note: new Uint8Array() })],
  ['half a note', ({ note, ...rest }) => ({ ...rest, note: note.subarray(0, 100) })],
  ['a note too long', ({ note, ...rest }) => ({ ...rest, note: new Uint8Array(5000).fill(note[0]!) })],
  ['no answer to a leaf', (proof) => ({ ...proof, leaves: [] })],
  ['answers that nobody asked for', (proof) => ({ ...proof, leaves: [...proof.leaves, ...proof.leaves] })],
  [
    'proofs that nobody asked for',
    (proof) => ({ ...proof, consistency: [new Uint8Array(), new Uint8Array()] })
  ]
])('%s is no answer', async ([, change], t) => {
  const lie = await liar(t)
  await addLeaves(lie.registry, 'alice')
  const asker = await startAsker(t, lie.registry)
  lie.change = change
  await expect(asker.checkpoints.ask({ leaves: [0] })).rejects.toMatchObject({ code: 'UNTRUSTED_REGISTRY' })
  expect(await asker.checkpoints.newest()).toBeUndefined()
})

test('a leaf with a proof that is none is not in the log', async (t) => {
  const lie = await liar(t)
  await addLeaves(lie.registry, 'alice', 'bobby')
  const asker = await startAsker(t, lie.registry)
  for (const change of [
    (hashes: Uint8Array) => hashes.subarray(1),
    (hashes: Uint8Array) => hashes.map((byte) => byte ^ 1),
    () => new Uint8Array(32 * 100)
  ]) {
    lie.change = ({ leaves, ...proof }) => ({
      ...proof,
      leaves: leaves.map(({ leaf, hashes }) => ({ leaf, hashes: change(hashes) }))
    })
    expect((await asker.checkpoints.ask({ leaves: [0] })).leaves).toEqual([undefined])
  }
  lie.change = ({ leaves, ...proof }) => ({
    ...proof,
    leaves: leaves.map(({ hashes }) => ({ leaf: crypto.randomBytes(200), hashes }))
  })
  expect((await asker.checkpoints.ask({ leaves: [0] })).leaves).toEqual([undefined])
})

test('a registry of another invite begins anew', async (t) => {
  const [one, other] = [await startRegistry(t), await startRegistry(t)]
  await addLeaves(one, 'alice', 'bobby')
  const asker = await startAsker(t, one)
  await asker.checkpoints.ask({})
  await asker.servers.useInvite(other.invite, () => {})
  expect(await asker.checkpoints.newest()).toBeUndefined()
  expect((await asker.checkpoints.ask({})).checkpoint.bytes).toEqual(await noteOf(other))
})
