import { graphemes, width } from '../text/width.ts'

export interface DraftLayout {
  rows: string[]
  /** Where the cursor stands among them. */
  row: number
  column: number
  /** Offset in the text where each row begins. */
  starts: number[]
}

/** A text in rows of at most `columns`, and its cursor. A cursor behind a full row stands on the next one. */
export function layoutDraft(text: string, cursor: number, columns: number): DraftLayout {
  const rows = ['']
  const starts = [0]
  let used = 0
  let at = 0
  let place = { row: 0, column: 0 }
  const begin = (offset: number): void => {
    rows.push('')
    starts.push(offset)
    used = 0
  }
  for (const grapheme of graphemes(text)) {
    const size = grapheme === '\n' ? 0 : width(grapheme)
    if (used + size > columns) begin(at)
    if (at === cursor) place = { row: rows.length - 1, column: used }
    at += grapheme.length
    if (grapheme === '\n') begin(at)
    else rows[rows.length - 1] += grapheme
    used += size
  }
  if (cursor >= at) {
    if (used >= columns) begin(at)
    place = { row: rows.length - 1, column: used }
  }
  return { rows, starts, ...place }
}

/** The offset one row up or down, near the same column; undefined beyond the first and last row. */
export function moveRow(text: string, cursor: number, columns: number, by: -1 | 1): number | undefined {
  const { rows, starts, row, column } = layoutDraft(text, cursor, columns)
  const target = rows[row + by]
  if (target === undefined) return undefined
  let offset = starts[row + by]!
  let used = 0
  for (const grapheme of graphemes(target)) {
    used += width(grapheme)
    if (used > column) break
    offset += grapheme.length
  }
  return offset
}
