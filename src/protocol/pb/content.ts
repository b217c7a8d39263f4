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
  found?: FoundOp
  role?: RoleOp
  transfer?: TransferOp
  ban?: BanOp
  unban?: UnbanOp
  mute?: MuteOp
  settings?: SettingsOp
  pin?: PinOp
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

        if (obj.found != null) {
          w.uint32(18)
          FoundOp.codec().encode(obj.found, w)
        }

        if (obj.role != null) {
          w.uint32(26)
          RoleOp.codec().encode(obj.role, w)
        }

        if (obj.transfer != null) {
          w.uint32(34)
          TransferOp.codec().encode(obj.transfer, w)
        }

        if (obj.ban != null) {
          w.uint32(42)
          BanOp.codec().encode(obj.ban, w)
        }

        if (obj.unban != null) {
          w.uint32(50)
          UnbanOp.codec().encode(obj.unban, w)
        }

        if (obj.mute != null) {
          w.uint32(58)
          MuteOp.codec().encode(obj.mute, w)
        }

        if (obj.settings != null) {
          w.uint32(66)
          SettingsOp.codec().encode(obj.settings, w)
        }

        if (obj.pin != null) {
          w.uint32(74)
          PinOp.codec().encode(obj.pin, w)
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
            case 2: {
              obj.found = FoundOp.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.found
              })
              break
            }
            case 3: {
              obj.role = RoleOp.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.role
              })
              break
            }
            case 4: {
              obj.transfer = TransferOp.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.transfer
              })
              break
            }
            case 5: {
              obj.ban = BanOp.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.ban
              })
              break
            }
            case 6: {
              obj.unban = UnbanOp.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.unban
              })
              break
            }
            case 7: {
              obj.mute = MuteOp.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.mute
              })
              break
            }
            case 8: {
              obj.settings = SettingsOp.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.settings
              })
              break
            }
            case 9: {
              obj.pin = PinOp.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.pin
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
            case 2: {
              yield * FoundOp.codec().stream(reader, reader.uint32(), `${prefix}.found`, {
                limits: opts.limits?.found
              })

              break
            }
            case 3: {
              yield * RoleOp.codec().stream(reader, reader.uint32(), `${prefix}.role`, {
                limits: opts.limits?.role
              })

              break
            }
            case 4: {
              yield * TransferOp.codec().stream(reader, reader.uint32(), `${prefix}.transfer`, {
                limits: opts.limits?.transfer
              })

              break
            }
            case 5: {
              yield * BanOp.codec().stream(reader, reader.uint32(), `${prefix}.ban`, {
                limits: opts.limits?.ban
              })

              break
            }
            case 6: {
              yield * UnbanOp.codec().stream(reader, reader.uint32(), `${prefix}.unban`, {
                limits: opts.limits?.unban
              })

              break
            }
            case 7: {
              yield * MuteOp.codec().stream(reader, reader.uint32(), `${prefix}.mute`, {
                limits: opts.limits?.mute
              })

              break
            }
            case 8: {
              yield * SettingsOp.codec().stream(reader, reader.uint32(), `${prefix}.settings`, {
                limits: opts.limits?.settings
              })

              break
            }
            case 9: {
              yield * PinOp.codec().stream(reader, reader.uint32(), `${prefix}.pin`, {
                limits: opts.limits?.pin
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

  export interface OpContentFoundCertificateFieldEvent {
    field: '$.found.certificate'
    value: Uint8Array
  }

  export interface OpContentRoleAccountFieldEvent {
    field: '$.role.account'
    value: Uint8Array
  }

  export interface OpContentRoleRankFieldEvent {
    field: '$.role.rank'
    value: number
  }

  export interface OpContentTransferAccountFieldEvent {
    field: '$.transfer.account'
    value: Uint8Array
  }

  export interface OpContentBanAccountFieldEvent {
    field: '$.ban.account'
    value: Uint8Array
  }

  export interface OpContentBanCutsDeviceFieldEvent {
    field: '$.ban.cuts[].device'
    value: Uint8Array
    index: number
  }

  export interface OpContentBanCutsNumberFieldEvent {
    field: '$.ban.cuts[].number'
    value: number
    index: number
  }

  export interface OpContentBanReasonFieldEvent {
    field: '$.ban.reason'
    value: string
  }

  export interface OpContentUnbanAccountFieldEvent {
    field: '$.unban.account'
    value: Uint8Array
  }

  export interface OpContentMuteAccountFieldEvent {
    field: '$.mute.account'
    value: Uint8Array
  }

  export interface OpContentMuteUntilFieldEvent {
    field: '$.mute.until'
    value: bigint
  }

  export interface OpContentMuteCutsDeviceFieldEvent {
    field: '$.mute.cuts[].device'
    value: Uint8Array
    index: number
  }

  export interface OpContentMuteCutsNumberFieldEvent {
    field: '$.mute.cuts[].number'
    value: number
    index: number
  }

  export interface OpContentMuteReasonFieldEvent {
    field: '$.mute.reason'
    value: string
  }

  export interface OpContentSettingsTopicFieldEvent {
    field: '$.settings.topic'
    value: string
  }

  export interface OpContentSettingsDescriptionFieldEvent {
    field: '$.settings.description'
    value: string
  }

  export interface OpContentSettingsAnnouncementsFieldEvent {
    field: '$.settings.announcements'
    value: boolean
  }

  export interface OpContentSettingsSlowFieldEvent {
    field: '$.settings.slow'
    value: number
  }

  export interface OpContentPinMessageFieldEvent {
    field: '$.pin.message'
    value: Uint8Array
  }

  export interface OpContentPinOnFieldEvent {
    field: '$.pin.on'
    value: boolean
  }

  export function encode (obj: Partial<OpContent>): Uint8Array {
    return encodeMessage(obj, OpContent.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OpContent>): OpContent {
    return decodeMessage(buf, OpContent.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OpContent>): Generator<OpContentCloseDeviceFieldEvent | OpContentCloseNumberFieldEvent | OpContentCloseEntryFieldEvent | OpContentFoundCertificateFieldEvent | OpContentRoleAccountFieldEvent | OpContentRoleRankFieldEvent | OpContentTransferAccountFieldEvent | OpContentBanAccountFieldEvent | OpContentBanCutsDeviceFieldEvent | OpContentBanCutsNumberFieldEvent | OpContentBanReasonFieldEvent | OpContentUnbanAccountFieldEvent | OpContentMuteAccountFieldEvent | OpContentMuteUntilFieldEvent | OpContentMuteCutsDeviceFieldEvent | OpContentMuteCutsNumberFieldEvent | OpContentMuteReasonFieldEvent | OpContentSettingsTopicFieldEvent | OpContentSettingsDescriptionFieldEvent | OpContentSettingsAnnouncementsFieldEvent | OpContentSettingsSlowFieldEvent | OpContentPinMessageFieldEvent | OpContentPinOnFieldEvent> {
    return streamMessage(buf, OpContent.codec(), opts)
  }
}

export interface FoundOp {
  certificate: Uint8Array
}

export namespace FoundOp {
  let _codec: Codec<FoundOp>

  export const codec = (): Codec<FoundOp> => {
    if (_codec == null) {
      _codec = message<FoundOp>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.certificate != null && obj.certificate.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.certificate)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          certificate: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.certificate = reader.bytes()
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

  export interface FoundOpCertificateFieldEvent {
    field: '$.certificate'
    value: Uint8Array
  }

  export function encode (obj: Partial<FoundOp>): Uint8Array {
    return encodeMessage(obj, FoundOp.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FoundOp>): FoundOp {
    return decodeMessage(buf, FoundOp.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<FoundOp>): Generator<FoundOpCertificateFieldEvent> {
    return streamMessage(buf, FoundOp.codec(), opts)
  }
}

export interface RoleOp {
  account: Uint8Array
  rank: number
}

export namespace RoleOp {
  let _codec: Codec<RoleOp>

  export const codec = (): Codec<RoleOp> => {
    if (_codec == null) {
      _codec = message<RoleOp>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.account != null && obj.account.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.account)
        }

        if ((obj.rank != null && obj.rank !== 0)) {
          w.uint32(16)
          w.uint32(obj.rank)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          account: uint8ArrayAlloc(0),
          rank: 0
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
              obj.rank = reader.uint32()
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
                field: `${prefix}.rank`,
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

  export interface RoleOpAccountFieldEvent {
    field: '$.account'
    value: Uint8Array
  }

  export interface RoleOpRankFieldEvent {
    field: '$.rank'
    value: number
  }

  export function encode (obj: Partial<RoleOp>): Uint8Array {
    return encodeMessage(obj, RoleOp.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RoleOp>): RoleOp {
    return decodeMessage(buf, RoleOp.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RoleOp>): Generator<RoleOpAccountFieldEvent | RoleOpRankFieldEvent> {
    return streamMessage(buf, RoleOp.codec(), opts)
  }
}

export interface TransferOp {
  account: Uint8Array
}

export namespace TransferOp {
  let _codec: Codec<TransferOp>

  export const codec = (): Codec<TransferOp> => {
    if (_codec == null) {
      _codec = message<TransferOp>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.account != null && obj.account.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.account)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          account: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.account = reader.bytes()
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

  export interface TransferOpAccountFieldEvent {
    field: '$.account'
    value: Uint8Array
  }

  export function encode (obj: Partial<TransferOp>): Uint8Array {
    return encodeMessage(obj, TransferOp.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TransferOp>): TransferOp {
    return decodeMessage(buf, TransferOp.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<TransferOp>): Generator<TransferOpAccountFieldEvent> {
    return streamMessage(buf, TransferOp.codec(), opts)
  }
}

export interface BanOp {
  account: Uint8Array
  cuts: Cut[]
  reason: string
}

export namespace BanOp {
  let _codec: Codec<BanOp>

  export const codec = (): Codec<BanOp> => {
    if (_codec == null) {
      _codec = message<BanOp>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.account != null && obj.account.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.account)
        }

        if (obj.cuts != null && obj.cuts.length > 0) {
          for (const value of obj.cuts) {
            w.uint32(18)
            Cut.codec().encode(value, w)
          }
        }

        if ((obj.reason != null && obj.reason !== '')) {
          w.uint32(26)
          w.string(obj.reason)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          account: uint8ArrayAlloc(0),
          cuts: [],
          reason: ''
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
              if (opts.limits?.cuts != null && obj.cuts.length === opts.limits.cuts) {
                throw new MaxLengthError('Decode error - repeated field "cuts" had too many elements')
              }

              obj.cuts.push(Cut.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.cuts$
              }))
              break
            }
            case 3: {
              obj.reason = reader.string()
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
          cuts: 0
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
              if (opts.limits?.cuts != null && obj.cuts === opts.limits.cuts) {
                throw new MaxLengthError('Streaming decode error - repeated field "cuts" had too many elements')
              }

              for (const evt of Cut.codec().stream(reader, reader.uint32(), `${prefix}.cuts[]`, {
                limits: opts.limits?.cuts$
              })) {
                yield {
                  ...evt,
                  index: obj.cuts
                }
              }

              obj.cuts++

              break
            }
            case 3: {
              yield {
                field: `${prefix}.reason`,
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

  export interface BanOpAccountFieldEvent {
    field: '$.account'
    value: Uint8Array
  }

  export interface BanOpCutsDeviceFieldEvent {
    field: '$.cuts[].device'
    value: Uint8Array
    index: number
  }

  export interface BanOpCutsNumberFieldEvent {
    field: '$.cuts[].number'
    value: number
    index: number
  }

  export interface BanOpReasonFieldEvent {
    field: '$.reason'
    value: string
  }

  export function encode (obj: Partial<BanOp>): Uint8Array {
    return encodeMessage(obj, BanOp.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<BanOp>): BanOp {
    return decodeMessage(buf, BanOp.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<BanOp>): Generator<BanOpAccountFieldEvent | BanOpCutsDeviceFieldEvent | BanOpCutsNumberFieldEvent | BanOpReasonFieldEvent> {
    return streamMessage(buf, BanOp.codec(), opts)
  }
}

export interface UnbanOp {
  account: Uint8Array
}

export namespace UnbanOp {
  let _codec: Codec<UnbanOp>

  export const codec = (): Codec<UnbanOp> => {
    if (_codec == null) {
      _codec = message<UnbanOp>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.account != null && obj.account.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.account)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          account: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.account = reader.bytes()
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

  export interface UnbanOpAccountFieldEvent {
    field: '$.account'
    value: Uint8Array
  }

  export function encode (obj: Partial<UnbanOp>): Uint8Array {
    return encodeMessage(obj, UnbanOp.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<UnbanOp>): UnbanOp {
    return decodeMessage(buf, UnbanOp.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<UnbanOp>): Generator<UnbanOpAccountFieldEvent> {
    return streamMessage(buf, UnbanOp.codec(), opts)
  }
}

export interface MuteOp {
  account: Uint8Array
  until: bigint
  cuts: Cut[]
  reason: string
}

export namespace MuteOp {
  let _codec: Codec<MuteOp>

  export const codec = (): Codec<MuteOp> => {
    if (_codec == null) {
      _codec = message<MuteOp>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.account != null && obj.account.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.account)
        }

        if ((obj.until != null && obj.until !== 0n)) {
          w.uint32(16)
          w.uint64(obj.until)
        }

        if (obj.cuts != null && obj.cuts.length > 0) {
          for (const value of obj.cuts) {
            w.uint32(26)
            Cut.codec().encode(value, w)
          }
        }

        if ((obj.reason != null && obj.reason !== '')) {
          w.uint32(34)
          w.string(obj.reason)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          account: uint8ArrayAlloc(0),
          until: 0n,
          cuts: [],
          reason: ''
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
              obj.until = reader.uint64()
              break
            }
            case 3: {
              if (opts.limits?.cuts != null && obj.cuts.length === opts.limits.cuts) {
                throw new MaxLengthError('Decode error - repeated field "cuts" had too many elements')
              }

              obj.cuts.push(Cut.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.cuts$
              }))
              break
            }
            case 4: {
              obj.reason = reader.string()
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
          cuts: 0
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
                field: `${prefix}.until`,
                value: reader.uint64()
              }
              break
            }
            case 3: {
              if (opts.limits?.cuts != null && obj.cuts === opts.limits.cuts) {
                throw new MaxLengthError('Streaming decode error - repeated field "cuts" had too many elements')
              }

              for (const evt of Cut.codec().stream(reader, reader.uint32(), `${prefix}.cuts[]`, {
                limits: opts.limits?.cuts$
              })) {
                yield {
                  ...evt,
                  index: obj.cuts
                }
              }

              obj.cuts++

              break
            }
            case 4: {
              yield {
                field: `${prefix}.reason`,
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

  export interface MuteOpAccountFieldEvent {
    field: '$.account'
    value: Uint8Array
  }

  export interface MuteOpUntilFieldEvent {
    field: '$.until'
    value: bigint
  }

  export interface MuteOpCutsDeviceFieldEvent {
    field: '$.cuts[].device'
    value: Uint8Array
    index: number
  }

  export interface MuteOpCutsNumberFieldEvent {
    field: '$.cuts[].number'
    value: number
    index: number
  }

  export interface MuteOpReasonFieldEvent {
    field: '$.reason'
    value: string
  }

  export function encode (obj: Partial<MuteOp>): Uint8Array {
    return encodeMessage(obj, MuteOp.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MuteOp>): MuteOp {
    return decodeMessage(buf, MuteOp.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<MuteOp>): Generator<MuteOpAccountFieldEvent | MuteOpUntilFieldEvent | MuteOpCutsDeviceFieldEvent | MuteOpCutsNumberFieldEvent | MuteOpReasonFieldEvent> {
    return streamMessage(buf, MuteOp.codec(), opts)
  }
}

export interface SettingsOp {
  topic?: string
  description?: string
  announcements?: boolean
  slow?: number
}

export namespace SettingsOp {
  let _codec: Codec<SettingsOp>

  export const codec = (): Codec<SettingsOp> => {
    if (_codec == null) {
      _codec = message<SettingsOp>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if (obj.topic != null) {
          w.uint32(10)
          w.string(obj.topic)
        }

        if (obj.description != null) {
          w.uint32(18)
          w.string(obj.description)
        }

        if (obj.announcements != null) {
          w.uint32(24)
          w.bool(obj.announcements)
        }

        if (obj.slow != null) {
          w.uint32(32)
          w.uint32(obj.slow)
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
              obj.topic = reader.string()
              break
            }
            case 2: {
              obj.description = reader.string()
              break
            }
            case 3: {
              obj.announcements = reader.bool()
              break
            }
            case 4: {
              obj.slow = reader.uint32()
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
                field: `${prefix}.topic`,
                value: reader.string()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.description`,
                value: reader.string()
              }
              break
            }
            case 3: {
              yield {
                field: `${prefix}.announcements`,
                value: reader.bool()
              }
              break
            }
            case 4: {
              yield {
                field: `${prefix}.slow`,
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

  export interface SettingsOpTopicFieldEvent {
    field: '$.topic'
    value: string
  }

  export interface SettingsOpDescriptionFieldEvent {
    field: '$.description'
    value: string
  }

  export interface SettingsOpAnnouncementsFieldEvent {
    field: '$.announcements'
    value: boolean
  }

  export interface SettingsOpSlowFieldEvent {
    field: '$.slow'
    value: number
  }

  export function encode (obj: Partial<SettingsOp>): Uint8Array {
    return encodeMessage(obj, SettingsOp.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SettingsOp>): SettingsOp {
    return decodeMessage(buf, SettingsOp.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SettingsOp>): Generator<SettingsOpTopicFieldEvent | SettingsOpDescriptionFieldEvent | SettingsOpAnnouncementsFieldEvent | SettingsOpSlowFieldEvent> {
    return streamMessage(buf, SettingsOp.codec(), opts)
  }
}

export interface PinOp {
  message: Uint8Array
  on: boolean
}

export namespace PinOp {
  let _codec: Codec<PinOp>

  export const codec = (): Codec<PinOp> => {
    if (_codec == null) {
      _codec = message<PinOp>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.message != null && obj.message.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.message)
        }

        if ((obj.on != null && obj.on !== false)) {
          w.uint32(16)
          w.bool(obj.on)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          message: uint8ArrayAlloc(0),
          on: false
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.message = reader.bytes()
              break
            }
            case 2: {
              obj.on = reader.bool()
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
                field: `${prefix}.message`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.on`,
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

  export interface PinOpMessageFieldEvent {
    field: '$.message'
    value: Uint8Array
  }

  export interface PinOpOnFieldEvent {
    field: '$.on'
    value: boolean
  }

  export function encode (obj: Partial<PinOp>): Uint8Array {
    return encodeMessage(obj, PinOp.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PinOp>): PinOp {
    return decodeMessage(buf, PinOp.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PinOp>): Generator<PinOpMessageFieldEvent | PinOpOnFieldEvent> {
    return streamMessage(buf, PinOp.codec(), opts)
  }
}

export interface Cut {
  device: Uint8Array
  number: number
}

export namespace Cut {
  let _codec: Codec<Cut>

  export const codec = (): Codec<Cut> => {
    if (_codec == null) {
      _codec = message<Cut>((obj, w, opts = {}) => {
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

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          device: uint8ArrayAlloc(0),
          number: 0
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

  export interface CutDeviceFieldEvent {
    field: '$.device'
    value: Uint8Array
  }

  export interface CutNumberFieldEvent {
    field: '$.number'
    value: number
  }

  export function encode (obj: Partial<Cut>): Uint8Array {
    return encodeMessage(obj, Cut.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Cut>): Cut {
    return decodeMessage(buf, Cut.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Cut>): Generator<CutDeviceFieldEvent | CutNumberFieldEvent> {
    return streamMessage(buf, Cut.codec(), opts)
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
