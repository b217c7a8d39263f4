import { Box } from 'ink'
import { Lines } from './line.tsx'
import { rowWidth } from '../text/spans.ts'
import type { Row } from '../text/spans.ts'

/** A list beside the messages. */
export function SidePane({ rows }: { rows: readonly Row[] }) {
  return (
    <Box flexDirection="column" width={rowWidth(rows[0] ?? [])}>
      <Lines rows={rows} />
    </Box>
  )
}

/** The line between two panes. */
export function Separator({ height }: { height: number }) {
  return <SidePane rows={Array.from({ length: height }, (): Row => [{ text: '│', role: 'rule' }])} />
}
