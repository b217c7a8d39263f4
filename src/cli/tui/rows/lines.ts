import { dayName } from '../text/time.ts'
import { fitRow } from '../text/spans.ts'
import { width } from '../text/width.ts'
import { wrapSpans } from '../text/wrap.ts'
import type { Row } from '../text/spans.ts'

/** `────── Tuesday, March 4, 2025 ──────` */
export function dateLine(time: number, columns: number): Row {
  const label = ` ${dayName(time)} `
  const left = Math.max(1, Math.floor((columns - width(label)) / 2))
  return lined([{ text: label, role: 'dim' }], left, columns)
}

/** `──────────────────────────── new ──` */
export function markerLine(columns: number): Row {
  const row: Row = [
    { text: '─'.repeat(Math.max(0, columns - 9)), role: 'marker' },
    { text: ' new ', role: 'marker', bold: true },
    { text: '──', role: 'marker' }
  ]
  return fitRow([{ text: ' ' }, ...row], columns)
}

function lined(label: Row, left: number, columns: number): Row {
  const used = label.reduce((sum, { text }) => sum + width(text), 0)
  const right = Math.max(0, columns - left - used - 1)
  return fitRow(
    [
      { text: ' ' },
      { text: '─'.repeat(left - 1), role: 'rule' },
      ...label,
      { text: '─'.repeat(right), role: 'rule' }
    ],
    columns
  )
}

/** What stands above the first message of all. */
export function introRows(name: string, kind: 'room' | 'direct', columns: number): Row[] {
  const text =
    kind === 'room'
      ? `This is the beginning of ${name}. It is public: everyone on this network can join and read it, and every message is signed by who wrote it.`
      : `This is the beginning of your conversation with ${name}. It is encrypted: only your devices and theirs can read it.`
  const rows = wrapSpans([{ text, role: 'dim' }], Math.max(1, columns - 4))
  const title: Row = [{ text: name, role: 'accent', bold: true }]
  return [[], title, ...rows, []].map((row) => fitRow([{ text: '  ' }, ...row], columns))
}
