import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { ConversationLog } from '../../../src/node/events/conversation-log.ts'
import { openProfile } from '../../../src/node/profile/profile.ts'
import { hex } from '../../../src/protocol/index.ts'
import { temporaryDirectory } from '../../support/index.ts'
import type { EventContext } from '../../../src/node/events/context.ts'
import type { SignedRecord } from '../../../src/protocol/index.ts'
import type { Lifetime } from '../../support/index.ts'

/** A profile in a new directory, closed when the test ends. */
export async function temporaryProfile(t: Lifetime, directory?: string): Promise<EventContext> {
  const profile = await openProfile(directory ?? (await temporaryDirectory(t)), crypto)
  t.onTestFinished(() => profile.close())
  return { crypto, profile }
}

/** A log to which the events were added one after the other. */
export async function logOf(context: EventContext, records: SignedRecord[]): Promise<ConversationLog> {
  const log = await ConversationLog.open(context, records[0]!.conversation)
  for (const record of records) await log.add(record)
  return log
}

/** Everything in a log as people see it, newest first, read page by page. Ids, hex. */
export async function pagesOf(log: ConversationLog, size = 1000): Promise<string[][]> {
  const pages: string[][] = []
  let place: { time: bigint; id: Uint8Array } | undefined
  for (;;) {
    const records = await log.read.before(place, size)
    const last = records.at(-1)
    if (last === undefined) return pages
    pages.push(records.map(({ id }) => hex(id)))
    place = { time: last.header.time, id: last.id }
  }
}

export const allOf = async (log: ConversationLog): Promise<string[]> => (await pagesOf(log)).flat()
