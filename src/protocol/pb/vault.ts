// @ts-nocheck
import { decodeMessage, encodeMessage, MaxLengthError, message, streamMessage } from 'protons-runtime'
import { alloc as uint8ArrayAlloc } from 'uint8arrays/alloc'
import type { Codec, DecodeOptions } from 'protons-runtime'
import type { Uint8ArrayList } from 'uint8arraylist'

export interface VaultHead {
  account: Uint8Array
  number: number
  device: Uint8Array
  backup: Uint8Array
  parts: number
  hash: Uint8Array
}

export namespace VaultHead {
  let _codec: Codec<VaultHead>

  export const codec = (): Codec<VaultHead> => {
    if (_codec == null) {
      _codec = message<VaultHead>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.account != null && obj.account.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.account)
        }

        if ((obj.number != null && obj.number !== 0)) {
          w.uint32(16)
          w.uint64Number(obj.number)
        }

        if ((obj.device != null && obj.device.byteLength > 0)) {
          w.uint32(26)
          w.bytes(obj.device)
        }

        if ((obj.backup != null && obj.backup.byteLength > 0)) {
          w.uint32(34)
          w.bytes(obj.backup)
        }

        if ((obj.parts != null && obj.parts !== 0)) {
          w.uint32(40)
          w.uint32(obj.parts)
        }

        if ((obj.hash != null && obj.hash.byteLength > 0)) {
          w.uint32(50)
          w.bytes(obj.hash)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          account: uint8ArrayAlloc(0),
          number: 0,
          device: uint8ArrayAlloc(0),
          backup: uint8ArrayAlloc(0),
          parts: 0,
          hash: uint8ArrayAlloc(0)
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
              obj.number = reader.uint64Number()
              break
            }
            case 3: {
              obj.device = reader.bytes()
              break
            }
            case 4: {
              obj.backup = reader.bytes()
              break
            }
            case 5: {
              obj.parts = reader.uint32()
              break
            }
            case 6: {
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
                field: `${prefix}.account`,
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
                field: `${prefix}.device`,
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
                field: `${prefix}.parts`,
                value: reader.uint32()
              }
              break
            }
            case 6: {
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

  export interface VaultHeadAccountFieldEvent {
    field: '$.account'
    value: Uint8Array
  }

  export interface VaultHeadNumberFieldEvent {
    field: '$.number'
    value: number
  }

  export interface VaultHeadDeviceFieldEvent {
    field: '$.device'
    value: Uint8Array
  }

  export interface VaultHeadBackupFieldEvent {
    field: '$.backup'
    value: Uint8Array
  }

  export interface VaultHeadPartsFieldEvent {
    field: '$.parts'
    value: number
  }

  export interface VaultHeadHashFieldEvent {
    field: '$.hash'
    value: Uint8Array
  }

  export function encode (obj: Partial<VaultHead>): Uint8Array {
    return encodeMessage(obj, VaultHead.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<VaultHead>): VaultHead {
    return decodeMessage(buf, VaultHead.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<VaultHead>): Generator<VaultHeadAccountFieldEvent | VaultHeadNumberFieldEvent | VaultHeadDeviceFieldEvent | VaultHeadBackupFieldEvent | VaultHeadPartsFieldEvent | VaultHeadHashFieldEvent> {
    return streamMessage(buf, VaultHead.codec(), opts)
  }
}

export interface SignedVault {
  head: Uint8Array
  signature: Uint8Array
}

export namespace SignedVault {
  let _codec: Codec<SignedVault>

  export const codec = (): Codec<SignedVault> => {
    if (_codec == null) {
      _codec = message<SignedVault>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.head != null && obj.head.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.head)
        }

        if ((obj.signature != null && obj.signature.byteLength > 0)) {
          w.uint32(18)
          w.bytes(obj.signature)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          head: uint8ArrayAlloc(0),
          signature: uint8ArrayAlloc(0)
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
              obj.signature = reader.bytes()
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
                field: `${prefix}.signature`,
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

  export interface SignedVaultHeadFieldEvent {
    field: '$.head'
    value: Uint8Array
  }

  export interface SignedVaultSignatureFieldEvent {
    field: '$.signature'
    value: Uint8Array
  }

  export function encode (obj: Partial<SignedVault>): Uint8Array {
    return encodeMessage(obj, SignedVault.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SignedVault>): SignedVault {
    return decodeMessage(buf, SignedVault.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SignedVault>): Generator<SignedVaultHeadFieldEvent | SignedVaultSignatureFieldEvent> {
    return streamMessage(buf, SignedVault.codec(), opts)
  }
}

export interface VaultContent {
  registers: Uint8Array[]
}

export namespace VaultContent {
  let _codec: Codec<VaultContent>

  export const codec = (): Codec<VaultContent> => {
    if (_codec == null) {
      _codec = message<VaultContent>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if (obj.registers != null && obj.registers.length > 0) {
          for (const value of obj.registers) {
            w.uint32(10)
            w.bytes(value)
          }
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          registers: []
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.registers != null && obj.registers.length === opts.limits.registers) {
                throw new MaxLengthError('Decode error - repeated field "registers" had too many elements')
              }

              obj.registers.push(reader.bytes())
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
          registers: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.registers != null && obj.registers === opts.limits.registers) {
                throw new MaxLengthError('Streaming decode error - repeated field "registers" had too many elements')
              }

              yield {
                field: `${prefix}.registers[]`,
                index: obj.registers,
                value: reader.bytes()
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

  export interface VaultContentRegistersFieldEvent {
    field: '$.registers[]'
    index: number
    value: Uint8Array
  }

  export function encode (obj: Partial<VaultContent>): Uint8Array {
    return encodeMessage(obj, VaultContent.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<VaultContent>): VaultContent {
    return decodeMessage(buf, VaultContent.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<VaultContent>): Generator<VaultContentRegistersFieldEvent> {
    return streamMessage(buf, VaultContent.codec(), opts)
  }
}
