import type { Store, Table } from '../types.ts'
import type { Transaction, Work } from './transaction.ts'

interface Cell {
  table: Table<string, unknown>
  key: string
  /** Undefined where there is nothing, or nothing any more. */
  value: unknown
}

/** Pieces of work that are written and synced together, each seeing what those before it wrote. */
export interface Round {
  fetch(reads: Work<unknown>['reads']): Promise<void>
  /** What it writes counts only if it succeeds. */
  run<T>(work: Work<T>): Promise<T>
  write(): Promise<void>
}

export function openRound(store: Store): Round {
  const known = new Map<string, Cell>()
  const changed = new Map<string, Cell>()

  const fetch = async (reads: Work<unknown>['reads']): Promise<void> => {
    const missing = new Map(
      reads.filter(([table, key]) => !known.has(cellId(table, key))).map((read) => [cellId(...read), read])
    )
    const byTable = Map.groupBy(missing.values(), ([table]) => table)
    for (const [table, group] of byTable) {
      const values = await table.getMany(group.map(([, key]) => key))
      for (const [index, [, key]] of group.entries())
        known.set(cellId(table, key), { table, key, value: values[index] })
    }
  }

  const run = async <T>(work: Work<T>): Promise<T> => {
    const written = new Map<string, Cell>()
    const getMany = async <V>(table: Table<string, V>, keys: string[]): Promise<(V | undefined)[]> => {
      await fetch(keys.map((key) => [table, key]))
      return keys
        .map((key) => cellId(table, key))
        .map((id) => (written.get(id) ?? known.get(id))?.value as V | undefined)
    }
    const set = (table: Table<string, unknown>, key: string, value: unknown): void => {
      written.set(cellId(table, key), { table, key, value })
    }
    const transaction: Transaction = {
      getMany,
      get: async (table, key) => (await getMany(table, [key]))[0],
      put: set,
      delete: (table, key) => set(table, key, undefined)
    }
    const result = await work.run(transaction)
    for (const [id, cell] of written) {
      known.set(id, cell)
      changed.set(id, cell)
    }
    return result
  }

  const write = async (): Promise<void> => {
    if (changed.size === 0) return
    const batch = store.batch()
    for (const { table, key, value } of changed.values()) {
      if (value === undefined) batch.delete(table, key)
      else batch.put(table, key, value)
    }
    await batch.write({ sync: true })
  }
  return { fetch, run, write }
}

const cellId = (table: Table<string, unknown>, key: string): string => `${table.name}!${key}`
