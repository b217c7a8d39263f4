import { Box, useCursor } from 'ink'
import { Lines } from '../panes/line.tsx'
import { fitRow } from '../text/spans.ts'
import type { Row } from '../text/spans.ts'

export interface Size {
  columns: number
  rows: number
}

interface StageProps {
  size: Size
  rows: readonly Row[]
  /** Among the rows; hidden where absent. */
  cursor?: { row: number; column: number } | undefined
  /** Keys, at the bottom of the screen. */
  keys: string
}

const wanted = 64

export const stageColumns = ({ columns }: Size): number => Math.min(wanted, columns - 4)

/** One question, in the middle of the screen. */
export function Stage({ size, rows, cursor, keys }: StageProps) {
  const columns = stageColumns(size)
  const left = Math.floor((size.columns - columns) / 2)
  const all: readonly Row[] = [...brand, ...rows]
  const top = Math.max(0, Math.floor((size.rows - 2 - all.length) / 3))
  const { setCursorPosition } = useCursor()
  setCursorPosition(cursor && { x: left + cursor.column, y: top + brand.length + cursor.row })
  return (
    <Box width={size.columns} height={size.rows} flexDirection="column">
      <Box marginTop={top} marginLeft={left} flexDirection="column" flexGrow={1}>
        <Lines rows={all.map((row) => fitRow(row, columns))} />
      </Box>
      <Box marginLeft={left}>
        <Lines rows={[fitRow([{ text: keys, role: 'dim' }], columns)]} />
      </Box>
    </Box>
  )
}

const brand: readonly Row[] = [
  [
    { text: 'starling', role: 'accent', bold: true },
    { text: '  chat from peer to peer', role: 'dim' }
  ],
  []
]
