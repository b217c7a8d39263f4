import { fitRow, rowWidth } from './spans.ts'
import { wrapSpans } from './wrap.ts'
import type { Block } from './blocks.ts'
import type { Row, Span } from './spans.ts'

/** Below this, quotes and lists inside one another stop moving to the right. */
const minColumns = 12

/** Lays parsed Markdown out in rows of at most `columns`. */
export function blockRows(blocks: readonly Block[], columns: number): Row[] {
  return blocks.flatMap((block) => (block.gap ? [[], ...rowsOf(block, columns)] : rowsOf(block, columns)))
}

function rowsOf(block: Block, columns: number): Row[] {
  switch (block.type) {
    case 'text':
      return block.lines.flatMap((line) => wrapSpans(line, columns))
    case 'code':
      return codeRows(block.lines, columns)
    case 'quote': {
      const bar: Span = { text: '▎ ', role: 'quoteBar' }
      return indented(block.blocks, columns, bar, bar).map((row) => row.map(quoted))
    }
    case 'item': {
      const rest: Span = { text: ' '.repeat(block.marker.length) }
      return indented(block.blocks, columns, { text: block.marker, role: 'dim' }, rest)
    }
  }
}

const quoted = (span: Span): Span => (span.role === undefined ? { ...span, role: 'quote' } : span)

function indented(blocks: readonly Block[], columns: number, first: Span, rest: Span): Row[] {
  const inner = columns - rowWidth([first])
  if (inner < minColumns) return blockRows(blocks, columns)
  const rows = blockRows(blocks, inner)
  return (rows.length === 0 ? [[]] : rows).map((row, index) => [index === 0 ? first : rest, ...row])
}

/** As wide as its longest line, so that it stands as one block. */
function codeRows(lines: readonly string[], columns: number): Row[] {
  const inner = Math.max(1, columns - 2)
  const rows = lines.flatMap((line) => hardWrap(line, inner))
  const widest = Math.min(inner, Math.max(...rows.map(rowWidth)))
  return rows.map((row) => [
    { text: '▏', role: 'quoteBar' },
    ...fitRow(row, widest, { role: 'codeBlock' }),
    { text: ' ', role: 'codeBlock' }
  ])
}

/** Spaces in code count, so it breaks at the edge alone. */
function hardWrap(line: string, columns: number): Row[] {
  const glued = line.replaceAll(' ', '\u00a0')
  return wrapSpans([{ text: glued, role: 'codeBlock' }], columns).map((row) =>
    row.map((span) => ({ ...span, text: span.text.replaceAll('\u00a0', ' ') }))
  )
}
