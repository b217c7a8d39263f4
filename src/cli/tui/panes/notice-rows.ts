import { fitRow, spread } from '../text/spans.ts'
import { safeLine } from '../text/safe-text.ts'
import { wrapSpans } from '../text/wrap.ts'
import type { ChatState } from '../store/model.ts'
import type { Row } from '../text/spans.ts'
import type { Role } from '../themes/types.ts'

const maxRows = 3

/** What the network has to say, above the messages; that the node is gone comes first. */
export function noticeRows({ closed, notice }: ChatState, columns: number): Row[] {
  if (closed !== undefined) {
    const text = `Starling has stopped: ${safeLine(closed)} Nothing is sent or received any more. ctrl-c twice quits.`
    return rowsOf(text, 'error', '■', '', columns)
  }
  if (notice === undefined) return []
  const role = notice.level === 'warning' ? 'warning' : 'accent'
  return rowsOf(safeLine(notice.text), role, notice.level === 'warning' ? '!' : 'i', 'Esc ', columns)
}

function rowsOf(text: string, role: Role, sign: string, key: string, columns: number): Row[] {
  const rows = wrapSpans([{ text, role }], Math.max(10, columns - 4 - key.length)).slice(0, maxRows)
  const drawn = rows.map((row, index): Row => {
    const start: Row = [{ text: index === 0 ? ` ${sign} ` : '   ', role, bold: true }, ...row]
    return index === 0 && key !== ''
      ? spread(start, [{ text: key, role: 'key' }], columns)
      : fitRow(start, columns)
  })
  return [...drawn, [{ text: '─'.repeat(columns), role: 'rule' }]]
}
