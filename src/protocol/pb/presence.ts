// @ts-nocheck
import { decodeMessage, encodeMessage, MaxLengthError, message, streamMessage } from 'protons-runtime'
import { alloc as uint8ArrayAlloc } from 'uint8arrays/alloc'
import type { Codec, DecodeOptions } from 'protons-runtime'
import type { Uint8ArrayList } from 'uint8arraylist'

export interface PresenceState {
  status: number
  addresses: Uint8Array[]
  rooms: Uint8Array[]
  watch: Uint8Array[]
}

export namespace PresenceState {
  let _codec: Codec<PresenceState>

  export const codec = (): Codec<PresenceState> => {
    if (_codec == null) {
      _codec = message<PresenceState>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.status != null && obj.status !== 0)) {
          w.uint32(8)
          w.uint32(obj.status)
        }

        if (obj.addresses != null && obj.addresses.length > 0) {
          for (const value of obj.addresses) {
            w.uint32(18)
            w.bytes(value)
          }
        }

        if (obj.rooms != null && obj.rooms.length > 0) {
          for (const value of obj.rooms) {
            w.uint32(26)
            w.bytes(value)
          }
        }

        if (obj.watch != null && obj.watch.length > 0) {
          for (const value of obj.watch) {
            w.uint32(34)
            w.bytes(value)
          }
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          status: 0,
          addresses: [],
          rooms: [],
          watch: []
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              obj.status = reader.uint32()
              break
            }
            case 2: {
              if (opts.limits?.addresses != null && obj.addresses.length === opts.limits.addresses) {
                throw new MaxLengthError('Decode error - repeated field "addresses" had too many elements')
              }

              obj.addresses.push(reader.bytes())
              break
            }
            case 3: {
              if (opts.limits?.rooms != null && obj.rooms.length === opts.limits.rooms) {
                throw new MaxLengthError('Decode error - repeated field "rooms" had too many elements')
              }

              obj.rooms.push(reader.bytes())
              break
            }
            case 4: {
              if (opts.limits?.watch != null && obj.watch.length === opts.limits.watch) {
                throw new MaxLengthError('Decode error - repeated field "watch" had too many elements')
              }

              obj.watch.push(reader.bytes())
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
          rooms: 0,
          watch: 0
        }

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
            case 3: {
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
            case 4: {
              if (opts.limits?.watch != null && obj.watch === opts.limits.watch) {
                throw new MaxLengthError('Streaming decode error - repeated field "watch" had too many elements')
              }

              yield {
                field: `${prefix}.watch[]`,
                index: obj.watch,
                value: reader.bytes()
              }

              obj.watch++

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

  export interface PresenceStateStatusFieldEvent {
    field: '$.status'
    value: number
  }

  export interface PresenceStateAddressesFieldEvent {
    field: '$.addresses[]'
    index: number
    value: Uint8Array
  }

  export interface PresenceStateRoomsFieldEvent {
    field: '$.rooms[]'
    index: number
    value: Uint8Array
  }

  export interface PresenceStateWatchFieldEvent {
    field: '$.watch[]'
    index: number
    value: Uint8Array
  }

  export function encode (obj: Partial<PresenceState>): Uint8Array {
    return encodeMessage(obj, PresenceState.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PresenceState>): PresenceState {
    return decodeMessage(buf, PresenceState.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PresenceState>): Generator<PresenceStateStatusFieldEvent | PresenceStateAddressesFieldEvent | PresenceStateRoomsFieldEvent | PresenceStateWatchFieldEvent> {
    return streamMessage(buf, PresenceState.codec(), opts)
  }
}

export interface PresenceNews {
  people: Person[]
  rooms: RoomNews[]
}

export namespace PresenceNews {
  let _codec: Codec<PresenceNews>

  export const codec = (): Codec<PresenceNews> => {
    if (_codec == null) {
      _codec = message<PresenceNews>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if (obj.people != null && obj.people.length > 0) {
          for (const value of obj.people) {
            w.uint32(10)
            Person.codec().encode(value, w)
          }
        }

        if (obj.rooms != null && obj.rooms.length > 0) {
          for (const value of obj.rooms) {
            w.uint32(18)
            RoomNews.codec().encode(value, w)
          }
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          people: [],
          rooms: []
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.people != null && obj.people.length === opts.limits.people) {
                throw new MaxLengthError('Decode error - repeated field "people" had too many elements')
              }

              obj.people.push(Person.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.people$
              }))
              break
            }
            case 2: {
              if (opts.limits?.rooms != null && obj.rooms.length === opts.limits.rooms) {
                throw new MaxLengthError('Decode error - repeated field "rooms" had too many elements')
              }

              obj.rooms.push(RoomNews.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.rooms$
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
          people: 0,
          rooms: 0
        }

        const end = length == null ? reader.len : reader.pos + length

        while (reader.pos < end) {
          const tag = reader.uint32()

          switch (tag >>> 3) {
            case 1: {
              if (opts.limits?.people != null && obj.people === opts.limits.people) {
                throw new MaxLengthError('Streaming decode error - repeated field "people" had too many elements')
              }

              for (const evt of Person.codec().stream(reader, reader.uint32(), `${prefix}.people[]`, {
                limits: opts.limits?.people$
              })) {
                yield {
                  ...evt,
                  index: obj.people
                }
              }

              obj.people++

              break
            }
            case 2: {
              if (opts.limits?.rooms != null && obj.rooms === opts.limits.rooms) {
                throw new MaxLengthError('Streaming decode error - repeated field "rooms" had too many elements')
              }

              for (const evt of RoomNews.codec().stream(reader, reader.uint32(), `${prefix}.rooms[]`, {
                limits: opts.limits?.rooms$
              })) {
                yield {
                  ...evt,
                  index: obj.rooms
                }
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

  export interface PresenceNewsPeopleAccountFieldEvent {
    field: '$.people[].account'
    value: Uint8Array
    index: number
  }

  export interface PresenceNewsPeopleStatusFieldEvent {
    field: '$.people[].status'
    value: number
    index: number
  }

  export interface PresenceNewsPeopleLastSeenFieldEvent {
    field: '$.people[].lastSeen'
    value: number
    index: number
  }

  export interface PresenceNewsPeopleCertificateFieldEvent {
    field: '$.people[].certificate'
    value: Uint8Array
    index: number
  }

  export interface PresenceNewsPeopleEntryFieldEvent {
    field: '$.people[].entry'
    value: Uint8Array
    index: number
  }

  export interface PresenceNewsPeopleDevicesKeyFieldEvent {
    field: '$.people[].devices[].key'
    value: Uint8Array
    index: number
  }

  export interface PresenceNewsPeopleDevicesAddressesFieldEvent {
    field: '$.people[].devices[].addresses[]'
    index: number
    value: Uint8Array
  }

  export interface PresenceNewsRoomsConversationFieldEvent {
    field: '$.rooms[].conversation'
    value: Uint8Array
    index: number
  }

  export interface PresenceNewsRoomsJoinedFieldEvent {
    field: '$.rooms[].joined[]'
    index: number
    value: Uint8Array
  }

  export interface PresenceNewsRoomsLeftFieldEvent {
    field: '$.rooms[].left[]'
    index: number
    value: Uint8Array
  }

  export interface PresenceNewsRoomsTotalFieldEvent {
    field: '$.rooms[].total'
    value: number
    index: number
  }

  export function encode (obj: Partial<PresenceNews>): Uint8Array {
    return encodeMessage(obj, PresenceNews.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PresenceNews>): PresenceNews {
    return decodeMessage(buf, PresenceNews.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PresenceNews>): Generator<PresenceNewsPeopleAccountFieldEvent | PresenceNewsPeopleStatusFieldEvent | PresenceNewsPeopleLastSeenFieldEvent | PresenceNewsPeopleCertificateFieldEvent | PresenceNewsPeopleEntryFieldEvent | PresenceNewsPeopleDevicesKeyFieldEvent | PresenceNewsPeopleDevicesAddressesFieldEvent | PresenceNewsRoomsConversationFieldEvent | PresenceNewsRoomsJoinedFieldEvent | PresenceNewsRoomsLeftFieldEvent | PresenceNewsRoomsTotalFieldEvent> {
    return streamMessage(buf, PresenceNews.codec(), opts)
  }
}

export interface Person {
  account: Uint8Array
  status: number
  lastSeen: number
  certificate: Uint8Array
  entry: Uint8Array
  devices: PresentDevice[]
}

export namespace Person {
  let _codec: Codec<Person>

  export const codec = (): Codec<Person> => {
    if (_codec == null) {
      _codec = message<Person>((obj, w, opts = {}) => {
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

        if ((obj.lastSeen != null && obj.lastSeen !== 0)) {
          w.uint32(24)
          w.uint64Number(obj.lastSeen)
        }

        if ((obj.certificate != null && obj.certificate.byteLength > 0)) {
          w.uint32(34)
          w.bytes(obj.certificate)
        }

        if ((obj.entry != null && obj.entry.byteLength > 0)) {
          w.uint32(42)
          w.bytes(obj.entry)
        }

        if (obj.devices != null && obj.devices.length > 0) {
          for (const value of obj.devices) {
            w.uint32(50)
            PresentDevice.codec().encode(value, w)
          }
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          account: uint8ArrayAlloc(0),
          status: 0,
          lastSeen: 0,
          certificate: uint8ArrayAlloc(0),
          entry: uint8ArrayAlloc(0),
          devices: []
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
              obj.lastSeen = reader.uint64Number()
              break
            }
            case 4: {
              obj.certificate = reader.bytes()
              break
            }
            case 5: {
              obj.entry = reader.bytes()
              break
            }
            case 6: {
              if (opts.limits?.devices != null && obj.devices.length === opts.limits.devices) {
                throw new MaxLengthError('Decode error - repeated field "devices" had too many elements')
              }

              obj.devices.push(PresentDevice.codec().decode(reader, reader.uint32(), {
                limits: opts.limits?.devices$
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
                field: `${prefix}.status`,
                value: reader.uint32()
              }
              break
            }
            case 3: {
              yield {
                field: `${prefix}.lastSeen`,
                value: reader.uint64Number()
              }
              break
            }
            case 4: {
              yield {
                field: `${prefix}.certificate`,
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
              if (opts.limits?.devices != null && obj.devices === opts.limits.devices) {
                throw new MaxLengthError('Streaming decode error - repeated field "devices" had too many elements')
              }

              for (const evt of PresentDevice.codec().stream(reader, reader.uint32(), `${prefix}.devices[]`, {
                limits: opts.limits?.devices$
              })) {
                yield {
                  ...evt,
                  index: obj.devices
                }
              }

              obj.devices++

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

  export interface PersonAccountFieldEvent {
    field: '$.account'
    value: Uint8Array
  }

  export interface PersonStatusFieldEvent {
    field: '$.status'
    value: number
  }

  export interface PersonLastSeenFieldEvent {
    field: '$.lastSeen'
    value: number
  }

  export interface PersonCertificateFieldEvent {
    field: '$.certificate'
    value: Uint8Array
  }

  export interface PersonEntryFieldEvent {
    field: '$.entry'
    value: Uint8Array
  }

  export interface PersonDevicesKeyFieldEvent {
    field: '$.devices[].key'
    value: Uint8Array
    index: number
  }

  export interface PersonDevicesAddressesFieldEvent {
    field: '$.devices[].addresses[]'
    index: number
    value: Uint8Array
  }

  export function encode (obj: Partial<Person>): Uint8Array {
    return encodeMessage(obj, Person.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Person>): Person {
    return decodeMessage(buf, Person.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<Person>): Generator<PersonAccountFieldEvent | PersonStatusFieldEvent | PersonLastSeenFieldEvent | PersonCertificateFieldEvent | PersonEntryFieldEvent | PersonDevicesKeyFieldEvent | PersonDevicesAddressesFieldEvent> {
    return streamMessage(buf, Person.codec(), opts)
  }
}

export interface PresentDevice {
  key: Uint8Array
  addresses: Uint8Array[]
}

export namespace PresentDevice {
  let _codec: Codec<PresentDevice>

  export const codec = (): Codec<PresentDevice> => {
    if (_codec == null) {
      _codec = message<PresentDevice>((obj, w, opts = {}) => {
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

  export interface PresentDeviceKeyFieldEvent {
    field: '$.key'
    value: Uint8Array
  }

  export interface PresentDeviceAddressesFieldEvent {
    field: '$.addresses[]'
    index: number
    value: Uint8Array
  }

  export function encode (obj: Partial<PresentDevice>): Uint8Array {
    return encodeMessage(obj, PresentDevice.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PresentDevice>): PresentDevice {
    return decodeMessage(buf, PresentDevice.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<PresentDevice>): Generator<PresentDeviceKeyFieldEvent | PresentDeviceAddressesFieldEvent> {
    return streamMessage(buf, PresentDevice.codec(), opts)
  }
}

export interface RoomNews {
  conversation: Uint8Array
  joined: Uint8Array[]
  left: Uint8Array[]
  total: number
}

export namespace RoomNews {
  let _codec: Codec<RoomNews>

  export const codec = (): Codec<RoomNews> => {
    if (_codec == null) {
      _codec = message<RoomNews>((obj, w, opts = {}) => {
        if (opts.lengthDelimited !== false) {
          w.fork()
        }

        if ((obj.conversation != null && obj.conversation.byteLength > 0)) {
          w.uint32(10)
          w.bytes(obj.conversation)
        }

        if (obj.joined != null && obj.joined.length > 0) {
          for (const value of obj.joined) {
            w.uint32(18)
            w.bytes(value)
          }
        }

        if (obj.left != null && obj.left.length > 0) {
          for (const value of obj.left) {
            w.uint32(26)
            w.bytes(value)
          }
        }

        if ((obj.total != null && obj.total !== 0)) {
          w.uint32(32)
          w.uint32(obj.total)
        }

        if (opts.lengthDelimited !== false) {
          w.ldelim()
        }
      }, (reader, length, opts = {}) => {
        const obj: any = {
          conversation: uint8ArrayAlloc(0),
          joined: [],
          left: [],
          total: 0
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
              if (opts.limits?.joined != null && obj.joined.length === opts.limits.joined) {
                throw new MaxLengthError('Decode error - repeated field "joined" had too many elements')
              }

              obj.joined.push(reader.bytes())
              break
            }
            case 3: {
              if (opts.limits?.left != null && obj.left.length === opts.limits.left) {
                throw new MaxLengthError('Decode error - repeated field "left" had too many elements')
              }

              obj.left.push(reader.bytes())
              break
            }
            case 4: {
              obj.total = reader.uint32()
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
          joined: 0,
          left: 0
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
              if (opts.limits?.joined != null && obj.joined === opts.limits.joined) {
                throw new MaxLengthError('Streaming decode error - repeated field "joined" had too many elements')
              }

              yield {
                field: `${prefix}.joined[]`,
                index: obj.joined,
                value: reader.bytes()
              }

              obj.joined++

              break
            }
            case 3: {
              if (opts.limits?.left != null && obj.left === opts.limits.left) {
                throw new MaxLengthError('Streaming decode error - repeated field "left" had too many elements')
              }

              yield {
                field: `${prefix}.left[]`,
                index: obj.left,
                value: reader.bytes()
              }

              obj.left++

              break
            }
            case 4: {
              yield {
                field: `${prefix}.total`,
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

  export interface RoomNewsConversationFieldEvent {
    field: '$.conversation'
    value: Uint8Array
  }

  export interface RoomNewsJoinedFieldEvent {
    field: '$.joined[]'
    index: number
    value: Uint8Array
  }

  export interface RoomNewsLeftFieldEvent {
    field: '$.left[]'
    index: number
    value: Uint8Array
  }

  export interface RoomNewsTotalFieldEvent {
    field: '$.total'
    value: number
  }

  export function encode (obj: Partial<RoomNews>): Uint8Array {
    return encodeMessage(obj, RoomNews.codec())
  }

  export function decode (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RoomNews>): RoomNews {
    return decodeMessage(buf, RoomNews.codec(), opts)
  }

  export function stream (buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<RoomNews>): Generator<RoomNewsConversationFieldEvent | RoomNewsJoinedFieldEvent | RoomNewsLeftFieldEvent | RoomNewsTotalFieldEvent> {
    return streamMessage(buf, RoomNews.codec(), opts)
  }
}
