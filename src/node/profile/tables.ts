import { bytes, fixed, single, text, tuple, u32, u64, u8 } from '../../storage/index.ts'
import {
  AddressRecord,
  ConversationRecord,
  FeedRecord,
  MoveRecord,
  OutboxRecord,
  PersonRecord,
  TrustRecord,
  WatchedRecord
} from '../pb/profile.ts'
import type { Store, ValueCodec } from '../../storage/index.ts'

/** What an alias stands for: the number is the letter under which it is kept. */
export const aliasKind = { conversation: 0x43, device: 0x44, account: 0x41 } as const

/** protons' codecs as they are, but for encoding whole values only. */
const protobuf = <V>(codec: ValueCodec<V>): ValueCodec<V> => ({
  encode: (value) => codec.encode(value),
  decode: (stored) => codec.decode(stored)
})

const none: ValueCodec<null> = { encode: () => new Uint8Array(), decode: () => null }

/**
 * The collections of a profile: `C`, `D` and `A` are local aliases, so that keys name nobody; docs/architecture.md, "Store".
 */
export function openTables(store: Store) {
  return {
    /** C D number fork -> the record as sync hands it out. */
    events: store.table('e', eventKey, bytes),
    /** C time D number fork: the order on screen. */
    order: store.table('t', orderKey, none),
    /** hmac(record id) -> C D number fork. */
    ids: store.table('i', single(fixed(16)), eventKey),
    /** C D number fork of each op. */
    ops: store.table('o', eventKey, none),
    /** A: accounts of which something may be held that counts no more. */
    unsettled: store.table('u', single(u32), none),
    /** C D -> what is held. */
    feeds: store.table('f', feedKey, protobuf<FeedRecord>(FeedRecord)),
    /** C hmac(account, hash of the key) -> the current register as sync hands it out. */
    registers: store.table('r', registerKey, bytes),
    /** A -> the newest profile as sync hands it out. */
    profiles: store.table('d', single(u32), bytes),
    /** A number -> SignedEntry. */
    entries: store.table('a', entryKey, bytes),
    /** A -> certificate and newest entry. */
    people: store.table('b', single(u32), protobuf<PersonRecord>(PersonRecord)),
    /** A -> the account key that the person looked at. */
    trust: store.table('v', single(u32), protobuf<TrustRecord>(TrustRecord)),
    /** A -> number of the leaf that the log of names has for it. */
    leaves: store.table('l', single(u32), single(u64)),
    /** A -> what became of its name. */
    moves: store.table('m', single(u32), protobuf<MoveRecord>(MoveRecord)),
    /** How far the log of names was read. */
    watched: store.table('w', single(text), protobuf<WatchedRecord>(WatchedRecord)),
    /** Name -> secret. */
    keys: store.table('k', single(text), bytes),
    /** time n -> what waits to be delivered. */
    outbox: store.table('q', tuple(u64, u32), protobuf<OutboxRecord>(OutboxRecord)),
    /** Kind and alias -> id. */
    aliases: store.table('n', tuple(u8, u32), bytes),
    /** C -> a conversation taken part in. */
    conversations: store.table('c', single(u32), protobuf<ConversationRecord>(ConversationRecord)),
    /** D -> where a device was reached. */
    addresses: store.table('h', single(u32), protobuf<AddressRecord>(AddressRecord)),
    /** Name -> value. */
    settings: store.table('s', single(text), bytes)
  }
}

export type Tables = ReturnType<typeof openTables>

export const entryKey = tuple(u32, u64)
export const feedKey = tuple(u32, u32)
export const registerKey = tuple(u32, fixed(16))
export const eventKey = tuple(u32, u32, u32, u8)
export const orderKey = tuple(u32, u64, u32, u32, u8)

/** [C, D, number, fork] */
export type EventKey = ReturnType<typeof eventKey.decode>
/** [C, time, D, number, fork] */
export type OrderKey = ReturnType<typeof orderKey.decode>
