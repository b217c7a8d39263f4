import { chmod, mkdir } from 'node:fs/promises'
import { Level } from 'level'
import { StorageError } from '../errors.ts'
import { levelBatch } from './batch.ts'
import { copyDatabase } from './copy.ts'
import { failure } from './failures.ts'
import { levelTable } from './table.ts'
import { serialWriter } from './writer.ts'
import type { Database, LevelTable } from './table.ts'
import type { Cipher, Store, Table } from './types.ts'

/**
 * Opens the database in a directory, which is made where there is none, and readable by its owner alone. Values are
 * encrypted where there is a cipher.
 *
 * @throws ProfileLockedError where it is open already; StorageError where it can't be used
 */
export async function openStore(directory: string, cipher?: Cipher): Promise<Store> {
  const fail = (error: unknown): Error => failure(error, directory)
  const database = await openDatabase(directory).catch((error: unknown) => {
    throw fail(error)
  })
  const tables = new Map<string, LevelTable<unknown, unknown>>()
  const writer = serialWriter(fail)

  const own = <K, V>(table: Table<K, V>): LevelTable<K, V> => {
    if (tables.get(table.name) !== table) throw new StorageError(`Table ${table.name} is not of this store.`)
    return table as LevelTable<K, V>
  }

  return {
    table: (name, key, value) => {
      if (!/^[a-zA-Z]{1,2}$/.test(name)) throw new StorageError(`A table can't be called '${name}'.`)
      if (tables.has(name)) throw new StorageError(`There is a table ${name} already.`)
      const table = levelTable({ database, cipher, name, key, value, fail })
      tables.set(name, table)
      return table
    },
    copyTo: (copy) => copyDatabase(database, copy),
    batch: () => levelBatch({ database, writer, own }),
    close: async () => {
      await writer.idle()
      await database.close()
    }
  }
}

async function openDatabase(directory: string): Promise<Database> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  await chmod(directory, 0o700)
  const database: Database = new Level(directory, { keyEncoding: 'view', valueEncoding: 'view' })
  await database.open()
  return database
}
