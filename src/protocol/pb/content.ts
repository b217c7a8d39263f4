// @ts-nocheck
import { decodeMessage, encodeMessage, MaxLengthError, message, streamMessage } from 'protons-runtime'
import { alloc as uint8ArrayAlloc } from 'uint8arrays/alloc'
import type { Codec, DecodeOptions } from 'protons-runtime'
import type { Uint8ArrayList } from 'uint8arraylist'

export interface MessageContent {
  text: string
  mentions: Uint8Array[]
}

export namespace MessageContent {
  let _codec: Codec<MessageContent>

  export const codec = (): Codec<MessageContent> => {
    if (_codec == null) {
      _codec = message<MessageContent>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.text != null && obj.text !== '')) {
          w.uint32(10)
          w.string(obj.text)
        }

        if (obj.mentions != null && obj.mentions.length > 0) {
          for (const value of obj.mentions) {
            w.uint32(18)
            w.bytes(value)
          }
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          text: '',
          mentions: []
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.text = reader.string()
              break
            }
            case 2: {
              if (opts.limits?.mentions != null && obj.mentions.length === opts.limits.mentions) {
                throw new MaxLengthError('Decode error - repeated field "mentions" had too many elements')
              }

              obj.mentions.push(reader.bytes())
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
          mentions: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              yield {
                field: `${prefix}.text`,
                value: reader.string()
              }
              break
            }
            case 2: {
              if (opts.limits?.mentions != null && obj.mentions === opts.limits.mentions) {
                throw new MaxLengthError('Streaming decode error - repeated field "mentions" had too many elements')
              }

              yield {
                field: `${prefix}.mentions[]`,
                index: obj.mentions,
                value: reader.bytes()
              }

              obj.mentions++

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

  export interface MessageContentTextFieldEvent {
    field: '$.text'
    value: string
  }

  export interface MessageContentMentionsFieldEvent {
    field: '$.mentions[]'
    index: number
    value: Uint8Array
  }

  export function encode (obj: Partial<MessageContent>): Uint8Array {
    return encodeMessage(obj, MessageContent.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MessageContent>): MessageContent {
    return decodeMessage(buf, MessageContent.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MessageContent>): Generator<MessageContentTextFieldEvent | MessageContentMentionsFieldEvent> {
    return streamMessage(buf, MessageContent.codec(), opts)
  }
}

export interface OpContent {
  close?: CloseOp
}

export namespace OpContent {
  let _codec: Codec<OpContent>

  export const codec = (): Codec<OpContent> => {
    if (_codec == null) {
      _codec = message<OpContent>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if (obj.close != null) {
          w.uint32(10)
          CloseOp.codec().encode(obj.close, w)
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
              obj.close = CloseOp.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.close
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
              yield * CloseOp.codec().stream(reader, reader.uint32(), `${prefix}.close`, {
                limits: opts.limits?.close
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

  export interface OpContentCloseDeviceFieldEvent {
    field: '$.close.device'
    value: Uint8Array
  }

  export interface OpContentCloseNumberFieldEvent {
    field: '$.close.number'
    value: number
  }

  export interface OpContentCloseEntryFieldEvent {
    field: '$.close.entry'
    value: Uint8Array
  }

  export function encode (obj: Partial<OpContent>): Uint8Array {
    return encodeMessage(obj, OpContent.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OpContent>): OpContent {
    return decodeMessage(buf, OpContent.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OpContent>): Generator<OpContentCloseDeviceFieldEvent | OpContentCloseNumberFieldEvent | OpContentCloseEntryFieldEvent> {
    return streamMessage(buf, OpContent.codec(), opts)
  }
}

export interface CloseOp {
  device: Uint8Array
  number: number
  entry: Uint8Array
}

export namespace CloseOp {
  let _codec: Codec<CloseOp>

  export const codec = (): Codec<CloseOp> => {
    if (_codec == null) {
      _codec = message<CloseOp>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.device != null && obj.device.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.device)
        }

        if ((obj.number != null && obj.number !== 0)) {
          w.uint32(16)
          w.uint32(obj.number)
        }

        if ((obj.entry != null && obj.entry.byteLength > 0)) {
          w.uint32(26)
          w.bytes(obj.entry)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          device: uint8ArrayAlloc(0),
          number: 0,
          entry: uint8ArrayAlloc(0)
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
              obj.number = reader.uint32()
              break
            }
            case 3: {
              obj.entry = reader.bytes()
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
                value: reader.uint32()
              }
              break
            }
            case 3: {
              yield {
                field: `${prefix}.entry`,
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

  export interface CloseOpDeviceFieldEvent {
    field: '$.device'
    value: Uint8Array
  }

  export interface CloseOpNumberFieldEvent {
    field: '$.number'
    value: number
  }

  export interface CloseOpEntryFieldEvent {
    field: '$.entry'
    value: Uint8Array
  }

  export function encode (obj: Partial<CloseOp>): Uint8Array {
    return encodeMessage(obj, CloseOp.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CloseOp>): CloseOp {
    return decodeMessage(buf, CloseOp.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<CloseOp>): Generator<CloseOpDeviceFieldEvent | CloseOpNumberFieldEvent | CloseOpEntryFieldEvent> {
    return streamMessage(buf, CloseOp.codec(), opts)
  }
}

export interface RegisterContent {
  key: string
  value: Uint8Array
}

export namespace RegisterContent {
  let _codec: Codec<RegisterContent>

  export const codec = (): Codec<RegisterContent> => {
    if (_codec == null) {
      _codec = message<RegisterContent>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.key != null && obj.key !== '')) {
          w.uint32(10)
          w.string(obj.key)
        }

        if ((obj.value != null && obj.value.byteLength > 0)) {
          w.uint32(18)
          w.bytes(obj.value)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          key: '',
          value: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.key = reader.string()
              break
            }
            case 2: {
              obj.value = reader.bytes()
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
                field: `${prefix}.key`,
                value: reader.string()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.value`,
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

  export interface RegisterContentKeyFieldEvent {
    field: '$.key'
    value: string
  }

  export interface RegisterContentValueFieldEvent {
    field: '$.value'
    value: Uint8Array
  }

  export function encode (obj: Partial<RegisterContent>): Uint8Array {
    return encodeMessage(obj, RegisterContent.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RegisterContent>): RegisterContent {
    return decodeMessage(buf, RegisterContent.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RegisterContent>): Generator<RegisterContentKeyFieldEvent | RegisterContentValueFieldEvent> {
    return streamMessage(buf, RegisterContent.codec(), opts)
  }
}

export interface ProfileContent {
  displayName: string
  status: string
  timeZone: string
  colour: number
  picture: Uint8Array
}

export namespace ProfileContent {
  let _codec: Codec<ProfileContent>

  export const codec = (): Codec<ProfileContent> => {
    if (_codec == null) {
      _codec = message<ProfileContent>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.displayName != null && obj.displayName !== '')) {
          w.uint32(10)
          w.string(obj.displayName)
        }

        if ((obj.status != null && obj.status !== '')) {
          w.uint32(18)
          w.string(obj.status)
        }

        if ((obj.timeZone != null && obj.timeZone !== '')) {
          w.uint32(26)
          w.string(obj.timeZone)
        }

        if ((obj.colour != null && obj.colour !== 0)) {
          w.uint32(32)
          w.uint32(obj.colour)
        }

        if ((obj.picture != null && obj.picture.byteLength > 0)) {
          w.uint32(42)
          w.bytes(obj.picture)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          displayName: '',
          status: '',
          timeZone: '',
          colour: 0,
          picture: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.displayName = reader.string()
              break
            }
            case 2: {
              obj.status = reader.string()
              break
            }
            case 3: {
              obj.timeZone = reader.string()
              break
            }
            case 4: {
              obj.colour = reader.uint32()
              break
            }
            case 5: {
              obj.picture = reader.bytes()
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
                field: `${prefix}.displayName`,
                value: reader.string()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.status`,
                value: reader.string()
              }
              break
            }
            case 3: {
              yield {
                field: `${prefix}.timeZone`,
                value: reader.string()
              }
              break
            }
            case 4: {
              yield {
                field: `${prefix}.colour`,
                value: reader.uint32()
              }
              break
            }
            case 5: {
              yield {
                field: `${prefix}.picture`,
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

  export interface ProfileContentDisplayNameFieldEvent {
    field: '$.displayName'
    value: string
  }

  export interface ProfileContentStatusFieldEvent {
    field: '$.status'
    value: string
  }

  export interface ProfileContentTimeZoneFieldEvent {
    field: '$.timeZone'
    value: string
  }

  export interface ProfileContentColourFieldEvent {
    field: '$.colour'
    value: number
  }

  export interface ProfileContentPictureFieldEvent {
    field: '$.picture'
    value: Uint8Array
  }

  export function encode (obj: Partial<ProfileContent>): Uint8Array {
    return encodeMessage(obj, ProfileContent.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ProfileContent>): ProfileContent {
    return decodeMessage(buf, ProfileContent.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ProfileContent>): Generator<ProfileContentDisplayNameFieldEvent | ProfileContentStatusFieldEvent | ProfileContentTimeZoneFieldEvent | ProfileContentColourFieldEvent | ProfileContentPictureFieldEvent> {
    return streamMessage(buf, ProfileContent.codec(), opts)
  }
}

export interface HeartbeatContent {
  status: number
}

export namespace HeartbeatContent {
  let _codec: Codec<HeartbeatContent>

  export const codec = (): Codec<HeartbeatContent> => {
    if (_codec == null) {
      _codec = message<HeartbeatContent>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.status != null && obj.status !== 0)) {
          w.uint32(8)
          w.uint32(obj.status)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          status: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.status = reader.uint32()
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
                field: `${prefix}.status`,
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

  export interface HeartbeatContentStatusFieldEvent {
    field: '$.status'
    value: number
  }

  export function encode (obj: Partial<HeartbeatContent>): Uint8Array {
    return encodeMessage(obj, HeartbeatContent.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<HeartbeatContent>): HeartbeatContent {
    return decodeMessage(buf, HeartbeatContent.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<HeartbeatContent>): Generator<HeartbeatContentStatusFieldEvent> {
    return streamMessage(buf, HeartbeatContent.codec(), opts)
  }
}

export interface AnyContent {
  fallback: string
}

export namespace AnyContent {
  let _codec: Codec<AnyContent>

  export const codec = (): Codec<AnyContent> => {
    if (_codec == null) {
      _codec = message<AnyContent>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.fallback != null && obj.fallback !== '')) {
          w.uint32(122)
          w.string(obj.fallback)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          fallback: ''
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 15: {
              obj.fallback = reader.string()
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
            case 15: {
              yield {
                field: `${prefix}.fallback`,
                value: reader.string()
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

  export interface AnyContentFallbackFieldEvent {
    field: '$.fallback'
    value: string
  }

  export function encode (obj: Partial<AnyContent>): Uint8Array {
    return encodeMessage(obj, AnyContent.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AnyContent>): AnyContent {
    return decodeMessage(buf, AnyContent.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AnyContent>): Generator<AnyContentFallbackFieldEvent> {
    return streamMessage(buf, AnyContent.codec(), opts)
  }
}
