// @ts-nocheck
import { decodeMessage, encodeMessage, message, streamMessage } from 'protons-runtime'
import { alloc as uint8ArrayAlloc } from 'uint8arrays/alloc'
import type { Codec, DecodeOptions } from 'protons-runtime'
import type { Uint8ArrayList } from 'uint8arraylist'

export interface Packet {
  header: Uint8Array
  signature: Uint8Array
  body?: Uint8Array
  content?: Uint8Array
  entry?: Uint8Array
  certificate?: Uint8Array
}

export namespace Packet {
  let _codec: Codec<Packet>

  export const codec = (): Codec<Packet> => {
    if (_codec == null) {
      _codec = message<Packet>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.header != null && obj.header.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.header)
        }

        if ((obj.signature != null && obj.signature.byteLength > 0)) {
          w.uint32(18)
          w.bytes(obj.signature)
        }

        if (obj.body != null) {
          w.uint32(26)
          w.bytes(obj.body)
        }

        if (obj.content != null) {
          w.uint32(34)
          w.bytes(obj.content)
        }

        if (obj.entry != null) {
          w.uint32(42)
          w.bytes(obj.entry)
        }

        if (obj.certificate != null) {
          w.uint32(50)
          w.bytes(obj.certificate)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          header: uint8ArrayAlloc(0),
          signature: uint8ArrayAlloc(0)
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.header = reader.bytes()
              break
            }
            case 2: {
              obj.signature = reader.bytes()
              break
            }
            case 3: {
              obj.body = reader.bytes()
              break
            }
            case 4: {
              obj.content = reader.bytes()
              break
            }
            case 5: {
              obj.entry = reader.bytes()
              break
            }
            case 6: {
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
                field: `${prefix}.header`,
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
                field: `${prefix}.body`,
                value: reader.bytes()
              }
              break
            }
            case 4: {
              yield {
                field: `${prefix}.content`,
                value: reader.bytes()
              }
              break
            }
            case 5: {
              yield {
                field: `${prefix}.entry`,
                value: reader.bytes()
              }
              break
            }
            case 6: {
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

  export interface PacketHeaderFieldEvent {
    field: '$.header'
    value: Uint8Array
  }

  export interface PacketSignatureFieldEvent {
    field: '$.signature'
    value: Uint8Array
  }

  export interface PacketBodyFieldEvent {
    field: '$.body'
    value: Uint8Array
  }

  export interface PacketContentFieldEvent {
    field: '$.content'
    value: Uint8Array
  }

  export interface PacketEntryFieldEvent {
    field: '$.entry'
    value: Uint8Array
  }

  export interface PacketCertificateFieldEvent {
    field: '$.certificate'
    value: Uint8Array
  }

  export function encode (obj: Partial<Packet>): Uint8Array {
    return encodeMessage(obj, Packet.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Packet>): Packet {
    return decodeMessage(buf, Packet.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Packet>): Generator<PacketHeaderFieldEvent | PacketSignatureFieldEvent | PacketBodyFieldEvent | PacketContentFieldEvent | PacketEntryFieldEvent | PacketCertificateFieldEvent> {
    return streamMessage(buf, Packet.codec(), opts)
  }
}
