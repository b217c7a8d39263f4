import { mkdir, rm } from 'node:fs/promises'
import { Level } from 'level'
import { failure } from './failures.ts'
import { scan } from './scan.ts'
import type { Database } from './table.ts'

/** Rows written at once. */
const batchSize = 1000

/**
 * Copies a database that is open, as it is now, into a directory that does not exist.
 *
 * @throws StorageError; nothing is left there then
 */
export async function copyDatabase(source: Database, directory: string): Promise<void> {
  const fail = (error: unknown): Error => failure(error, directory)
  try {
    await mkdir(directory, { mode: 0o700 })
  } catch (error) {
    throw fail(error)
  }
  const target: Database = new Level(directory, { keyEncoding: 'view', valueEncoding: 'view' })
  try {
    await target.open()
    let batch = target.batch()
    for await (const [key, value] of scan(
      (options) => source.iterator(options),
      (row) => row,
      fail
    )) {
      batch.put(key, value)
      if (batch.length < batchSize) continue
      await batch.write()
      batch = target.batch()
    }
    await batch.write({ sync: true })
    await target.close()
  } catch (error) {
    await target.close().catch(() => {})
    await rm(directory, { recursive: true, force: true })
    throw fail(error)
  }
}
