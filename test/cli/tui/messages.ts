import { idOf } from './fixture-client.ts'
import type { Message } from '../../../src/node/index.ts'
import type { Row } from '../../../src/cli/tui/text/spans.ts'

/** A message of bob's in #lobby, at a minute of a day in March. */
export function messageAt(id: string, minute: number, extra: Partial<Message> = {}): Message {
  const sender = extra.sender ?? 'bob'
  return {
    type: 'chat',
    id,
    conversation: '#lobby',
    room: '#lobby',
    sender,
    sender_id: idOf(sender),
    recipient: 'all',
    content: `text of ${id}`,
    timestamp: new Date(new Date('2026-03-04T09:00:00').getTime() + minute * 60_000).toISOString(),
    file_data: null,
    encrypted: false,
    own: false,
    mentions_me: false,
    ...extra
  }
}

export const plain = (row: Row): string => row.map(({ text }) => text).join('')

/** Rows as a person reads them: no spaces at their ends. */
export const lines = (rows: readonly Row[]): string[] => rows.map((row) => plain(row).trimEnd())
