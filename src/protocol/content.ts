import { utf8 } from './bytes.ts'
import { maxMentions, maxText } from './limits.ts'
import { AnyContent, HeartbeatContent, MessageContent } from './pb/content.ts'
import { saltLength } from './record.ts'

/** Kind 1, without the salt. Account ids are 32 bytes. */
export interface MessageBody {
  /** Markdown. */
  text: string
  /** Account ids of the people that the text names. */
  mentions: Uint8Array[]
}

/** The content of a message, without the salt. */
export const encodeMessage = (body: MessageBody): Uint8Array => MessageContent.encode(body)

/** The message in a record's content, or undefined where it is none or breaks the limits. */
export function decodeMessage(content: Uint8Array): MessageBody | undefined {
  try {
    const { text, mentions } = MessageContent.decode(content.subarray(saltLength), {
      limits: { mentions: maxMentions }
    })
    if (!isText(text) || mentions.some(({ length }) => length !== 32)) return undefined
    return { text, mentions }
  } catch {
    return undefined
  }
}

/** What a program that does not know a kind shows of it; empty where the author gave nothing. */
export function fallbackText(content: Uint8Array): string {
  try {
    const { fallback } = AnyContent.decode(content.subarray(saltLength))
    return isText(fallback) ? fallback : ''
  } catch {
    return ''
  }
}

/** Whether it is within the limits. A UTF-16 unit takes 3 bytes at most, so that few texts are counted. */
const isText = (text: string): boolean =>
  text.isWellFormed() && (3 * text.length <= maxText || utf8(text).length <= maxText)

/** What a heartbeat says of its author. */
export type HeartbeatStatus = 'online' | 'away'

const statuses: readonly HeartbeatStatus[] = ['online', 'away']

/** The content of a heartbeat, without the salt. */
export const encodeHeartbeat = (status: HeartbeatStatus): Uint8Array =>
  HeartbeatContent.encode({ status: statuses.indexOf(status) })

/** The status in a record's content, or undefined where it is none that this version knows. */
export function decodeHeartbeat(content: Uint8Array): HeartbeatStatus | undefined {
  try {
    return statuses[HeartbeatContent.decode(content.subarray(saltLength)).status]
  } catch {
    return undefined
  }
}
