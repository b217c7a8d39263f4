import { once } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ProfileLockedError, StorageError } from '../../src/errors.ts'
import { openStore } from '../../src/storage/index.ts'
import { startChild } from './child.ts'
import { tempDirectory } from './temp-directory.ts'
import { temporaryStore } from './temporary-store.ts'

test('a database that another process has open is locked, until that one ends', async () => {
  const directory = await tempDirectory()
  const holder = startChild('hold', [directory])
  expect(await holder.line()).toBe('open')
  const failed = await openStore(directory).catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(ProfileLockedError)
  expect(failed).toMatchObject({ name: 'ProfileLockedError', code: 'PROFILE_LOCKED' })
  expect((failed as Error).message).toContain(directory)

  holder.process.kill('SIGKILL')
  await holder.ended
  await (await openStore(directory)).close()
})

test('a database that this process has open is locked for others', async () => {
  const { directory } = await temporaryStore()
  expect(await startChild('hold', [directory]).line()).toBe('ProfileLockedError')
})

test('a database that this process has open is locked for itself', async () => {
  const { directory } = await temporaryStore()
  await expect(openStore(directory)).rejects.toThrow(ProfileLockedError)
})

test('damage is told', async () => {
  const directory = await tempDirectory()
  await (await openStore(directory)).close()
  await writeFile(join(directory, 'CURRENT'), 'garbage')
  await expect(openStore(directory)).rejects.toThrow(/damaged/)

  const other = await tempDirectory()
  await (await openStore(other)).close()
  const manifest = (await readdir(other)).find((name) => name.startsWith('MANIFEST'))!
  await writeFile(join(other, manifest), new Uint8Array(100).fill(0xff))
  const failed = await openStore(other).catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(StorageError)
  expect(failed).toMatchObject({ name: 'StorageError', code: 'STORAGE', cause: { code: 'LEVEL_CORRUPTION' } })
})

test('a file in the way is told', async () => {
  const file = join(await tempDirectory(), 'profile')
  await writeFile(file, '')
  await expect(openStore(file)).rejects.toThrow(/There is a file/)
  await expect(openStore(join(file, 'below'))).rejects.toThrow(/There is a file/)
})

test.skipIf(process.platform !== 'linux')('a missing permission is told', async () => {
  // Not even root may make a directory there.
  await expect(openStore('/sys/starling')).rejects.toThrow(StorageError)
  await expect(openStore('/sys/starling')).rejects.toThrow(/owner or permissions/)
})

test('a process that ends in peace leaves nothing locked', async () => {
  const directory = await tempDirectory()
  const holder = startChild('hold', [directory])
  expect(await holder.line()).toBe('open')
  holder.process.stdin!.end()
  await once(holder.process, 'exit')
  await (await openStore(directory)).close()
})
