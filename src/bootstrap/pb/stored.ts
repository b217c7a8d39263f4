// @ts-nocheck
import { decodeMessage, encodeMessage, MaxLengthError, message, streamMessage } from 'protons-runtime'
import { alloc as uint8ArrayAlloc } from 'uint8arrays/alloc'
import type { Codec, DecodeOptions } from 'protons-runtime'
import type { Uint8ArrayList } from 'uint8arraylist'

export interface NameRecord {
  account: Uint8Array
  opaqueRecord: string
  opaqueSetup: string
  entry: Uint8Array
  leaf: Uint8Array
  backup: Uint8Array
  find: Uint8Array
  former: Uint8Array
}

export namespace NameRecord {
  let _codec: Codec<NameRecord>

  export const codec = (): Codec<NameRecord> => {
    if (_codec == null) {
      _codec = message<NameRecord>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.account != null && obj.account.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.account)
        }

        if ((obj.opaqueRecord != null && obj.opaqueRecord !== '')) {
          w.uint32(18)
          w.string(obj.opaqueRecord)
        }

        if ((obj.opaqueSetup != null && obj.opaqueSetup !== '')) {
          w.uint32(26)
          w.string(obj.opaqueSetup)
        }

        if ((obj.entry != null && obj.entry.byteLength > 0)) {
          w.uint32(34)
          w.bytes(obj.entry)
        }

        if ((obj.leaf != null && obj.leaf.byteLength > 0)) {
          w.uint32(42)
          w.bytes(obj.leaf)
        }

        if ((obj.backup != null && obj.backup.byteLength > 0)) {
          w.uint32(50)
          w.bytes(obj.backup)
        }

        if ((obj.find != null && obj.find.byteLength > 0)) {
          w.uint32(58)
          w.bytes(obj.find)
        }

        if ((obj.former != null && obj.former.byteLength > 0)) {
          w.uint32(66)
          w.bytes(obj.former)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          account: uint8ArrayAlloc(0),
          opaqueRecord: '',
          opaqueSetup: '',
          entry: uint8ArrayAlloc(0),
          leaf: uint8ArrayAlloc(0),
          backup: uint8ArrayAlloc(0),
          find: uint8ArrayAlloc(0),
          former: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.account = reader.bytes()
              break
            }
            case 2: {
              obj.opaqueRecord = reader.string()
              break
            }
            case 3: {
              obj.opaqueSetup = reader.string()
              break
            }
            case 4: {
              obj.entry = reader.bytes()
              break
            }
            case 5: {
              obj.leaf = reader.bytes()
              break
            }
            case 6: {
              obj.backup = reader.bytes()
              break
            }
            case 7: {
              obj.find = reader.bytes()
              break
            }
            case 8: {
              obj.former = reader.bytes()
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
                field: `${prefix}.account`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.opaqueRecord`,
                value: reader.string()
              }
              break
            }
            case 3: {
              yield {
                field: `${prefix}.opaqueSetup`,
                value: reader.string()
              }
              break
            }
            case 4: {
              yield {
                field: `${prefix}.entry`,
                value: reader.bytes()
              }
              break
            }
            case 5: {
              yield {
                field: `${prefix}.leaf`,
                value: reader.bytes()
              }
              break
            }
            case 6: {
              yield {
                field: `${prefix}.backup`,
                value: reader.bytes()
              }
              break
            }
            case 7: {
              yield {
                field: `${prefix}.find`,
                value: reader.bytes()
              }
              break
            }
            case 8: {
              yield {
                field: `${prefix}.former`,
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

  export interface NameRecordAccountFieldEvent {
    field: '$.account'
    value: Uint8Array
  }

  export interface NameRecordOpaqueRecordFieldEvent {
    field: '$.opaqueRecord'
    value: string
  }

  export interface NameRecordOpaqueSetupFieldEvent {
    field: '$.opaqueSetup'
    value: string
  }

  export interface NameRecordEntryFieldEvent {
    field: '$.entry'
    value: Uint8Array
  }

  export interface NameRecordLeafFieldEvent {
    field: '$.leaf'
    value: Uint8Array
  }

  export interface NameRecordBackupFieldEvent {
    field: '$.backup'
    value: Uint8Array
  }

  export interface NameRecordFindFieldEvent {
    field: '$.find'
    value: Uint8Array
  }

  export interface NameRecordFormerFieldEvent {
    field: '$.former'
    value: Uint8Array
  }

  export function encode (obj: Partial<NameRecord>): Uint8Array {
    return encodeMessage(obj, NameRecord.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<NameRecord>): NameRecord {
    return decodeMessage(buf, NameRecord.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<NameRecord>): Generator<NameRecordAccountFieldEvent | NameRecordOpaqueRecordFieldEvent | NameRecordOpaqueSetupFieldEvent | NameRecordEntryFieldEvent | NameRecordLeafFieldEvent | NameRecordBackupFieldEvent | NameRecordFindFieldEvent | NameRecordFormerFieldEvent> {
    return streamMessage(buf, NameRecord.codec(), opts)
  }
}

export interface LeavingRecord {
  account: Uint8Array
  from: number
  isByOperator: boolean
  code: Uint8Array
  leaf: Uint8Array
  cancel: Uint8Array
}

export namespace LeavingRecord {
  let _codec: Codec<LeavingRecord>

  export const codec = (): Codec<LeavingRecord> => {
    if (_codec == null) {
      _codec = message<LeavingRecord>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.account != null && obj.account.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.account)
        }

        if ((obj.from != null && obj.from !== 0)) {
          w.uint32(16)
          w.uint64Number(obj.from)
        }

        if ((obj.isByOperator != null && obj.isByOperator !== false)) {
          w.uint32(24)
          w.bool(obj.isByOperator)
        }

        if ((obj.code != null && obj.code.byteLength > 0)) {
          w.uint32(34)
          w.bytes(obj.code)
        }

        if ((obj.leaf != null && obj.leaf.byteLength > 0)) {
          w.uint32(42)
          w.bytes(obj.leaf)
        }

        if ((obj.cancel != null && obj.cancel.byteLength > 0)) {
          w.uint32(50)
          w.bytes(obj.cancel)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          account: uint8ArrayAlloc(0),
          from: 0,
          isByOperator: false,
          code: uint8ArrayAlloc(0),
          leaf: uint8ArrayAlloc(0),
          cancel: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.account = reader.bytes()
              break
            }
            case 2: {
              obj.from = reader.uint64Number()
              break
            }
            case 3: {
              obj.isByOperator = reader.bool()
              break
            }
            case 4: {
              obj.code = reader.bytes()
              break
            }
            case 5: {
              obj.leaf = reader.bytes()
              break
            }
            case 6: {
              obj.cancel = reader.bytes()
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
                field: `${prefix}.account`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.from`,
                value: reader.uint64Number()
              }
              break
            }
            case 3: {
              yield {
                field: `${prefix}.isByOperator`,
                value: reader.bool()
              }
              break
            }
            case 4: {
              yield {
                field: `${prefix}.code`,
                value: reader.bytes()
              }
              break
            }
            case 5: {
              yield {
                field: `${prefix}.leaf`,
                value: reader.bytes()
              }
              break
            }
            case 6: {
              yield {
                field: `${prefix}.cancel`,
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

  export interface LeavingRecordAccountFieldEvent {
    field: '$.account'
    value: Uint8Array
  }

  export interface LeavingRecordFromFieldEvent {
    field: '$.from'
    value: number
  }

  export interface LeavingRecordIsByOperatorFieldEvent {
    field: '$.isByOperator'
    value: boolean
  }

  export interface LeavingRecordCodeFieldEvent {
    field: '$.code'
    value: Uint8Array
  }

  export interface LeavingRecordLeafFieldEvent {
    field: '$.leaf'
    value: Uint8Array
  }

  export interface LeavingRecordCancelFieldEvent {
    field: '$.cancel'
    value: Uint8Array
  }

  export function encode (obj: Partial<LeavingRecord>): Uint8Array {
    return encodeMessage(obj, LeavingRecord.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LeavingRecord>): LeavingRecord {
    return decodeMessage(buf, LeavingRecord.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LeavingRecord>): Generator<LeavingRecordAccountFieldEvent | LeavingRecordFromFieldEvent | LeavingRecordIsByOperatorFieldEvent | LeavingRecordCodeFieldEvent | LeavingRecordLeafFieldEvent | LeavingRecordCancelFieldEvent> {
    return streamMessage(buf, LeavingRecord.codec(), opts)
  }
}

export interface AccountRecord {
  username: string
  entry: Uint8Array
  backup: Uint8Array
  leaf: number
  opaqueRecord: string
  opaqueSetup: string
  find: Uint8Array
}

export namespace AccountRecord {
  let _codec: Codec<AccountRecord>

  export const codec = (): Codec<AccountRecord> => {
    if (_codec == null) {
      _codec = message<AccountRecord>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.username != null && obj.username !== '')) {
          w.uint32(10)
          w.string(obj.username)
        }

        if ((obj.entry != null && obj.entry.byteLength > 0)) {
          w.uint32(18)
          w.bytes(obj.entry)
        }

        if ((obj.backup != null && obj.backup.byteLength > 0)) {
          w.uint32(26)
          w.bytes(obj.backup)
        }

        if ((obj.leaf != null && obj.leaf !== 0)) {
          w.uint32(32)
          w.uint64Number(obj.leaf)
        }

        if ((obj.opaqueRecord != null && obj.opaqueRecord !== '')) {
          w.uint32(42)
          w.string(obj.opaqueRecord)
        }

        if ((obj.opaqueSetup != null && obj.opaqueSetup !== '')) {
          w.uint32(50)
          w.string(obj.opaqueSetup)
        }

        if ((obj.find != null && obj.find.byteLength > 0)) {
          w.uint32(58)
          w.bytes(obj.find)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          username: '',
          entry: uint8ArrayAlloc(0),
          backup: uint8ArrayAlloc(0),
          leaf: 0,
          opaqueRecord: '',
          opaqueSetup: '',
          find: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.username = reader.string()
              break
            }
            case 2: {
              obj.entry = reader.bytes()
              break
            }
            case 3: {
              obj.backup = reader.bytes()
              break
            }
            case 4: {
              obj.leaf = reader.uint64Number()
              break
            }
            case 5: {
              obj.opaqueRecord = reader.string()
              break
            }
            case 6: {
              obj.opaqueSetup = reader.string()
              break
            }
            case 7: {
              obj.find = reader.bytes()
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
                field: `${prefix}.username`,
                value: reader.string()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.entry`,
                value: reader.bytes()
              }
              break
            }
            case 3: {
              yield {
                field: `${prefix}.backup`,
                value: reader.bytes()
              }
              break
            }
            case 4: {
              yield {
                field: `${prefix}.leaf`,
                value: reader.uint64Number()
              }
              break
            }
            case 5: {
              yield {
                field: `${prefix}.opaqueRecord`,
                value: reader.string()
              }
              break
            }
            case 6: {
              yield {
                field: `${prefix}.opaqueSetup`,
                value: reader.string()
              }
              break
            }
            case 7: {
              yield {
                field: `${prefix}.find`,
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

  export interface AccountRecordUsernameFieldEvent {
    field: '$.username'
    value: string
  }

  export interface AccountRecordEntryFieldEvent {
    field: '$.entry'
    value: Uint8Array
  }

  export interface AccountRecordBackupFieldEvent {
    field: '$.backup'
    value: Uint8Array
  }

  export interface AccountRecordLeafFieldEvent {
    field: '$.leaf'
    value: number
  }

  export interface AccountRecordOpaqueRecordFieldEvent {
    field: '$.opaqueRecord'
    value: string
  }

  export interface AccountRecordOpaqueSetupFieldEvent {
    field: '$.opaqueSetup'
    value: string
  }

  export interface AccountRecordFindFieldEvent {
    field: '$.find'
    value: Uint8Array
  }

  export function encode (obj: Partial<AccountRecord>): Uint8Array {
    return encodeMessage(obj, AccountRecord.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AccountRecord>): AccountRecord {
    return decodeMessage(buf, AccountRecord.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AccountRecord>): Generator<AccountRecordUsernameFieldEvent | AccountRecordEntryFieldEvent | AccountRecordBackupFieldEvent | AccountRecordLeafFieldEvent | AccountRecordOpaqueRecordFieldEvent | AccountRecordOpaqueSetupFieldEvent | AccountRecordFindFieldEvent> {
    return streamMessage(buf, AccountRecord.codec(), opts)
  }
}

export interface PresentRecord {
  account: Uint8Array
  status: number
  addresses: Uint8Array[]
  rooms: Uint8Array[]
}

export namespace PresentRecord {
  let _codec: Codec<PresentRecord>

  export const codec = (): Codec<PresentRecord> => {
    if (_codec == null) {
      _codec = message<PresentRecord>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.account != null && obj.account.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.account)
        }

        if ((obj.status != null && obj.status !== 0)) {
          w.uint32(16)
          w.uint32(obj.status)
        }

        if (obj.addresses != null && obj.addresses.length > 0) {
          for (const value of obj.addresses) {
            w.uint32(26)
            w.bytes(value)
          }
        }

        if (obj.rooms != null && obj.rooms.length > 0) {
          for (const value of obj.rooms) {
            w.uint32(34)
            w.bytes(value)
          }
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          account: uint8ArrayAlloc(0),
          status: 0,
          addresses: [],
          rooms: []
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.account = reader.bytes()
              break
            }
            case 2: {
              obj.status = reader.uint32()
              break
            }
            case 3: {
              if (opts.limits?.addresses != null && obj.addresses.length === opts.limits.addresses) {
                throw new MaxLengthError('Decode error - repeated field "addresses" had too many elements')
              }

              obj.addresses.push(reader.bytes())
              break
            }
            case 4: {
              if (opts.limits?.rooms != null && obj.rooms.length === opts.limits.rooms) {
                throw new MaxLengthError('Decode error - repeated field "rooms" had too many elements')
              }

              obj.rooms.push(reader.bytes())
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
          addresses: 0,
          rooms: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              yield {
                field: `${prefix}.account`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.status`,
                value: reader.uint32()
              }
              break
            }
            case 3: {
              if (opts.limits?.addresses != null && obj.addresses === opts.limits.addresses) {
                throw new MaxLengthError('Streaming decode error - repeated field "addresses" had too many elements')
              }

              yield {
                field: `${prefix}.addresses[]`,
                index: obj.addresses,
                value: reader.bytes()
              }

              obj.addresses++

              break
            }
            case 4: {
              if (opts.limits?.rooms != null && obj.rooms === opts.limits.rooms) {
                throw new MaxLengthError('Streaming decode error - repeated field "rooms" had too many elements')
              }

              yield {
                field: `${prefix}.rooms[]`,
                index: obj.rooms,
                value: reader.bytes()
              }

              obj.rooms++

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

  export interface PresentRecordAccountFieldEvent {
    field: '$.account'
    value: Uint8Array
  }

  export interface PresentRecordStatusFieldEvent {
    field: '$.status'
    value: number
  }

  export interface PresentRecordAddressesFieldEvent {
    field: '$.addresses[]'
    index: number
    value: Uint8Array
  }

  export interface PresentRecordRoomsFieldEvent {
    field: '$.rooms[]'
    index: number
    value: Uint8Array
  }

  export function encode (obj: Partial<PresentRecord>): Uint8Array {
    return encodeMessage(obj, PresentRecord.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PresentRecord>): PresentRecord {
    return decodeMessage(buf, PresentRecord.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PresentRecord>): Generator<PresentRecordAccountFieldEvent | PresentRecordStatusFieldEvent | PresentRecordAddressesFieldEvent | PresentRecordRoomsFieldEvent> {
    return streamMessage(buf, PresentRecord.codec(), opts)
  }
}

export interface VaultRecord {
  head: Uint8Array
  number: number
  sealed: Uint8Array
}

export namespace VaultRecord {
  let _codec: Codec<VaultRecord>

  export const codec = (): Codec<VaultRecord> => {
    if (_codec == null) {
      _codec = message<VaultRecord>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.head != null && obj.head.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.head)
        }

        if ((obj.number != null && obj.number !== 0)) {
          w.uint32(16)
          w.uint64Number(obj.number)
        }

        if ((obj.sealed != null && obj.sealed.byteLength > 0)) {
          w.uint32(26)
          w.bytes(obj.sealed)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          head: uint8ArrayAlloc(0),
          number: 0,
          sealed: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.head = reader.bytes()
              break
            }
            case 2: {
              obj.number = reader.uint64Number()
              break
            }
            case 3: {
              obj.sealed = reader.bytes()
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
                field: `${prefix}.head`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.number`,
                value: reader.uint64Number()
              }
              break
            }
            case 3: {
              yield {
                field: `${prefix}.sealed`,
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

  export interface VaultRecordHeadFieldEvent {
    field: '$.head'
    value: Uint8Array
  }

  export interface VaultRecordNumberFieldEvent {
    field: '$.number'
    value: number
  }

  export interface VaultRecordSealedFieldEvent {
    field: '$.sealed'
    value: Uint8Array
  }

  export function encode (obj: Partial<VaultRecord>): Uint8Array {
    return encodeMessage(obj, VaultRecord.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<VaultRecord>): VaultRecord {
    return decodeMessage(buf, VaultRecord.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<VaultRecord>): Generator<VaultRecordHeadFieldEvent | VaultRecordNumberFieldEvent | VaultRecordSealedFieldEvent> {
    return streamMessage(buf, VaultRecord.codec(), opts)
  }
}
