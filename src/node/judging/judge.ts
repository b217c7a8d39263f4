import { classOf, hybridTime, maxClockAhead, refusal, verifyRecord } from '../../protocol/index.ts'
import type { Crypto, ReceivedPacket, SignedRecord } from '../../protocol/index.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import { closingOf } from '../events/closes.ts'
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

/** Where a record would have its place. */
export type Place = Pick<
  ConversationLog,
  'id' | 'holds' | 'admits' | 'limit' | 'isVoid' | 'isTooFast' | 'feed'
>

/** Judges what `readPacket` made of a record of the conversation, brought by `hop`: docs/protocol.md, "Judging". */
export async function judge(
  context: JudgeContext,
  log: Place,
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
  if (doubt !== undefined) return { verdict: 'ignore', reason: doubt }
  seekEntry(context, log, record, hop)
  return { verdict: 'accept', record }
}

/** A close has its effect once the entry that it names is known: whoever brought it knows it. */
function seekEntry({ authors }: JudgeContext, { id }: Place, record: SignedRecord, hop: string): void {
  const closing = closingOf(record)
  if (closing === undefined) return
  authors.seek(id, record.header.account, closing.close.entry, hop).catch(() => {})
}

/** Why a record with the right bytes is not believed here and now. */
async function doubtOf(
  { authors, people }: JudgeContext,
  log: Place,
  { header }: SignedRecord,
  hop: string
): Promise<string | undefined> {
  if (header.time > hybridTime(Date.now() + maxClockAhead)) return 'clock'
  const { account, device } = header
  const standing = await authors.standing(log.id, account, device, hop)
  if (standing === undefined) return 'author'
  if (standing === 'dropped') {
    // What is never stored was not written before.
    if (classOf(header.kind) === 'signal') return 'author'
    await log.limit(await people.log(account), device)
  }
  if (log.isVoid(header)) return refusal.void
  if (await log.isTooFast(header)) return 'rate'
  if (header.number > 0 && log.feed(device)?.isTorn(header.number)) return 'gaps'
  return undefined
}
