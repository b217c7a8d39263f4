import { digestOf } from '../../protocol/index.ts'
import { fetchRegisters } from './fetch-registers.ts'
import { Fetch } from './fetch.ts'
import type { Crypto } from '../../protocol/index.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { FetchContext, FetchOptions } from './fetch.ts'

export interface CatchUpContext extends FetchContext {
  crypto: Crypto
}

/** `same`: both held the same from the start. `unfinished`: there was more when time was up. */
export type CaughtUp = 'same' | 'fetched' | 'unfinished'

/**
 * Fetches from one peer what it holds of a conversation and this one lacks: few events by their numbers, many page by
 * page, newest first.
 */
export async function catchUp(
  context: CatchUpContext,
  peer: string,
  log: ConversationLog,
  options: FetchOptions = {}
): Promise<CaughtUp> {
  const { crypto, sync } = context
  const mine = log.hashes()
  const isWhole = log.missing === 0
  // Heads say nothing of gaps: where there are some, the peer is not to take this one to hold all of it.
  const hash = isWhole ? digestOf(crypto, mine) : new Uint8Array()
  const theirs = await sync.digest(peer, log.id, hash, options)
  if (theirs === undefined) return isWhole ? 'same' : 'fetched'
  const { lines, registers } = await sync.lines(peer, log.id, mine, theirs, options)
  await fetchRegisters(context, peer, log, registers, options)
  return (await new Fetch(context, peer, log, lines, options).run()) ? 'fetched' : 'unfinished'
}
