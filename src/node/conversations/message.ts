import {
  base32,
  decodeMessage,
  decodeOp,
  equalBytes,
  fallbackText,
  kind,
  millisecondsOf
} from '../../protocol/index.ts'
import type { SignedRecord } from '../../protocol/index.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Relations } from '../own/relations.ts'
import type { People } from '../people/people.ts'
import type { Message } from '../types.ts'
import type { ConversationState } from './conversation-state.ts'

export interface MessageContext {
  people: People
  outbox: Outbox
  relations: Relations
  self: () => Uint8Array
}

/** How much of an account's id stands in for a name that is not known. */
const shortId = 8

/** A record in its public form. */
export async function toMessage(
  context: MessageContext,
  conversation: ConversationState,
  name: string,
  record: SignedRecord
): Promise<Message> {
  const { header, id } = record
  const self = context.self()
  const own = equalBytes(header.account, self)
  const author = await context.people.known(header.account)
  const sender = author?.name ?? shortName(header.account)
  const nickname = context.relations.nicknameOf(header.account)
  const { text, mentions } = readContent(record, sender)
  const message: Message = {
    type: header.kind !== kind.message ? 'system' : conversation.room === undefined ? 'private' : 'chat',
    id: base32(id),
    conversation: name,
    ...(conversation.room !== undefined && { room: name }),
    sender,
    ...(nickname !== undefined && { sender_nickname: nickname }),
    sender_id: author?.key ?? base32(header.account),
    recipient: conversation.room !== undefined ? 'all' : own ? name : await nameOf(context.people, self),
    content: text,
    timestamp: new Date(millisecondsOf(header.time)).toISOString(),
    file_data: null,
    encrypted: conversation.room === undefined,
    own,
    mentions_me: mentions.some((account) => equalBytes(account, self))
  }
  return own ? { ...message, ...progressOf(context.outbox, id) } : message
}

/** How far one of one's own messages has come: what no longer waits has arrived. */
function progressOf(outbox: Outbox, id: Uint8Array): Pick<Message, 'state' | 'stored_by'> {
  const outgoing = outbox.find(id)
  return { state: outgoing?.state ?? 'delivered', ...(outgoing && { stored_by: outgoing.storedBy.size }) }
}

export async function nameOf(people: People, account: Uint8Array): Promise<string> {
  return (await people.known(account))?.name ?? shortName(account)
}

const shortName = (account: Uint8Array): string => base32(account).slice(0, shortId)

function readContent(
  { header, content }: SignedRecord,
  sender: string
): { text: string; mentions: Uint8Array[] } {
  if (content === undefined) return { text: '(deleted)', mentions: [] }
  const op = header.kind === kind.op ? decodeOp(content) : undefined
  if (op !== undefined && 'close' in op)
    return {
      text: `${sender} took a device out of the account. What it writes does not count.`,
      mentions: []
    }
  const message = header.kind === kind.message ? decodeMessage(content) : undefined
  return message ?? { text: fallbackText(content) || '(this needs a newer Starling)', mentions: [] }
}
