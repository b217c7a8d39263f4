import { fitRow } from '../text/spans.ts'
import { width } from '../text/width.ts'
import type { Row } from '../text/spans.ts'

/** Between messages and the text being written. While somebody reads back it says how much came since. */
export function dividerRow(columns: number, scrolled: boolean, newer: number): Row {
  if (!scrolled) return [{ text: '─'.repeat(columns), role: 'rule' }]
  const label = newer === 0 ? ' ↓ reading back ' : ` ↓ ${newer} new `
  const key = 'End '
  const rest = Math.max(0, columns - width(label + key))
  const left = Math.floor(rest / 2)
  return fitRow(
    [
      { text: '─'.repeat(left), role: 'rule' },
      { text: label, role: newer === 0 ? 'dim' : 'marker', bold: newer > 0 },
      { text: key, role: 'key' },
      { text: '─'.repeat(rest - left), role: 'rule' }
    ],
    columns
  )
}
