// @ts-nocheck
import { decodeMessage, encodeMessage, MaxLengthError, message, streamMessage } from 'protons-runtime'
import { alloc as uint8ArrayAlloc } from 'uint8arrays/alloc'
import type { Codec, DecodeOptions } from 'protons-runtime'
import type { Uint8ArrayList } from 'uint8arraylist'

export interface SyncRequest {
  conversation: Uint8Array
  digest?: Digest
  bucket?: BucketRequest
  get?: Get
  stored?: Stored
  past?: Past
  profiles?: ProfilesRequest
  vaultKey?: VaultKeyPart
}

export namespace SyncRequest {
  let _codec: Codec<SyncRequest>

  export const codec = (): Codec<SyncRequest> => {
    if (_codec == null) {
      _codec = message<SyncRequest>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.conversation != null && obj.conversation.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.conversation)
        }

        if (obj.digest != null) {
          w.uint32(18)
          Digest.codec().encode(obj.digest, w)
        }

        if (obj.bucket != null) {
          w.uint32(26)
          BucketRequest.codec().encode(obj.bucket, w)
        }

        if (obj.get != null) {
          w.uint32(34)
          Get.codec().encode(obj.get, w)
        }

        if (obj.stored != null) {
          w.uint32(42)
          Stored.codec().encode(obj.stored, w)
        }

        if (obj.past != null) {
          w.uint32(50)
          Past.codec().encode(obj.past, w)
        }

        if (obj.profiles != null) {
          w.uint32(58)
          ProfilesRequest.codec().encode(obj.profiles, w)
        }

        if (obj.vaultKey != null) {
          w.uint32(66)
          VaultKeyPart.codec().encode(obj.vaultKey, w)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          conversation: uint8ArrayAlloc(0)
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
              obj.digest = Digest.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.digest
              })
              break
            }
            case 3: {
              obj.bucket = BucketRequest.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.bucket
              })
              break
            }
            case 4: {
              obj.get = Get.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.get
              })
              break
            }
            case 5: {
              obj.stored = Stored.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.stored
              })
              break
            }
            case 6: {
              obj.past = Past.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.past
              })
              break
            }
            case 7: {
              obj.profiles = ProfilesRequest.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.profiles
              })
              break
            }
            case 8: {
              obj.vaultKey = VaultKeyPart.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.vaultKey
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
              yield * Digest.codec().stream(reader, reader.uint32(), `${prefix}.digest`, {
                limits: opts.limits?.digest
              })

              break
            }
            case 3: {
              yield * BucketRequest.codec().stream(reader, reader.uint32(), `${prefix}.bucket`, {
                limits: opts.limits?.bucket
              })

              break
            }
            case 4: {
              yield * Get.codec().stream(reader, reader.uint32(), `${prefix}.get`, {
                limits: opts.limits?.get
              })

              break
            }
            case 5: {
              yield * Stored.codec().stream(reader, reader.uint32(), `${prefix}.stored`, {
                limits: opts.limits?.stored
              })

              break
            }
            case 6: {
              yield * Past.codec().stream(reader, reader.uint32(), `${prefix}.past`, {
                limits: opts.limits?.past
              })

              break
            }
            case 7: {
              yield * ProfilesRequest.codec().stream(reader, reader.uint32(), `${prefix}.profiles`, {
                limits: opts.limits?.profiles
              })

              break
            }
            case 8: {
              yield * VaultKeyPart.codec().stream(reader, reader.uint32(), `${prefix}.vaultKey`, {
                limits: opts.limits?.vaultKey
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

  export interface SyncRequestConversationFieldEvent {
    field: '$.conversation'
    value: Uint8Array
  }

  export interface SyncRequestDigestHashFieldEvent {
    field: '$.digest.hash'
    value: Uint8Array
  }

  export interface SyncRequestBucketNumbersFieldEvent {
    field: '$.bucket.numbers[]'
    index: number
    value: number
  }

  export interface SyncRequestGetRangesDeviceFieldEvent {
    field: '$.get.ranges[].device'
    value: Uint8Array
    index: number
  }

  export interface SyncRequestGetRangesFromFieldEvent {
    field: '$.get.ranges[].from'
    value: number
    index: number
  }

  export interface SyncRequestGetRangesToFieldEvent {
    field: '$.get.ranges[].to'
    value: number
    index: number
  }

  export interface SyncRequestGetBeforeTimeFieldEvent {
    field: '$.get.before.time'
    value: bigint
  }

  export interface SyncRequestGetBeforeIdFieldEvent {
    field: '$.get.before.id'
    value: Uint8Array
  }

  export interface SyncRequestGetIdsFieldEvent {
    field: '$.get.ids[]'
    index: number
    value: Uint8Array
  }

  export interface SyncRequestGetAccountsFieldEvent {
    field: '$.get.accounts[]'
    index: number
    value: Uint8Array
  }

  export interface SyncRequestGetLimitFieldEvent {
    field: '$.get.limit'
    value: number
  }

  export interface SyncRequestGetNewestFirstFieldEvent {
    field: '$.get.newestFirst'
    value: boolean
  }

  export interface SyncRequestGetLogAccountFieldEvent {
    field: '$.get.log.account'
    value: Uint8Array
  }

  export interface SyncRequestGetLogBeforeFieldEvent {
    field: '$.get.log.before'
    value: number
  }

  export interface SyncRequestStoredIdsFieldEvent {
    field: '$.stored.ids[]'
    index: number
    value: Uint8Array
  }

  export interface SyncRequestPastGivenFieldEvent {
    field: '$.past.given'
    value: boolean
  }

  export interface SyncRequestProfilesHeldAccountFieldEvent {
    field: '$.profiles.held[].account'
    value: Uint8Array
    index: number
  }

  export interface SyncRequestProfilesHeldIdFieldEvent {
    field: '$.profiles.held[].id'
    value: Uint8Array
    index: number
  }

  export interface SyncRequestVaultKeyBackupFieldEvent {
    field: '$.vaultKey.backup'
    value: Uint8Array
  }

  export interface SyncRequestVaultKeyKeyFieldEvent {
    field: '$.vaultKey.key'
    value: Uint8Array
  }

  export function encode (obj: Partial<SyncRequest>): Uint8Array {
    return encodeMessage(obj, SyncRequest.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SyncRequest>): SyncRequest {
    return decodeMessage(buf, SyncRequest.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SyncRequest>): Generator<SyncRequestConversationFieldEvent | SyncRequestDigestHashFieldEvent | SyncRequestBucketNumbersFieldEvent | SyncRequestGetRangesDeviceFieldEvent | SyncRequestGetRangesFromFieldEvent | SyncRequestGetRangesToFieldEvent | SyncRequestGetBeforeTimeFieldEvent | SyncRequestGetBeforeIdFieldEvent | SyncRequestGetIdsFieldEvent | SyncRequestGetAccountsFieldEvent | SyncRequestGetLimitFieldEvent | SyncRequestGetNewestFirstFieldEvent | SyncRequestGetLogAccountFieldEvent | SyncRequestGetLogBeforeFieldEvent | SyncRequestStoredIdsFieldEvent | SyncRequestPastGivenFieldEvent | SyncRequestProfilesHeldAccountFieldEvent | SyncRequestProfilesHeldIdFieldEvent | SyncRequestVaultKeyBackupFieldEvent | SyncRequestVaultKeyKeyFieldEvent> {
    return streamMessage(buf, SyncRequest.codec(), opts)
  }
}

export interface VaultKeyPart {
  backup: Uint8Array
  key: Uint8Array
}

export namespace VaultKeyPart {
  let _codec: Codec<VaultKeyPart>

  export const codec = (): Codec<VaultKeyPart> => {
    if (_codec == null) {
      _codec = message<VaultKeyPart>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.backup != null && obj.backup.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.backup)
        }

        if ((obj.key != null && obj.key.byteLength > 0)) {
          w.uint32(18)
          w.bytes(obj.key)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          backup: uint8ArrayAlloc(0),
          key: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.backup = reader.bytes()
              break
            }
            case 2: {
              obj.key = reader.bytes()
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
                field: `${prefix}.backup`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.key`,
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

  export interface VaultKeyPartBackupFieldEvent {
    field: '$.backup'
    value: Uint8Array
  }

  export interface VaultKeyPartKeyFieldEvent {
    field: '$.key'
    value: Uint8Array
  }

  export function encode (obj: Partial<VaultKeyPart>): Uint8Array {
    return encodeMessage(obj, VaultKeyPart.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<VaultKeyPart>): VaultKeyPart {
    return decodeMessage(buf, VaultKeyPart.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<VaultKeyPart>): Generator<VaultKeyPartBackupFieldEvent | VaultKeyPartKeyFieldEvent> {
    return streamMessage(buf, VaultKeyPart.codec(), opts)
  }
}

export interface ProfilesRequest {
  held: HeldProfile[]
}

export namespace ProfilesRequest {
  let _codec: Codec<ProfilesRequest>

  export const codec = (): Codec<ProfilesRequest> => {
    if (_codec == null) {
      _codec = message<ProfilesRequest>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if (obj.held != null && obj.held.length > 0) {
          for (const value of obj.held) {
            w.uint32(10)
            HeldProfile.codec().encode(value, w)
          }
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          held: []
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.held != null && obj.held.length === opts.limits.held) {
                throw new MaxLengthError('Decode error - repeated field "held" had too many elements')
              }

              obj.held.push(HeldProfile.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.held$
              }))
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
          held: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.held != null && obj.held === opts.limits.held) {
                throw new MaxLengthError('Streaming decode error - repeated field "held" had too many elements')
              }

              for (const evt of HeldProfile.codec().stream(reader, reader.uint32(), `${prefix}.held[]`, {
                limits: opts.limits?.held$
              })) {
                yield {
                  ...evt,
                  index: obj.held
                }
              }

              obj.held++

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

  export interface ProfilesRequestHeldAccountFieldEvent {
    field: '$.held[].account'
    value: Uint8Array
    index: number
  }

  export interface ProfilesRequestHeldIdFieldEvent {
    field: '$.held[].id'
    value: Uint8Array
    index: number
  }

  export function encode (obj: Partial<ProfilesRequest>): Uint8Array {
    return encodeMessage(obj, ProfilesRequest.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ProfilesRequest>): ProfilesRequest {
    return decodeMessage(buf, ProfilesRequest.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ProfilesRequest>): Generator<ProfilesRequestHeldAccountFieldEvent | ProfilesRequestHeldIdFieldEvent> {
    return streamMessage(buf, ProfilesRequest.codec(), opts)
  }
}

export interface HeldProfile {
  account: Uint8Array
  id: Uint8Array
}

export namespace HeldProfile {
  let _codec: Codec<HeldProfile>

  export const codec = (): Codec<HeldProfile> => {
    if (_codec == null) {
      _codec = message<HeldProfile>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.account != null && obj.account.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.account)
        }

        if ((obj.id != null && obj.id.byteLength > 0)) {
          w.uint32(18)
          w.bytes(obj.id)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          account: uint8ArrayAlloc(0),
          id: uint8ArrayAlloc(0)
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
                field: `${prefix}.account`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
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

  export interface HeldProfileAccountFieldEvent {
    field: '$.account'
    value: Uint8Array
  }

  export interface HeldProfileIdFieldEvent {
    field: '$.id'
    value: Uint8Array
  }

  export function encode (obj: Partial<HeldProfile>): Uint8Array {
    return encodeMessage(obj, HeldProfile.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<HeldProfile>): HeldProfile {
    return decodeMessage(buf, HeldProfile.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<HeldProfile>): Generator<HeldProfileAccountFieldEvent | HeldProfileIdFieldEvent> {
    return streamMessage(buf, HeldProfile.codec(), opts)
  }
}

export interface Past {
  given: boolean
}

export namespace Past {
  let _codec: Codec<Past>

  export const codec = (): Codec<Past> => {
    if (_codec == null) {
      _codec = message<Past>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.given != null && obj.given !== false)) {
          w.uint32(8)
          w.bool(obj.given)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          given: false
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.given = reader.bool()
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
                field: `${prefix}.given`,
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

  export interface PastGivenFieldEvent {
    field: '$.given'
    value: boolean
  }

  export function encode (obj: Partial<Past>): Uint8Array {
    return encodeMessage(obj, Past.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Past>): Past {
    return decodeMessage(buf, Past.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Past>): Generator<PastGivenFieldEvent> {
    return streamMessage(buf, Past.codec(), opts)
  }
}

export interface Digest {
  hash: Uint8Array
}

export namespace Digest {
  let _codec: Codec<Digest>

  export const codec = (): Codec<Digest> => {
    if (_codec == null) {
      _codec = message<Digest>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.hash != null && obj.hash.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.hash)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          hash: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.hash = reader.bytes()
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
                field: `${prefix}.hash`,
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

  export interface DigestHashFieldEvent {
    field: '$.hash'
    value: Uint8Array
  }

  export function encode (obj: Partial<Digest>): Uint8Array {
    return encodeMessage(obj, Digest.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Digest>): Digest {
    return decodeMessage(buf, Digest.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Digest>): Generator<DigestHashFieldEvent> {
    return streamMessage(buf, Digest.codec(), opts)
  }
}

export interface BucketRequest {
  numbers: number[]
}

export namespace BucketRequest {
  let _codec: Codec<BucketRequest>

  export const codec = (): Codec<BucketRequest> => {
    if (_codec == null) {
      _codec = message<BucketRequest>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if (obj.numbers != null && obj.numbers.length > 0) {
          for (const value of obj.numbers) {
            w.uint32(8)
            w.uint32(value)
          }
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          numbers: []
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.numbers != null && obj.numbers.length === opts.limits.numbers) {
                throw new MaxLengthError('Decode error - repeated field "numbers" had too many elements')
              }

              obj.numbers.push(reader.uint32())
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
          numbers: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.numbers != null && obj.numbers === opts.limits.numbers) {
                throw new MaxLengthError('Streaming decode error - repeated field "numbers" had too many elements')
              }

              yield {
                field: `${prefix}.numbers[]`,
                index: obj.numbers,
                value: reader.uint32()
              }

              obj.numbers++

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

  export interface BucketRequestNumbersFieldEvent {
    field: '$.numbers[]'
    index: number
    value: number
  }

  export function encode (obj: Partial<BucketRequest>): Uint8Array {
    return encodeMessage(obj, BucketRequest.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<BucketRequest>): BucketRequest {
    return decodeMessage(buf, BucketRequest.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<BucketRequest>): Generator<BucketRequestNumbersFieldEvent> {
    return streamMessage(buf, BucketRequest.codec(), opts)
  }
}

export interface Get {
  ranges: Range[]
  before?: Position
  ids: Uint8Array[]
  accounts: Uint8Array[]
  limit: number
  newestFirst: boolean
  log?: LogRange
}

export namespace Get {
  let _codec: Codec<Get>

  export const codec = (): Codec<Get> => {
    if (_codec == null) {
      _codec = message<Get>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if (obj.ranges != null && obj.ranges.length > 0) {
          for (const value of obj.ranges) {
            w.uint32(10)
            Range.codec().encode(value, w)
          }
        }

        if (obj.before != null) {
          w.uint32(18)
          Position.codec().encode(obj.before, w)
        }

        if (obj.ids != null && obj.ids.length > 0) {
          for (const value of obj.ids) {
            w.uint32(26)
            w.bytes(value)
          }
        }

        if (obj.accounts != null && obj.accounts.length > 0) {
          for (const value of obj.accounts) {
            w.uint32(34)
            w.bytes(value)
          }
        }

        if ((obj.limit != null && obj.limit !== 0)) {
          w.uint32(40)
          w.uint32(obj.limit)
        }

        if ((obj.newestFirst != null && obj.newestFirst !== false)) {
          w.uint32(48)
          w.bool(obj.newestFirst)
        }

        if (obj.log != null) {
          w.uint32(58)
          LogRange.codec().encode(obj.log, w)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          ranges: [],
          ids: [],
          accounts: [],
          limit: 0,
          newestFirst: false
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.ranges != null && obj.ranges.length === opts.limits.ranges) {
                throw new MaxLengthError('Decode error - repeated field "ranges" had too many elements')
              }

              obj.ranges.push(Range.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.ranges$
              }))
              break
            }
            case 2: {
              obj.before = Position.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.before
              })
              break
            }
            case 3: {
              if (opts.limits?.ids != null && obj.ids.length === opts.limits.ids) {
                throw new MaxLengthError('Decode error - repeated field "ids" had too many elements')
              }

              obj.ids.push(reader.bytes())
              break
            }
            case 4: {
              if (opts.limits?.accounts != null && obj.accounts.length === opts.limits.accounts) {
                throw new MaxLengthError('Decode error - repeated field "accounts" had too many elements')
              }

              obj.accounts.push(reader.bytes())
              break
            }
            case 5: {
              obj.limit = reader.uint32()
              break
            }
            case 6: {
              obj.newestFirst = reader.bool()
              break
            }
            case 7: {
              obj.log = LogRange.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.log
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
          ranges: 0,
          ids: 0,
          accounts: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.ranges != null && obj.ranges === opts.limits.ranges) {
                throw new MaxLengthError('Streaming decode error - repeated field "ranges" had too many elements')
              }

              for (const evt of Range.codec().stream(reader, reader.uint32(), `${prefix}.ranges[]`, {
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
            case 2: {
              yield * Position.codec().stream(reader, reader.uint32(), `${prefix}.before`, {
                limits: opts.limits?.before
              })

              break
            }
            case 3: {
              if (opts.limits?.ids != null && obj.ids === opts.limits.ids) {
                throw new MaxLengthError('Streaming decode error - repeated field "ids" had too many elements')
              }

              yield {
                field: `${prefix}.ids[]`,
                index: obj.ids,
                value: reader.bytes()
              }

              obj.ids++

              break
            }
            case 4: {
              if (opts.limits?.accounts != null && obj.accounts === opts.limits.accounts) {
                throw new MaxLengthError('Streaming decode error - repeated field "accounts" had too many elements')
              }

              yield {
                field: `${prefix}.accounts[]`,
                index: obj.accounts,
                value: reader.bytes()
              }

              obj.accounts++

              break
            }
            case 5: {
              yield {
                field: `${prefix}.limit`,
                value: reader.uint32()
              }
              break
            }
            case 6: {
              yield {
                field: `${prefix}.newestFirst`,
                value: reader.bool()
              }
              break
            }
            case 7: {
              yield * LogRange.codec().stream(reader, reader.uint32(), `${prefix}.log`, {
                limits: opts.limits?.log
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

  export interface GetRangesDeviceFieldEvent {
    field: '$.ranges[].device'
    value: Uint8Array
    index: number
  }

  export interface GetRangesFromFieldEvent {
    field: '$.ranges[].from'
    value: number
    index: number
  }

  export interface GetRangesToFieldEvent {
    field: '$.ranges[].to'
    value: number
    index: number
  }

  export interface GetBeforeTimeFieldEvent {
    field: '$.before.time'
    value: bigint
  }

  export interface GetBeforeIdFieldEvent {
    field: '$.before.id'
    value: Uint8Array
  }

  export interface GetIdsFieldEvent {
    field: '$.ids[]'
    index: number
    value: Uint8Array
  }

  export interface GetAccountsFieldEvent {
    field: '$.accounts[]'
    index: number
    value: Uint8Array
  }

  export interface GetLimitFieldEvent {
    field: '$.limit'
    value: number
  }

  export interface GetNewestFirstFieldEvent {
    field: '$.newestFirst'
    value: boolean
  }

  export interface GetLogAccountFieldEvent {
    field: '$.log.account'
    value: Uint8Array
  }

  export interface GetLogBeforeFieldEvent {
    field: '$.log.before'
    value: number
  }

  export function encode (obj: Partial<Get>): Uint8Array {
    return encodeMessage(obj, Get.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Get>): Get {
    return decodeMessage(buf, Get.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Get>): Generator<GetRangesDeviceFieldEvent | GetRangesFromFieldEvent | GetRangesToFieldEvent | GetBeforeTimeFieldEvent | GetBeforeIdFieldEvent | GetIdsFieldEvent | GetAccountsFieldEvent | GetLimitFieldEvent | GetNewestFirstFieldEvent | GetLogAccountFieldEvent | GetLogBeforeFieldEvent> {
    return streamMessage(buf, Get.codec(), opts)
  }
}

export interface LogRange {
  account: Uint8Array
  before: number
}

export namespace LogRange {
  let _codec: Codec<LogRange>

  export const codec = (): Codec<LogRange> => {
    if (_codec == null) {
      _codec = message<LogRange>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.account != null && obj.account.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.account)
        }

        if ((obj.before != null && obj.before !== 0)) {
          w.uint32(16)
          w.uint64Number(obj.before)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          account: uint8ArrayAlloc(0),
          before: 0
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
              obj.before = reader.uint64Number()
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
                field: `${prefix}.before`,
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

  export interface LogRangeAccountFieldEvent {
    field: '$.account'
    value: Uint8Array
  }

  export interface LogRangeBeforeFieldEvent {
    field: '$.before'
    value: number
  }

  export function encode (obj: Partial<LogRange>): Uint8Array {
    return encodeMessage(obj, LogRange.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogRange>): LogRange {
    return decodeMessage(buf, LogRange.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LogRange>): Generator<LogRangeAccountFieldEvent | LogRangeBeforeFieldEvent> {
    return streamMessage(buf, LogRange.codec(), opts)
  }
}

export interface Range {
  device: Uint8Array
  from: number
  to: number
}

export namespace Range {
  let _codec: Codec<Range>

  export const codec = (): Codec<Range> => {
    if (_codec == null) {
      _codec = message<Range>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.device != null && obj.device.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.device)
        }

        if ((obj.from != null && obj.from !== 0)) {
          w.uint32(16)
          w.uint64Number(obj.from)
        }

        if ((obj.to != null && obj.to !== 0)) {
          w.uint32(24)
          w.uint64Number(obj.to)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          device: uint8ArrayAlloc(0),
          from: 0,
          to: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.device = reader.bytes()
              break
            }
            case 2: {
              obj.from = reader.uint64Number()
              break
            }
            case 3: {
              obj.to = reader.uint64Number()
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
                field: `${prefix}.device`,
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
                field: `${prefix}.to`,
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

  export interface RangeDeviceFieldEvent {
    field: '$.device'
    value: Uint8Array
  }

  export interface RangeFromFieldEvent {
    field: '$.from'
    value: number
  }

  export interface RangeToFieldEvent {
    field: '$.to'
    value: number
  }

  export function encode (obj: Partial<Range>): Uint8Array {
    return encodeMessage(obj, Range.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Range>): Range {
    return decodeMessage(buf, Range.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Range>): Generator<RangeDeviceFieldEvent | RangeFromFieldEvent | RangeToFieldEvent> {
    return streamMessage(buf, Range.codec(), opts)
  }
}

export interface Position {
  time: bigint
  id: Uint8Array
}

export namespace Position {
  let _codec: Codec<Position>

  export const codec = (): Codec<Position> => {
    if (_codec == null) {
      _codec = message<Position>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.time != null && obj.time !== 0n)) {
          w.uint32(8)
          w.uint64(obj.time)
        }

        if ((obj.id != null && obj.id.byteLength > 0)) {
          w.uint32(18)
          w.bytes(obj.id)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          time: 0n,
          id: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.time = reader.uint64()
              break
            }
            case 2: {
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
                field: `${prefix}.time`,
                value: reader.uint64()
              }
              break
            }
            case 2: {
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

  export interface PositionTimeFieldEvent {
    field: '$.time'
    value: bigint
  }

  export interface PositionIdFieldEvent {
    field: '$.id'
    value: Uint8Array
  }

  export function encode (obj: Partial<Position>): Uint8Array {
    return encodeMessage(obj, Position.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Position>): Position {
    return decodeMessage(buf, Position.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Position>): Generator<PositionTimeFieldEvent | PositionIdFieldEvent> {
    return streamMessage(buf, Position.codec(), opts)
  }
}

export interface Stored {
  ids: Uint8Array[]
}

export namespace Stored {
  let _codec: Codec<Stored>

  export const codec = (): Codec<Stored> => {
    if (_codec == null) {
      _codec = message<Stored>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if (obj.ids != null && obj.ids.length > 0) {
          for (const value of obj.ids) {
            w.uint32(10)
            w.bytes(value)
          }
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          ids: []
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.ids != null && obj.ids.length === opts.limits.ids) {
                throw new MaxLengthError('Decode error - repeated field "ids" had too many elements')
              }

              obj.ids.push(reader.bytes())
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
          ids: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.ids != null && obj.ids === opts.limits.ids) {
                throw new MaxLengthError('Streaming decode error - repeated field "ids" had too many elements')
              }

              yield {
                field: `${prefix}.ids[]`,
                index: obj.ids,
                value: reader.bytes()
              }

              obj.ids++

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

  export interface StoredIdsFieldEvent {
    field: '$.ids[]'
    index: number
    value: Uint8Array
  }

  export function encode (obj: Partial<Stored>): Uint8Array {
    return encodeMessage(obj, Stored.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Stored>): Stored {
    return decodeMessage(buf, Stored.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Stored>): Generator<StoredIdsFieldEvent> {
    return streamMessage(buf, Stored.codec(), opts)
  }
}

export interface SyncReply {
  error?: string
  buckets?: Buckets
  lines?: Lines
  page?: Page
  past?: Past
  profiles?: Profiles
  vaultKey?: VaultKeyPart
}

export namespace SyncReply {
  let _codec: Codec<SyncReply>

  export const codec = (): Codec<SyncReply> => {
    if (_codec == null) {
      _codec = message<SyncReply>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if (obj.error != null) {
          w.uint32(10)
          w.string(obj.error)
        }

        if (obj.buckets != null) {
          w.uint32(18)
          Buckets.codec().encode(obj.buckets, w)
        }

        if (obj.lines != null) {
          w.uint32(26)
          Lines.codec().encode(obj.lines, w)
        }

        if (obj.page != null) {
          w.uint32(34)
          Page.codec().encode(obj.page, w)
        }

        if (obj.past != null) {
          w.uint32(42)
          Past.codec().encode(obj.past, w)
        }

        if (obj.profiles != null) {
          w.uint32(50)
          Profiles.codec().encode(obj.profiles, w)
        }

        if (obj.vaultKey != null) {
          w.uint32(58)
          VaultKeyPart.codec().encode(obj.vaultKey, w)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {}

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.error = reader.string()
              break
            }
            case 2: {
              obj.buckets = Buckets.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.buckets
              })
              break
            }
            case 3: {
              obj.lines = Lines.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.lines
              })
              break
            }
            case 4: {
              obj.page = Page.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.page
              })
              break
            }
            case 5: {
              obj.past = Past.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.past
              })
              break
            }
            case 6: {
              obj.profiles = Profiles.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.profiles
              })
              break
            }
            case 7: {
              obj.vaultKey = VaultKeyPart.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.vaultKey
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
        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              yield {
                field: `${prefix}.error`,
                value: reader.string()
              }
              break
            }
            case 2: {
              yield * Buckets.codec().stream(reader, reader.uint32(), `${prefix}.buckets`, {
                limits: opts.limits?.buckets
              })

              break
            }
            case 3: {
              yield * Lines.codec().stream(reader, reader.uint32(), `${prefix}.lines`, {
                limits: opts.limits?.lines
              })

              break
            }
            case 4: {
              yield * Page.codec().stream(reader, reader.uint32(), `${prefix}.page`, {
                limits: opts.limits?.page
              })

              break
            }
            case 5: {
              yield * Past.codec().stream(reader, reader.uint32(), `${prefix}.past`, {
                limits: opts.limits?.past
              })

              break
            }
            case 6: {
              yield * Profiles.codec().stream(reader, reader.uint32(), `${prefix}.profiles`, {
                limits: opts.limits?.profiles
              })

              break
            }
            case 7: {
              yield * VaultKeyPart.codec().stream(reader, reader.uint32(), `${prefix}.vaultKey`, {
                limits: opts.limits?.vaultKey
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

  export interface SyncReplyErrorFieldEvent {
    field: '$.error'
    value: string
  }

  export interface SyncReplyBucketsHashesFieldEvent {
    field: '$.buckets.hashes'
    value: Uint8Array
  }

  export interface SyncReplyLinesLinesDeviceFieldEvent {
    field: '$.lines.lines[].device'
    value: Uint8Array
    index: number
  }

  export interface SyncReplyLinesLinesNumberFieldEvent {
    field: '$.lines.lines[].number'
    value: number
    index: number
  }

  export interface SyncReplyLinesLinesIdFieldEvent {
    field: '$.lines.lines[].id'
    value: Uint8Array
    index: number
  }

  export interface SyncReplyLinesRegistersAccountFieldEvent {
    field: '$.lines.registers[].account'
    value: Uint8Array
    index: number
  }

  export interface SyncReplyLinesRegistersKeyFieldEvent {
    field: '$.lines.registers[].key'
    value: Uint8Array
    index: number
  }

  export interface SyncReplyLinesRegistersTimeFieldEvent {
    field: '$.lines.registers[].time'
    value: bigint
    index: number
  }

  export interface SyncReplyLinesRegistersIdFieldEvent {
    field: '$.lines.registers[].id'
    value: Uint8Array
    index: number
  }

  export interface SyncReplyPagePacketsFieldEvent {
    field: '$.page.packets[]'
    index: number
    value: Uint8Array
  }

  export interface SyncReplyPageEntriesFieldEvent {
    field: '$.page.entries[]'
    index: number
    value: Uint8Array
  }

  export interface SyncReplyPageCertificatesFieldEvent {
    field: '$.page.certificates[]'
    index: number
    value: Uint8Array
  }

  export interface SyncReplyPageMissingDeviceFieldEvent {
    field: '$.page.missing[].device'
    value: Uint8Array
    index: number
  }

  export interface SyncReplyPageMissingFromFieldEvent {
    field: '$.page.missing[].from'
    value: number
    index: number
  }

  export interface SyncReplyPageMissingToFieldEvent {
    field: '$.page.missing[].to'
    value: number
    index: number
  }

  export interface SyncReplyPageMoreFieldEvent {
    field: '$.page.more'
    value: boolean
  }

  export interface SyncReplyPageLogFieldEvent {
    field: '$.page.log[]'
    index: number
    value: Uint8Array
  }

  export interface SyncReplyPastGivenFieldEvent {
    field: '$.past.given'
    value: boolean
  }

  export interface SyncReplyProfilesPacketsFieldEvent {
    field: '$.profiles.packets[]'
    index: number
    value: Uint8Array
  }

  export interface SyncReplyVaultKeyBackupFieldEvent {
    field: '$.vaultKey.backup'
    value: Uint8Array
  }

  export interface SyncReplyVaultKeyKeyFieldEvent {
    field: '$.vaultKey.key'
    value: Uint8Array
  }

  export function encode (obj: Partial<SyncReply>): Uint8Array {
    return encodeMessage(obj, SyncReply.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SyncReply>): SyncReply {
    return decodeMessage(buf, SyncReply.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SyncReply>): Generator<SyncReplyErrorFieldEvent | SyncReplyBucketsHashesFieldEvent | SyncReplyLinesLinesDeviceFieldEvent | SyncReplyLinesLinesNumberFieldEvent | SyncReplyLinesLinesIdFieldEvent | SyncReplyLinesRegistersAccountFieldEvent | SyncReplyLinesRegistersKeyFieldEvent | SyncReplyLinesRegistersTimeFieldEvent | SyncReplyLinesRegistersIdFieldEvent | SyncReplyPagePacketsFieldEvent | SyncReplyPageEntriesFieldEvent | SyncReplyPageCertificatesFieldEvent | SyncReplyPageMissingDeviceFieldEvent | SyncReplyPageMissingFromFieldEvent | SyncReplyPageMissingToFieldEvent | SyncReplyPageMoreFieldEvent | SyncReplyPageLogFieldEvent | SyncReplyPastGivenFieldEvent | SyncReplyProfilesPacketsFieldEvent | SyncReplyVaultKeyBackupFieldEvent | SyncReplyVaultKeyKeyFieldEvent> {
    return streamMessage(buf, SyncReply.codec(), opts)
  }
}

export interface Profiles {
  packets: Uint8Array[]
}

export namespace Profiles {
  let _codec: Codec<Profiles>

  export const codec = (): Codec<Profiles> => {
    if (_codec == null) {
      _codec = message<Profiles>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if (obj.packets != null && obj.packets.length > 0) {
          for (const value of obj.packets) {
            w.uint32(10)
            w.bytes(value)
          }
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          packets: []
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.packets != null && obj.packets.length === opts.limits.packets) {
                throw new MaxLengthError('Decode error - repeated field "packets" had too many elements')
              }

              obj.packets.push(reader.bytes())
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
          packets: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.packets != null && obj.packets === opts.limits.packets) {
                throw new MaxLengthError('Streaming decode error - repeated field "packets" had too many elements')
              }

              yield {
                field: `${prefix}.packets[]`,
                index: obj.packets,
                value: reader.bytes()
              }

              obj.packets++

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

  export interface ProfilesPacketsFieldEvent {
    field: '$.packets[]'
    index: number
    value: Uint8Array
  }

  export function encode (obj: Partial<Profiles>): Uint8Array {
    return encodeMessage(obj, Profiles.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Profiles>): Profiles {
    return decodeMessage(buf, Profiles.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Profiles>): Generator<ProfilesPacketsFieldEvent> {
    return streamMessage(buf, Profiles.codec(), opts)
  }
}

export interface Buckets {
  hashes: Uint8Array
}

export namespace Buckets {
  let _codec: Codec<Buckets>

  export const codec = (): Codec<Buckets> => {
    if (_codec == null) {
      _codec = message<Buckets>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.hashes != null && obj.hashes.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.hashes)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          hashes: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
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

  export interface BucketsHashesFieldEvent {
    field: '$.hashes'
    value: Uint8Array
  }

  export function encode (obj: Partial<Buckets>): Uint8Array {
    return encodeMessage(obj, Buckets.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Buckets>): Buckets {
    return decodeMessage(buf, Buckets.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Buckets>): Generator<BucketsHashesFieldEvent> {
    return streamMessage(buf, Buckets.codec(), opts)
  }
}

export interface Lines {
  lines: Line[]
  registers: RegisterLine[]
}

export namespace Lines {
  let _codec: Codec<Lines>

  export const codec = (): Codec<Lines> => {
    if (_codec == null) {
      _codec = message<Lines>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if (obj.lines != null && obj.lines.length > 0) {
          for (const value of obj.lines) {
            w.uint32(10)
            Line.codec().encode(value, w)
          }
        }

        if (obj.registers != null && obj.registers.length > 0) {
          for (const value of obj.registers) {
            w.uint32(18)
            RegisterLine.codec().encode(value, w)
          }
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          lines: [],
          registers: []
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.lines != null && obj.lines.length === opts.limits.lines) {
                throw new MaxLengthError('Decode error - repeated field "lines" had too many elements')
              }

              obj.lines.push(Line.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.lines$
              }))
              break
            }
            case 2: {
              if (opts.limits?.registers != null && obj.registers.length === opts.limits.registers) {
                throw new MaxLengthError('Decode error - repeated field "registers" had too many elements')
              }

              obj.registers.push(RegisterLine.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.registers$
              }))
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
          lines: 0,
          registers: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.lines != null && obj.lines === opts.limits.lines) {
                throw new MaxLengthError('Streaming decode error - repeated field "lines" had too many elements')
              }

              for (const evt of Line.codec().stream(reader, reader.uint32(), `${prefix}.lines[]`, {
                limits: opts.limits?.lines$
              })) {
                yield {
                  ...evt,
                  index: obj.lines
                }
              }

              obj.lines++

              break
            }
            case 2: {
              if (opts.limits?.registers != null && obj.registers === opts.limits.registers) {
                throw new MaxLengthError('Streaming decode error - repeated field "registers" had too many elements')
              }

              for (const evt of RegisterLine.codec().stream(reader, reader.uint32(), `${prefix}.registers[]`, {
                limits: opts.limits?.registers$
              })) {
                yield {
                  ...evt,
                  index: obj.registers
                }
              }

              obj.registers++

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

  export interface LinesLinesDeviceFieldEvent {
    field: '$.lines[].device'
    value: Uint8Array
    index: number
  }

  export interface LinesLinesNumberFieldEvent {
    field: '$.lines[].number'
    value: number
    index: number
  }

  export interface LinesLinesIdFieldEvent {
    field: '$.lines[].id'
    value: Uint8Array
    index: number
  }

  export interface LinesRegistersAccountFieldEvent {
    field: '$.registers[].account'
    value: Uint8Array
    index: number
  }

  export interface LinesRegistersKeyFieldEvent {
    field: '$.registers[].key'
    value: Uint8Array
    index: number
  }

  export interface LinesRegistersTimeFieldEvent {
    field: '$.registers[].time'
    value: bigint
    index: number
  }

  export interface LinesRegistersIdFieldEvent {
    field: '$.registers[].id'
    value: Uint8Array
    index: number
  }

  export function encode (obj: Partial<Lines>): Uint8Array {
    return encodeMessage(obj, Lines.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Lines>): Lines {
    return decodeMessage(buf, Lines.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Lines>): Generator<LinesLinesDeviceFieldEvent | LinesLinesNumberFieldEvent | LinesLinesIdFieldEvent | LinesRegistersAccountFieldEvent | LinesRegistersKeyFieldEvent | LinesRegistersTimeFieldEvent | LinesRegistersIdFieldEvent> {
    return streamMessage(buf, Lines.codec(), opts)
  }
}

export interface RegisterLine {
  account: Uint8Array
  key: Uint8Array
  time: bigint
  id: Uint8Array
}

export namespace RegisterLine {
  let _codec: Codec<RegisterLine>

  export const codec = (): Codec<RegisterLine> => {
    if (_codec == null) {
      _codec = message<RegisterLine>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.account != null && obj.account.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.account)
        }

        if ((obj.key != null && obj.key.byteLength > 0)) {
          w.uint32(18)
          w.bytes(obj.key)
        }

        if ((obj.time != null && obj.time !== 0n)) {
          w.uint32(24)
          w.uint64(obj.time)
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
          account: uint8ArrayAlloc(0),
          key: uint8ArrayAlloc(0),
          time: 0n,
          id: uint8ArrayAlloc(0)
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
              obj.key = reader.bytes()
              break
            }
            case 3: {
              obj.time = reader.uint64()
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
                field: `${prefix}.account`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.key`,
                value: reader.bytes()
              }
              break
            }
            case 3: {
              yield {
                field: `${prefix}.time`,
                value: reader.uint64()
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

  export interface RegisterLineAccountFieldEvent {
    field: '$.account'
    value: Uint8Array
  }

  export interface RegisterLineKeyFieldEvent {
    field: '$.key'
    value: Uint8Array
  }

  export interface RegisterLineTimeFieldEvent {
    field: '$.time'
    value: bigint
  }

  export interface RegisterLineIdFieldEvent {
    field: '$.id'
    value: Uint8Array
  }

  export function encode (obj: Partial<RegisterLine>): Uint8Array {
    return encodeMessage(obj, RegisterLine.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RegisterLine>): RegisterLine {
    return decodeMessage(buf, RegisterLine.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RegisterLine>): Generator<RegisterLineAccountFieldEvent | RegisterLineKeyFieldEvent | RegisterLineTimeFieldEvent | RegisterLineIdFieldEvent> {
    return streamMessage(buf, RegisterLine.codec(), opts)
  }
}

export interface Line {
  device: Uint8Array
  number: number
  id: Uint8Array
}

export namespace Line {
  let _codec: Codec<Line>

  export const codec = (): Codec<Line> => {
    if (_codec == null) {
      _codec = message<Line>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.device != null && obj.device.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.device)
        }

        if ((obj.number != null && obj.number !== 0)) {
          w.uint32(16)
          w.uint64Number(obj.number)
        }

        if ((obj.id != null && obj.id.byteLength > 0)) {
          w.uint32(26)
          w.bytes(obj.id)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          device: uint8ArrayAlloc(0),
          number: 0,
          id: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.device = reader.bytes()
              break
            }
            case 2: {
              obj.number = reader.uint64Number()
              break
            }
            case 3: {
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
                field: `${prefix}.device`,
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

  export interface LineDeviceFieldEvent {
    field: '$.device'
    value: Uint8Array
  }

  export interface LineNumberFieldEvent {
    field: '$.number'
    value: number
  }

  export interface LineIdFieldEvent {
    field: '$.id'
    value: Uint8Array
  }

  export function encode (obj: Partial<Line>): Uint8Array {
    return encodeMessage(obj, Line.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Line>): Line {
    return decodeMessage(buf, Line.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Line>): Generator<LineDeviceFieldEvent | LineNumberFieldEvent | LineIdFieldEvent> {
    return streamMessage(buf, Line.codec(), opts)
  }
}

export interface Page {
  packets: Uint8Array[]
  entries: Uint8Array[]
  certificates: Uint8Array[]
  missing: Range[]
  more: boolean
  log: Uint8Array[]
}

export namespace Page {
  let _codec: Codec<Page>

  export const codec = (): Codec<Page> => {
    if (_codec == null) {
      _codec = message<Page>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if (obj.packets != null && obj.packets.length > 0) {
          for (const value of obj.packets) {
            w.uint32(10)
            w.bytes(value)
          }
        }

        if (obj.entries != null && obj.entries.length > 0) {
          for (const value of obj.entries) {
            w.uint32(18)
            w.bytes(value)
          }
        }

        if (obj.certificates != null && obj.certificates.length > 0) {
          for (const value of obj.certificates) {
            w.uint32(26)
            w.bytes(value)
          }
        }

        if (obj.missing != null && obj.missing.length > 0) {
          for (const value of obj.missing) {
            w.uint32(34)
            Range.codec().encode(value, w)
          }
        }

        if ((obj.more != null && obj.more !== false)) {
          w.uint32(40)
          w.bool(obj.more)
        }

        if (obj.log != null && obj.log.length > 0) {
          for (const value of obj.log) {
            w.uint32(50)
            w.bytes(value)
          }
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          packets: [],
          entries: [],
          certificates: [],
          missing: [],
          more: false,
          log: []
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.packets != null && obj.packets.length === opts.limits.packets) {
                throw new MaxLengthError('Decode error - repeated field "packets" had too many elements')
              }

              obj.packets.push(reader.bytes())
              break
            }
            case 2: {
              if (opts.limits?.entries != null && obj.entries.length === opts.limits.entries) {
                throw new MaxLengthError('Decode error - repeated field "entries" had too many elements')
              }

              obj.entries.push(reader.bytes())
              break
            }
            case 3: {
              if (opts.limits?.certificates != null && obj.certificates.length === opts.limits.certificates) {
                throw new MaxLengthError('Decode error - repeated field "certificates" had too many elements')
              }

              obj.certificates.push(reader.bytes())
              break
            }
            case 4: {
              if (opts.limits?.missing != null && obj.missing.length === opts.limits.missing) {
                throw new MaxLengthError('Decode error - repeated field "missing" had too many elements')
              }

              obj.missing.push(Range.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.missing$
              }))
              break
            }
            case 5: {
              obj.more = reader.bool()
              break
            }
            case 6: {
              if (opts.limits?.log != null && obj.log.length === opts.limits.log) {
                throw new MaxLengthError('Decode error - repeated field "log" had too many elements')
              }

              obj.log.push(reader.bytes())
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
          packets: 0,
          entries: 0,
          certificates: 0,
          missing: 0,
          log: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.packets != null && obj.packets === opts.limits.packets) {
                throw new MaxLengthError('Streaming decode error - repeated field "packets" had too many elements')
              }

              yield {
                field: `${prefix}.packets[]`,
                index: obj.packets,
                value: reader.bytes()
              }

              obj.packets++

              break
            }
            case 2: {
              if (opts.limits?.entries != null && obj.entries === opts.limits.entries) {
                throw new MaxLengthError('Streaming decode error - repeated field "entries" had too many elements')
              }

              yield {
                field: `${prefix}.entries[]`,
                index: obj.entries,
                value: reader.bytes()
              }

              obj.entries++

              break
            }
            case 3: {
              if (opts.limits?.certificates != null && obj.certificates === opts.limits.certificates) {
                throw new MaxLengthError('Streaming decode error - repeated field "certificates" had too many elements')
              }

              yield {
                field: `${prefix}.certificates[]`,
                index: obj.certificates,
                value: reader.bytes()
              }

              obj.certificates++

              break
            }
            case 4: {
              if (opts.limits?.missing != null && obj.missing === opts.limits.missing) {
                throw new MaxLengthError('Streaming decode error - repeated field "missing" had too many elements')
              }

              for (const evt of Range.codec().stream(reader, reader.uint32(), `${prefix}.missing[]`, {
                limits: opts.limits?.missing$
              })) {
                yield {
                  ...evt,
                  index: obj.missing
                }
              }

              obj.missing++

              break
            }
            case 5: {
              yield {
                field: `${prefix}.more`,
                value: reader.bool()
              }
              break
            }
            case 6: {
              if (opts.limits?.log != null && obj.log === opts.limits.log) {
                throw new MaxLengthError('Streaming decode error - repeated field "log" had too many elements')
              }

              yield {
                field: `${prefix}.log[]`,
                index: obj.log,
                value: reader.bytes()
              }

              obj.log++

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

  export interface PagePacketsFieldEvent {
    field: '$.packets[]'
    index: number
    value: Uint8Array
  }

  export interface PageEntriesFieldEvent {
    field: '$.entries[]'
    index: number
    value: Uint8Array
  }

  export interface PageCertificatesFieldEvent {
    field: '$.certificates[]'
    index: number
    value: Uint8Array
  }

  export interface PageMissingDeviceFieldEvent {
    field: '$.missing[].device'
    value: Uint8Array
    index: number
  }

  export interface PageMissingFromFieldEvent {
    field: '$.missing[].from'
    value: number
    index: number
  }

  export interface PageMissingToFieldEvent {
    field: '$.missing[].to'
    value: number
    index: number
  }

  export interface PageMoreFieldEvent {
    field: '$.more'
    value: boolean
  }

  export interface PageLogFieldEvent {
    field: '$.log[]'
    index: number
    value: Uint8Array
  }

  export function encode (obj: Partial<Page>): Uint8Array {
    return encodeMessage(obj, Page.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Page>): Page {
    return decodeMessage(buf, Page.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Page>): Generator<PagePacketsFieldEvent | PageEntriesFieldEvent | PageCertificatesFieldEvent | PageMissingDeviceFieldEvent | PageMissingFromFieldEvent | PageMissingToFieldEvent | PageMoreFieldEvent | PageLogFieldEvent> {
    return streamMessage(buf, Page.codec(), opts)
  }
}
