/** Opaque; only equality means anything. */
export type Revision = string

export interface Entry {
  key: string
  value: Uint8Array
  revision: Revision
}

export type Claim = { ok: true; revision: Revision } | { ok: false; current: Entry }

export type Append = { ok: true; sequence: bigint; duplicate: boolean } | { ok: false; reason: 'quota' }

export type WatchEvent =
  | { type: 'put'; key: string; value: Uint8Array }
  | { type: 'delete'; key: string }
  /** Everything that stood when the watch began, or began again, was told. */
  | { type: 'synced' }

export interface LogItem {
  sequence: bigint
  id: string
  blob: Uint8Array
}

/** Keys that live as long as the server process that set them. */
export interface Lease extends AsyncDisposable {
  readonly id: string
  /** Aborted when the lease has run out, by the store's word or by the clock. */
  readonly lost: AbortSignal
  set(key: string, value: Uint8Array): Promise<void>
  unset(key: string): Promise<void>
  close(): Promise<void>
}

/**
 * What a bootstrap server keeps, and where: names and accounts, presence, logs and boxes. Whatever has been answered
 * survives the end of the process and a power cut. test/storage/registry-store.suite.ts holds every implementation to it.
 */
export interface RegistryStore extends AsyncDisposable {
  /** Creates the key unless it exists; the same value again is success, so that an answer lost on the way costs nothing. */
  claim(namespace: string, key: string, value: Uint8Array): Promise<Claim>
  get(namespace: string, key: string): Promise<Entry | undefined>
  /** Entries of a namespace in the order of their keys, from the one after `after` (empty: from the first). */
  list(namespace: string, after: string, limit: number): Promise<Entry[]>
  /** Writes if the key still has that revision; false otherwise. Null deletes. */
  swap(
    namespace: string,
    key: string,
    revision: Revision,
    value: Uint8Array | null
  ): Promise<Revision | false>
  /** Presence of one server process; renewed by the implementation until closed. */
  lease(ttl: number): Promise<Lease>
  presence(key: string): Promise<Uint8Array | undefined>
  /**
   * All presence keys, then 'synced', then changes, until the signal aborts or the store closes. A slow reader is told
   * how a key stands, not of each change, so what waits for it stays bounded by the keys.
   */
  watch(signal: AbortSignal): AsyncIterable<WatchEvent>
  /** Adds to a log or box; sequences are dense from 1. Idempotent by id until the item is acknowledged or expired. */
  append(
    log: string,
    id: string,
    blob: Uint8Array,
    limits?: { ttl?: number; maxItems?: number; maxBytes?: number }
  ): Promise<Append>
  read(log: string, after: bigint, limit: number): Promise<LogItem[]>
  /** Forgets everything up to and including a sequence. */
  ack(log: string, upTo: bigint): Promise<void>
  /** Writes a copy of everything but presence, as it is now, into a directory that does not exist. @throws StorageError */
  backup(directory: string): Promise<void>
}
