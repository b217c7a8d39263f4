import type { Database, LevelTable } from './table.ts'
import type { Batch, Table } from './types.ts'
import type { Writer } from './writer.ts'

interface Init {
  database: Database
  writer: Writer
  /** The table's inside. @throws StorageError where it is another store's */
  own: <K, V>(table: Table<K, V>) => LevelTable<K, V>
}

export function levelBatch({ database, writer, own }: Init): Batch {
  const operations: { key: Uint8Array; value?: Uint8Array }[] = []

  const batch: Batch = {
    put: (table, key, value) => {
      const inside = own(table)
      const levelKey = inside.levelKey(key)
      operations.push({ key: levelKey, value: inside.levelValue(levelKey, value) })
      return batch
    },
    delete: (table, key) => {
      operations.push({ key: own(table).levelKey(key) })
      return batch
    },
    get size() {
      return operations.length
    },
    write: ({ sync = false } = {}) => {
      const taken = operations.splice(0)
      return writer.write(async () => {
        // A chained batch goes to level without a copy of each operation: a quarter faster than an array.
        const chained = database.batch()
        for (const { key, value } of taken) {
          if (value === undefined) chained.del(key)
          else chained.put(key, value)
        }
        await chained.write({ sync })
      })
    }
  }
  return batch
}
