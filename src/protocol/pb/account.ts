// @ts-nocheck
import { decodeMessage, encodeMessage, MaxLengthError, message, streamMessage } from 'protons-runtime'
import { alloc as uint8ArrayAlloc } from 'uint8arrays/alloc'
import type { Codec, DecodeOptions } from 'protons-runtime'
import type { Uint8ArrayList } from 'uint8arraylist'

export interface Entry {
  account: Uint8Array
  number: number
  previous: Uint8Array
  time: number
  accountKey: Uint8Array
  devices: Uint8Array[]
  backup: Uint8Array
}

export namespace Entry {
  let _codec: Codec<Entry>

  export const codec = (): Codec<Entry> => {
    if (_codec == null) {
      _codec = message<Entry>((obj, w, opts = {}) => {
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

        if ((obj.previous != null && obj.previous.byteLength > 0)) {
          w.uint32(26)
          w.bytes(obj.previous)
        }

        if ((obj.time != null && obj.time !== 0)) {
          w.uint32(32)
          w.uint64Number(obj.time)
        }

        if ((obj.accountKey != null && obj.accountKey.byteLength > 0)) {
          w.uint32(42)
          w.bytes(obj.accountKey)
        }

        if (obj.devices != null && obj.devices.length > 0) {
          for (const value of obj.devices) {
            w.uint32(50)
            w.bytes(value)
          }
        }

        if ((obj.backup != null && obj.backup.byteLength > 0)) {
          w.uint32(58)
          w.bytes(obj.backup)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          account: uint8ArrayAlloc(0),
          number: 0,
          previous: uint8ArrayAlloc(0),
          time: 0,
          accountKey: uint8ArrayAlloc(0),
          devices: [],
          backup: uint8ArrayAlloc(0)
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
              obj.previous = reader.bytes()
              break
            }
            case 4: {
              obj.time = reader.uint64Number()
              break
            }
            case 5: {
              obj.accountKey = reader.bytes()
              break
            }
            case 6: {
              if (opts.limits?.devices != null && obj.devices.length === opts.limits.devices) {
                throw new MaxLengthError('Decode error - repeated field "devices" had too many elements')
              }

              obj.devices.push(reader.bytes())
              break
            }
            case 7: {
              obj.backup = reader.bytes()
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
                field: `${prefix}.previous`,
                value: reader.bytes()
              }
              break
            }
            case 4: {
              yield {
                field: `${prefix}.time`,
                value: reader.uint64Number()
              }
              break
            }
            case 5: {
              yield {
                field: `${prefix}.accountKey`,
                value: reader.bytes()
              }
              break
            }
            case 6: {
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
            case 7: {
              yield {
                field: `${prefix}.backup`,
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

  export interface EntryAccountFieldEvent {
    field: '$.account'
    value: Uint8Array
  }

  export interface EntryNumberFieldEvent {
    field: '$.number'
    value: number
  }

  export interface EntryPreviousFieldEvent {
    field: '$.previous'
    value: Uint8Array
  }

  export interface EntryTimeFieldEvent {
    field: '$.time'
    value: number
  }

  export interface EntryAccountKeyFieldEvent {
    field: '$.accountKey'
    value: Uint8Array
  }

  export interface EntryDevicesFieldEvent {
    field: '$.devices[]'
    index: number
    value: Uint8Array
  }

  export interface EntryBackupFieldEvent {
    field: '$.backup'
    value: Uint8Array
  }

  export function encode (obj: Partial<Entry>): Uint8Array {
    return encodeMessage(obj, Entry.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Entry>): Entry {
    return decodeMessage(buf, Entry.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Entry>): Generator<EntryAccountFieldEvent | EntryNumberFieldEvent | EntryPreviousFieldEvent | EntryTimeFieldEvent | EntryAccountKeyFieldEvent | EntryDevicesFieldEvent | EntryBackupFieldEvent> {
    return streamMessage(buf, Entry.codec(), opts)
  }
}

export interface SignedEntry {
  entry: Uint8Array
  signature: Uint8Array
  previousSignature?: Uint8Array
}

export namespace SignedEntry {
  let _codec: Codec<SignedEntry>

  export const codec = (): Codec<SignedEntry> => {
    if (_codec == null) {
      _codec = message<SignedEntry>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.entry != null && obj.entry.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.entry)
        }

        if ((obj.signature != null && obj.signature.byteLength > 0)) {
          w.uint32(18)
          w.bytes(obj.signature)
        }

        if (obj.previousSignature != null) {
          w.uint32(26)
          w.bytes(obj.previousSignature)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          entry: uint8ArrayAlloc(0),
          signature: uint8ArrayAlloc(0)
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
              obj.signature = reader.bytes()
              break
            }
            case 3: {
              obj.previousSignature = reader.bytes()
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
                field: `${prefix}.signature`,
                value: reader.bytes()
              }
              break
            }
            case 3: {
              yield {
                field: `${prefix}.previousSignature`,
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

  export interface SignedEntryEntryFieldEvent {
    field: '$.entry'
    value: Uint8Array
  }

  export interface SignedEntrySignatureFieldEvent {
    field: '$.signature'
    value: Uint8Array
  }

  export interface SignedEntryPreviousSignatureFieldEvent {
    field: '$.previousSignature'
    value: Uint8Array
  }

  export function encode (obj: Partial<SignedEntry>): Uint8Array {
    return encodeMessage(obj, SignedEntry.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SignedEntry>): SignedEntry {
    return decodeMessage(buf, SignedEntry.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SignedEntry>): Generator<SignedEntryEntryFieldEvent | SignedEntrySignatureFieldEvent | SignedEntryPreviousSignatureFieldEvent> {
    return streamMessage(buf, SignedEntry.codec(), opts)
  }
}

export interface Certificate {
  registry: Uint8Array
  username: string
  account: Uint8Array
  entryNumber: number
  entryHash: Uint8Array
  issued: number
  expires: number
  leaf: number
}

export namespace Certificate {
  let _codec: Codec<Certificate>

  export const codec = (): Codec<Certificate> => {
    if (_codec == null) {
      _codec = message<Certificate>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.registry != null && obj.registry.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.registry)
        }

        if ((obj.username != null && obj.username !== '')) {
          w.uint32(18)
          w.string(obj.username)
        }

        if ((obj.account != null && obj.account.byteLength > 0)) {
          w.uint32(26)
          w.bytes(obj.account)
        }

        if ((obj.entryNumber != null && obj.entryNumber !== 0)) {
          w.uint32(32)
          w.uint64Number(obj.entryNumber)
        }

        if ((obj.entryHash != null && obj.entryHash.byteLength > 0)) {
          w.uint32(42)
          w.bytes(obj.entryHash)
        }

        if ((obj.issued != null && obj.issued !== 0)) {
          w.uint32(48)
          w.uint64Number(obj.issued)
        }

        if ((obj.expires != null && obj.expires !== 0)) {
          w.uint32(56)
          w.uint64Number(obj.expires)
        }

        if ((obj.leaf != null && obj.leaf !== 0)) {
          w.uint32(64)
          w.uint64Number(obj.leaf)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          registry: uint8ArrayAlloc(0),
          username: '',
          account: uint8ArrayAlloc(0),
          entryNumber: 0,
          entryHash: uint8ArrayAlloc(0),
          issued: 0,
          expires: 0,
          leaf: 0
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
              obj.username = reader.string()
              break
            }
            case 3: {
              obj.account = reader.bytes()
              break
            }
            case 4: {
              obj.entryNumber = reader.uint64Number()
              break
            }
            case 5: {
              obj.entryHash = reader.bytes()
              break
            }
            case 6: {
              obj.issued = reader.uint64Number()
              break
            }
            case 7: {
              obj.expires = reader.uint64Number()
              break
            }
            case 8: {
              obj.leaf = reader.uint64Number()
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
                field: `${prefix}.username`,
                value: reader.string()
              }
              break
            }
            case 3: {
              yield {
                field: `${prefix}.account`,
                value: reader.bytes()
              }
              break
            }
            case 4: {
              yield {
                field: `${prefix}.entryNumber`,
                value: reader.uint64Number()
              }
              break
            }
            case 5: {
              yield {
                field: `${prefix}.entryHash`,
                value: reader.bytes()
              }
              break
            }
            case 6: {
              yield {
                field: `${prefix}.issued`,
                value: reader.uint64Number()
              }
              break
            }
            case 7: {
              yield {
                field: `${prefix}.expires`,
                value: reader.uint64Number()
              }
              break
            }
            case 8: {
              yield {
                field: `${prefix}.leaf`,
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

  export interface CertificateRegistryFieldEvent {
    field: '$.registry'
    value: Uint8Array
  }

  export interface CertificateUsernameFieldEvent {
    field: '$.username'
    value: string
  }

  export interface CertificateAccountFieldEvent {
    field: '$.account'
    value: Uint8Array
  }

  export interface CertificateEntryNumberFieldEvent {
    field: '$.entryNumber'
    value: number
  }

  export interface CertificateEntryHashFieldEvent {
    field: '$.entryHash'
    value: Uint8Array
  }

  export interface CertificateIssuedFieldEvent {
    field: '$.issued'
    value: number
  }

  export interface CertificateExpiresFieldEvent {
    field: '$.expires'
    value: number
  }

  export interface CertificateLeafFieldEvent {
    field: '$.leaf'
    value: number
  }

  export function encode (obj: Partial<Certificate>): Uint8Array {
    return encodeMessage(obj, Certificate.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Certificate>): Certificate {
    return decodeMessage(buf, Certificate.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Certificate>): Generator<CertificateRegistryFieldEvent | CertificateUsernameFieldEvent | CertificateAccountFieldEvent | CertificateEntryNumberFieldEvent | CertificateEntryHashFieldEvent | CertificateIssuedFieldEvent | CertificateExpiresFieldEvent | CertificateLeafFieldEvent> {
    return streamMessage(buf, Certificate.codec(), opts)
  }
}

export interface SignedCertificate {
  certificate: Uint8Array
  signature: Uint8Array
}

export namespace SignedCertificate {
  let _codec: Codec<SignedCertificate>

  export const codec = (): Codec<SignedCertificate> => {
    if (_codec == null) {
      _codec = message<SignedCertificate>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.certificate != null && obj.certificate.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.certificate)
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
          certificate: uint8ArrayAlloc(0),
          signature: uint8ArrayAlloc(0)
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
                field: `${prefix}.certificate`,
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

  export interface SignedCertificateCertificateFieldEvent {
    field: '$.certificate'
    value: Uint8Array
  }

  export interface SignedCertificateSignatureFieldEvent {
    field: '$.signature'
    value: Uint8Array
  }

  export function encode (obj: Partial<SignedCertificate>): Uint8Array {
    return encodeMessage(obj, SignedCertificate.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SignedCertificate>): SignedCertificate {
    return decodeMessage(buf, SignedCertificate.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SignedCertificate>): Generator<SignedCertificateCertificateFieldEvent | SignedCertificateSignatureFieldEvent> {
    return streamMessage(buf, SignedCertificate.codec(), opts)
  }
}

export interface Leaf {
  registry: Uint8Array
  username: string
  account: Uint8Array
  op: number
  entryNumber: number
  entryHash: Uint8Array
  time: number
  signer: Uint8Array
}

export namespace Leaf {
  let _codec: Codec<Leaf>

  export const codec = (): Codec<Leaf> => {
    if (_codec == null) {
      _codec = message<Leaf>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.registry != null && obj.registry.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.registry)
        }

        if ((obj.username != null && obj.username !== '')) {
          w.uint32(18)
          w.string(obj.username)
        }

        if ((obj.account != null && obj.account.byteLength > 0)) {
          w.uint32(26)
          w.bytes(obj.account)
        }

        if ((obj.op != null && obj.op !== 0)) {
          w.uint32(32)
          w.uint32(obj.op)
        }

        if ((obj.entryNumber != null && obj.entryNumber !== 0)) {
          w.uint32(40)
          w.uint64Number(obj.entryNumber)
        }

        if ((obj.entryHash != null && obj.entryHash.byteLength > 0)) {
          w.uint32(50)
          w.bytes(obj.entryHash)
        }

        if ((obj.time != null && obj.time !== 0)) {
          w.uint32(56)
          w.uint64Number(obj.time)
        }

        if ((obj.signer != null && obj.signer.byteLength > 0)) {
          w.uint32(66)
          w.bytes(obj.signer)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          registry: uint8ArrayAlloc(0),
          username: '',
          account: uint8ArrayAlloc(0),
          op: 0,
          entryNumber: 0,
          entryHash: uint8ArrayAlloc(0),
          time: 0,
          signer: uint8ArrayAlloc(0)
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
              obj.username = reader.string()
              break
            }
            case 3: {
              obj.account = reader.bytes()
              break
            }
            case 4: {
              obj.op = reader.uint32()
              break
            }
            case 5: {
              obj.entryNumber = reader.uint64Number()
              break
            }
            case 6: {
              obj.entryHash = reader.bytes()
              break
            }
            case 7: {
              obj.time = reader.uint64Number()
              break
            }
            case 8: {
              obj.signer = reader.bytes()
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
                field: `${prefix}.username`,
                value: reader.string()
              }
              break
            }
            case 3: {
              yield {
                field: `${prefix}.account`,
                value: reader.bytes()
              }
              break
            }
            case 4: {
              yield {
                field: `${prefix}.op`,
                value: reader.uint32()
              }
              break
            }
            case 5: {
              yield {
                field: `${prefix}.entryNumber`,
                value: reader.uint64Number()
              }
              break
            }
            case 6: {
              yield {
                field: `${prefix}.entryHash`,
                value: reader.bytes()
              }
              break
            }
            case 7: {
              yield {
                field: `${prefix}.time`,
                value: reader.uint64Number()
              }
              break
            }
            case 8: {
              yield {
                field: `${prefix}.signer`,
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

  export interface LeafRegistryFieldEvent {
    field: '$.registry'
    value: Uint8Array
  }

  export interface LeafUsernameFieldEvent {
    field: '$.username'
    value: string
  }

  export interface LeafAccountFieldEvent {
    field: '$.account'
    value: Uint8Array
  }

  export interface LeafOpFieldEvent {
    field: '$.op'
    value: number
  }

  export interface LeafEntryNumberFieldEvent {
    field: '$.entryNumber'
    value: number
  }

  export interface LeafEntryHashFieldEvent {
    field: '$.entryHash'
    value: Uint8Array
  }

  export interface LeafTimeFieldEvent {
    field: '$.time'
    value: number
  }

  export interface LeafSignerFieldEvent {
    field: '$.signer'
    value: Uint8Array
  }

  export function encode (obj: Partial<Leaf>): Uint8Array {
    return encodeMessage(obj, Leaf.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Leaf>): Leaf {
    return decodeMessage(buf, Leaf.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Leaf>): Generator<LeafRegistryFieldEvent | LeafUsernameFieldEvent | LeafAccountFieldEvent | LeafOpFieldEvent | LeafEntryNumberFieldEvent | LeafEntryHashFieldEvent | LeafTimeFieldEvent | LeafSignerFieldEvent> {
    return streamMessage(buf, Leaf.codec(), opts)
  }
}

export interface SignedLeaf {
  leaf: Uint8Array
  signature: Uint8Array
}

export namespace SignedLeaf {
  let _codec: Codec<SignedLeaf>

  export const codec = (): Codec<SignedLeaf> => {
    if (_codec == null) {
      _codec = message<SignedLeaf>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.leaf != null && obj.leaf.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.leaf)
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
          leaf: uint8ArrayAlloc(0),
          signature: uint8ArrayAlloc(0)
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
                field: `${prefix}.leaf`,
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

  export interface SignedLeafLeafFieldEvent {
    field: '$.leaf'
    value: Uint8Array
  }

  export interface SignedLeafSignatureFieldEvent {
    field: '$.signature'
    value: Uint8Array
  }

  export function encode (obj: Partial<SignedLeaf>): Uint8Array {
    return encodeMessage(obj, SignedLeaf.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SignedLeaf>): SignedLeaf {
    return decodeMessage(buf, SignedLeaf.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SignedLeaf>): Generator<SignedLeafLeafFieldEvent | SignedLeafSignatureFieldEvent> {
    return streamMessage(buf, SignedLeaf.codec(), opts)
  }
}

export interface Backup {
  sealed: Uint8Array
  wraps: Wrap[]
}

export namespace Backup {
  let _codec: Codec<Backup>

  export const codec = (): Codec<Backup> => {
    if (_codec == null) {
      _codec = message<Backup>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.sealed != null && obj.sealed.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.sealed)
        }

        if (obj.wraps != null && obj.wraps.length > 0) {
          for (const value of obj.wraps) {
            w.uint32(18)
            Wrap.codec().encode(value, w)
          }
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          sealed: uint8ArrayAlloc(0),
          wraps: []
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.sealed = reader.bytes()
              break
            }
            case 2: {
              if (opts.limits?.wraps != null && obj.wraps.length === opts.limits.wraps) {
                throw new MaxLengthError('Decode error - repeated field "wraps" had too many elements')
              }

              obj.wraps.push(Wrap.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.wraps$
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
          wraps: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              yield {
                field: `${prefix}.sealed`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
              if (opts.limits?.wraps != null && obj.wraps === opts.limits.wraps) {
                throw new MaxLengthError('Streaming decode error - repeated field "wraps" had too many elements')
              }

              for (const evt of Wrap.codec().stream(reader, reader.uint32(), `${prefix}.wraps[]`, {
                limits: opts.limits?.wraps$
              })) {
                yield {
                  ...evt,
                  index: obj.wraps
                }
              }

              obj.wraps++

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

  export interface BackupSealedFieldEvent {
    field: '$.sealed'
    value: Uint8Array
  }

  export interface BackupWrapsKindFieldEvent {
    field: '$.wraps[].kind'
    value: number
    index: number
  }

  export interface BackupWrapsSealedFieldEvent {
    field: '$.wraps[].sealed'
    value: Uint8Array
    index: number
  }

  export function encode (obj: Partial<Backup>): Uint8Array {
    return encodeMessage(obj, Backup.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Backup>): Backup {
    return decodeMessage(buf, Backup.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Backup>): Generator<BackupSealedFieldEvent | BackupWrapsKindFieldEvent | BackupWrapsSealedFieldEvent> {
    return streamMessage(buf, Backup.codec(), opts)
  }
}

export interface Wrap {
  kind: number
  sealed: Uint8Array
}

export namespace Wrap {
  let _codec: Codec<Wrap>

  export const codec = (): Codec<Wrap> => {
    if (_codec == null) {
      _codec = message<Wrap>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.kind != null && obj.kind !== 0)) {
          w.uint32(8)
          w.uint32(obj.kind)
        }

        if ((obj.sealed != null && obj.sealed.byteLength > 0)) {
          w.uint32(18)
          w.bytes(obj.sealed)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          kind: 0,
          sealed: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.kind = reader.uint32()
              break
            }
            case 2: {
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
                field: `${prefix}.kind`,
                value: reader.uint32()
              }
              break
            }
            case 2: {
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

  export interface WrapKindFieldEvent {
    field: '$.kind'
    value: number
  }

  export interface WrapSealedFieldEvent {
    field: '$.sealed'
    value: Uint8Array
  }

  export function encode (obj: Partial<Wrap>): Uint8Array {
    return encodeMessage(obj, Wrap.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Wrap>): Wrap {
    return decodeMessage(buf, Wrap.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Wrap>): Generator<WrapKindFieldEvent | WrapSealedFieldEvent> {
    return streamMessage(buf, Wrap.codec(), opts)
  }
}

export interface Secrets {
  accountKey: Uint8Array
  vaultKey: Uint8Array
  recoveryKey: Uint8Array
  formerVaultKey?: Uint8Array
  formerBackup?: Uint8Array
}

export namespace Secrets {
  let _codec: Codec<Secrets>

  export const codec = (): Codec<Secrets> => {
    if (_codec == null) {
      _codec = message<Secrets>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.accountKey != null && obj.accountKey.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.accountKey)
        }

        if ((obj.vaultKey != null && obj.vaultKey.byteLength > 0)) {
          w.uint32(18)
          w.bytes(obj.vaultKey)
        }

        if ((obj.recoveryKey != null && obj.recoveryKey.byteLength > 0)) {
          w.uint32(26)
          w.bytes(obj.recoveryKey)
        }

        if (obj.formerVaultKey != null) {
          w.uint32(34)
          w.bytes(obj.formerVaultKey)
        }

        if (obj.formerBackup != null) {
          w.uint32(42)
          w.bytes(obj.formerBackup)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          accountKey: uint8ArrayAlloc(0),
          vaultKey: uint8ArrayAlloc(0),
          recoveryKey: uint8ArrayAlloc(0)
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
              obj.vaultKey = reader.bytes()
              break
            }
            case 3: {
              obj.recoveryKey = reader.bytes()
              break
            }
            case 4: {
              obj.formerVaultKey = reader.bytes()
              break
            }
            case 5: {
              obj.formerBackup = reader.bytes()
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
                field: `${prefix}.vaultKey`,
                value: reader.bytes()
              }
              break
            }
            case 3: {
              yield {
                field: `${prefix}.recoveryKey`,
                value: reader.bytes()
              }
              break
            }
            case 4: {
              yield {
                field: `${prefix}.formerVaultKey`,
                value: reader.bytes()
              }
              break
            }
            case 5: {
              yield {
                field: `${prefix}.formerBackup`,
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

  export interface SecretsAccountKeyFieldEvent {
    field: '$.accountKey'
    value: Uint8Array
  }

  export interface SecretsVaultKeyFieldEvent {
    field: '$.vaultKey'
    value: Uint8Array
  }

  export interface SecretsRecoveryKeyFieldEvent {
    field: '$.recoveryKey'
    value: Uint8Array
  }

  export interface SecretsFormerVaultKeyFieldEvent {
    field: '$.formerVaultKey'
    value: Uint8Array
  }

  export interface SecretsFormerBackupFieldEvent {
    field: '$.formerBackup'
    value: Uint8Array
  }

  export function encode (obj: Partial<Secrets>): Uint8Array {
    return encodeMessage(obj, Secrets.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Secrets>): Secrets {
    return decodeMessage(buf, Secrets.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Secrets>): Generator<SecretsAccountKeyFieldEvent | SecretsVaultKeyFieldEvent | SecretsRecoveryKeyFieldEvent | SecretsFormerVaultKeyFieldEvent | SecretsFormerBackupFieldEvent> {
    return streamMessage(buf, Secrets.codec(), opts)
  }
}

export interface Server {
  key: Uint8Array
  addresses: Uint8Array[]
}

export namespace Server {
  let _codec: Codec<Server>

  export const codec = (): Codec<Server> => {
    if (_codec == null) {
      _codec = message<Server>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.key != null && obj.key.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.key)
        }

        if (obj.addresses != null && obj.addresses.length > 0) {
          for (const value of obj.addresses) {
            w.uint32(18)
            w.bytes(value)
          }
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          key: uint8ArrayAlloc(0),
          addresses: []
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.key = reader.bytes()
              break
            }
            case 2: {
              if (opts.limits?.addresses != null && obj.addresses.length === opts.limits.addresses) {
                throw new MaxLengthError('Decode error - repeated field "addresses" had too many elements')
              }

              obj.addresses.push(reader.bytes())
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
              yield {
                field: `${prefix}.key`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
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

  export interface ServerKeyFieldEvent {
    field: '$.key'
    value: Uint8Array
  }

  export interface ServerAddressesFieldEvent {
    field: '$.addresses[]'
    index: number
    value: Uint8Array
  }

  export function encode (obj: Partial<Server>): Uint8Array {
    return encodeMessage(obj, Server.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Server>): Server {
    return decodeMessage(buf, Server.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Server>): Generator<ServerKeyFieldEvent | ServerAddressesFieldEvent> {
    return streamMessage(buf, Server.codec(), opts)
  }
}

export interface ServerList {
  number: number
  servers: Server[]
}

export namespace ServerList {
  let _codec: Codec<ServerList>

  export const codec = (): Codec<ServerList> => {
    if (_codec == null) {
      _codec = message<ServerList>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.number != null && obj.number !== 0)) {
          w.uint32(8)
          w.uint64Number(obj.number)
        }

        if (obj.servers != null && obj.servers.length > 0) {
          for (const value of obj.servers) {
            w.uint32(18)
            Server.codec().encode(value, w)
          }
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          number: 0,
          servers: []
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.number = reader.uint64Number()
              break
            }
            case 2: {
              if (opts.limits?.servers != null && obj.servers.length === opts.limits.servers) {
                throw new MaxLengthError('Decode error - repeated field "servers" had too many elements')
              }

              obj.servers.push(Server.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.servers$
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
          servers: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              yield {
                field: `${prefix}.number`,
                value: reader.uint64Number()
              }
              break
            }
            case 2: {
              if (opts.limits?.servers != null && obj.servers === opts.limits.servers) {
                throw new MaxLengthError('Streaming decode error - repeated field "servers" had too many elements')
              }

              for (const evt of Server.codec().stream(reader, reader.uint32(), `${prefix}.servers[]`, {
                limits: opts.limits?.servers$
              })) {
                yield {
                  ...evt,
                  index: obj.servers
                }
              }

              obj.servers++

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

  export interface ServerListNumberFieldEvent {
    field: '$.number'
    value: number
  }

  export interface ServerListServersKeyFieldEvent {
    field: '$.servers[].key'
    value: Uint8Array
    index: number
  }

  export interface ServerListServersAddressesFieldEvent {
    field: '$.servers[].addresses[]'
    index: number
    value: Uint8Array
  }

  export function encode (obj: Partial<ServerList>): Uint8Array {
    return encodeMessage(obj, ServerList.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ServerList>): ServerList {
    return decodeMessage(buf, ServerList.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<ServerList>): Generator<ServerListNumberFieldEvent | ServerListServersKeyFieldEvent | ServerListServersAddressesFieldEvent> {
    return streamMessage(buf, ServerList.codec(), opts)
  }
}

export interface SignedServerList {
  servers: Uint8Array
  signature: Uint8Array
  registryKey: Uint8Array
  successors: Uint8Array[]
}

export namespace SignedServerList {
  let _codec: Codec<SignedServerList>

  export const codec = (): Codec<SignedServerList> => {
    if (_codec == null) {
      _codec = message<SignedServerList>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.servers != null && obj.servers.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.servers)
        }

        if ((obj.signature != null && obj.signature.byteLength > 0)) {
          w.uint32(18)
          w.bytes(obj.signature)
        }

        if ((obj.registryKey != null && obj.registryKey.byteLength > 0)) {
          w.uint32(26)
          w.bytes(obj.registryKey)
        }

        if (obj.successors != null && obj.successors.length > 0) {
          for (const value of obj.successors) {
            w.uint32(34)
            w.bytes(value)
          }
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          servers: uint8ArrayAlloc(0),
          signature: uint8ArrayAlloc(0),
          registryKey: uint8ArrayAlloc(0),
          successors: []
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
              obj.signature = reader.bytes()
              break
            }
            case 3: {
              obj.registryKey = reader.bytes()
              break
            }
            case 4: {
              if (opts.limits?.successors != null && obj.successors.length === opts.limits.successors) {
                throw new MaxLengthError('Decode error - repeated field "successors" had too many elements')
              }

              obj.successors.push(reader.bytes())
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
          successors: 0
        }

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
                field: `${prefix}.signature`,
                value: reader.bytes()
              }
              break
            }
            case 3: {
              yield {
                field: `${prefix}.registryKey`,
                value: reader.bytes()
              }
              break
            }
            case 4: {
              if (opts.limits?.successors != null && obj.successors === opts.limits.successors) {
                throw new MaxLengthError('Streaming decode error - repeated field "successors" had too many elements')
              }

              yield {
                field: `${prefix}.successors[]`,
                index: obj.successors,
                value: reader.bytes()
              }

              obj.successors++

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

  export interface SignedServerListServersFieldEvent {
    field: '$.servers'
    value: Uint8Array
  }

  export interface SignedServerListSignatureFieldEvent {
    field: '$.signature'
    value: Uint8Array
  }

  export interface SignedServerListRegistryKeyFieldEvent {
    field: '$.registryKey'
    value: Uint8Array
  }

  export interface SignedServerListSuccessorsFieldEvent {
    field: '$.successors[]'
    index: number
    value: Uint8Array
  }

  export function encode (obj: Partial<SignedServerList>): Uint8Array {
    return encodeMessage(obj, SignedServerList.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SignedServerList>): SignedServerList {
    return decodeMessage(buf, SignedServerList.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SignedServerList>): Generator<SignedServerListServersFieldEvent | SignedServerListSignatureFieldEvent | SignedServerListRegistryKeyFieldEvent | SignedServerListSuccessorsFieldEvent> {
    return streamMessage(buf, SignedServerList.codec(), opts)
  }
}

export interface Successor {
  registry: Uint8Array
  number: number
  oldKey: Uint8Array
  op: number
  newKey: Uint8Array
  time: number
}

export namespace Successor {
  let _codec: Codec<Successor>

  export const codec = (): Codec<Successor> => {
    if (_codec == null) {
      _codec = message<Successor>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.registry != null && obj.registry.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.registry)
        }

        if ((obj.number != null && obj.number !== 0)) {
          w.uint32(16)
          w.uint32(obj.number)
        }

        if ((obj.oldKey != null && obj.oldKey.byteLength > 0)) {
          w.uint32(26)
          w.bytes(obj.oldKey)
        }

        if ((obj.op != null && obj.op !== 0)) {
          w.uint32(32)
          w.uint32(obj.op)
        }

        if ((obj.newKey != null && obj.newKey.byteLength > 0)) {
          w.uint32(42)
          w.bytes(obj.newKey)
        }

        if ((obj.time != null && obj.time !== 0)) {
          w.uint32(56)
          w.uint64Number(obj.time)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          registry: uint8ArrayAlloc(0),
          number: 0,
          oldKey: uint8ArrayAlloc(0),
          op: 0,
          newKey: uint8ArrayAlloc(0),
          time: 0
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
              obj.number = reader.uint32()
              break
            }
            case 3: {
              obj.oldKey = reader.bytes()
              break
            }
            case 4: {
              obj.op = reader.uint32()
              break
            }
            case 5: {
              obj.newKey = reader.bytes()
              break
            }
            case 7: {
              obj.time = reader.uint64Number()
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
                field: `${prefix}.number`,
                value: reader.uint32()
              }
              break
            }
            case 3: {
              yield {
                field: `${prefix}.oldKey`,
                value: reader.bytes()
              }
              break
            }
            case 4: {
              yield {
                field: `${prefix}.op`,
                value: reader.uint32()
              }
              break
            }
            case 5: {
              yield {
                field: `${prefix}.newKey`,
                value: reader.bytes()
              }
              break
            }
            case 7: {
              yield {
                field: `${prefix}.time`,
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

  export interface SuccessorRegistryFieldEvent {
    field: '$.registry'
    value: Uint8Array
  }

  export interface SuccessorNumberFieldEvent {
    field: '$.number'
    value: number
  }

  export interface SuccessorOldKeyFieldEvent {
    field: '$.oldKey'
    value: Uint8Array
  }

  export interface SuccessorOpFieldEvent {
    field: '$.op'
    value: number
  }

  export interface SuccessorNewKeyFieldEvent {
    field: '$.newKey'
    value: Uint8Array
  }

  export interface SuccessorTimeFieldEvent {
    field: '$.time'
    value: number
  }

  export function encode (obj: Partial<Successor>): Uint8Array {
    return encodeMessage(obj, Successor.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Successor>): Successor {
    return decodeMessage(buf, Successor.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Successor>): Generator<SuccessorRegistryFieldEvent | SuccessorNumberFieldEvent | SuccessorOldKeyFieldEvent | SuccessorOpFieldEvent | SuccessorNewKeyFieldEvent | SuccessorTimeFieldEvent> {
    return streamMessage(buf, Successor.codec(), opts)
  }
}

export interface SignedSuccessor {
  successor: Uint8Array
  oldSignature: Uint8Array
  newSignature: Uint8Array
}

export namespace SignedSuccessor {
  let _codec: Codec<SignedSuccessor>

  export const codec = (): Codec<SignedSuccessor> => {
    if (_codec == null) {
      _codec = message<SignedSuccessor>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.successor != null && obj.successor.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.successor)
        }

        if ((obj.oldSignature != null && obj.oldSignature.byteLength > 0)) {
          w.uint32(18)
          w.bytes(obj.oldSignature)
        }

        if ((obj.newSignature != null && obj.newSignature.byteLength > 0)) {
          w.uint32(26)
          w.bytes(obj.newSignature)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          successor: uint8ArrayAlloc(0),
          oldSignature: uint8ArrayAlloc(0),
          newSignature: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.successor = reader.bytes()
              break
            }
            case 2: {
              obj.oldSignature = reader.bytes()
              break
            }
            case 3: {
              obj.newSignature = reader.bytes()
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
                field: `${prefix}.successor`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.oldSignature`,
                value: reader.bytes()
              }
              break
            }
            case 3: {
              yield {
                field: `${prefix}.newSignature`,
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

  export interface SignedSuccessorSuccessorFieldEvent {
    field: '$.successor'
    value: Uint8Array
  }

  export interface SignedSuccessorOldSignatureFieldEvent {
    field: '$.oldSignature'
    value: Uint8Array
  }

  export interface SignedSuccessorNewSignatureFieldEvent {
    field: '$.newSignature'
    value: Uint8Array
  }

  export function encode (obj: Partial<SignedSuccessor>): Uint8Array {
    return encodeMessage(obj, SignedSuccessor.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SignedSuccessor>): SignedSuccessor {
    return decodeMessage(buf, SignedSuccessor.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<SignedSuccessor>): Generator<SignedSuccessorSuccessorFieldEvent | SignedSuccessorOldSignatureFieldEvent | SignedSuccessorNewSignatureFieldEvent> {
    return streamMessage(buf, SignedSuccessor.codec(), opts)
  }
}
