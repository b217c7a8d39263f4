import type { RegisterLine } from '../../protocol/index.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { FetchContext, FetchOptions } from './fetch.ts'

/** Ids in one request. */
const maxIds = 1000

/** Fetches the registers of a peer's lines that would replace what is held. Whatever the peer answers, this ends. */
export async function fetchRegisters(
  { sync, intake }: FetchContext,
  peer: string,
  log: ConversationLog,
  lines: RegisterLine[],
  options: FetchOptions
): Promise<void> {
  if (log.members === undefined) return
  let left = lines.filter((line) => log.registers.isNews(line))
  while (left.length > 0 && !options.isOver?.()) {
    const ids = left.slice(0, maxIds).map(({ id }) => id)
    await intake.take(peer, log, (await sync.get(peer, log.id, { ids }, options)).packets)
    const before = left.length
    left = left.filter((line) => log.registers.isNews(line))
    if (left.length === before) return
  }
}
