import { graphemes, width } from './width.ts'
import type { Row, Span, SpanStyle } from './spans.ts'

interface Cell {
  text: string
  columns: number
  style: SpanStyle
}

/**
 * Breaks a line into rows of at most `columns`: between words, beside wide characters, and inside what is longer than
 * a row. Always at least one row.
 */
export function wrapSpans(line: readonly Span[], columns: number): Row[] {
  const cells = line.flatMap(cellsOf)
  const rows: Row[] = []
  let start = 0
  while (start < cells.length) {
    const end = rowEnd(cells, start, Math.max(1, columns))
    rows.push(spansOf(cells.slice(start, end)))
    start = end
    // The space that a row breaks at is not drawn.
    if (start < cells.length && cells[start]!.text === ' ') start++
  }
  return rows.length === 0 ? [[]] : rows
}

function cellsOf({ text, ...style }: Span): Cell[] {
  return graphemes(text)
    .map((grapheme) => ({ text: grapheme, columns: width(grapheme), style }))
    .filter((cell) => cell.columns > 0)
}

/** Index of the first cell that is not on the row; greater than `start`. */
function rowEnd(cells: Cell[], start: number, columns: number): number {
  let used = 0
  let end = start
  while (end < cells.length && used + cells[end]!.columns <= columns) used += cells[end++]!.columns
  if (end === cells.length || cells[end]!.text === ' ') return end
  for (let at = end; at > start; at--) if (mayBreak(cells[at - 1]!, cells[at]!)) return at
  return Math.max(end, start + 1)
}

const mayBreak = (before: Cell, after: Cell): boolean =>
  before.text === ' ' || before.columns === 2 || after.columns === 2

function spansOf(cells: Cell[]): Row {
  const spans: Span[] = []
  let current: { style: SpanStyle; text: string } | undefined
  for (const { text, style } of cells) {
    if (current?.style === style) current.text += text
    else {
      if (current !== undefined) spans.push({ ...current.style, text: current.text })
      current = { style, text }
    }
  }
  if (current !== undefined) spans.push({ ...current.style, text: current.text })
  return spans
}
