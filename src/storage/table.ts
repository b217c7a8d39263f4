import { utf8 } from '../protocol/bytes.ts'
import { seal, unseal, view } from './format.ts'
import { scan } from './scan.ts'
import type { Level } from 'level'
import type { Cipher, KeyCodec, RangeOptions, Table, ValueCodec } from './types.ts'

export type Database = Level<Uint8Array, Uint8Array>

/** A table and how its keys and values look in level. */
export interface LevelTable<K, V> extends Table<K, V> {
  levelKey(key: K): Uint8Array
  levelValue(levelKey: Uint8Array, value: V): Uint8Array
}

interface Init<K, V> {
  database: Database
  cipher: Cipher | undefined
  name: string
  key: KeyCodec<K>
  value: ValueCodec<V>
  /** What level threw, as our error. */
  fail: (error: unknown) => Error
}

/** Level keys are `name`, `!`, key. */
export function levelTable<K, V>({ database, cipher, name, key, value, fail }: Init<K, V>): LevelTable<K, V> {
  const start = utf8(`${name}!`)
  // '"' comes right after '!': no key of the table lies at or beyond it.
  const end = utf8(`${name}"`)

  const levelKey = (k: K): Uint8Array => {
    const encoded = key.encode(k)
    const bytes = new Uint8Array(start.length + encoded.length)
    bytes.set(start)
    bytes.set(encoded, start.length)
    return bytes
  }
  const keyOf = (bytes: Uint8Array): K => key.decode(view(bytes, start.length))
  const read = (k: Uint8Array, stored: Uint8Array): V => value.decode(unseal(cipher, k, stored))

  const bounds = ({ gt, gte, lt, lte, reverse = false, limit = -1 }: RangeOptions<K>) => ({
    ...(gt !== undefined ? { gt: levelKey(gt) } : { gte: gte === undefined ? start : levelKey(gte) }),
    ...(lte !== undefined ? { lte: levelKey(lte) } : { lt: lt === undefined ? end : levelKey(lt) }),
    reverse,
    limit
  })

  return {
    name,
    levelKey,
    levelValue: (k, v) => seal(cipher, k, value.encode(v)),
    get: async (k) => (await getMany([k]))[0],
    getMany,
    entries: (range = {}) =>
      scan(
        (options) => database.iterator({ ...bounds(range), ...options }),
        ([k, v]): [K, V] => [keyOf(k), read(k, v)],
        fail
      ),
    keys: (range = {}) => scan((options) => database.keys({ ...bounds(range), ...options }), keyOf, fail)
  }

  async function getMany(keys: K[]): Promise<(V | undefined)[]> {
    const levelKeys = keys.map(levelKey)
    const stored = await database.getMany(levelKeys).catch(rethrow)
    return stored.map((bytes, index) => (bytes === undefined ? undefined : read(levelKeys[index]!, bytes)))
  }

  function rethrow(error: unknown): never {
    throw fail(error)
  }
}
