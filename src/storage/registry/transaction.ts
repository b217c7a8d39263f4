import type { Table } from '../types.ts'

/** What a piece of work reads and writes. */
export interface Transaction {
  get<V>(table: Table<string, V>, key: string): Promise<V | undefined>
  getMany<V>(table: Table<string, V>, keys: string[]): Promise<(V | undefined)[]>
  put<V>(table: Table<string, V>, key: string, value: V): void
  delete<V>(table: Table<string, V>, key: string): void
}

export interface Work<T> {
  /** What it will surely read: fetched for all the work of a round at once, 10 times faster than one by one. */
  reads: [Table<string, unknown>, string][]
  run(transaction: Transaction): Promise<T>
}
