import { serveRequests } from '../../net/index.ts'
import { bucketOf, digestOf, equalBytes, refusal, syncProtocol } from '../../protocol/index.ts'
import { pageOf } from './page.ts'
import type { Host } from '../../net/index.ts'
import type { Crypto, HybridTime, SyncReply, SyncRequest } from '../../protocol/index.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { People } from '../people/people.ts'

export interface SyncServiceInit {
  crypto: Crypto
  people: People
  /** The log of a conversation that this peer may see; undefined where there is none. */
  logFor(conversation: Uint8Array, peer: string): ConversationLog | undefined
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
  const { conversation, digest, bucket, get, stored } = request
  if (stored !== undefined) return void init.onStored(conversation, stored.ids, peer)
  const log = init.logFor(conversation, peer)
  if (log === undefined) return { error: refusal.notHere }
  if (digest !== undefined) return digestReply(init, log, digest.hash, peer)
  if (bucket !== undefined) return linesReply(log, new Set(bucket.numbers))
  if (get !== undefined) return { page: await pageOf(init.people, log, get) }
  return { error: refusal.badRequest }
}

function digestReply(init: SyncServiceInit, log: ConversationLog, hash: Uint8Array, peer: string): SyncReply {
  const hashes = log.hashes()
  // Heads say nothing of gaps: where there are some, nobody may take this peer to hold all of it.
  if (log.missing > 0 || !equalBytes(digestOf(init.crypto, hashes), hash)) return { buckets: { hashes } }
  init.onSame(log, peer, log.latest)
  return { buckets: { hashes: new Uint8Array() } }
}

function linesReply(log: ConversationLog, buckets: Set<number>): SyncReply {
  const heads = log
    .heads()
    .filter((head) => buckets.has(bucketOf(head)))
    .slice(0, maxLines)
  const registers = log.registers.lines().filter((line) => buckets.has(bucketOf(line)))
  return { lines: { lines: heads.map(({ device, number, id }) => ({ device, number, id })), registers } }
}
