import { Box, useCursor } from 'ink'
import { useSyncExternalStore } from 'react'
import { composerRows } from './composer-rows.ts'
import { Lines } from './line.tsx'
import type { Composer } from '../composer/composer.ts'

interface ComposerPaneProps {
  composer: Composer
  columns: number
  placeholder: string
  /** Of the pane on the screen, to place the cursor. */
  left: number
  /** Row below the last one of the pane. */
  bottom: number
  /** Whether the cursor is here, and not in a panel. */
  active: boolean
}

/** The text being written. It alone is drawn anew for a key. */
export function ComposerPane({ composer, columns, placeholder, left, bottom, active }: ComposerPaneProps) {
  const state = useSyncExternalStore(composer.subscribe, composer.get)
  const { rows, cursor } = composerRows(state, columns, placeholder)
  const { setCursorPosition } = useCursor()
  const top = bottom - rows.length
  setCursorPosition(active && cursor ? { x: left + cursor.column, y: top + cursor.row } : undefined)
  return (
    <Box flexDirection="column" width={columns} height={rows.length}>
      <Lines rows={rows} />
    </Box>
  )
}
