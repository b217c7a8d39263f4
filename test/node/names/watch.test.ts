import { expect, test } from 'vitest'
import { NameWatch } from '../../../src/node/names/watch.ts'
import { startRegistry } from '../../support/index.ts'
import { addLeaves, leafFor, startAsker } from '../support/asker.ts'
import type { RegistryReply, RegistryRequest } from '../../../src/protocol/index.ts'
import type { Lifetime, PartsOfRegistry } from '../../support/index.ts'

/** `own.leaf`, where set, is the number of the own leaf. */
async function startWatch(t: Lifetime, registry: PartsOfRegistry, own: { leaf?: number } = { leaf: 0 }) {
  const asker = await startAsker(t, registry)
  const told: string[] = []
  const ownLeaf = (): number | undefined => own.leaf
  const init = {
    ...asker,
    ownLeaf,
    onLeaf: async ({ username }: { username: string }) => void told.push(username)
  }
  const look = async (watch: NameWatch): Promise<void> => {
    await asker.checkpoints.ask({})
    await watch.run({})
  }
  return { ...asker, told, look, watch: new NameWatch(init), again: () => new NameWatch(init) }
}

const names = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => `name${from + index}`)

test('what was there before the own leaf is not read, what comes is told once', async (t) => {
  const registry = await startRegistry(t)
  await addLeaves(registry, ...names(0, 5))
  const { watch, look, again, told } = await startWatch(t, registry, { leaf: 4 })
  await look(watch)
  expect(told).toEqual([])
  await addLeaves(registry, ...names(5, 8))
  await look(watch)
  await look(watch)
  expect(told).toEqual(names(5, 8))
  await addLeaves(registry, 'later')
  await look(again())
  expect(told).toEqual([...names(5, 8), 'later'])
})

test('nothing is read before somebody is logged in, then all that came after the own leaf, page by page', async (t) => {
  const registry = await startRegistry(t)
  const own: { leaf?: number } = {}
  const { watch, look, told } = await startWatch(t, registry, own)
  await addLeaves(registry, 'earlier', 'own', ...names(0, 150))
  await look(watch)
  expect(told).toEqual([])
  own.leaf = 1
  await look(watch)
  expect(told).toEqual(names(0, 150))
  const pages = registry.requests.filter(({ leaves }) => leaves !== undefined)
  expect(pages.length).toBeGreaterThan(1)
})

test('an own leaf that the log lacks is no place to begin at', async (t) => {
  const registry = await startRegistry(t)
  await addLeaves(registry, 'alice')
  const { watch, look } = await startWatch(t, registry, { leaf: 1 })
  await expect(look(watch)).rejects.toMatchObject({ code: 'UNTRUSTED_REGISTRY' })
})

test('what can not be read is passed over', async (t) => {
  const registry = await startRegistry(t)
  await addLeaves(registry, 'own')
  const { watch, look, told } = await startWatch(t, registry)
  await look(watch)
  await registry.names.append('garbage', new Uint8Array(200).fill(7))
  await registry.names.append('other', await leafFor(registry, 'other', { op: 77 }))
  await addLeaves(registry, 'alice')
  await look(watch)
  expect(told).toEqual(['other', 'alice'])
})

type Change = (leaves: Uint8Array[]) => Uint8Array[]

test.for<[string, Change]>([
  ['no leaves', () => []],
  ['another leaf', ([, ...rest]) => [new Uint8Array(200), ...rest]],
  ['leaves in another order', (leaves) => leaves.toReversed()],
  ['a leaf left out', (leaves) => leaves.slice(1)],
  ['more than was asked for', (leaves) => [...leaves, ...leaves]],
  ['a leaf too long', ([, ...rest]) => [new Uint8Array(2000), ...rest]]
])('%s are not believed, and are asked for again', async ([, change], t) => {
  const lie = { change: (leaves: Uint8Array[]) => leaves }
  const registry = await startRegistry(t, (reply: RegistryReply, request: RegistryRequest) =>
    request.leaves && reply.leaves ? { leaves: { leaves: lie.change(reply.leaves.leaves) } } : reply
  )
  await addLeaves(registry, 'own')
  const { watch, look, told } = await startWatch(t, registry)
  await look(watch)
  await addLeaves(registry, ...names(0, 4))
  lie.change = change
  await expect(look(watch)).rejects.toMatchObject({ code: 'UNTRUSTED_REGISTRY' })
  expect(told).toEqual([])
  lie.change = (leaves) => leaves
  await look(watch)
  expect(told).toEqual(names(0, 4))
})
