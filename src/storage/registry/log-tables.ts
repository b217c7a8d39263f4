import { concatBytes, utf8, utf8Text } from '../../protocol/bytes.ts'
import { rest, text, u32, u64 } from '../key-parts.ts'
import { single, tuple } from '../keys.ts'
import { bytes } from '../values.ts'
import { joined, sortable } from './key-text.ts'
import type { Store, Table, ValueCodec } from '../types.ts'

/** Of a log: the least and the next sequence, and what lies between. */
export interface Head {
  first: bigint
  next: bigint
  items: number
  bytes: number
}

export interface StoredItem {
  id: string
  blob: Uint8Array
  /** Milliseconds since 1970; 0 where it stays until it is acknowledged. */
  expires: number
}

export interface LogTables {
  /** By log. Kept for ever, so that a sequence is never given twice. */
  heads: Table<string, Head>
  /** By log and sequence. */
  items: Table<string, StoredItem>
  /** Sequences, by log and id. */
  ids: Table<string, bigint>
  /** By time, log and sequence: what to forget. */
  expiries: Table<string, Uint8Array>
}

export const logTables = (store: Store): LogTables => ({
  heads: store.table('h', single(text), headCodec),
  items: store.table('i', single(text), itemCodec),
  ids: store.table('d', single(text), single(u64)),
  expiries: store.table('x', single(text), bytes)
})

export const itemKey = (log: string, sequence: bigint): string => joined(log, sortable(sequence, 16))
export const sequenceOf = (key: string): bigint => BigInt(`0x${key.slice(-16)}`)

const timeDigits = 12
export const expiryKey = (time: number, item: string): string => `${sortable(time, timeDigits)}${item}`
export const timeOf = (expiry: string): number => parseInt(expiry.slice(0, timeDigits), 16)
export const itemOf = (expiry: string): string => expiry.slice(timeDigits)

const headParts = tuple(u64, u64, u32, u64)
const headCodec: ValueCodec<Head> = {
  encode: (head) => headParts.encode([head.first, head.next, head.items, BigInt(head.bytes)]),
  decode: (stored) => {
    const [first, next, items, bytes] = headParts.decode(stored)
    return { first, next, items, bytes: Number(bytes) }
  }
}

const itemParts = tuple(u64, u32, rest)
const itemCodec: ValueCodec<StoredItem> = {
  encode: ({ id, blob, expires }) => {
    const idBytes = utf8(id)
    return itemParts.encode([BigInt(expires), idBytes.length, concatBytes(idBytes, blob)])
  },
  decode: (stored) => {
    const [expires, length, bytes] = itemParts.decode(stored)
    return {
      id: utf8Text(bytes.subarray(0, length))!,
      blob: bytes.subarray(length),
      expires: Number(expires)
    }
  }
}
