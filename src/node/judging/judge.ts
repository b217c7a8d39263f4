import { equalBytes, hybridTime, maxClockAhead, readPacket, verifyRecord } from '../../protocol/index.ts'
import type { Crypto, SignedRecord } from '../../protocol/index.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { Authors } from '../people/authors.ts'
import type { People } from '../people/people.ts'

export interface JudgeContext {
  crypto: Crypto
  people: People
  authors: Authors
}

/**
 * What is made of a packet. `reject`: wrong by its bytes, as every peer sees alike. `ignore`: not to be believed with
 * what is known here. `held`: an event that is here already.
 */
export type Judgement =
  { verdict: 'accept' | 'held'; record: SignedRecord } | { verdict: 'ignore' | 'reject'; reason: string }

/** Judges a record of a conversation, brought by `hop`: docs/protocol.md, "Judging". */
export async function judge(
  context: JudgeContext,
  log: ConversationLog,
  bytes: Uint8Array,
  hop: string
): Promise<Judgement> {
  const { crypto, people } = context
  const packet = readPacket(crypto, log.id, bytes)
  if (packet === undefined) return { verdict: 'reject', reason: 'bytes' }
  const { record, entry, certificate } = packet
  if (isHead(log, record)) return { verdict: 'held', record }
  if (!(await verifyRecord(crypto, record))) return { verdict: 'reject', reason: 'signature' }
  if (entry !== undefined && certificate !== undefined) await people.learn(entry, certificate)
  const doubt = await doubtOf(context, log, record, hop)
  return doubt === undefined ? { verdict: 'accept', record } : { verdict: 'ignore', reason: doubt }
}

/** Why a record with the right bytes is not believed here and now. */
async function doubtOf(
  { authors }: JudgeContext,
  log: ConversationLog,
  { header }: SignedRecord,
  hop: string
): Promise<string | undefined> {
  if (header.time > hybridTime(Date.now() + maxClockAhead)) return 'clock'
  if (!(await authors.isKnown(log.id, header.account, header.device, hop))) return 'author'
  if (await log.isTooFast(header)) return 'rate'
  return undefined
}

/** Whether it is the newest event of its device that is held, as duplicates usually are. */
function isHead(log: ConversationLog, { header, id }: SignedRecord): boolean {
  const head = log.feed(header.device)?.headId
  return head !== undefined && equalBytes(head, id)
}
