// @ts-nocheck
import { decodeMessage, encodeMessage, MaxLengthError, message, streamMessage } from 'protons-runtime'
import { alloc as uint8ArrayAlloc } from 'uint8arrays/alloc'
import type { Codec, DecodeOptions } from 'protons-runtime'
import type { Uint8ArrayList } from 'uint8arraylist'

export interface FeedRecord {
  account: number
  ranges: Held[]
  forked: boolean
  sum: Uint8Array
  limit?: FeedLimit
}

export namespace FeedRecord {
  let _codec: Codec<FeedRecord>

  export const codec = (): Codec<FeedRecord> => {
    if (_codec == null) {
      _codec = message<FeedRecord>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.account != null && obj.account !== 0)) {
          w.uint32(8)
          w.uint32(obj.account)
        }

        if (obj.ranges != null && obj.ranges.length > 0) {
          for (const value of obj.ranges) {
            w.uint32(18)
            Held.codec().encode(value, w)
          }
        }

        if ((obj.forked != null && obj.forked !== false)) {
          w.uint32(24)
          w.bool(obj.forked)
        }

        if ((obj.sum != null && obj.sum.byteLength > 0)) {
          w.uint32(34)
          w.bytes(obj.sum)
        }

        if (obj.limit != null) {
          w.uint32(42)
          FeedLimit.codec().encode(obj.limit, w)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          account: 0,
          ranges: [],
          forked: false,
          sum: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.account = reader.uint32()
              break
            }
            case 2: {
              if (opts.limits?.ranges != null && obj.ranges.length === opts.limits.ranges) {
                throw new MaxLengthError('Decode error - repeated field "ranges" had too many elements')
              }

              obj.ranges.push(Held.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.ranges$
              }))
              break
            }
            case 3: {
              obj.forked = reader.bool()
              break
            }
            case 4: {
              obj.sum = reader.bytes()
              break
            }
            case 5: {
              obj.limit = FeedLimit.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.limit
              })
              break
            }
            default: {
              reader.skipType(tag & 7)
              break
            }
          }
        }

        return obj
      }, function * (reader, length, prefix, opts = {}) {
        const obj = {
          ranges: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              yield {
                field: `${prefix}.account`,
                value: reader.uint32()
              }
              break
            }
            case 2: {
              if (opts.limits?.ranges != null && obj.ranges === opts.limits.ranges) {
                throw new MaxLengthError('Streaming decode error - repeated field "ranges" had too many elements')
              }

              for (const evt of Held.codec().stream(reader, reader.uint32(), `${prefix}.ranges[]`, {
                limits: opts.limits?.ranges$
              })) {
                yield {
                  ...evt,
                  index: obj.ranges
                }
              }

              obj.ranges++

              break
            }
            case 3: {
              yield {
                field: `${prefix}.forked`,
                value: reader.bool()
              }
              break
            }
            case 4: {
              yield {
                field: `${prefix}.sum`,
                value: reader.bytes()
              }
              break
            }
            case 5: {
              yield * FeedLimit.codec().stream(reader, reader.uint32(), `${prefix}.limit`, {
                limits: opts.limits?.limit
              })

              break
            }
            default: {
              reader.skipType(tag & 7)
              break
            }
          }
        }
      })
    }

    return _codec
  }

  export interface FeedRecordAccountFieldEvent {
    field: '$.account'
    value: number
  }

  export interface FeedRecordRangesFromFieldEvent {
    field: '$.ranges[].from'
    value: number
    index: number
  }

  export interface FeedRecordRangesToFieldEvent {
    field: '$.ranges[].to'
    value: number
    index: number
  }

  export interface FeedRecordRangesPrevFieldEvent {
    field: '$.ranges[].prev'
    value: Uint8Array
    index: number
  }

  export interface FeedRecordRangesIdFieldEvent {
    field: '$.ranges[].id'
    value: Uint8Array
    index: number
  }

  export interface FeedRecordForkedFieldEvent {
    field: '$.forked'
    value: boolean
  }

  export interface FeedRecordSumFieldEvent {
    field: '$.sum'
    value: Uint8Array
  }

  export interface FeedRecordLimitBeforeFieldEvent {
    field: '$.limit.before'
    value: number
  }

  export interface FeedRecordLimitLastFieldEvent {
    field: '$.limit.last'
    value: number
  }

  export function encode (obj: Partial<FeedRecord>): Uint8Array {
    return encodeMessage(obj, FeedRecord.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FeedRecord>): FeedRecord {
    return decodeMessage(buf, FeedRecord.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FeedRecord>): Generator<FeedRecordAccountFieldEvent | FeedRecordRangesFromFieldEvent | FeedRecordRangesToFieldEvent | FeedRecordRangesPrevFieldEvent | FeedRecordRangesIdFieldEvent | FeedRecordForkedFieldEvent | FeedRecordSumFieldEvent | FeedRecordLimitBeforeFieldEvent | FeedRecordLimitLastFieldEvent> {
    return streamMessage(buf, FeedRecord.codec(), opts)
  }
}

export interface FeedLimit {
  before: number
  last?: number
}

export namespace FeedLimit {
  let _codec: Codec<FeedLimit>

  export const codec = (): Codec<FeedLimit> => {
    if (_codec == null) {
      _codec = message<FeedLimit>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.before != null && obj.before !== 0)) {
          w.uint32(8)
          w.uint64Number(obj.before)
        }

        if (obj.last != null) {
          w.uint32(16)
          w.uint32(obj.last)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          before: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.before = reader.uint64Number()
              break
            }
            case 2: {
              obj.last = reader.uint32()
              break
            }
            default: {
              reader.skipType(tag & 7)
              break
            }
          }
        }

        return obj
      }, function * (reader, length, prefix, opts = {}) {
        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              yield {
                field: `${prefix}.before`,
                value: reader.uint64Number()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.last`,
                value: reader.uint32()
              }
              break
            }
            default: {
              reader.skipType(tag & 7)
              break
            }
          }
        }
      })
    }

    return _codec
  }

  export interface FeedLimitBeforeFieldEvent {
    field: '$.before'
    value: number
  }

  export interface FeedLimitLastFieldEvent {
    field: '$.last'
    value: number
  }

  export function encode (obj: Partial<FeedLimit>): Uint8Array {
    return encodeMessage(obj, FeedLimit.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FeedLimit>): FeedLimit {
    return decodeMessage(buf, FeedLimit.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FeedLimit>): Generator<FeedLimitBeforeFieldEvent | FeedLimitLastFieldEvent> {
    return streamMessage(buf, FeedLimit.codec(), opts)
  }
}

export interface Held {
  from: number
  to: number
  prev: Uint8Array
  id: Uint8Array
}

export namespace Held {
  let _codec: Codec<Held>

  export const codec = (): Codec<Held> => {
    if (_codec == null) {
      _codec = message<Held>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.from != null && obj.from !== 0)) {
          w.uint32(8)
          w.uint32(obj.from)
        }

        if ((obj.to != null && obj.to !== 0)) {
          w.uint32(16)
          w.uint32(obj.to)
        }

        if ((obj.prev != null && obj.prev.byteLength > 0)) {
          w.uint32(26)
          w.bytes(obj.prev)
        }

        if ((obj.id != null && obj.id.byteLength > 0)) {
          w.uint32(34)
          w.bytes(obj.id)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          from: 0,
          to: 0,
          prev: uint8ArrayAlloc(0),
          id: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.from = reader.uint32()
              break
            }
            case 2: {
              obj.to = reader.uint32()
              break
            }
            case 3: {
              obj.prev = reader.bytes()
              break
            }
            case 4: {
              obj.id = reader.bytes()
              break
            }
            default: {
              reader.skipType(tag & 7)
              break
            }
          }
        }

        return obj
      }, function * (reader, length, prefix, opts = {}) {
        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              yield {
                field: `${prefix}.from`,
                value: reader.uint32()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.to`,
                value: reader.uint32()
              }
              break
            }
            case 3: {
              yield {
                field: `${prefix}.prev`,
                value: reader.bytes()
              }
              break
            }
            case 4: {
              yield {
                field: `${prefix}.id`,
                value: reader.bytes()
              }
              break
            }
            default: {
              reader.skipType(tag & 7)
              break
            }
          }
        }
      })
    }

    return _codec
  }

  export interface HeldFromFieldEvent {
    field: '$.from'
    value: number
  }

  export interface HeldToFieldEvent {
    field: '$.to'
    value: number
  }

  export interface HeldPrevFieldEvent {
    field: '$.prev'
    value: Uint8Array
  }

  export interface HeldIdFieldEvent {
    field: '$.id'
    value: Uint8Array
  }

  export function encode (obj: Partial<Held>): Uint8Array {
    return encodeMessage(obj, Held.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Held>): Held {
    return decodeMessage(buf, Held.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Held>): Generator<HeldFromFieldEvent | HeldToFieldEvent | HeldPrevFieldEvent | HeldIdFieldEvent> {
    return streamMessage(buf, Held.codec(), opts)
  }
}

export interface PersonRecord {
  certificate: Uint8Array
  entry: number
  entryBytes: Uint8Array
}

export namespace PersonRecord {
  let _codec: Codec<PersonRecord>

  export const codec = (): Codec<PersonRecord> => {
    if (_codec == null) {
      _codec = message<PersonRecord>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.certificate != null && obj.certificate.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.certificate)
        }

        if ((obj.entry != null && obj.entry !== 0)) {
          w.uint32(16)
          w.uint64Number(obj.entry)
        }

        if ((obj.entryBytes != null && obj.entryBytes.byteLength > 0)) {
          w.uint32(26)
          w.bytes(obj.entryBytes)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          certificate: uint8ArrayAlloc(0),
          entry: 0,
          entryBytes: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.certificate = reader.bytes()
              break
            }
            case 2: {
              obj.entry = reader.uint64Number()
              break
            }
            case 3: {
              obj.entryBytes = reader.bytes()
              break
            }
            default: {
              reader.skipType(tag & 7)
              break
            }
          }
        }

        return obj
      }, function * (reader, length, prefix, opts = {}) {
        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              yield {
                field: `${prefix}.certificate`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.entry`,
                value: reader.uint64Number()
              }
              break
            }
            case 3: {
              yield {
                field: `${prefix}.entryBytes`,
                value: reader.bytes()
              }
              break
            }
            default: {
              reader.skipType(tag & 7)
              break
            }
          }
        }
      })
    }

    return _codec
  }

  export interface PersonRecordCertificateFieldEvent {
    field: '$.certificate'
    value: Uint8Array
  }

  export interface PersonRecordEntryFieldEvent {
    field: '$.entry'
    value: number
  }

  export interface PersonRecordEntryBytesFieldEvent {
    field: '$.entryBytes'
    value: Uint8Array
  }

  export function encode (obj: Partial<PersonRecord>): Uint8Array {
    return encodeMessage(obj, PersonRecord.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PersonRecord>): PersonRecord {
    return decodeMessage(buf, PersonRecord.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PersonRecord>): Generator<PersonRecordCertificateFieldEvent | PersonRecordEntryFieldEvent | PersonRecordEntryBytesFieldEvent> {
    return streamMessage(buf, PersonRecord.codec(), opts)
  }
}

export interface ConversationRecord {
  id: Uint8Array
  kind: number
  name: string
  account: Uint8Array
  read: bigint
}

export namespace ConversationRecord {
  let _codec: Codec<ConversationRecord>

  export const codec = (): Codec<ConversationRecord> => {
    if (_codec == null) {
      _codec = message<ConversationRecord>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.id != null && obj.id.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.id)
        }

        if ((obj.kind != null && obj.kind !== 0)) {
          w.uint32(16)
          w.uint32(obj.kind)
        }

        if ((obj.name != null && obj.name !== '')) {
          w.uint32(26)
          w.string(obj.name)
        }

        if ((obj.account != null && obj.account.byteLength > 0)) {
          w.uint32(34)
          w.bytes(obj.account)
        }

        if ((obj.read != null && obj.read !== 0n)) {
          w.uint32(40)
          w.uint64(obj.read)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          id: uint8ArrayAlloc(0),
          kind: 0,
          name: '',
          account: uint8ArrayAlloc(0),
          read: 0n
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.id = reader.bytes()
              break
            }
            case 2: {
              obj.kind = reader.uint32()
              break
            }
            case 3: {
              obj.name = reader.string()
              break
            }
            case 4: {
              obj.account = reader.bytes()
              break
            }
            case 5: {
              obj.read = reader.uint64()
              break
            }
            default: {
              reader.skipType(tag & 7)
              break
            }
          }
        }

        return obj
      }, function * (reader, length, prefix, opts = {}) {
        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              yield {
                field: `${prefix}.id`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.kind`,
                value: reader.uint32()
              }
              break
            }
            case 3: {
              yield {
                field: `${prefix}.name`,
                value: reader.string()
              }
              break
            }
            case 4: {
              yield {
                field: `${prefix}.account`,
                value: reader.bytes()
              }
              break
            }
            case 5: {
              yield {
                field: `${prefix}.read`,
                value: reader.uint64()
              }
              break
            }
            default: {
              reader.skipType(tag & 7)
              break
            }
          }
        }
      })
    }

    return _codec
  }

  export interface ConversationRecordIdFieldEvent {
    field: '$.id'
    value: Uint8Array
  }

  export interface ConversationRecordKindFieldEvent {
    field: '$.kind'
    value: number
  }

  export interface ConversationRecordNameFieldEvent {
    field: '$.name'
    value: string
  }

  export interface ConversationRecordAccountFieldEvent {
    field: '$.account'
    value: Uint8Array
  }

  export interface ConversationRecordReadFieldEvent {
    field: '$.read'
    value: bigint
  }

  export function encode (obj: Partial<ConversationRecord>): Uint8Array {
    return encodeMessage(obj, ConversationRecord.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ConversationRecord>): ConversationRecord {
    return decodeMessage(buf, ConversationRecord.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ConversationRecord>): Generator<ConversationRecordIdFieldEvent | ConversationRecordKindFieldEvent | ConversationRecordNameFieldEvent | ConversationRecordAccountFieldEvent | ConversationRecordReadFieldEvent> {
    return streamMessage(buf, ConversationRecord.codec(), opts)
  }
}

export interface OutboxRecord {
  conversation: Uint8Array
  number: number
  devices: Uint8Array[]
  id: Uint8Array
  delivered: boolean
}

export namespace OutboxRecord {
  let _codec: Codec<OutboxRecord>

  export const codec = (): Codec<OutboxRecord> => {
    if (_codec == null) {
      _codec = message<OutboxRecord>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.conversation != null && obj.conversation.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.conversation)
        }

        if ((obj.number != null && obj.number !== 0)) {
          w.uint32(16)
          w.uint32(obj.number)
        }

        if (obj.devices != null && obj.devices.length > 0) {
          for (const value of obj.devices) {
            w.uint32(26)
            w.bytes(value)
          }
        }

        if ((obj.id != null && obj.id.byteLength > 0)) {
          w.uint32(34)
          w.bytes(obj.id)
        }

        if ((obj.delivered != null && obj.delivered !== false)) {
          w.uint32(40)
          w.bool(obj.delivered)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          conversation: uint8ArrayAlloc(0),
          number: 0,
          devices: [],
          id: uint8ArrayAlloc(0),
          delivered: false
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.conversation = reader.bytes()
              break
            }
            case 2: {
              obj.number = reader.uint32()
              break
            }
            case 3: {
              if (opts.limits?.devices != null && obj.devices.length === opts.limits.devices) {
                throw new MaxLengthError('Decode error - repeated field "devices" had too many elements')
              }

              obj.devices.push(reader.bytes())
              break
            }
            case 4: {
              obj.id = reader.bytes()
              break
            }
            case 5: {
              obj.delivered = reader.bool()
              break
            }
            default: {
              reader.skipType(tag & 7)
              break
            }
          }
        }

        return obj
      }, function * (reader, length, prefix, opts = {}) {
        const obj = {
          devices: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              yield {
                field: `${prefix}.conversation`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.number`,
                value: reader.uint32()
              }
              break
            }
            case 3: {
              if (opts.limits?.devices != null && obj.devices === opts.limits.devices) {
                throw new MaxLengthError('Streaming decode error - repeated field "devices" had too many elements')
              }

              yield {
                field: `${prefix}.devices[]`,
                index: obj.devices,
                value: reader.bytes()
              }

              obj.devices++

              break
            }
            case 4: {
              yield {
                field: `${prefix}.id`,
                value: reader.bytes()
              }
              break
            }
            case 5: {
              yield {
                field: `${prefix}.delivered`,
                value: reader.bool()
              }
              break
            }
            default: {
              reader.skipType(tag & 7)
              break
            }
          }
        }
      })
    }

    return _codec
  }

  export interface OutboxRecordConversationFieldEvent {
    field: '$.conversation'
    value: Uint8Array
  }

  export interface OutboxRecordNumberFieldEvent {
    field: '$.number'
    value: number
  }

  export interface OutboxRecordDevicesFieldEvent {
    field: '$.devices[]'
    index: number
    value: Uint8Array
  }

  export interface OutboxRecordIdFieldEvent {
    field: '$.id'
    value: Uint8Array
  }

  export interface OutboxRecordDeliveredFieldEvent {
    field: '$.delivered'
    value: boolean
  }

  export function encode (obj: Partial<OutboxRecord>): Uint8Array {
    return encodeMessage(obj, OutboxRecord.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OutboxRecord>): OutboxRecord {
    return decodeMessage(buf, OutboxRecord.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OutboxRecord>): Generator<OutboxRecordConversationFieldEvent | OutboxRecordNumberFieldEvent | OutboxRecordDevicesFieldEvent | OutboxRecordIdFieldEvent | OutboxRecordDeliveredFieldEvent> {
    return streamMessage(buf, OutboxRecord.codec(), opts)
  }
}

export interface AddressRecord {
  addresses: string[]
  reached: number
}

export namespace AddressRecord {
  let _codec: Codec<AddressRecord>

  export const codec = (): Codec<AddressRecord> => {
    if (_codec == null) {
      _codec = message<AddressRecord>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if (obj.addresses != null && obj.addresses.length > 0) {
          for (const value of obj.addresses) {
            w.uint32(10)
            w.string(value)
          }
        }

        if ((obj.reached != null && obj.reached !== 0)) {
          w.uint32(16)
          w.uint64Number(obj.reached)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          addresses: [],
          reached: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.addresses != null && obj.addresses.length === opts.limits.addresses) {
                throw new MaxLengthError('Decode error - repeated field "addresses" had too many elements')
              }

              obj.addresses.push(reader.string())
              break
            }
            case 2: {
              obj.reached = reader.uint64Number()
              break
            }
            default: {
              reader.skipType(tag & 7)
              break
            }
          }
        }

        return obj
      }, function * (reader, length, prefix, opts = {}) {
        const obj = {
          addresses: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.addresses != null && obj.addresses === opts.limits.addresses) {
                throw new MaxLengthError('Streaming decode error - repeated field "addresses" had too many elements')
              }

              yield {
                field: `${prefix}.addresses[]`,
                index: obj.addresses,
                value: reader.string()
              }

              obj.addresses++

              break
            }
            case 2: {
              yield {
                field: `${prefix}.reached`,
                value: reader.uint64Number()
              }
              break
            }
            default: {
              reader.skipType(tag & 7)
              break
            }
          }
        }
      })
    }

    return _codec
  }

  export interface AddressRecordAddressesFieldEvent {
    field: '$.addresses[]'
    index: number
    value: string
  }

  export interface AddressRecordReachedFieldEvent {
    field: '$.reached'
    value: number
  }

  export function encode (obj: Partial<AddressRecord>): Uint8Array {
    return encodeMessage(obj, AddressRecord.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AddressRecord>): AddressRecord {
    return decodeMessage(buf, AddressRecord.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AddressRecord>): Generator<AddressRecordAddressesFieldEvent | AddressRecordReachedFieldEvent> {
    return streamMessage(buf, AddressRecord.codec(), opts)
  }
}

export interface TrustRecord {
  accountKey: Uint8Array
  verified: boolean
}

export namespace TrustRecord {
  let _codec: Codec<TrustRecord>

  export const codec = (): Codec<TrustRecord> => {
    if (_codec == null) {
      _codec = message<TrustRecord>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.accountKey != null && obj.accountKey.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.accountKey)
        }

        if ((obj.verified != null && obj.verified !== false)) {
          w.uint32(16)
          w.bool(obj.verified)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          accountKey: uint8ArrayAlloc(0),
          verified: false
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.accountKey = reader.bytes()
              break
            }
            case 2: {
              obj.verified = reader.bool()
              break
            }
            default: {
              reader.skipType(tag & 7)
              break
            }
          }
        }

        return obj
      }, function * (reader, length, prefix, opts = {}) {
        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              yield {
                field: `${prefix}.accountKey`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.verified`,
                value: reader.bool()
              }
              break
            }
            default: {
              reader.skipType(tag & 7)
              break
            }
          }
        }
      })
    }

    return _codec
  }

  export interface TrustRecordAccountKeyFieldEvent {
    field: '$.accountKey'
    value: Uint8Array
  }

  export interface TrustRecordVerifiedFieldEvent {
    field: '$.verified'
    value: boolean
  }

  export function encode (obj: Partial<TrustRecord>): Uint8Array {
    return encodeMessage(obj, TrustRecord.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TrustRecord>): TrustRecord {
    return decodeMessage(buf, TrustRecord.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TrustRecord>): Generator<TrustRecordAccountKeyFieldEvent | TrustRecordVerifiedFieldEvent> {
    return streamMessage(buf, TrustRecord.codec(), opts)
  }
}

export interface WatchedRecord {
  registry: Uint8Array
  size: number
  hashes: Uint8Array
}

export namespace WatchedRecord {
  let _codec: Codec<WatchedRecord>

  export const codec = (): Codec<WatchedRecord> => {
    if (_codec == null) {
      _codec = message<WatchedRecord>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.registry != null && obj.registry.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.registry)
        }

        if ((obj.size != null && obj.size !== 0)) {
          w.uint32(16)
          w.uint64Number(obj.size)
        }

        if ((obj.hashes != null && obj.hashes.byteLength > 0)) {
          w.uint32(26)
          w.bytes(obj.hashes)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          registry: uint8ArrayAlloc(0),
          size: 0,
          hashes: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.registry = reader.bytes()
              break
            }
            case 2: {
              obj.size = reader.uint64Number()
              break
            }
            case 3: {
              obj.hashes = reader.bytes()
              break
            }
            default: {
              reader.skipType(tag & 7)
              break
            }
          }
        }

        return obj
      }, function * (reader, length, prefix, opts = {}) {
        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              yield {
                field: `${prefix}.registry`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.size`,
                value: reader.uint64Number()
              }
              break
            }
            case 3: {
              yield {
                field: `${prefix}.hashes`,
                value: reader.bytes()
              }
              break
            }
            default: {
              reader.skipType(tag & 7)
              break
            }
          }
        }
      })
    }

    return _codec
  }

  export interface WatchedRecordRegistryFieldEvent {
    field: '$.registry'
    value: Uint8Array
  }

  export interface WatchedRecordSizeFieldEvent {
    field: '$.size'
    value: number
  }

  export interface WatchedRecordHashesFieldEvent {
    field: '$.hashes'
    value: Uint8Array
  }

  export function encode (obj: Partial<WatchedRecord>): Uint8Array {
    return encodeMessage(obj, WatchedRecord.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<WatchedRecord>): WatchedRecord {
    return decodeMessage(buf, WatchedRecord.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<WatchedRecord>): Generator<WatchedRecordRegistryFieldEvent | WatchedRecordSizeFieldEvent | WatchedRecordHashesFieldEvent> {
    return streamMessage(buf, WatchedRecord.codec(), opts)
  }
}

export interface MoveRecord {
  from: number
  isByOperator: boolean
  username: string
  hasGone: boolean
}

export namespace MoveRecord {
  let _codec: Codec<MoveRecord>

  export const codec = (): Codec<MoveRecord> => {
    if (_codec == null) {
      _codec = message<MoveRecord>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.from != null && obj.from !== 0)) {
          w.uint32(8)
          w.uint64Number(obj.from)
        }

        if ((obj.isByOperator != null && obj.isByOperator !== false)) {
          w.uint32(16)
          w.bool(obj.isByOperator)
        }

        if ((obj.username != null && obj.username !== '')) {
          w.uint32(26)
          w.string(obj.username)
        }

        if ((obj.hasGone != null && obj.hasGone !== false)) {
          w.uint32(32)
          w.bool(obj.hasGone)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          from: 0,
          isByOperator: false,
          username: '',
          hasGone: false
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.from = reader.uint64Number()
              break
            }
            case 2: {
              obj.isByOperator = reader.bool()
              break
            }
            case 3: {
              obj.username = reader.string()
              break
            }
            case 4: {
              obj.hasGone = reader.bool()
              break
            }
            default: {
              reader.skipType(tag & 7)
              break
            }
          }
        }

        return obj
      }, function * (reader, length, prefix, opts = {}) {
        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              yield {
                field: `${prefix}.from`,
                value: reader.uint64Number()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.isByOperator`,
                value: reader.bool()
              }
              break
            }
            case 3: {
              yield {
                field: `${prefix}.username`,
                value: reader.string()
              }
              break
            }
            case 4: {
              yield {
                field: `${prefix}.hasGone`,
                value: reader.bool()
              }
              break
            }
            default: {
              reader.skipType(tag & 7)
              break
            }
          }
        }
      })
    }

    return _codec
  }

  export interface MoveRecordFromFieldEvent {
    field: '$.from'
    value: number
  }

  export interface MoveRecordIsByOperatorFieldEvent {
    field: '$.isByOperator'
    value: boolean
  }

  export interface MoveRecordUsernameFieldEvent {
    field: '$.username'
    value: string
  }

  export interface MoveRecordHasGoneFieldEvent {
    field: '$.hasGone'
    value: boolean
  }

  export function encode (obj: Partial<MoveRecord>): Uint8Array {
    return encodeMessage(obj, MoveRecord.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MoveRecord>): MoveRecord {
    return decodeMessage(buf, MoveRecord.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MoveRecord>): Generator<MoveRecordFromFieldEvent | MoveRecordIsByOperatorFieldEvent | MoveRecordUsernameFieldEvent | MoveRecordHasGoneFieldEvent> {
    return streamMessage(buf, MoveRecord.codec(), opts)
  }
}
