import * as wire from '../../src/protocol/wire.ts'
import type {
  Info,
  PresenceNews,
  PresenceState,
  RegistryReply,
  RegistryRequest
} from '../../src/protocol/index.ts'
import type { SyncReply, SyncRequest, DirectReply } from '../../src/protocol/index.ts'

const id = new Uint8Array(32).fill(1)
const device = new Uint8Array(32).fill(2)
const bytes = Uint8Array.of(1, 2, 3)
const account = { certificate: bytes, entry: bytes }
const info: Info = { servers: bytes, time: 1_767_225_600_000, version: 1 }

const registryRequests: RegistryRequest[] = [
  { info: {} },
  { registerStart: { username: 'alice', opaqueRequest: bytes } },
  {
    registerFinish: {
      username: 'alice',
      opaqueRecord: bytes,
      entry: bytes,
      backup: bytes,
      leaf: bytes,
      find: id
    }
  },
  { loginStart: { username: 'alice', opaqueRequest: bytes } },
  { loginFinish: { opaqueFinish: bytes } },
  { appendEntry: { entry: bytes } },
  { appendEntry: { entry: bytes, backup: bytes, opaqueRecord: bytes, find: id } },
  { passwordStart: { opaqueRequest: bytes } },
  { recover: { username: 'alice', find: id } },
  { recover: { find: id } },
  { lookup: { username: 'alice' } },
  { lookup: { account: id } },
  { prove: { leaves: [0, 2 ** 40], sizes: [1] } },
  { leaves: { from: 2 ** 40, limit: 9 } },
  { entries: { account: id, before: 2 ** 32 } },
  { vaultPut: { head: bytes, part: bytes } },
  { vaultPut: { part: bytes } },
  { vaultGet: { part: 31 } }
]
const registryReplies: RegistryReply[] = [
  { error: 'name-taken' },
  { info },
  { opaque: { response: bytes } },
  { loggedIn: { backup: bytes, account } },
  { account },
  { proof: { note: bytes, leaves: [{ leaf: bytes, hashes: id }], consistency: [id] } },
  { leaves: { leaves: [bytes, bytes] } },
  { entries: { entries: [bytes, bytes] } },
  { vault: { head: bytes, part: bytes } }
]
const syncRequests: SyncRequest[] = [
  { conversation: id, digest: { hash: id } },
  { conversation: id, bucket: { numbers: [0, 7, 255] } },
  {
    conversation: id,
    get: {
      ranges: [{ device, from: 1, to: 2 ** 32 - 1 }],
      before: { time: 2n ** 63n, id },
      ids: [id],
      accounts: [id],
      limit: 50,
      newestFirst: true,
      log: { account: id, before: 2 ** 32 }
    }
  },
  { conversation: id, stored: { ids: [id, id] } },
  { conversation: id, past: { given: true } },
  { conversation: id, profiles: { held: [{ account: id, id: new Uint8Array() }] } },
  { conversation: id, vaultKey: { backup: id, key: new Uint8Array() } }
]
const syncReplies: SyncReply[] = [
  { error: 'not-here' },
  { buckets: { hashes: new Uint8Array(2048) } },
  {
    lines: {
      lines: [{ device, number: 2 ** 32 - 1, id }],
      registers: [{ account: id, key: id, time: 2n ** 64n - 1n, id }]
    }
  },
  {
    page: {
      packets: [bytes],
      entries: [bytes],
      certificates: [bytes],
      missing: [{ device, from: 1, to: 9 }],
      more: true,
      log: [bytes]
    }
  },
  { past: { given: false } },
  { profiles: { packets: [bytes] } },
  { vaultKey: { backup: id, key: id } }
]
const directRequests: wire.DirectRequest[] = [
  { conversation: id, packet: bytes },
  { conversation: id, packet: new Uint8Array() }
]
const directReplies: DirectReply[] = [{ stored: id }, { refused: 'bad-record' }]
const states: PresenceState[] = [
  { status: 0, addresses: [], rooms: [], watch: [] },
  { status: 1, addresses: [bytes], rooms: [id, device], watch: [id] }
]
const news: PresenceNews[] = [
  { people: [], rooms: [] },
  {
    people: [
      {
        account: id,
        status: 1,
        lastSeen: 1_767_225_600_000,
        certificate: bytes,
        entry: bytes,
        devices: [{ key: device, addresses: [bytes] }]
      }
    ],
    rooms: [{ conversation: id, joined: [id], left: [device], total: 1 }]
  }
]

/** What each decoder of wire.ts gives back, by the protocol's name there and the decoder's. */
const samples: Record<string, unknown[]> = {
  'registryProtocol.Request': registryRequests,
  'registryProtocol.Reply': registryReplies,
  'syncProtocol.Request': syncRequests,
  'syncProtocol.Reply': syncReplies,
  'directProtocol.Request': directRequests,
  'directProtocol.Reply': directReplies,
  'checkpointProtocol.Request': [{ note: bytes, servers: bytes }],
  'checkpointProtocol.Reply': [{ note: new Uint8Array(), servers: bytes }],
  'presenceProtocol.State': states,
  'presenceProtocol.News': news
}

export interface Decoder {
  name: string
  maxFrame: number
  samples: unknown[]
  encode: (value: unknown) => Uint8Array
  decode: (bytes: Uint8Array) => unknown
}

/** Every decoder that wire.ts has, found by its name, so that none can be forgotten. */
export const decoders: Decoder[] = Object.entries(wire).flatMap(([name, protocol]) =>
  Object.keys(protocol)
    .filter((key) => key.startsWith('decode'))
    .map((key) => {
      const what = key.slice('decode'.length)
      const of: Record<string, unknown> = { ...protocol }
      return {
        name: `${name}.${what}`,
        maxFrame: protocol.maxFrame,
        samples: samples[`${name}.${what}`] ?? [],
        encode: of[`encode${what}`] as Decoder['encode'],
        decode: of[key] as Decoder['decode']
      }
    })
)

export const sampled = Object.keys(samples)
