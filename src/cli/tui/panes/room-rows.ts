import { safeLine } from '../text/safe-text.ts'
import { fitRow, rowWidth, spread } from '../text/spans.ts'
import { truncate } from '../text/width.ts'
import { presenceMarks } from './presence.ts'
import type { Conversation } from '../../../node/index.ts'
import type { ChatState } from '../store/model.ts'
import type { Row } from '../text/spans.ts'
import type { Role } from '../themes/types.ts'

/** The list of conversations. What does not fit is counted, and the open one is always in sight. */
export function roomRows(state: ChatState, columns: number, height: number): Row[] {
  const { conversations, active } = state
  const all = conversations.map((one, index) => roomRow(one, index, state, columns))
  if (all.length <= height) return filled(all, columns, height)
  const open = conversations.findIndex(({ name }) => name === active)
  const shown = height - 1
  const start = Math.min(Math.max(0, open - shown + 1), all.length - shown)
  const more: Row = [{ text: `   ${all.length - shown} more`, role: 'dim' }]
  return filled([...all.slice(start, start + shown), more], columns, height)
}

const filled = (rows: Row[], columns: number, height: number): Row[] =>
  Array.from({ length: height }, (_, index) => fitRow(rows[index] ?? [], columns))

function roomRow(conversation: Conversation, index: number, state: ChatState, columns: number): Row {
  const isOpen = conversation.name === state.active
  const badge = badgeOf(conversation, isOpen)
  const base: Role = isOpen ? 'selected' : conversation.unread > 0 ? 'unread' : 'dim'
  const number = index < 9 ? String(index + 1) : ' '
  const [sign, signRole] = signOf(conversation, state)
  // A name gives way to its counts, so that these are never cut.
  const space = Math.max(1, columns - 5 - rowWidth(badge))
  return spread(
    [
      { text: isOpen ? '›' : ' ', role: base },
      { text: `${number} `, role: isOpen ? 'selected' : 'faint' },
      { text: `${sign} `, role: isOpen ? 'selected' : signRole },
      {
        text: truncate(safeLine(conversation.nickname ?? conversation.name.replace(/^#/, '')), space),
        role: base
      }
    ],
    badge,
    columns,
    { role: base === 'selected' ? 'selected' : 'text' }
  )
}

function signOf({ kind, name, online }: Conversation, { presence }: ChatState): [string, Role] {
  if (kind === 'room') return ['#', 'faint']
  const { shape, role } = presenceMarks[presence.get(name)?.status ?? (online > 0 ? 'online' : 'offline')]
  return [shape, role]
}

function badgeOf({ unread, mentions }: Conversation, isOpen: boolean): Row {
  if (unread === 0 && mentions === 0) return []
  const counts: Row =
    unread > mentions ? [{ text: ` ${Math.min(unread, 999)} `, role: isOpen ? 'selected' : 'unread' }] : []
  return mentions === 0 ? counts : [...counts, { text: ` @${Math.min(mentions, 99)} `, role: 'mentions' }]
}
