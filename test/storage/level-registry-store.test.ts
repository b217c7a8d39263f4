import { join } from 'node:path'
import { Level } from 'level'
import { expect, onTestFinished, test } from 'vitest'
import { ProfileLockedError, StorageError } from '../../src/errors.ts'
import { openRegistryStore } from '../../src/storage/index.ts'
import { collect } from './collect.ts'
import { registryStoreSuite } from './registry-store.suite.ts'
import { blob } from './registry/fresh.ts'
import { tempDirectory } from './temp-directory.ts'
import type { RegistryStore } from '../../src/storage/index.ts'

async function opened(directory: string): Promise<RegistryStore> {
  const store = await openRegistryStore(directory)
  onTestFinished(() => store[Symbol.asyncDispose]())
  return store
}

registryStoreSuite('level', async () => opened(await tempDirectory()))

test('everything but presence is there again after a restart', async () => {
  const directory = await tempDirectory()
  const first = await openRegistryStore(directory)
  await first.claim('name', 'alice', blob('hers'))
  const gone = await first.claim('name', 'bob', blob('his'))
  if (gone.ok) await first.swap('name', 'bob', gone.revision, null)
  await first.append('box', 'a', blob('1'))
  await first.append('box', 'b', blob('2'))
  await first.append('emptied', 'a', blob('1'))
  await first.ack('box', 1n)
  await first.ack('emptied', 1n)
  await (await first.lease(1000)).set('alice', blob('here'))
  const alice = await first.get('name', 'alice')
  await first[Symbol.asyncDispose]()

  const second = await opened(directory)
  expect(await second.get('name', 'alice')).toEqual(alice)
  expect(await second.get('name', 'bob')).toBeUndefined()
  const again = await second.claim('name', 'bob', blob('his'))
  expect(again.ok && gone.ok && again.revision !== gone.revision).toBe(true)
  expect(await second.read('box', 0n, 9)).toEqual([{ sequence: 2n, id: 'b', blob: blob('2') }])
  expect(await second.append('box', 'b', blob('2'))).toMatchObject({ sequence: 2n, duplicate: true })
  expect(await second.append('emptied', 'a', blob('1'))).toMatchObject({ sequence: 2n, duplicate: false })
  expect(await second.append('box', 'c', blob('3'), { maxItems: 1 })).toEqual({ ok: false, reason: 'quota' })
  expect(await second.presence('alice')).toBeUndefined()
})

test('an item that expired while the server was off is gone', async () => {
  const directory = await tempDirectory()
  const first = await openRegistryStore(directory)
  await first.append('box', 'a', blob('1'), { ttl: 1 })
  await first[Symbol.asyncDispose]()
  const second = await opened(directory)
  await expect.poll(() => second.read('box', 0n, 9)).toEqual([])
  expect(await second.append('box', 'a', blob('1'), { maxItems: 1 })).toMatchObject({ duplicate: false })
})

test('what is acknowledged or expired leaves the disk', async () => {
  const directory = await tempDirectory()
  const store = await openRegistryStore(directory)
  for (let n = 0; n < 5; n++) await store.append('box', `a${n}`, blob('x'), { ttl: 1 })
  for (let n = 0; n < 5; n++) await store.append('other', `b${n}`, blob('x'), { ttl: 1e9 })
  await expect.poll(() => store.read('box', 0n, 9)).toEqual([])
  await store.ack('other', 5n)
  await store.append('third', 'c', blob('x'))
  await store[Symbol.asyncDispose]()

  const level = new Level<string, Uint8Array>(directory, { valueEncoding: 'view' })
  const tables = (await collect(level.keys())).map((key) => key.slice(0, key.indexOf('!')))
  await level.close()
  expect(tables.sort()).toEqual(['d', 'h', 'h', 'h', 'i'])
})

test('a closed registry finishes what was asked for and refuses the rest', async () => {
  const directory = await tempDirectory()
  const store = await openRegistryStore(directory)
  const lease = await store.lease(1000)
  await lease.set('alice', blob('here'))
  const watch = collect(store.watch(new AbortController().signal))
  const claims = Array.from({ length: 1200 }, (_, n) => store.claim('name', String(n), blob('x')))
  await Promise.all([store[Symbol.asyncDispose](), store[Symbol.asyncDispose]()])
  expect((await Promise.all(claims)).every(({ ok }) => ok)).toBe(true)
  expect(lease.lost.aborted).toBe(true)
  await watch
  await expect(store.claim('name', 'late', blob('x'))).rejects.toThrow(StorageError)
  await expect(store.append('log', 'late', blob('x'))).rejects.toThrow(StorageError)
  await expect(store.ack('log', 1n)).rejects.toThrow(StorageError)
  await expect(store.get('name', '1')).rejects.toThrow(StorageError)
  await expect(store.lease(1000)).rejects.toThrow(StorageError)

  const again = await opened(directory)
  expect(await again.get('name', '1199')).toBeDefined()
})

test('one process at a time', async () => {
  const directory = await tempDirectory()
  await opened(directory)
  await expect(openRegistryStore(directory)).rejects.toThrow(ProfileLockedError)
})

test('a copy made while it runs opens as it was then, and holds all of it', async () => {
  const store = await opened(await tempDirectory())
  for (let n = 0; n < 2500; n++) void store.append('names', String(n), blob(`leaf ${n}`))
  await store.claim('name', 'alice', blob('hers'))
  const copy = join(await tempDirectory(), 'copy')
  const copying = store.backup(copy)
  await store.claim('name', 'late', blob('too late'))
  await copying
  const again = await opened(copy)
  expect(await again.get('name', 'alice')).toEqual(await store.get('name', 'alice'))
  expect((await again.read('names', 0n, 3000)).map(({ blob: leaf }) => leaf)).toEqual(
    (await store.read('names', 0n, 3000)).map(({ blob: leaf }) => leaf)
  )
  await expect(store.backup(copy)).rejects.toThrow(StorageError)
  await expect(store.backup('/proc/nowhere/copy')).rejects.toThrow(StorageError)
})
