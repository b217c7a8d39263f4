import { execFileSync } from 'node:child_process'
import { readdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { StorageError } from '../../src/errors.ts'
import { bytes, openRegistryStore, openStore, single, u32 } from '../../src/storage/index.ts'
import { startChild } from './child.ts'
import { collect } from './collect.ts'
import { tempDirectory } from './temp-directory.ts'
import { temporaryStore } from './temporary-store.ts'

// The logs that LevelDB will begin next all lead to the device that is always full.
async function fillDisk(directory: string): Promise<void> {
  const newest = Math.max(...(await readdir(directory)).map((name) => parseInt(name) || 0))
  for (let number = newest + 1; number < newest + 50; number++)
    await symlink('/dev/full', join(directory, `${String(number).padStart(6, '0')}.log`))
}

const onLinux = test.skipIf(process.platform !== 'linux')

onLinux('a write that finds the disk full rejects, and says what to do', async () => {
  const { store, directory } = await temporaryStore()
  const table = store.table('e', single(u32), bytes)
  await fillDisk(directory)
  const value = new Uint8Array(512 * 1024)
  const writes = Array.from({ length: 20 }, (_, n) => store.batch().put(table, n, value).write())
  const results = await Promise.allSettled(writes)
  const written = results.findIndex((result) => result.status === 'rejected')
  expect(written).toBeGreaterThan(0)
  for (const result of results.slice(written)) {
    expect(result).toMatchObject({ status: 'rejected', reason: { name: 'StorageError', code: 'STORAGE' } })
    expect(String((result as PromiseRejectedResult).reason)).toMatch(/no room on the disk/)
  }
  expect(await table.get(0)).toEqual(value)
  expect(await collect(table.keys())).toHaveLength(written)
})

onLinux('a registry on a full disk confirms nothing', async () => {
  const directory = await tempDirectory()
  const registry = await openRegistryStore(directory)
  await fillDisk(directory)
  const value = new Uint8Array(512 * 1024)
  // One write still goes to the log that was there before.
  expect(await registry.claim('name', 'first', new Uint8Array(8 * 1024 * 1024))).toMatchObject({ ok: true })
  const claims = Array.from({ length: 20 }, (_, n) => registry.claim('name', String(n), value))
  for (const result of await Promise.allSettled(claims)) expect(result.status).toBe('rejected')
  expect(await registry.get('name', 'first')).toBeDefined()
  expect(await registry.get('name', '0')).toBeUndefined()
  await expect(registry.append('log', 'id', value)).rejects.toThrow(StorageError)
  await registry[Symbol.asyncDispose]()
})

// LevelDB itself goes on once there is room again, but then loses all that it confirms from there on.
onLinux('nothing is confirmed after a failed write that the next start would not find', async () => {
  const directory = await tempDirectory()
  const child = startChild('fill', [directory], ['prlimit', '--fsize=1000000:unlimited'])
  const confirmed = Number(await child.line())
  expect(confirmed).toBeGreaterThan(100)
  expect(await child.line()).toBe('StorageError')
  execFileSync('prlimit', ['--pid', String(child.process.pid), '--fsize=unlimited:unlimited'])
  child.process.stdin!.write('\n')
  const later = [await child.line(), await child.line(), await child.line()]
  await child.ended

  const store = await openStore(directory)
  const table = store.table('e', single(u32), bytes)
  const kept = await collect(table.keys())
  expect(kept).toEqual(Array.from({ length: confirmed }, (_, n) => n))
  expect(later).toEqual(['StorageError', 'StorageError', 'StorageError'])
  await store.close()
})
