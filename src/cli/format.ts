import { styleText } from 'node:util'
import { claimOf } from './profile-lines.ts'
import { calledName, senderName } from './relation-lines.ts'
import { safeLine, safeText } from './tui/text/safe-text.ts'
import { clockTime, timeAgo } from './tui/text/time.ts'
import { width } from './tui/text/width.ts'
import type { Conversation, Device, Message, Person } from '../node/index.ts'

/** node's styles: none where the output is no terminal, or NO_COLOR asks for it. */
const style = (format: Parameters<typeof styleText>[0], text: string): string =>
  styleText(format, text, { stream: process.stdout })

/** Rows with their columns under each other, two spaces apart. The first row is the heading. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))))
  return rows.map((row, index) => {
    const cells = row.map((cell, column) => cell + ' '.repeat(widths[column]! - width(cell)))
    const line = cells.join('  ').trimEnd()
    return index === 0 ? style('dim', line) : line
  })
}

/** `Name  alice` and so on, the values under each other. */
export function fields(pairs: readonly (readonly [string, string])[]): string[] {
  const longest = Math.max(...pairs.map(([name]) => name.length))
  return pairs.map(([name, value]) => `${style('dim', name.padEnd(longest))}  ${safeLine(value)}`)
}

/** A QR code is light on dark, whatever the terminal's colours are. */
export const codeLine = (row: string): string => style(['whiteBright', 'bgBlack'], row)

export interface MessageStyle {
  /** `2026-03-04 14:05` instead of `14:05`. */
  date?: boolean
  /** Names the conversation. */
  where?: boolean
  /** Marks one's own messages that nobody else holds. */
  queued?: boolean
}

/** `14:05 #lobby alice: hello`; further lines of the text stand below, indented. */
export function messageLine(
  message: Message,
  { date = false, where = true, queued = false }: MessageStyle = {}
): string {
  const { type, content, timestamp, state = 'delivered' } = message
  const time = new Date(timestamp)
  const when = date ? `${localDate(time)} ${clockTime(time.getTime())}` : clockTime(time.getTime())
  const place = where ? ` ${placeOf(message)}` : ''
  const [first = '', ...more] = safeText(content).split('\n')
  const mark = queued && state !== 'delivered' ? style('yellow', ' (queued)') : ''
  const said = type === 'system' ? first : `${style('bold', senderName(message))}: ${first}`
  const head = `${style('dim', when)}${place} ${said}`
  return [head, ...more.map((line) => `    ${line}`)].join('\n') + mark
}

function placeOf({ conversation, type, own }: Message): string {
  if (type !== 'private') return safeLine(conversation)
  return own ? `private to ${safeLine(conversation)}` : 'private'
}

const localDate = (time: Date): string =>
  [time.getFullYear(), time.getMonth() + 1, time.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')

export function conversationRows(conversations: readonly Conversation[], now: number): string[][] {
  return [
    ['NAME', 'UNREAD', 'MENTIONS', 'ONLINE', 'ACTIVE'],
    ...conversations.map(({ name, nickname, unread, mentions, online, last_activity, missing }) => [
      calledName(name, nickname),
      String(unread),
      String(mentions),
      String(online),
      [
        last_activity === undefined ? 'never' : timeAgo(Date.parse(last_activity), now),
        ...(missing > 0 ? [`(${missing} missing, asking)`] : [])
      ].join(' ')
    ])
  ]
}

export function personRows(people: readonly Person[], now: number): string[][] {
  return [
    ['NAME', 'STATUS', 'LINK', 'SEEN', 'TRUST', 'PROFILE'],
    ...people.map((person) => [
      calledName(person.name, person.nickname),
      ...presenceCells(person, now),
      [claimOf(person), safeLine(person.status_text ?? '')].filter((part) => part !== '').join(' ')
    ])
  ]
}

const presenceCells = ({ status, link, last_seen, trust, me, blocked }: Person, now: number): string[] => [
  status,
  me ? 'you' : link === 'direct' ? 'direct' : '-',
  status === 'offline' ? (last_seen === undefined ? 'never' : timeAgo(Date.parse(last_seen), now)) : 'now',
  blocked ? 'blocked' : me || trust === 'unverified' ? '-' : trust
]

export function deviceRows(devices: readonly Device[], now: number): string[][] {
  return [
    ['NAME', 'ADDED', 'SEEN', 'STATE', 'ID'],
    ...devices.map(({ name, added, last_seen, online, current, id }) => [
      safeLine(name),
      added === undefined ? 'unknown' : timeAgo(Date.parse(added), now),
      online ? 'now' : last_seen === undefined ? 'never' : timeAgo(Date.parse(last_seen), now),
      current ? 'this one' : online ? 'online' : '-',
      id
    ])
  ]
}
