import { join } from 'node:path'
import { expect, test } from 'vitest'
import { NameLog } from '../../../src/bootstrap/registry/name-log.ts'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import {
  emptyFrontier,
  isConsistent,
  isIncluded,
  leafHash,
  readCheckpoint,
  rootOf,
  splitHashes,
  utf8,
  withLeaf
} from '../../../src/protocol/index.ts'
import { openRegistryStore } from '../../../src/storage/index.ts'
import { makeRegistry } from '../../protocol/people.ts'
import { temporaryDirectory } from '../../support/index.ts'
import type { Proof, Tree } from '../../../src/protocol/index.ts'
import type { RegistryStore } from '../../../src/storage/index.ts'
import type { Lifetime } from '../../support/index.ts'

const registry = makeRegistry(crypto)
const leafOf = (index: number): Uint8Array => utf8(`leaf ${index}`)
const logOf = (store: RegistryStore): NameLog => new NameLog(store, crypto, registry, registry.seed)

async function open(t: Lifetime): Promise<RegistryStore> {
  const store = await openRegistryStore(join(await temporaryDirectory(t), 'registry'))
  t.onTestFinished(() => store[Symbol.asyncDispose]())
  return store
}

async function fill(log: NameLog, from: number, to: number): Promise<void> {
  const indexes = Array.from({ length: to - from }, (_, index) => from + index)
  await Promise.all(indexes.map((index) => log.append(String(index), leafOf(index))))
}

/** What the first leaves must hash to. */
const roots = new Map<number, Uint8Array>()
for (let size = 0, frontier = emptyFrontier; size <= 1400; size++) {
  roots.set(size, rootOf(crypto, frontier))
  frontier = withLeaf(crypto, frontier, leafHash(crypto, leafOf(size)))
}
const treeOf = (size: number): Tree => ({ size, root: roots.get(size)! })

async function expectProven(proof: Proof, size: number, leaves: number[], sizes: number[]): Promise<void> {
  const tree = (await readCheckpoint(crypto, registry, proof.note))!
  expect(tree).toMatchObject(treeOf(size))
  for (const [at, index] of leaves.entries()) {
    const { leaf, hashes } = proof.leaves[at]!
    expect(leaf).toEqual(leafOf(index))
    expect(isIncluded(crypto, tree, index, leafHash(crypto, leaf), splitHashes(hashes)!), `${index}`).toBe(
      true
    )
  }
  for (const [at, from] of sizes.entries()) {
    const path = splitHashes(proof.consistency[at]!)!
    expect(isConsistent(crypto, treeOf(from), tree, path), `${from} of ${size}`).toBe(true)
  }
}

test('an empty log has a checkpoint', async (t) => {
  const proof = await logOf(await open(t)).prove([0], [0, 5])
  expect(await readCheckpoint(crypto, registry, proof.note)).toMatchObject(treeOf(0))
  const nothing = new Uint8Array()
  expect(proof.leaves).toEqual([{ leaf: nothing, hashes: nothing }])
  expect(proof.consistency).toEqual([nothing, nothing])
})

test('leaves are numbered as they come, each once', async (t) => {
  const log = logOf(await open(t))
  expect(await log.append('a', leafOf(0))).toBe(0)
  expect(await log.append('b', leafOf(1))).toBe(1)
  expect(await log.append('a', leafOf(0))).toBe(0)
  expect(await readCheckpoint(crypto, registry, (await log.prove([], [])).note)).toMatchObject(treeOf(2))
})

test('every size around a tile proves its leaves and all that it was', async (t) => {
  const store = await open(t)
  let log = logOf(store)
  let size = 0
  for (const next of [1, 2, 255, 256, 257, 511, 512, 513, 1023, 1024, 1300]) {
    await fill(log, size, next)
    size = next
    const places = [0, 1, 254, 255, 256, 511, 512, 700, 1023, size - 1].filter((place) => place < size)
    const sizes = [...places.map((place) => place + 1), 0]
    await expectProven(await log.prove(places, sizes), size, places, sizes)
    // The same from what is stored.
    log = logOf(store)
    await expectProven(await log.prove(places, sizes), size, places, sizes)
  }
})

test('leaves that another server of the registry stored are signed with the next checkpoint', async (t) => {
  const store = await open(t)
  const [here, there] = [logOf(store), logOf(store)]
  await fill(there, 0, 300)
  await expectProven(await here.prove([299], [17]), 300, [299], [17])
  await fill(here, 300, 600)
  await expectProven(await there.prove([299, 599], [300]), 600, [299, 599], [300])
  await expectProven(await here.prove([512], [300]), 600, [512], [300])
})

test('proofs asked for while leaves come never shrink', async (t) => {
  const log = logOf(await open(t))
  const filling = fill(log, 0, 700)
  const sizes: number[] = []
  for (let asked = 0; asked < 40; asked++) {
    const proof = await log.prove([], [])
    sizes.push((await readCheckpoint(crypto, registry, proof.note))!.size)
  }
  await filling
  expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
  await expectProven(await log.prove([699], sizes), 700, [699], sizes)
})

test('a log that is not the one of its tree is not signed', async (t) => {
  const store = await open(t)
  await store.claim('names-tile', '0', crypto.randomBytes(256 * 32))
  const log = logOf(store)
  await fill(log, 0, 300)
  await expect(log.prove([], [])).rejects.toThrow('differ')
})

test('leaves are read from any number on, as many as fit', async (t) => {
  const log = logOf(await open(t))
  await fill(log, 0, 20)
  expect(await log.leaves(0, 3)).toEqual([leafOf(0), leafOf(1), leafOf(2)])
  expect(await log.leaves(18, 0)).toEqual([leafOf(18), leafOf(19)])
  expect(await log.leaves(20, 0)).toEqual([])
  expect(await log.leaves(2 ** 53 - 1, 5)).toEqual([])
  for (let index = 0; index < 40; index++) await log.append(`large ${index}`, crypto.randomBytes(1000))
  const page = await log.leaves(20, 2 ** 32 - 1)
  expect(page.length).toBe(15)
})
