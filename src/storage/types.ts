/** Encrypts values on the disk, each bound to its key. */
export interface Cipher {
  seal(value: Uint8Array, associated: Uint8Array): Uint8Array
  /** Undefined where the bytes are not `seal`'s with this associated data. */
  open(sealed: Uint8Array, associated: Uint8Array): Uint8Array | undefined
}

/** A value as bytes and back. `decode` gets exactly what `encode` made. */
export interface ValueCodec<V> {
  encode(value: V): Uint8Array
  decode(bytes: Uint8Array): V
}

/** A key as bytes that sort as the keys should, and back. */
export interface KeyCodec<K> {
  encode(key: K): Uint8Array
  decode(bytes: Uint8Array): K
}

export interface RangeOptions<K> {
  gt?: K
  gte?: K
  lt?: K
  lte?: K
  reverse?: boolean
  limit?: number
}

/** One typed collection of a store. */
export interface Table<K, V> {
  readonly name: string
  get(key: K): Promise<V | undefined>
  getMany(keys: K[]): Promise<(V | undefined)[]>
  /** Read in blocks, in the order of the keys. */
  entries(range?: RangeOptions<K>): AsyncIterable<[K, V]>
  keys(range?: RangeOptions<K>): AsyncIterable<K>
}

/** Writes that happen together or not at all. */
export interface Batch {
  put<K, V>(table: Table<K, V>, key: K, value: V): this
  delete<K, V>(table: Table<K, V>, key: K): this
  readonly size: number
  /**
   * Writes and empties the batch. `sync` waits until the disk has it; without, it survives the end of the process but
   * not a power cut.
   *
   * @throws StorageError, and then for every later write too, until the store is opened again
   */
  write(options?: { sync?: boolean }): Promise<void>
}

/** Collections over one abstract-level database. Every value begins with a format byte; docs/architecture.md. */
export interface Store {
  /** A collection; its name is the first part of its level keys. The same name twice is an error. */
  table<K, V>(name: string, key: KeyCodec<K>, value: ValueCodec<V>): Table<K, V>
  batch(): Batch
  /** Writes a copy, as it is now, into a directory that does not exist. @throws StorageError */
  copyTo(directory: string): Promise<void>
  /** May be called twice. */
  close(): Promise<void>
}
