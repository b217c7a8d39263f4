import { Box } from 'ink'
import { fitRow } from '../text/spans.ts'
import { width } from '../text/width.ts'
import { Lines } from './line.tsx'
import type { Row } from '../text/spans.ts'

interface PanelProps {
  title: string
  rows: readonly Row[]
  /** Keys, in the lower border. */
  footer: string
  left: number
  top: number
  /** With its borders. */
  columns: number
}

/** A framed box over the screen. Every cell is written, so nothing shines through. */
export function Panel({ title, rows, footer, left, top, columns }: PanelProps) {
  const inner = rows.map((row): Row => [
    { text: '│ ', role: 'border' },
    ...fitRow(row, columns - 4),
    { text: ' │', role: 'border' }
  ])
  const frame = [edge('╭', title, '╮', columns), ...inner, edge('╰', footer, '╯', columns)]
  return (
    <Box position="absolute" left={left} top={top} width={columns} flexDirection="column">
      <Lines rows={frame} />
    </Box>
  )
}

function edge(start: string, label: string, end: string, columns: number): Row {
  const text = label === '' ? '' : ` ${label} `
  const rest = Math.max(0, columns - 3 - width(text))
  return fitRow(
    [
      { text: `${start}─`, role: 'border' },
      { text, role: start === '╭' ? 'heading' : 'dim' },
      { text: '─'.repeat(rest) + end, role: 'border' }
    ],
    columns
  )
}

export interface PanelPlace {
  frame: { left: number; top: number; columns: number }
  /** Of what is inside the frame. */
  columns: number
  rows: number
}

/** Where a panel stands: in the middle, somewhat up. `wanted` is its columns with the frame and its rows without. */
export function placePanel(
  size: { columns: number; rows: number },
  wanted: { columns: number; rows: number }
): PanelPlace {
  const columns = Math.min(wanted.columns, size.columns - 2)
  const rows = Math.min(wanted.rows, size.rows - 4)
  const top = Math.max(1, Math.floor((size.rows - rows - 2) / 3))
  return {
    frame: { left: Math.floor((size.columns - columns) / 2), top, columns },
    columns: columns - 4,
    rows
  }
}
