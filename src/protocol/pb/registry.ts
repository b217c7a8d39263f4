// @ts-nocheck
/* eslint-disable require-yield */

import { decodeMessage, encodeMessage, MaxLengthError, message, streamMessage } from 'protons-runtime'
import { alloc as uint8ArrayAlloc } from 'uint8arrays/alloc'
import type { Codec, DecodeOptions } from 'protons-runtime'
import type { Uint8ArrayList } from 'uint8arraylist'

export interface RegistryRequest {
  info?: InfoRequest
  registerStart?: RegisterStart
  registerFinish?: RegisterFinish
  loginStart?: LoginStart
  loginFinish?: LoginFinish
  appendEntry?: AppendEntry
  lookup?: Lookup
  prove?: Prove
  leaves?: LeavesRequest
  passwordStart?: PasswordStart
  recover?: Recover
  vaultPut?: VaultPut
  vaultGet?: VaultGet
  cancelReset?: SignedLeafRequest
  release?: SignedLeafRequest
  entries?: EntriesRequest
}

export namespace RegistryRequest {
  let _codec: Codec<RegistryRequest>

  export const codec = (): Codec<RegistryRequest> => {
    if (_codec == null) {
      _codec = message<RegistryRequest>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if (obj.info != null) {
          w.uint32(10)
          InfoRequest.codec().encode(obj.info, w)
        }

        if (obj.registerStart != null) {
          w.uint32(18)
          RegisterStart.codec().encode(obj.registerStart, w)
        }

        if (obj.registerFinish != null) {
          w.uint32(26)
          RegisterFinish.codec().encode(obj.registerFinish, w)
        }

        if (obj.loginStart != null) {
          w.uint32(34)
          LoginStart.codec().encode(obj.loginStart, w)
        }

        if (obj.loginFinish != null) {
          w.uint32(42)
          LoginFinish.codec().encode(obj.loginFinish, w)
        }

        if (obj.appendEntry != null) {
          w.uint32(50)
          AppendEntry.codec().encode(obj.appendEntry, w)
        }

        if (obj.lookup != null) {
          w.uint32(58)
          Lookup.codec().encode(obj.lookup, w)
        }

        if (obj.prove != null) {
          w.uint32(66)
          Prove.codec().encode(obj.prove, w)
        }

        if (obj.leaves != null) {
          w.uint32(74)
          LeavesRequest.codec().encode(obj.leaves, w)
        }

        if (obj.passwordStart != null) {
          w.uint32(82)
          PasswordStart.codec().encode(obj.passwordStart, w)
        }

        if (obj.recover != null) {
          w.uint32(90)
          Recover.codec().encode(obj.recover, w)
        }

        if (obj.vaultPut != null) {
          w.uint32(98)
          VaultPut.codec().encode(obj.vaultPut, w)
        }

        if (obj.vaultGet != null) {
          w.uint32(106)
          VaultGet.codec().encode(obj.vaultGet, w)
        }

        if (obj.cancelReset != null) {
          w.uint32(114)
          SignedLeafRequest.codec().encode(obj.cancelReset, w)
        }

        if (obj.release != null) {
          w.uint32(122)
          SignedLeafRequest.codec().encode(obj.release, w)
        }

        if (obj.entries != null) {
          w.uint32(162)
          EntriesRequest.codec().encode(obj.entries, w)
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
              obj.info = InfoRequest.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.info
              })
              break
            }
            case 2: {
              obj.registerStart = RegisterStart.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.registerStart
              })
              break
            }
            case 3: {
              obj.registerFinish = RegisterFinish.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.registerFinish
              })
              break
            }
            case 4: {
              obj.loginStart = LoginStart.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.loginStart
              })
              break
            }
            case 5: {
              obj.loginFinish = LoginFinish.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.loginFinish
              })
              break
            }
            case 6: {
              obj.appendEntry = AppendEntry.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.appendEntry
              })
              break
            }
            case 7: {
              obj.lookup = Lookup.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.lookup
              })
              break
            }
            case 8: {
              obj.prove = Prove.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.prove
              })
              break
            }
            case 9: {
              obj.leaves = LeavesRequest.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.leaves
              })
              break
            }
            case 10: {
              obj.passwordStart = PasswordStart.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.passwordStart
              })
              break
            }
            case 11: {
              obj.recover = Recover.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.recover
              })
              break
            }
            case 12: {
              obj.vaultPut = VaultPut.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.vaultPut
              })
              break
            }
            case 13: {
              obj.vaultGet = VaultGet.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.vaultGet
              })
              break
            }
            case 14: {
              obj.cancelReset = SignedLeafRequest.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.cancelReset
              })
              break
            }
            case 15: {
              obj.release = SignedLeafRequest.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.release
              })
              break
            }
            case 20: {
              obj.entries = EntriesRequest.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.entries
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
              yield * InfoRequest.codec().stream(reader, reader.uint32(), `${prefix}.info`, {
                limits: opts.limits?.info
              })

              break
            }
            case 2: {
              yield * RegisterStart.codec().stream(reader, reader.uint32(), `${prefix}.registerStart`, {
                limits: opts.limits?.registerStart
              })

              break
            }
            case 3: {
              yield * RegisterFinish.codec().stream(reader, reader.uint32(), `${prefix}.registerFinish`, {
                limits: opts.limits?.registerFinish
              })

              break
            }
            case 4: {
              yield * LoginStart.codec().stream(reader, reader.uint32(), `${prefix}.loginStart`, {
                limits: opts.limits?.loginStart
              })

              break
            }
            case 5: {
              yield * LoginFinish.codec().stream(reader, reader.uint32(), `${prefix}.loginFinish`, {
                limits: opts.limits?.loginFinish
              })

              break
            }
            case 6: {
              yield * AppendEntry.codec().stream(reader, reader.uint32(), `${prefix}.appendEntry`, {
                limits: opts.limits?.appendEntry
              })

              break
            }
            case 7: {
              yield * Lookup.codec().stream(reader, reader.uint32(), `${prefix}.lookup`, {
                limits: opts.limits?.lookup
              })

              break
            }
            case 8: {
              yield * Prove.codec().stream(reader, reader.uint32(), `${prefix}.prove`, {
                limits: opts.limits?.prove
              })

              break
            }
            case 9: {
              yield * LeavesRequest.codec().stream(reader, reader.uint32(), `${prefix}.leaves`, {
                limits: opts.limits?.leaves
              })

              break
            }
            case 10: {
              yield * PasswordStart.codec().stream(reader, reader.uint32(), `${prefix}.passwordStart`, {
                limits: opts.limits?.passwordStart
              })

              break
            }
            case 11: {
              yield * Recover.codec().stream(reader, reader.uint32(), `${prefix}.recover`, {
                limits: opts.limits?.recover
              })

              break
            }
            case 12: {
              yield * VaultPut.codec().stream(reader, reader.uint32(), `${prefix}.vaultPut`, {
                limits: opts.limits?.vaultPut
              })

              break
            }
            case 13: {
              yield * VaultGet.codec().stream(reader, reader.uint32(), `${prefix}.vaultGet`, {
                limits: opts.limits?.vaultGet
              })

              break
            }
            case 14: {
              yield * SignedLeafRequest.codec().stream(reader, reader.uint32(), `${prefix}.cancelReset`, {
                limits: opts.limits?.cancelReset
              })

              break
            }
            case 15: {
              yield * SignedLeafRequest.codec().stream(reader, reader.uint32(), `${prefix}.release`, {
                limits: opts.limits?.release
              })

              break
            }
            case 20: {
              yield * EntriesRequest.codec().stream(reader, reader.uint32(), `${prefix}.entries`, {
                limits: opts.limits?.entries
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

  export interface RegistryRequestRegisterStartUsernameFieldEvent {
    field: '$.registerStart.username'
    value: string
  }

  export interface RegistryRequestRegisterStartOpaqueRequestFieldEvent {
    field: '$.registerStart.opaqueRequest'
    value: Uint8Array
  }

  export interface RegistryRequestRegisterFinishUsernameFieldEvent {
    field: '$.registerFinish.username'
    value: string
  }

  export interface RegistryRequestRegisterFinishOpaqueRecordFieldEvent {
    field: '$.registerFinish.opaqueRecord'
    value: Uint8Array
  }

  export interface RegistryRequestRegisterFinishEntryFieldEvent {
    field: '$.registerFinish.entry'
    value: Uint8Array
  }

  export interface RegistryRequestRegisterFinishBackupFieldEvent {
    field: '$.registerFinish.backup'
    value: Uint8Array
  }

  export interface RegistryRequestRegisterFinishLeafFieldEvent {
    field: '$.registerFinish.leaf'
    value: Uint8Array
  }

  export interface RegistryRequestRegisterFinishFindFieldEvent {
    field: '$.registerFinish.find'
    value: Uint8Array
  }

  export interface RegistryRequestRegisterFinishChallengeFieldEvent {
    field: '$.registerFinish.challenge'
    value: Uint8Array
  }

  export interface RegistryRequestRegisterFinishSolutionFieldEvent {
    field: '$.registerFinish.solution'
    value: Uint8Array
  }

  export interface RegistryRequestRegisterFinishResetCodeFieldEvent {
    field: '$.registerFinish.resetCode'
    value: Uint8Array
  }

  export interface RegistryRequestLoginStartUsernameFieldEvent {
    field: '$.loginStart.username'
    value: string
  }

  export interface RegistryRequestLoginStartOpaqueRequestFieldEvent {
    field: '$.loginStart.opaqueRequest'
    value: Uint8Array
  }

  export interface RegistryRequestLoginFinishOpaqueFinishFieldEvent {
    field: '$.loginFinish.opaqueFinish'
    value: Uint8Array
  }

  export interface RegistryRequestAppendEntryEntryFieldEvent {
    field: '$.appendEntry.entry'
    value: Uint8Array
  }

  export interface RegistryRequestAppendEntryBackupFieldEvent {
    field: '$.appendEntry.backup'
    value: Uint8Array
  }

  export interface RegistryRequestAppendEntryOpaqueRecordFieldEvent {
    field: '$.appendEntry.opaqueRecord'
    value: Uint8Array
  }

  export interface RegistryRequestAppendEntryFindFieldEvent {
    field: '$.appendEntry.find'
    value: Uint8Array
  }

  export interface RegistryRequestLookupUsernameFieldEvent {
    field: '$.lookup.username'
    value: string
  }

  export interface RegistryRequestLookupAccountFieldEvent {
    field: '$.lookup.account'
    value: Uint8Array
  }

  export interface RegistryRequestProveLeavesFieldEvent {
    field: '$.prove.leaves[]'
    index: number
    value: number
  }

  export interface RegistryRequestProveSizesFieldEvent {
    field: '$.prove.sizes[]'
    index: number
    value: number
  }

  export interface RegistryRequestLeavesFromFieldEvent {
    field: '$.leaves.from'
    value: number
  }

  export interface RegistryRequestLeavesLimitFieldEvent {
    field: '$.leaves.limit'
    value: number
  }

  export interface RegistryRequestPasswordStartOpaqueRequestFieldEvent {
    field: '$.passwordStart.opaqueRequest'
    value: Uint8Array
  }

  export interface RegistryRequestRecoverUsernameFieldEvent {
    field: '$.recover.username'
    value: string
  }

  export interface RegistryRequestRecoverFindFieldEvent {
    field: '$.recover.find'
    value: Uint8Array
  }

  export interface RegistryRequestVaultPutHeadFieldEvent {
    field: '$.vaultPut.head'
    value: Uint8Array
  }

  export interface RegistryRequestVaultPutPartFieldEvent {
    field: '$.vaultPut.part'
    value: Uint8Array
  }

  export interface RegistryRequestVaultGetPartFieldEvent {
    field: '$.vaultGet.part'
    value: number
  }

  export interface RegistryRequestCancelResetLeafFieldEvent {
    field: '$.cancelReset.leaf'
    value: Uint8Array
  }

  export interface RegistryRequestReleaseLeafFieldEvent {
    field: '$.release.leaf'
    value: Uint8Array
  }

  export interface RegistryRequestEntriesAccountFieldEvent {
    field: '$.entries.account'
    value: Uint8Array
  }

  export interface RegistryRequestEntriesBeforeFieldEvent {
    field: '$.entries.before'
    value: number
  }

  export function encode (obj: Partial<RegistryRequest>): Uint8Array {
    return encodeMessage(obj, RegistryRequest.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RegistryRequest>): RegistryRequest {
    return decodeMessage(buf, RegistryRequest.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RegistryRequest>): Generator<RegistryRequestRegisterStartUsernameFieldEvent | RegistryRequestRegisterStartOpaqueRequestFieldEvent | RegistryRequestRegisterFinishUsernameFieldEvent | RegistryRequestRegisterFinishOpaqueRecordFieldEvent | RegistryRequestRegisterFinishEntryFieldEvent | RegistryRequestRegisterFinishBackupFieldEvent | RegistryRequestRegisterFinishLeafFieldEvent | RegistryRequestRegisterFinishFindFieldEvent | RegistryRequestRegisterFinishChallengeFieldEvent | RegistryRequestRegisterFinishSolutionFieldEvent | RegistryRequestRegisterFinishResetCodeFieldEvent | RegistryRequestLoginStartUsernameFieldEvent | RegistryRequestLoginStartOpaqueRequestFieldEvent | RegistryRequestLoginFinishOpaqueFinishFieldEvent | RegistryRequestAppendEntryEntryFieldEvent | RegistryRequestAppendEntryBackupFieldEvent | RegistryRequestAppendEntryOpaqueRecordFieldEvent | RegistryRequestAppendEntryFindFieldEvent | RegistryRequestLookupUsernameFieldEvent | RegistryRequestLookupAccountFieldEvent | RegistryRequestProveLeavesFieldEvent | RegistryRequestProveSizesFieldEvent | RegistryRequestLeavesFromFieldEvent | RegistryRequestLeavesLimitFieldEvent | RegistryRequestPasswordStartOpaqueRequestFieldEvent | RegistryRequestRecoverUsernameFieldEvent | RegistryRequestRecoverFindFieldEvent | RegistryRequestVaultPutHeadFieldEvent | RegistryRequestVaultPutPartFieldEvent | RegistryRequestVaultGetPartFieldEvent | RegistryRequestCancelResetLeafFieldEvent | RegistryRequestReleaseLeafFieldEvent | RegistryRequestEntriesAccountFieldEvent | RegistryRequestEntriesBeforeFieldEvent> {
    return streamMessage(buf, RegistryRequest.codec(), opts)
  }
}

export interface InfoRequest {}

export namespace InfoRequest {
  let _codec: Codec<InfoRequest>

  export const codec = (): Codec<InfoRequest> => {
    if (_codec == null) {
      _codec = message<InfoRequest>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
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

  export function encode (obj: Partial<InfoRequest>): Uint8Array {
    return encodeMessage(obj, InfoRequest.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<InfoRequest>): InfoRequest {
    return decodeMessage(buf, InfoRequest.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<InfoRequest>): Generator<{}> {
    return streamMessage(buf, InfoRequest.codec(), opts)
  }
}

export interface RegisterStart {
  username: string
  opaqueRequest: Uint8Array
}

export namespace RegisterStart {
  let _codec: Codec<RegisterStart>

  export const codec = (): Codec<RegisterStart> => {
    if (_codec == null) {
      _codec = message<RegisterStart>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.username != null && obj.username !== '')) {
          w.uint32(10)
          w.string(obj.username)
        }

        if ((obj.opaqueRequest != null && obj.opaqueRequest.byteLength > 0)) {
          w.uint32(18)
          w.bytes(obj.opaqueRequest)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          username: '',
          opaqueRequest: uint8ArrayAlloc(0)
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
              obj.opaqueRequest = reader.bytes()
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
                field: `${prefix}.opaqueRequest`,
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

  export interface RegisterStartUsernameFieldEvent {
    field: '$.username'
    value: string
  }

  export interface RegisterStartOpaqueRequestFieldEvent {
    field: '$.opaqueRequest'
    value: Uint8Array
  }

  export function encode (obj: Partial<RegisterStart>): Uint8Array {
    return encodeMessage(obj, RegisterStart.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RegisterStart>): RegisterStart {
    return decodeMessage(buf, RegisterStart.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RegisterStart>): Generator<RegisterStartUsernameFieldEvent | RegisterStartOpaqueRequestFieldEvent> {
    return streamMessage(buf, RegisterStart.codec(), opts)
  }
}

export interface RegisterFinish {
  username: string
  opaqueRecord: Uint8Array
  entry: Uint8Array
  backup: Uint8Array
  leaf: Uint8Array
  find: Uint8Array
  challenge?: Uint8Array
  solution?: Uint8Array
  resetCode?: Uint8Array
}

export namespace RegisterFinish {
  let _codec: Codec<RegisterFinish>

  export const codec = (): Codec<RegisterFinish> => {
    if (_codec == null) {
      _codec = message<RegisterFinish>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.username != null && obj.username !== '')) {
          w.uint32(10)
          w.string(obj.username)
        }

        if ((obj.opaqueRecord != null && obj.opaqueRecord.byteLength > 0)) {
          w.uint32(18)
          w.bytes(obj.opaqueRecord)
        }

        if ((obj.entry != null && obj.entry.byteLength > 0)) {
          w.uint32(26)
          w.bytes(obj.entry)
        }

        if ((obj.backup != null && obj.backup.byteLength > 0)) {
          w.uint32(34)
          w.bytes(obj.backup)
        }

        if ((obj.leaf != null && obj.leaf.byteLength > 0)) {
          w.uint32(42)
          w.bytes(obj.leaf)
        }

        if ((obj.find != null && obj.find.byteLength > 0)) {
          w.uint32(50)
          w.bytes(obj.find)
        }

        if (obj.challenge != null) {
          w.uint32(58)
          w.bytes(obj.challenge)
        }

        if (obj.solution != null) {
          w.uint32(66)
          w.bytes(obj.solution)
        }

        if (obj.resetCode != null) {
          w.uint32(74)
          w.bytes(obj.resetCode)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          username: '',
          opaqueRecord: uint8ArrayAlloc(0),
          entry: uint8ArrayAlloc(0),
          backup: uint8ArrayAlloc(0),
          leaf: uint8ArrayAlloc(0),
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
              obj.opaqueRecord = reader.bytes()
              break
            }
            case 3: {
              obj.entry = reader.bytes()
              break
            }
            case 4: {
              obj.backup = reader.bytes()
              break
            }
            case 5: {
              obj.leaf = reader.bytes()
              break
            }
            case 6: {
              obj.find = reader.bytes()
              break
            }
            case 7: {
              obj.challenge = reader.bytes()
              break
            }
            case 8: {
              obj.solution = reader.bytes()
              break
            }
            case 9: {
              obj.resetCode = reader.bytes()
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
                field: `${prefix}.opaqueRecord`,
                value: reader.bytes()
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
            case 4: {
              yield {
                field: `${prefix}.backup`,
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
                field: `${prefix}.find`,
                value: reader.bytes()
              }
              break
            }
            case 7: {
              yield {
                field: `${prefix}.challenge`,
                value: reader.bytes()
              }
              break
            }
            case 8: {
              yield {
                field: `${prefix}.solution`,
                value: reader.bytes()
              }
              break
            }
            case 9: {
              yield {
                field: `${prefix}.resetCode`,
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

  export interface RegisterFinishUsernameFieldEvent {
    field: '$.username'
    value: string
  }

  export interface RegisterFinishOpaqueRecordFieldEvent {
    field: '$.opaqueRecord'
    value: Uint8Array
  }

  export interface RegisterFinishEntryFieldEvent {
    field: '$.entry'
    value: Uint8Array
  }

  export interface RegisterFinishBackupFieldEvent {
    field: '$.backup'
    value: Uint8Array
  }

  export interface RegisterFinishLeafFieldEvent {
    field: '$.leaf'
    value: Uint8Array
  }

  export interface RegisterFinishFindFieldEvent {
    field: '$.find'
    value: Uint8Array
  }

  export interface RegisterFinishChallengeFieldEvent {
    field: '$.challenge'
    value: Uint8Array
  }

  export interface RegisterFinishSolutionFieldEvent {
    field: '$.solution'
    value: Uint8Array
  }

  export interface RegisterFinishResetCodeFieldEvent {
    field: '$.resetCode'
    value: Uint8Array
  }

  export function encode (obj: Partial<RegisterFinish>): Uint8Array {
    return encodeMessage(obj, RegisterFinish.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RegisterFinish>): RegisterFinish {
    return decodeMessage(buf, RegisterFinish.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RegisterFinish>): Generator<RegisterFinishUsernameFieldEvent | RegisterFinishOpaqueRecordFieldEvent | RegisterFinishEntryFieldEvent | RegisterFinishBackupFieldEvent | RegisterFinishLeafFieldEvent | RegisterFinishFindFieldEvent | RegisterFinishChallengeFieldEvent | RegisterFinishSolutionFieldEvent | RegisterFinishResetCodeFieldEvent> {
    return streamMessage(buf, RegisterFinish.codec(), opts)
  }
}

export interface LoginStart {
  username: string
  opaqueRequest: Uint8Array
}

export namespace LoginStart {
  let _codec: Codec<LoginStart>

  export const codec = (): Codec<LoginStart> => {
    if (_codec == null) {
      _codec = message<LoginStart>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.username != null && obj.username !== '')) {
          w.uint32(10)
          w.string(obj.username)
        }

        if ((obj.opaqueRequest != null && obj.opaqueRequest.byteLength > 0)) {
          w.uint32(18)
          w.bytes(obj.opaqueRequest)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          username: '',
          opaqueRequest: uint8ArrayAlloc(0)
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
              obj.opaqueRequest = reader.bytes()
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
                field: `${prefix}.opaqueRequest`,
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

  export interface LoginStartUsernameFieldEvent {
    field: '$.username'
    value: string
  }

  export interface LoginStartOpaqueRequestFieldEvent {
    field: '$.opaqueRequest'
    value: Uint8Array
  }

  export function encode (obj: Partial<LoginStart>): Uint8Array {
    return encodeMessage(obj, LoginStart.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LoginStart>): LoginStart {
    return decodeMessage(buf, LoginStart.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LoginStart>): Generator<LoginStartUsernameFieldEvent | LoginStartOpaqueRequestFieldEvent> {
    return streamMessage(buf, LoginStart.codec(), opts)
  }
}

export interface LoginFinish {
  opaqueFinish: Uint8Array
}

export namespace LoginFinish {
  let _codec: Codec<LoginFinish>

  export const codec = (): Codec<LoginFinish> => {
    if (_codec == null) {
      _codec = message<LoginFinish>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.opaqueFinish != null && obj.opaqueFinish.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.opaqueFinish)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          opaqueFinish: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.opaqueFinish = reader.bytes()
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
                field: `${prefix}.opaqueFinish`,
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

  export interface LoginFinishOpaqueFinishFieldEvent {
    field: '$.opaqueFinish'
    value: Uint8Array
  }

  export function encode (obj: Partial<LoginFinish>): Uint8Array {
    return encodeMessage(obj, LoginFinish.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LoginFinish>): LoginFinish {
    return decodeMessage(buf, LoginFinish.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LoginFinish>): Generator<LoginFinishOpaqueFinishFieldEvent> {
    return streamMessage(buf, LoginFinish.codec(), opts)
  }
}

export interface AppendEntry {
  entry: Uint8Array
  backup?: Uint8Array
  opaqueRecord?: Uint8Array
  find?: Uint8Array
}

export namespace AppendEntry {
  let _codec: Codec<AppendEntry>

  export const codec = (): Codec<AppendEntry> => {
    if (_codec == null) {
      _codec = message<AppendEntry>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.entry != null && obj.entry.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.entry)
        }

        if (obj.backup != null) {
          w.uint32(18)
          w.bytes(obj.backup)
        }

        if (obj.opaqueRecord != null) {
          w.uint32(26)
          w.bytes(obj.opaqueRecord)
        }

        if (obj.find != null) {
          w.uint32(34)
          w.bytes(obj.find)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          entry: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.entry = reader.bytes()
              break
            }
            case 2: {
              obj.backup = reader.bytes()
              break
            }
            case 3: {
              obj.opaqueRecord = reader.bytes()
              break
            }
            case 4: {
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
                field: `${prefix}.entry`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.backup`,
                value: reader.bytes()
              }
              break
            }
            case 3: {
              yield {
                field: `${prefix}.opaqueRecord`,
                value: reader.bytes()
              }
              break
            }
            case 4: {
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

  export interface AppendEntryEntryFieldEvent {
    field: '$.entry'
    value: Uint8Array
  }

  export interface AppendEntryBackupFieldEvent {
    field: '$.backup'
    value: Uint8Array
  }

  export interface AppendEntryOpaqueRecordFieldEvent {
    field: '$.opaqueRecord'
    value: Uint8Array
  }

  export interface AppendEntryFindFieldEvent {
    field: '$.find'
    value: Uint8Array
  }

  export function encode (obj: Partial<AppendEntry>): Uint8Array {
    return encodeMessage(obj, AppendEntry.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AppendEntry>): AppendEntry {
    return decodeMessage(buf, AppendEntry.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<AppendEntry>): Generator<AppendEntryEntryFieldEvent | AppendEntryBackupFieldEvent | AppendEntryOpaqueRecordFieldEvent | AppendEntryFindFieldEvent> {
    return streamMessage(buf, AppendEntry.codec(), opts)
  }
}

export interface PasswordStart {
  opaqueRequest: Uint8Array
}

export namespace PasswordStart {
  let _codec: Codec<PasswordStart>

  export const codec = (): Codec<PasswordStart> => {
    if (_codec == null) {
      _codec = message<PasswordStart>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.opaqueRequest != null && obj.opaqueRequest.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.opaqueRequest)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          opaqueRequest: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.opaqueRequest = reader.bytes()
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
                field: `${prefix}.opaqueRequest`,
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

  export interface PasswordStartOpaqueRequestFieldEvent {
    field: '$.opaqueRequest'
    value: Uint8Array
  }

  export function encode (obj: Partial<PasswordStart>): Uint8Array {
    return encodeMessage(obj, PasswordStart.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PasswordStart>): PasswordStart {
    return decodeMessage(buf, PasswordStart.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PasswordStart>): Generator<PasswordStartOpaqueRequestFieldEvent> {
    return streamMessage(buf, PasswordStart.codec(), opts)
  }
}

export interface Recover {
  username?: string
  find: Uint8Array
}

export namespace Recover {
  let _codec: Codec<Recover>

  export const codec = (): Codec<Recover> => {
    if (_codec == null) {
      _codec = message<Recover>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if (obj.username != null) {
          w.uint32(10)
          w.string(obj.username)
        }

        if ((obj.find != null && obj.find.byteLength > 0)) {
          w.uint32(18)
          w.bytes(obj.find)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
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

  export interface RecoverUsernameFieldEvent {
    field: '$.username'
    value: string
  }

  export interface RecoverFindFieldEvent {
    field: '$.find'
    value: Uint8Array
  }

  export function encode (obj: Partial<Recover>): Uint8Array {
    return encodeMessage(obj, Recover.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Recover>): Recover {
    return decodeMessage(buf, Recover.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Recover>): Generator<RecoverUsernameFieldEvent | RecoverFindFieldEvent> {
    return streamMessage(buf, Recover.codec(), opts)
  }
}

export interface SignedLeafRequest {
  leaf: Uint8Array
}

export namespace SignedLeafRequest {
  let _codec: Codec<SignedLeafRequest>

  export const codec = (): Codec<SignedLeafRequest> => {
    if (_codec == null) {
      _codec = message<SignedLeafRequest>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.leaf != null && obj.leaf.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.leaf)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          leaf: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.leaf = reader.bytes()
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
                field: `${prefix}.leaf`,
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

  export interface SignedLeafRequestLeafFieldEvent {
    field: '$.leaf'
    value: Uint8Array
  }

  export function encode (obj: Partial<SignedLeafRequest>): Uint8Array {
    return encodeMessage(obj, SignedLeafRequest.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SignedLeafRequest>): SignedLeafRequest {
    return decodeMessage(buf, SignedLeafRequest.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SignedLeafRequest>): Generator<SignedLeafRequestLeafFieldEvent> {
    return streamMessage(buf, SignedLeafRequest.codec(), opts)
  }
}

export interface Lookup {
  username?: string
  account?: Uint8Array
}

export namespace Lookup {
  let _codec: Codec<Lookup>

  export const codec = (): Codec<Lookup> => {
    if (_codec == null) {
      _codec = message<Lookup>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if (obj.username != null) {
          w.uint32(10)
          w.string(obj.username)
        }

        if (obj.account != null) {
          w.uint32(18)
          w.bytes(obj.account)
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
              obj.username = reader.string()
              break
            }
            case 2: {
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
                field: `${prefix}.username`,
                value: reader.string()
              }
              break
            }
            case 2: {
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

  export interface LookupUsernameFieldEvent {
    field: '$.username'
    value: string
  }

  export interface LookupAccountFieldEvent {
    field: '$.account'
    value: Uint8Array
  }

  export function encode (obj: Partial<Lookup>): Uint8Array {
    return encodeMessage(obj, Lookup.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Lookup>): Lookup {
    return decodeMessage(buf, Lookup.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Lookup>): Generator<LookupUsernameFieldEvent | LookupAccountFieldEvent> {
    return streamMessage(buf, Lookup.codec(), opts)
  }
}

export interface EntriesRequest {
  account: Uint8Array
  before: number
}

export namespace EntriesRequest {
  let _codec: Codec<EntriesRequest>

  export const codec = (): Codec<EntriesRequest> => {
    if (_codec == null) {
      _codec = message<EntriesRequest>((obj, w, opts = {}) => {
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

  export interface EntriesRequestAccountFieldEvent {
    field: '$.account'
    value: Uint8Array
  }

  export interface EntriesRequestBeforeFieldEvent {
    field: '$.before'
    value: number
  }

  export function encode (obj: Partial<EntriesRequest>): Uint8Array {
    return encodeMessage(obj, EntriesRequest.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<EntriesRequest>): EntriesRequest {
    return decodeMessage(buf, EntriesRequest.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<EntriesRequest>): Generator<EntriesRequestAccountFieldEvent | EntriesRequestBeforeFieldEvent> {
    return streamMessage(buf, EntriesRequest.codec(), opts)
  }
}

export interface Prove {
  leaves: number[]
  sizes: number[]
}

export namespace Prove {
  let _codec: Codec<Prove>

  export const codec = (): Codec<Prove> => {
    if (_codec == null) {
      _codec = message<Prove>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if (obj.leaves != null && obj.leaves.length > 0) {
          for (const value of obj.leaves) {
            w.uint32(8)
            w.uint64Number(value)
          }
        }

        if (obj.sizes != null && obj.sizes.length > 0) {
          for (const value of obj.sizes) {
            w.uint32(16)
            w.uint64Number(value)
          }
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          leaves: [],
          sizes: []
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.leaves != null && obj.leaves.length === opts.limits.leaves) {
                throw new MaxLengthError('Decode error - repeated field "leaves" had too many elements')
              }

              obj.leaves.push(reader.uint64Number())
              break
            }
            case 2: {
              if (opts.limits?.sizes != null && obj.sizes.length === opts.limits.sizes) {
                throw new MaxLengthError('Decode error - repeated field "sizes" had too many elements')
              }

              obj.sizes.push(reader.uint64Number())
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
          leaves: 0,
          sizes: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.leaves != null && obj.leaves === opts.limits.leaves) {
                throw new MaxLengthError('Streaming decode error - repeated field "leaves" had too many elements')
              }

              yield {
                field: `${prefix}.leaves[]`,
                index: obj.leaves,
                value: reader.uint64Number()
              }

              obj.leaves++

              break
            }
            case 2: {
              if (opts.limits?.sizes != null && obj.sizes === opts.limits.sizes) {
                throw new MaxLengthError('Streaming decode error - repeated field "sizes" had too many elements')
              }

              yield {
                field: `${prefix}.sizes[]`,
                index: obj.sizes,
                value: reader.uint64Number()
              }

              obj.sizes++

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

  export interface ProveLeavesFieldEvent {
    field: '$.leaves[]'
    index: number
    value: number
  }

  export interface ProveSizesFieldEvent {
    field: '$.sizes[]'
    index: number
    value: number
  }

  export function encode (obj: Partial<Prove>): Uint8Array {
    return encodeMessage(obj, Prove.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Prove>): Prove {
    return decodeMessage(buf, Prove.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Prove>): Generator<ProveLeavesFieldEvent | ProveSizesFieldEvent> {
    return streamMessage(buf, Prove.codec(), opts)
  }
}

export interface LeavesRequest {
  from: number
  limit: number
}

export namespace LeavesRequest {
  let _codec: Codec<LeavesRequest>

  export const codec = (): Codec<LeavesRequest> => {
    if (_codec == null) {
      _codec = message<LeavesRequest>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.from != null && obj.from !== 0)) {
          w.uint32(8)
          w.uint64Number(obj.from)
        }

        if ((obj.limit != null && obj.limit !== 0)) {
          w.uint32(16)
          w.uint32(obj.limit)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          from: 0,
          limit: 0
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
              obj.limit = reader.uint32()
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
                field: `${prefix}.limit`,
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

  export interface LeavesRequestFromFieldEvent {
    field: '$.from'
    value: number
  }

  export interface LeavesRequestLimitFieldEvent {
    field: '$.limit'
    value: number
  }

  export function encode (obj: Partial<LeavesRequest>): Uint8Array {
    return encodeMessage(obj, LeavesRequest.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LeavesRequest>): LeavesRequest {
    return decodeMessage(buf, LeavesRequest.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LeavesRequest>): Generator<LeavesRequestFromFieldEvent | LeavesRequestLimitFieldEvent> {
    return streamMessage(buf, LeavesRequest.codec(), opts)
  }
}

export interface VaultPut {
  head?: Uint8Array
  part: Uint8Array
}

export namespace VaultPut {
  let _codec: Codec<VaultPut>

  export const codec = (): Codec<VaultPut> => {
    if (_codec == null) {
      _codec = message<VaultPut>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if (obj.head != null) {
          w.uint32(10)
          w.bytes(obj.head)
        }

        if ((obj.part != null && obj.part.byteLength > 0)) {
          w.uint32(18)
          w.bytes(obj.part)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          part: uint8ArrayAlloc(0)
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
              obj.part = reader.bytes()
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
                field: `${prefix}.part`,
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

  export interface VaultPutHeadFieldEvent {
    field: '$.head'
    value: Uint8Array
  }

  export interface VaultPutPartFieldEvent {
    field: '$.part'
    value: Uint8Array
  }

  export function encode (obj: Partial<VaultPut>): Uint8Array {
    return encodeMessage(obj, VaultPut.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<VaultPut>): VaultPut {
    return decodeMessage(buf, VaultPut.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<VaultPut>): Generator<VaultPutHeadFieldEvent | VaultPutPartFieldEvent> {
    return streamMessage(buf, VaultPut.codec(), opts)
  }
}

export interface VaultGet {
  part: number
}

export namespace VaultGet {
  let _codec: Codec<VaultGet>

  export const codec = (): Codec<VaultGet> => {
    if (_codec == null) {
      _codec = message<VaultGet>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.part != null && obj.part !== 0)) {
          w.uint32(8)
          w.uint32(obj.part)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          part: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.part = reader.uint32()
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
                field: `${prefix}.part`,
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

  export interface VaultGetPartFieldEvent {
    field: '$.part'
    value: number
  }

  export function encode (obj: Partial<VaultGet>): Uint8Array {
    return encodeMessage(obj, VaultGet.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<VaultGet>): VaultGet {
    return decodeMessage(buf, VaultGet.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<VaultGet>): Generator<VaultGetPartFieldEvent> {
    return streamMessage(buf, VaultGet.codec(), opts)
  }
}

export interface RegistryReply {
  error?: string
  info?: Info
  opaque?: OpaqueReply
  loggedIn?: LoggedIn
  account?: Account
  proof?: Proof
  leaves?: Leaves
  vault?: VaultPart
  wait?: number
  work?: Work
  logged?: Logged
  entries?: Entries
}

export namespace RegistryReply {
  let _codec: Codec<RegistryReply>

  export const codec = (): Codec<RegistryReply> => {
    if (_codec == null) {
      _codec = message<RegistryReply>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if (obj.error != null) {
          w.uint32(10)
          w.string(obj.error)
        }

        if (obj.info != null) {
          w.uint32(18)
          Info.codec().encode(obj.info, w)
        }

        if (obj.opaque != null) {
          w.uint32(26)
          OpaqueReply.codec().encode(obj.opaque, w)
        }

        if (obj.loggedIn != null) {
          w.uint32(34)
          LoggedIn.codec().encode(obj.loggedIn, w)
        }

        if (obj.account != null) {
          w.uint32(42)
          Account.codec().encode(obj.account, w)
        }

        if (obj.proof != null) {
          w.uint32(50)
          Proof.codec().encode(obj.proof, w)
        }

        if (obj.leaves != null) {
          w.uint32(58)
          Leaves.codec().encode(obj.leaves, w)
        }

        if (obj.vault != null) {
          w.uint32(74)
          VaultPart.codec().encode(obj.vault, w)
        }

        if (obj.wait != null) {
          w.uint32(80)
          w.uint32(obj.wait)
        }

        if (obj.work != null) {
          w.uint32(90)
          Work.codec().encode(obj.work, w)
        }

        if (obj.logged != null) {
          w.uint32(114)
          Logged.codec().encode(obj.logged, w)
        }

        if (obj.entries != null) {
          w.uint32(162)
          Entries.codec().encode(obj.entries, w)
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
              obj.info = Info.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.info
              })
              break
            }
            case 3: {
              obj.opaque = OpaqueReply.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.opaque
              })
              break
            }
            case 4: {
              obj.loggedIn = LoggedIn.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.loggedIn
              })
              break
            }
            case 5: {
              obj.account = Account.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.account
              })
              break
            }
            case 6: {
              obj.proof = Proof.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.proof
              })
              break
            }
            case 7: {
              obj.leaves = Leaves.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.leaves
              })
              break
            }
            case 9: {
              obj.vault = VaultPart.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.vault
              })
              break
            }
            case 10: {
              obj.wait = reader.uint32()
              break
            }
            case 11: {
              obj.work = Work.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.work
              })
              break
            }
            case 14: {
              obj.logged = Logged.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.logged
              })
              break
            }
            case 20: {
              obj.entries = Entries.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.entries
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
              yield * Info.codec().stream(reader, reader.uint32(), `${prefix}.info`, {
                limits: opts.limits?.info
              })

              break
            }
            case 3: {
              yield * OpaqueReply.codec().stream(reader, reader.uint32(), `${prefix}.opaque`, {
                limits: opts.limits?.opaque
              })

              break
            }
            case 4: {
              yield * LoggedIn.codec().stream(reader, reader.uint32(), `${prefix}.loggedIn`, {
                limits: opts.limits?.loggedIn
              })

              break
            }
            case 5: {
              yield * Account.codec().stream(reader, reader.uint32(), `${prefix}.account`, {
                limits: opts.limits?.account
              })

              break
            }
            case 6: {
              yield * Proof.codec().stream(reader, reader.uint32(), `${prefix}.proof`, {
                limits: opts.limits?.proof
              })

              break
            }
            case 7: {
              yield * Leaves.codec().stream(reader, reader.uint32(), `${prefix}.leaves`, {
                limits: opts.limits?.leaves
              })

              break
            }
            case 9: {
              yield * VaultPart.codec().stream(reader, reader.uint32(), `${prefix}.vault`, {
                limits: opts.limits?.vault
              })

              break
            }
            case 10: {
              yield {
                field: `${prefix}.wait`,
                value: reader.uint32()
              }
              break
            }
            case 11: {
              yield * Work.codec().stream(reader, reader.uint32(), `${prefix}.work`, {
                limits: opts.limits?.work
              })

              break
            }
            case 14: {
              yield * Logged.codec().stream(reader, reader.uint32(), `${prefix}.logged`, {
                limits: opts.limits?.logged
              })

              break
            }
            case 20: {
              yield * Entries.codec().stream(reader, reader.uint32(), `${prefix}.entries`, {
                limits: opts.limits?.entries
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

  export interface RegistryReplyErrorFieldEvent {
    field: '$.error'
    value: string
  }

  export interface RegistryReplyInfoServersFieldEvent {
    field: '$.info.servers'
    value: Uint8Array
  }

  export interface RegistryReplyInfoTimeFieldEvent {
    field: '$.info.time'
    value: number
  }

  export interface RegistryReplyInfoVersionFieldEvent {
    field: '$.info.version'
    value: number
  }

  export interface RegistryReplyOpaqueResponseFieldEvent {
    field: '$.opaque.response'
    value: Uint8Array
  }

  export interface RegistryReplyLoggedInBackupFieldEvent {
    field: '$.loggedIn.backup'
    value: Uint8Array
  }

  export interface RegistryReplyLoggedInAccountCertificateFieldEvent {
    field: '$.loggedIn.account.certificate'
    value: Uint8Array
  }

  export interface RegistryReplyLoggedInAccountEntryFieldEvent {
    field: '$.loggedIn.account.entry'
    value: Uint8Array
  }

  export interface RegistryReplyAccountCertificateFieldEvent {
    field: '$.account.certificate'
    value: Uint8Array
  }

  export interface RegistryReplyAccountEntryFieldEvent {
    field: '$.account.entry'
    value: Uint8Array
  }

  export interface RegistryReplyProofNoteFieldEvent {
    field: '$.proof.note'
    value: Uint8Array
  }

  export interface RegistryReplyProofLeavesLeafFieldEvent {
    field: '$.proof.leaves[].leaf'
    value: Uint8Array
    index: number
  }

  export interface RegistryReplyProofLeavesHashesFieldEvent {
    field: '$.proof.leaves[].hashes'
    value: Uint8Array
    index: number
  }

  export interface RegistryReplyProofConsistencyFieldEvent {
    field: '$.proof.consistency[]'
    index: number
    value: Uint8Array
  }

  export interface RegistryReplyLeavesLeavesFieldEvent {
    field: '$.leaves.leaves[]'
    index: number
    value: Uint8Array
  }

  export interface RegistryReplyVaultHeadFieldEvent {
    field: '$.vault.head'
    value: Uint8Array
  }

  export interface RegistryReplyVaultPartFieldEvent {
    field: '$.vault.part'
    value: Uint8Array
  }

  export interface RegistryReplyWaitFieldEvent {
    field: '$.wait'
    value: number
  }

  export interface RegistryReplyWorkChallengeFieldEvent {
    field: '$.work.challenge'
    value: Uint8Array
  }

  export interface RegistryReplyWorkBitsFieldEvent {
    field: '$.work.bits'
    value: number
  }

  export interface RegistryReplyEntriesEntriesFieldEvent {
    field: '$.entries.entries[]'
    index: number
    value: Uint8Array
  }

  export function encode (obj: Partial<RegistryReply>): Uint8Array {
    return encodeMessage(obj, RegistryReply.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RegistryReply>): RegistryReply {
    return decodeMessage(buf, RegistryReply.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RegistryReply>): Generator<RegistryReplyErrorFieldEvent | RegistryReplyInfoServersFieldEvent | RegistryReplyInfoTimeFieldEvent | RegistryReplyInfoVersionFieldEvent | RegistryReplyOpaqueResponseFieldEvent | RegistryReplyLoggedInBackupFieldEvent | RegistryReplyLoggedInAccountCertificateFieldEvent | RegistryReplyLoggedInAccountEntryFieldEvent | RegistryReplyAccountCertificateFieldEvent | RegistryReplyAccountEntryFieldEvent | RegistryReplyProofNoteFieldEvent | RegistryReplyProofLeavesLeafFieldEvent | RegistryReplyProofLeavesHashesFieldEvent | RegistryReplyProofConsistencyFieldEvent | RegistryReplyLeavesLeavesFieldEvent | RegistryReplyVaultHeadFieldEvent | RegistryReplyVaultPartFieldEvent | RegistryReplyWaitFieldEvent | RegistryReplyWorkChallengeFieldEvent | RegistryReplyWorkBitsFieldEvent | RegistryReplyEntriesEntriesFieldEvent> {
    return streamMessage(buf, RegistryReply.codec(), opts)
  }
}

export interface Work {
  challenge: Uint8Array
  bits: number
}

export namespace Work {
  let _codec: Codec<Work>

  export const codec = (): Codec<Work> => {
    if (_codec == null) {
      _codec = message<Work>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.challenge != null && obj.challenge.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.challenge)
        }

        if ((obj.bits != null && obj.bits !== 0)) {
          w.uint32(16)
          w.uint32(obj.bits)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          challenge: uint8ArrayAlloc(0),
          bits: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.challenge = reader.bytes()
              break
            }
            case 2: {
              obj.bits = reader.uint32()
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
                field: `${prefix}.challenge`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.bits`,
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

  export interface WorkChallengeFieldEvent {
    field: '$.challenge'
    value: Uint8Array
  }

  export interface WorkBitsFieldEvent {
    field: '$.bits'
    value: number
  }

  export function encode (obj: Partial<Work>): Uint8Array {
    return encodeMessage(obj, Work.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Work>): Work {
    return decodeMessage(buf, Work.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Work>): Generator<WorkChallengeFieldEvent | WorkBitsFieldEvent> {
    return streamMessage(buf, Work.codec(), opts)
  }
}

export interface Newest {
  note: Uint8Array
  servers: Uint8Array
}

export namespace Newest {
  let _codec: Codec<Newest>

  export const codec = (): Codec<Newest> => {
    if (_codec == null) {
      _codec = message<Newest>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.note != null && obj.note.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.note)
        }

        if ((obj.servers != null && obj.servers.byteLength > 0)) {
          w.uint32(18)
          w.bytes(obj.servers)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          note: uint8ArrayAlloc(0),
          servers: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.note = reader.bytes()
              break
            }
            case 2: {
              obj.servers = reader.bytes()
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
                field: `${prefix}.note`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.servers`,
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

  export interface NewestNoteFieldEvent {
    field: '$.note'
    value: Uint8Array
  }

  export interface NewestServersFieldEvent {
    field: '$.servers'
    value: Uint8Array
  }

  export function encode (obj: Partial<Newest>): Uint8Array {
    return encodeMessage(obj, Newest.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Newest>): Newest {
    return decodeMessage(buf, Newest.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Newest>): Generator<NewestNoteFieldEvent | NewestServersFieldEvent> {
    return streamMessage(buf, Newest.codec(), opts)
  }
}

export interface Info {
  servers: Uint8Array
  time: number
  version: number
}

export namespace Info {
  let _codec: Codec<Info>

  export const codec = (): Codec<Info> => {
    if (_codec == null) {
      _codec = message<Info>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.servers != null && obj.servers.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.servers)
        }

        if ((obj.time != null && obj.time !== 0)) {
          w.uint32(16)
          w.uint64Number(obj.time)
        }

        if ((obj.version != null && obj.version !== 0)) {
          w.uint32(24)
          w.uint32(obj.version)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          servers: uint8ArrayAlloc(0),
          time: 0,
          version: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.servers = reader.bytes()
              break
            }
            case 2: {
              obj.time = reader.uint64Number()
              break
            }
            case 3: {
              obj.version = reader.uint32()
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
                field: `${prefix}.servers`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.time`,
                value: reader.uint64Number()
              }
              break
            }
            case 3: {
              yield {
                field: `${prefix}.version`,
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

  export interface InfoServersFieldEvent {
    field: '$.servers'
    value: Uint8Array
  }

  export interface InfoTimeFieldEvent {
    field: '$.time'
    value: number
  }

  export interface InfoVersionFieldEvent {
    field: '$.version'
    value: number
  }

  export function encode (obj: Partial<Info>): Uint8Array {
    return encodeMessage(obj, Info.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Info>): Info {
    return decodeMessage(buf, Info.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Info>): Generator<InfoServersFieldEvent | InfoTimeFieldEvent | InfoVersionFieldEvent> {
    return streamMessage(buf, Info.codec(), opts)
  }
}

export interface Logged {}

export namespace Logged {
  let _codec: Codec<Logged>

  export const codec = (): Codec<Logged> => {
    if (_codec == null) {
      _codec = message<Logged>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
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

  export function encode (obj: Partial<Logged>): Uint8Array {
    return encodeMessage(obj, Logged.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Logged>): Logged {
    return decodeMessage(buf, Logged.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Logged>): Generator<{}> {
    return streamMessage(buf, Logged.codec(), opts)
  }
}

export interface OpaqueReply {
  response: Uint8Array
}

export namespace OpaqueReply {
  let _codec: Codec<OpaqueReply>

  export const codec = (): Codec<OpaqueReply> => {
    if (_codec == null) {
      _codec = message<OpaqueReply>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.response != null && obj.response.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.response)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          response: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.response = reader.bytes()
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
                field: `${prefix}.response`,
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

  export interface OpaqueReplyResponseFieldEvent {
    field: '$.response'
    value: Uint8Array
  }

  export function encode (obj: Partial<OpaqueReply>): Uint8Array {
    return encodeMessage(obj, OpaqueReply.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OpaqueReply>): OpaqueReply {
    return decodeMessage(buf, OpaqueReply.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<OpaqueReply>): Generator<OpaqueReplyResponseFieldEvent> {
    return streamMessage(buf, OpaqueReply.codec(), opts)
  }
}

export interface LoggedIn {
  backup: Uint8Array
  account?: Account
}

export namespace LoggedIn {
  let _codec: Codec<LoggedIn>

  export const codec = (): Codec<LoggedIn> => {
    if (_codec == null) {
      _codec = message<LoggedIn>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.backup != null && obj.backup.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.backup)
        }

        if (obj.account != null) {
          w.uint32(18)
          Account.codec().encode(obj.account, w)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          backup: uint8ArrayAlloc(0)
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
              obj.account = Account.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.account
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
                field: `${prefix}.backup`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
              yield * Account.codec().stream(reader, reader.uint32(), `${prefix}.account`, {
                limits: opts.limits?.account
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

  export interface LoggedInBackupFieldEvent {
    field: '$.backup'
    value: Uint8Array
  }

  export interface LoggedInAccountCertificateFieldEvent {
    field: '$.account.certificate'
    value: Uint8Array
  }

  export interface LoggedInAccountEntryFieldEvent {
    field: '$.account.entry'
    value: Uint8Array
  }

  export function encode (obj: Partial<LoggedIn>): Uint8Array {
    return encodeMessage(obj, LoggedIn.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LoggedIn>): LoggedIn {
    return decodeMessage(buf, LoggedIn.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<LoggedIn>): Generator<LoggedInBackupFieldEvent | LoggedInAccountCertificateFieldEvent | LoggedInAccountEntryFieldEvent> {
    return streamMessage(buf, LoggedIn.codec(), opts)
  }
}

export interface Account {
  certificate: Uint8Array
  entry: Uint8Array
}

export namespace Account {
  let _codec: Codec<Account>

  export const codec = (): Codec<Account> => {
    if (_codec == null) {
      _codec = message<Account>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.certificate != null && obj.certificate.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.certificate)
        }

        if ((obj.entry != null && obj.entry.byteLength > 0)) {
          w.uint32(18)
          w.bytes(obj.entry)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          certificate: uint8ArrayAlloc(0),
          entry: uint8ArrayAlloc(0)
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
                field: `${prefix}.certificate`,
                value: reader.bytes()
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

  export interface AccountCertificateFieldEvent {
    field: '$.certificate'
    value: Uint8Array
  }

  export interface AccountEntryFieldEvent {
    field: '$.entry'
    value: Uint8Array
  }

  export function encode (obj: Partial<Account>): Uint8Array {
    return encodeMessage(obj, Account.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Account>): Account {
    return decodeMessage(buf, Account.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Account>): Generator<AccountCertificateFieldEvent | AccountEntryFieldEvent> {
    return streamMessage(buf, Account.codec(), opts)
  }
}

export interface Proof {
  note: Uint8Array
  leaves: Inclusion[]
  consistency: Uint8Array[]
}

export namespace Proof {
  let _codec: Codec<Proof>

  export const codec = (): Codec<Proof> => {
    if (_codec == null) {
      _codec = message<Proof>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.note != null && obj.note.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.note)
        }

        if (obj.leaves != null && obj.leaves.length > 0) {
          for (const value of obj.leaves) {
            w.uint32(18)
            Inclusion.codec().encode(value, w)
          }
        }

        if (obj.consistency != null && obj.consistency.length > 0) {
          for (const value of obj.consistency) {
            w.uint32(26)
            w.bytes(value)
          }
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          note: uint8ArrayAlloc(0),
          leaves: [],
          consistency: []
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.note = reader.bytes()
              break
            }
            case 2: {
              if (opts.limits?.leaves != null && obj.leaves.length === opts.limits.leaves) {
                throw new MaxLengthError('Decode error - repeated field "leaves" had too many elements')
              }

              obj.leaves.push(Inclusion.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.leaves$
              }))
              break
            }
            case 3: {
              if (opts.limits?.consistency != null && obj.consistency.length === opts.limits.consistency) {
                throw new MaxLengthError('Decode error - repeated field "consistency" had too many elements')
              }

              obj.consistency.push(reader.bytes())
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
          leaves: 0,
          consistency: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              yield {
                field: `${prefix}.note`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
              if (opts.limits?.leaves != null && obj.leaves === opts.limits.leaves) {
                throw new MaxLengthError('Streaming decode error - repeated field "leaves" had too many elements')
              }

              for (const evt of Inclusion.codec().stream(reader, reader.uint32(), `${prefix}.leaves[]`, {
                limits: opts.limits?.leaves$
              })) {
                yield {
                  ...evt,
                  index: obj.leaves
                }
              }

              obj.leaves++

              break
            }
            case 3: {
              if (opts.limits?.consistency != null && obj.consistency === opts.limits.consistency) {
                throw new MaxLengthError('Streaming decode error - repeated field "consistency" had too many elements')
              }

              yield {
                field: `${prefix}.consistency[]`,
                index: obj.consistency,
                value: reader.bytes()
              }

              obj.consistency++

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

  export interface ProofNoteFieldEvent {
    field: '$.note'
    value: Uint8Array
  }

  export interface ProofLeavesLeafFieldEvent {
    field: '$.leaves[].leaf'
    value: Uint8Array
    index: number
  }

  export interface ProofLeavesHashesFieldEvent {
    field: '$.leaves[].hashes'
    value: Uint8Array
    index: number
  }

  export interface ProofConsistencyFieldEvent {
    field: '$.consistency[]'
    index: number
    value: Uint8Array
  }

  export function encode (obj: Partial<Proof>): Uint8Array {
    return encodeMessage(obj, Proof.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Proof>): Proof {
    return decodeMessage(buf, Proof.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Proof>): Generator<ProofNoteFieldEvent | ProofLeavesLeafFieldEvent | ProofLeavesHashesFieldEvent | ProofConsistencyFieldEvent> {
    return streamMessage(buf, Proof.codec(), opts)
  }
}

export interface Inclusion {
  leaf: Uint8Array
  hashes: Uint8Array
}

export namespace Inclusion {
  let _codec: Codec<Inclusion>

  export const codec = (): Codec<Inclusion> => {
    if (_codec == null) {
      _codec = message<Inclusion>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.leaf != null && obj.leaf.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.leaf)
        }

        if ((obj.hashes != null && obj.hashes.byteLength > 0)) {
          w.uint32(18)
          w.bytes(obj.hashes)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          leaf: uint8ArrayAlloc(0),
          hashes: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.leaf = reader.bytes()
              break
            }
            case 2: {
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
                field: `${prefix}.leaf`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
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

  export interface InclusionLeafFieldEvent {
    field: '$.leaf'
    value: Uint8Array
  }

  export interface InclusionHashesFieldEvent {
    field: '$.hashes'
    value: Uint8Array
  }

  export function encode (obj: Partial<Inclusion>): Uint8Array {
    return encodeMessage(obj, Inclusion.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Inclusion>): Inclusion {
    return decodeMessage(buf, Inclusion.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Inclusion>): Generator<InclusionLeafFieldEvent | InclusionHashesFieldEvent> {
    return streamMessage(buf, Inclusion.codec(), opts)
  }
}

export interface Leaves {
  leaves: Uint8Array[]
}

export namespace Leaves {
  let _codec: Codec<Leaves>

  export const codec = (): Codec<Leaves> => {
    if (_codec == null) {
      _codec = message<Leaves>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if (obj.leaves != null && obj.leaves.length > 0) {
          for (const value of obj.leaves) {
            w.uint32(10)
            w.bytes(value)
          }
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          leaves: []
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.leaves != null && obj.leaves.length === opts.limits.leaves) {
                throw new MaxLengthError('Decode error - repeated field "leaves" had too many elements')
              }

              obj.leaves.push(reader.bytes())
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
          leaves: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.leaves != null && obj.leaves === opts.limits.leaves) {
                throw new MaxLengthError('Streaming decode error - repeated field "leaves" had too many elements')
              }

              yield {
                field: `${prefix}.leaves[]`,
                index: obj.leaves,
                value: reader.bytes()
              }

              obj.leaves++

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

  export interface LeavesLeavesFieldEvent {
    field: '$.leaves[]'
    index: number
    value: Uint8Array
  }

  export function encode (obj: Partial<Leaves>): Uint8Array {
    return encodeMessage(obj, Leaves.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Leaves>): Leaves {
    return decodeMessage(buf, Leaves.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Leaves>): Generator<LeavesLeavesFieldEvent> {
    return streamMessage(buf, Leaves.codec(), opts)
  }
}

export interface Entries {
  entries: Uint8Array[]
}

export namespace Entries {
  let _codec: Codec<Entries>

  export const codec = (): Codec<Entries> => {
    if (_codec == null) {
      _codec = message<Entries>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if (obj.entries != null && obj.entries.length > 0) {
          for (const value of obj.entries) {
            w.uint32(10)
            w.bytes(value)
          }
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          entries: []
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.entries != null && obj.entries.length === opts.limits.entries) {
                throw new MaxLengthError('Decode error - repeated field "entries" had too many elements')
              }

              obj.entries.push(reader.bytes())
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
          entries: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
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

  export interface EntriesEntriesFieldEvent {
    field: '$.entries[]'
    index: number
    value: Uint8Array
  }

  export function encode (obj: Partial<Entries>): Uint8Array {
    return encodeMessage(obj, Entries.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Entries>): Entries {
    return decodeMessage(buf, Entries.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Entries>): Generator<EntriesEntriesFieldEvent> {
    return streamMessage(buf, Entries.codec(), opts)
  }
}

export interface VaultPart {
  head: Uint8Array
  part: Uint8Array
}

export namespace VaultPart {
  let _codec: Codec<VaultPart>

  export const codec = (): Codec<VaultPart> => {
    if (_codec == null) {
      _codec = message<VaultPart>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.head != null && obj.head.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.head)
        }

        if ((obj.part != null && obj.part.byteLength > 0)) {
          w.uint32(18)
          w.bytes(obj.part)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          head: uint8ArrayAlloc(0),
          part: uint8ArrayAlloc(0)
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
              obj.part = reader.bytes()
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
                field: `${prefix}.part`,
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

  export interface VaultPartHeadFieldEvent {
    field: '$.head'
    value: Uint8Array
  }

  export interface VaultPartPartFieldEvent {
    field: '$.part'
    value: Uint8Array
  }

  export function encode (obj: Partial<VaultPart>): Uint8Array {
    return encodeMessage(obj, VaultPart.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<VaultPart>): VaultPart {
    return decodeMessage(buf, VaultPart.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<VaultPart>): Generator<VaultPartHeadFieldEvent | VaultPartPartFieldEvent> {
    return streamMessage(buf, VaultPart.codec(), opts)
  }
}
