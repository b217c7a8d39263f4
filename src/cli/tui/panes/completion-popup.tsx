import { Box } from 'ink'
import { useSyncExternalStore } from 'react'
import { fitRow } from '../text/spans.ts'
import { width } from '../text/width.ts'
import { Lines } from './line.tsx'
import type { Composer } from '../composer/composer.ts'
import type { CompletionItem } from '../composer/completion.ts'
import type { Row } from '../text/spans.ts'

interface CompletionPopupProps {
  composer: Composer
  left: number
  /** Row that the popup stands on. */
  bottom: number
  columns: number
}

/** What the word at the cursor may become, above the text. */
export function CompletionPopup({ composer, left, bottom, columns }: CompletionPopupProps) {
  const { completion } = useSyncExternalStore(composer.subscribe, composer.get)
  if (completion === undefined) return null
  const rows = popupRows(completion.items, completion.selected, columns)
  return (
    <Box position="absolute" left={left} top={bottom - rows.length} flexDirection="column">
      <Lines rows={rows} />
    </Box>
  )
}

/** Rows at a time; the others come into sight as they are chosen. */
const maxRows = 10

export function popupRows(
  items: readonly CompletionItem[],
  selected: number | undefined,
  columns: number
): Row[] {
  const labels = Math.max(...items.map(({ label }) => width(label)))
  const hints = Math.max(...items.map(({ hint }) => width(hint)))
  const inner = Math.min(columns, 3 + labels + 2 + (hints === 0 ? 0 : hints + 1))
  const first = Math.max(0, (selected ?? 0) - maxRows + 1)
  return items.slice(first, first + maxRows).map(({ label, hint }, index) => {
    const isSelected = first + index === selected
    const role = isSelected ? 'selected' : 'bar'
    return fitRow(
      [
        { text: isSelected ? ' › ' : '   ', role },
        { text: label + ' '.repeat(labels - width(label) + 2), role },
        { text: hint, role: isSelected ? 'selected' : 'barDim' }
      ],
      inner,
      { role }
    )
  })
}
