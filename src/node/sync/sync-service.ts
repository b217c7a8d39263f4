import { serveRequests } from '../../net/index.ts'
import { bucketOf, digestOf, equalBytes, refusal, syncProtocol } from '../../protocol/index.ts'
import { pageOf } from './page.ts'
import type { Host } from '../../net/index.ts'
import type {
  Crypto,
  HybridTime,
  Past,
  ProfilesRequest,
  SyncReply,
  SyncRequest,
  VaultKeyPart
} from '../../protocol/index.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { People } from '../people/people.ts'
import type { View } from './view.ts'

export interface SyncServiceInit {
  crypto: Crypto
  people: People
  /** What this peer may see of a conversation; undefined where that is nothing. */
  viewFor(conversation: Uint8Array, peer: string): Promise<View | undefined>
  /** A peer asks for the past, or says that it may be asked for. Its answer; undefined where there is none. */
  onPast(past: Past, peer: string): Past | undefined
  /** A peer asks for profiles: packets, or undefined where it may not. */
  onProfiles(
    conversation: Uint8Array,
    request: ProfilesRequest,
    peer: string
  ): Promise<Uint8Array[] | undefined>
  /** A peer asks for the newest vault key, or hands it. Its answer; undefined where there is none. */
  onVaultKey(part: VaultKeyPart, peer: string): VaultKeyPart | undefined
  /** A peer says that it has written events. */
  onStored(conversation: Uint8Array, ids: Uint8Array[], peer: string): void
  /** A peer holds exactly what is held here, up to a time. */
  onSame(log: ConversationLog, peer: string, upTo: HybridTime): void
}

/** What one answer may hold. */
const maxLines = 3000

/** Answers `/starling/sync/1`; docs/protocol.md, "Sync". */
export async function serveSync(host: Host, init: SyncServiceInit): Promise<void> {
  await serveRequests(host, syncProtocol, (peer) => (request) => answer(init, request, peer))
}

async function answer(
  init: SyncServiceInit,
  request: SyncRequest,
  peer: string
): Promise<SyncReply | undefined> {
  const { conversation, digest, bucket, get, stored, past, profiles, vaultKey } = request
  if (stored !== undefined) return void init.onStored(conversation, stored.ids, peer)
  if (past !== undefined) {
    const answered = init.onPast(past, peer)
    return answered && { past: answered }
  }
  if (vaultKey !== undefined) {
    const answered = init.onVaultKey(vaultKey, peer)
    return answered && { vaultKey: answered }
  }
  if (profiles !== undefined) {
    const packets = await init.onProfiles(conversation, profiles, peer)
    return packets === undefined ? { error: refusal.notHere } : { profiles: { packets } }
  }
  const view = await init.viewFor(conversation, peer)
  if (view === undefined) return { error: refusal.notHere }
  if (digest !== undefined) return digestReply(init, view, digest.hash, peer)
  if (bucket !== undefined) return linesReply(view, new Set(bucket.numbers))
  if (get !== undefined) return { page: await pageOf(init.people, view, get) }
  return { error: refusal.badRequest }
}

async function digestReply(
  init: SyncServiceInit,
  { log, since }: View,
  hash: Uint8Array,
  peer: string
): Promise<SyncReply> {
  const { latest } = log
  const hashes = log.hashes(await log.headsSince(since))
  // Heads say nothing of gaps: where there are some, nobody may take this peer to hold all of it.
  if (log.missing > 0 || !equalBytes(digestOf(init.crypto, hashes), hash)) return { buckets: { hashes } }
  init.onSame(log, peer, latest)
  return { buckets: { hashes: new Uint8Array() } }
}

async function linesReply({ log, since }: View, buckets: Set<number>): Promise<SyncReply> {
  const heads = (await log.headsSince(since)).filter((head) => buckets.has(bucketOf(head))).slice(0, maxLines)
  const registers = log.registers.lines().filter((line) => buckets.has(bucketOf(line)))
  return { lines: { lines: heads.map(({ device, number, id }) => ({ device, number, id })), registers } }
}
