export { openStore } from './open-store.ts'
export { openRegistryStore } from './level-registry-store.ts'
export { single, tuple } from './keys.ts'
export { fixed, rest, text, u32, u64, u8 } from './key-parts.ts'
export { bytes, json, utf8Value } from './values.ts'
export type { FixedPart, TailPart } from './key-parts.ts'
export type { TupleCodec } from './keys.ts'
export type {
  Append,
  Claim,
  Entry,
  Lease,
  LogItem,
  RegistryStore,
  Revision,
  WatchEvent
} from './registry-store.ts'
export type { Batch, Cipher, KeyCodec, RangeOptions, Store, Table, ValueCodec } from './types.ts'
