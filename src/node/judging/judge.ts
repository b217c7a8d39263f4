import { hybridTime, maxClockAhead, refusal, verifyRecord } from '../../protocol/index.ts'
import type { Crypto, ReceivedPacket, SignedRecord } from '../../protocol/index.ts'
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

/** Judges what `readPacket` made of a record of the conversation, brought by `hop`: docs/protocol.md, "Judging". */
export async function judge(
  context: JudgeContext,
  log: ConversationLog,
  packet: ReceivedPacket | undefined,
  hop: string
): Promise<Judgement> {
  const { crypto, people } = context
  if (packet === undefined) return { verdict: 'reject', reason: 'bytes' }
  const { record, entry, certificate } = packet
  if (await log.holds(record)) return { verdict: 'held', record }
  if (!(await verifyRecord(crypto, record))) return { verdict: 'reject', reason: 'signature' }
  if (entry !== undefined && certificate !== undefined) await people.learn(entry, certificate)
  const doubt = log.admits(record) ? await doubtOf(context, log, record, hop) : refusal.notHere
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
  if (header.number > 0 && log.feed(header.device)?.isTorn(header.number)) return 'gaps'
  return undefined
}
