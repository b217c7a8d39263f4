import {
  maxAddressBytes,
  maxAddresses,
  maxDevices,
  maxFrame,
  maxInvite,
  maxLeavesPage,
  maxLog,
  maxNote,
  maxPacket,
  maxProfiles,
  maxProofs,
  maxRegisters,
  maxRooms,
  maxTime,
  maxWatched
} from './limits.ts'
import { DirectReply } from './pb/direct.ts'
import { PresenceNews, PresenceState } from './pb/presence.ts'
import { Newest, RegistryReply, RegistryRequest } from './pb/registry.ts'
import { SyncReply, SyncRequest } from './pb/sync.ts'

/** Requests and their answers on one stream, in order. Decoding throws where bytes break the protocol or its limits. */
export interface StreamProtocol<Q, A> {
  id: string
  /** The bytes of a frame. */
  encodeRequest(request: Q): Uint8Array
  /** @throws where the bytes are no request, or one beyond the limits */
  decodeRequest(bytes: Uint8Array): Q
  /** The bytes of a frame. */
  encodeReply(reply: A): Uint8Array
  /** @throws where the bytes are no reply, or one beyond the limits */
  decodeReply(bytes: Uint8Array): A
  /** Bytes. */
  maxFrame: number
  /** How long an answer may take, ms. */
  timeout: number
  maxInboundStreams: number
}

const registryRequestLimits = { prove: { leaves: maxProofs, sizes: maxProofs } }
const registryReplyLimits = {
  proof: { leaves: maxProofs, consistency: maxProofs },
  leaves: { leaves: maxLeavesPage },
  entries: { entries: maxLog }
}

/** Names, login and certificates, answered by a registry's server. A login's steps share one stream. */
export const registryProtocol: StreamProtocol<RegistryRequest, RegistryReply> = {
  id: '/starling/registry/1',
  encodeRequest: (request) => RegistryRequest.encode(request),
  decodeRequest: (bytes) => RegistryRequest.decode(bytes, { limits: registryRequestLimits }),
  encodeReply: (reply) => RegistryReply.encode(reply),
  decodeReply: (bytes) => RegistryReply.decode(bytes, { limits: registryReplyLimits }),
  maxFrame: 16 * 1024,
  timeout: 15_000,
  maxInboundStreams: 4
}

// protons takes the limits of a message in a field by the field's name, and those of a list's messages by name and $.
const syncRequestLimits = {
  bucket: { numbers: 256 },
  get: { ranges: 4096, ids: 1024, accounts: 256 },
  stored: { ids: 4096 },
  profiles: { held: maxProfiles }
}

const syncReplyLimits = {
  lines: { lines: 3000, registers: maxRegisters },
  page: { packets: 4096, entries: 256, certificates: 256, missing: 4096, log: maxLog },
  profiles: { packets: maxProfiles }
}

/** What one holds and the other lacks of a conversation. `stored` has no answer. */
export const syncProtocol: StreamProtocol<SyncRequest, SyncReply> = {
  id: '/starling/sync/1',
  encodeRequest: (request) => SyncRequest.encode(request),
  decodeRequest: (bytes) => SyncRequest.decode(bytes, { limits: syncRequestLimits }),
  encodeReply: (reply) => SyncReply.encode(reply),
  decodeReply: (bytes) => SyncReply.decode(bytes, { limits: syncReplyLimits }),
  maxFrame,
  timeout: 20_000,
  maxInboundStreams: 4
}

/** A record of a direct conversation, pushed to one device: conversation id (32), packet. */
export interface DirectRequest {
  conversation: Uint8Array
  packet: Uint8Array
}

/** Records of a direct conversation, one after the other, each answered once it is written. */
export const directProtocol: StreamProtocol<DirectRequest, DirectReply> = {
  id: '/starling/direct/1',
  encodeRequest: ({ conversation, packet }) => {
    const frame = new Uint8Array(32 + packet.length)
    frame.set(conversation)
    frame.set(packet, 32)
    return frame
  },
  decodeRequest: (bytes) => {
    if (bytes.length < 32) throw new RangeError('shorter than a conversation id')
    return { conversation: bytes.subarray(0, 32), packet: bytes.subarray(32) }
  },
  encodeReply: (reply) => DirectReply.encode(reply),
  decodeReply: (bytes) => DirectReply.decode(bytes),
  maxFrame: 32 + maxPacket,
  timeout: 10_000,
  maxInboundStreams: 4
}

/** Two devices that meet tell each other the newest that they have of their registry. */
export const checkpointProtocol: StreamProtocol<Newest, Newest> = {
  id: '/starling/checkpoint/1',
  encodeRequest: (newest) => Newest.encode(newest),
  decodeRequest: (bytes) => Newest.decode(bytes),
  encodeReply: (newest) => Newest.encode(newest),
  decodeReply: (bytes) => Newest.decode(bytes),
  // With what protobuf adds to the two.
  maxFrame: maxNote + maxInvite + 16,
  timeout: 10_000,
  maxInboundStreams: 2
}

const stateLimits = { addresses: maxAddresses, rooms: maxRooms, watch: maxWatched }
const newsLimits = {
  people: 4096,
  people$: { devices: maxDevices, devices$: { addresses: maxAddresses } },
  rooms: maxRooms,
  rooms$: { joined: 4096, left: 4096 }
}

/** A stream between a device and its registry that lives as long as the connection; docs/protocol.md, "Presence". */
export const presenceProtocol = {
  id: '/starling/presence/1',
  maxFrame,
  maxInboundStreams: 2,
  /** The bytes of a frame. */
  encodeState: (state: PresenceState): Uint8Array => PresenceState.encode(state),
  /** @throws where the bytes are no state, or one beyond the limits */
  decodeState: (bytes: Uint8Array): PresenceState => {
    const state = PresenceState.decode(bytes, { limits: stateLimits })
    checkIds([...state.rooms, ...state.watch])
    checkAddresses(state.addresses)
    return state
  },
  /** The bytes of a frame. */
  encodeNews: (news: PresenceNews): Uint8Array => PresenceNews.encode(news),
  /** @throws where the bytes are no news, or beyond the limits */
  decodeNews: (bytes: Uint8Array): PresenceNews => {
    const news = PresenceNews.decode(bytes, { limits: newsLimits })
    for (const { account, lastSeen, devices } of news.people) {
      checkIds([account, ...devices.map(({ key }) => key)])
      for (const { addresses } of devices) checkAddresses(addresses)
      if (!(lastSeen <= maxTime)) throw new RangeError('a time that no clock can show')
    }
    for (const { conversation, joined, left } of news.rooms) checkIds([conversation, ...joined, ...left])
    return news
  }
}

function checkIds(ids: Uint8Array[]): void {
  if (ids.some(({ length }) => length !== 32)) throw new RangeError('an id or key that is not 32 bytes')
}

function checkAddresses(addresses: Uint8Array[]): void {
  if (addresses.some(({ length }) => length > maxAddressBytes))
    throw new RangeError('an address that is too long')
}
