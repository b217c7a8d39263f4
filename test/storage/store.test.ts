import { chmod, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Level } from 'level'
import { expect, test } from 'vitest'
import { StorageError } from '../../src/errors.ts'
import { utf8 } from '../../src/protocol/bytes.ts'
import { bytes, openStore, single, text, tuple, u32, u64, utf8Value } from '../../src/storage/index.ts'
import { scan } from '../../src/storage/scan.ts'
import { collect } from './collect.ts'
import { tempDirectory } from './temp-directory.ts'
import { temporaryStore } from './temporary-store.ts'

test('keeps what is written together, across a restart', async () => {
  const directory = await tempDirectory()
  const first = await openStore(directory)
  const names = first.table('n', single(text), utf8Value)
  const events = first.table('e', tuple(u32, u64), bytes)
  const batch = first.batch().put(names, 'a', 'Alice').put(names, 'b', 'Bob').put(events, [1, 7n], utf8('hi'))
  expect(batch.size).toBe(3)
  await batch.write({ sync: true })
  expect(batch.size).toBe(0)
  await first.batch().delete(names, 'b').write()
  await first.close()

  const second = await openStore(directory)
  const again = second.table('n', single(text), utf8Value)
  expect(await again.get('a')).toBe('Alice')
  expect(await again.get('b')).toBeUndefined()
  expect(await again.getMany(['b', 'a', 'c'])).toEqual([undefined, 'Alice', undefined])
  expect(await second.table('e', tuple(u32, u64), bytes).get([1, 7n])).toEqual(utf8('hi'))
  await second.close()
})

test('hands out plain Uint8Arrays, of values and keys', async () => {
  const { store } = await temporaryStore()
  const table = store.table('e', single(u32), bytes)
  await store.batch().put(table, 1, utf8('hi')).write()
  for (const value of [await table.get(1), (await table.getMany([1]))[0]])
    expect(value?.constructor).toBe(Uint8Array)
})

test('reads ranges in the order of the keys, and never beyond the table', async () => {
  const { store } = await temporaryStore()
  const key = tuple(u32, u32)
  const table = store.table('e', key, utf8Value)
  const batch = store.batch()
  for (const name of ['d', 'ea', 'f']) {
    const other = store.table(name, key, utf8Value)
    for (const part of [0, 2 ** 32 - 1]) batch.put(other, [part, part], 'other')
  }
  for (const part of [0, 1, 2, 2 ** 32 - 1])
    for (const n of [0, 1, 2 ** 32 - 1]) batch.put(table, [part, n], 'own')
  await batch.write()

  const keys = (range: Parameters<typeof table.keys>[0]) => collect(table.keys(range))
  expect(await keys({})).toHaveLength(12)
  expect(new Set((await collect(table.entries())).map(([, value]) => value))).toEqual(new Set(['own']))
  expect(await keys({ limit: 2 })).toEqual([
    [0, 0],
    [0, 1]
  ])
  expect(await keys({ reverse: true, limit: 2 })).toEqual([
    [2 ** 32 - 1, 2 ** 32 - 1],
    [2 ** 32 - 1, 1]
  ])
  expect(await keys({ gt: [1, 0], lte: [2, 0] })).toEqual([
    [1, 1],
    [1, 2 ** 32 - 1],
    [2, 0]
  ])
  expect(await keys({ gte: [1, 0], lt: [1, 2] })).toEqual([
    [1, 0],
    [1, 1]
  ])
  expect(await keys(key.startingWith(1))).toEqual([0, 1, 2 ** 32 - 1].map((n) => [1, n]))
  expect(await keys(key.startingWith(2 ** 32 - 1))).toHaveLength(3)
  expect(await keys({ ...key.startingWith(0), reverse: true, limit: 1 })).toEqual([[0, 2 ** 32 - 1]])
  expect(await keys(key.startingWith(77))).toEqual([])
})

test('reads more than one block, of many rows and of large ones', async () => {
  const { store } = await temporaryStore()
  const small = store.table('s', single(u32), bytes)
  const large = store.table('l', single(u32), bytes)
  const batch = store.batch()
  for (let n = 0; n < 2500; n++) batch.put(small, n, Uint8Array.of(n & 255))
  for (let n = 0; n < 20; n++) batch.put(large, n, new Uint8Array(64 * 1024).fill(n))
  await batch.write()
  expect(await collect(small.keys())).toEqual(Array.from({ length: 2500 }, (_, n) => n))
  const found = await collect(large.entries())
  expect(found.map(([n, value]) => [n, value.length, value[9]])).toEqual(
    Array.from({ length: 20 }, (_, n) => [n, 64 * 1024, n])
  )
})

test('reads what was there when reading began', async () => {
  const { store } = await temporaryStore()
  const table = store.table('e', single(u32), bytes)
  await store.batch().put(table, 1, bytes1).put(table, 3, bytes1).write()
  const seen: number[] = []
  for await (const key of table.keys()) {
    seen.push(key)
    await store.batch().put(table, 2, bytes1).delete(table, 3).write()
  }
  expect(seen).toEqual([1, 3])
  expect(await collect(table.keys())).toEqual([1, 2])
})

test('leaving a loop closes its iterator', async () => {
  const database = new Level<string, string>(await tempDirectory())
  await database.batch(['a', 'b', 'c'].map((key) => ({ type: 'put', key, value: key })))
  const iterators = ['break', 'throw', 'end'].map(() => database.keys())
  const read = (index: number) =>
    scan(
      () => iterators[index]!,
      (key) => key,
      (error) => error as Error
    )
  for await (const key of read(0)) if (key === 'a') break
  await expect(async () => {
    for await (const key of read(1)) throw new Error(key)
  }).rejects.toThrow('a')
  expect(await collect(read(2))).toEqual(['a', 'b', 'c'])
  for (const iterator of iterators) await expect(iterator.next()).rejects.toThrow(/not open/)
  await database.close()
})

test('the directory is made, and is its owner’s alone', async () => {
  const parent = await tempDirectory()
  const fresh = join(parent, 'deep', 'profile')
  await (await openStore(fresh)).close()
  expect((await stat(fresh)).mode & 0o777).toBe(0o700)

  const open = join(parent, 'open')
  await mkdir(open)
  await chmod(open, 0o755)
  await (await openStore(open)).close()
  expect((await stat(open)).mode & 0o777).toBe(0o700)
})

test('values carry a format byte, and one that is not known is told', async () => {
  const directory = await tempDirectory()
  const store = await openStore(directory)
  await store
    .batch()
    .put(store.table('e', single(u32), bytes), 1, Uint8Array.of(7))
    .write()
  await store.close()

  const level = new Level<Uint8Array, Uint8Array>(directory, { keyEncoding: 'view', valueEncoding: 'view' })
  const key = Uint8Array.from([0x65, 0x21, 0, 0, 0, 1])
  expect(Array.from(await level.get(key))).toEqual([0, 7])
  await level.put(key, Uint8Array.of(9, 7))
  await level.put(Uint8Array.from([0x65, 0x21, 0, 0, 0, 2]), new Uint8Array())
  await level.close()

  const again = await openStore(directory)
  const table = again.table('e', single(u32), bytes)
  await expect(table.get(1)).rejects.toThrow(StorageError)
  await expect(table.get(1)).rejects.toThrow(/newer Starling/)
  await expect(table.getMany([2])).rejects.toThrow(StorageError)
  await expect(collect(table.entries())).rejects.toThrow(/newer Starling/)
  await again.close()
})

test('a table has one short name, and belongs to one store', async () => {
  const { store } = await temporaryStore()
  const other = await temporaryStore()
  const table = store.table('e', single(u32), bytes)
  for (const name of ['e', '', 'abc', 'a!', '1', 'é'])
    expect(() => store.table(name, single(u32), bytes), name).toThrow(StorageError)
  const foreign = other.store.table('e', single(u32), bytes)
  expect(() => store.batch().put(foreign, 1, bytes1)).toThrow(StorageError)
  expect(() => other.store.batch().delete(table, 1)).toThrow(StorageError)
})

test('a key that does not fit fails before anything is written', async () => {
  const { store } = await temporaryStore()
  const table = store.table('e', single(u32), bytes)
  expect(() => store.batch().put(table, -1, bytes1)).toThrow(RangeError)
  await expect(table.get(2 ** 32)).rejects.toThrow(RangeError)
  await store.batch().put(table, 1, bytes1).write()
  expect(await table.get(1)).toEqual(bytes1)
})

test('writes run in the order they were asked for', async () => {
  const { store } = await temporaryStore()
  const table = store.table('e', single(u32), single(u32))
  await Promise.all(
    Array.from({ length: 200 }, (_, n) =>
      store
        .batch()
        .put(table, 0, n)
        .put(table, n + 1, n)
        .write()
    )
  )
  expect(await table.get(0)).toBe(199)
  expect(await collect(table.keys())).toHaveLength(201)
})

test('closing waits for what was asked for, refuses the rest, and may be asked twice', async () => {
  const directory = await tempDirectory()
  const store = await openStore(directory)
  const table = store.table('e', single(u32), bytes)
  const writes = Array.from({ length: 50 }, (_, n) => store.batch().put(table, n, bytes1).write())
  await Promise.all([store.close(), store.close()])
  await Promise.all(writes)
  await store.close()

  await expect(table.get(1)).rejects.toThrow(StorageError)
  await expect(table.getMany([1])).rejects.toThrow(/closed/)
  await expect(collect(table.keys())).rejects.toThrow(/closed/)
  await expect(store.batch().put(table, 1, bytes1).write()).rejects.toThrow(/closed/)

  const again = await openStore(directory)
  expect(await collect(again.table('e', single(u32), bytes).keys())).toHaveLength(50)
  await again.close()
})

const bytes1 = Uint8Array.of(1)
