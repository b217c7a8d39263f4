// @ts-nocheck
import { decodeMessage, encodeMessage, message, streamMessage } from 'protons-runtime'
import type { Codec, DecodeOptions } from 'protons-runtime'
import type { Uint8ArrayList } from 'uint8arraylist'

export interface DirectReply {
  stored?: Uint8Array
  refused?: string
}

export namespace DirectReply {
  let _codec: Codec<DirectReply>

  export const codec = (): Codec<DirectReply> => {
    if (_codec == null) {
      _codec = message<DirectReply>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if (obj.stored != null) {
          w.uint32(10)
          w.bytes(obj.stored)
        }

        if (obj.refused != null) {
          w.uint32(18)
          w.string(obj.refused)
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
              obj.stored = reader.bytes()
              break
            }
            case 2: {
              obj.refused = reader.string()
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
                field: `${prefix}.stored`,
                value: reader.bytes()
              }
              break
            }
            case 2: {
              yield {
                field: `${prefix}.refused`,
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

  export interface DirectReplyStoredFieldEvent {
    field: '$.stored'
    value: Uint8Array
  }

  export interface DirectReplyRefusedFieldEvent {
    field: '$.refused'
    value: string
  }

  export function encode (obj: Partial<DirectReply>): Uint8Array {
    return encodeMessage(obj, DirectReply.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DirectReply>): DirectReply {
    return decodeMessage(buf, DirectReply.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<DirectReply>): Generator<DirectReplyStoredFieldEvent | DirectReplyRefusedFieldEvent> {
    return streamMessage(buf, DirectReply.codec(), opts)
  }
}
