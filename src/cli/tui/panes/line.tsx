import { Text } from 'ink'
import { memo } from 'react'
import { hyperlink } from '../text/links.ts'
import { useTheme } from '../themes/context.ts'
import type { Row, Span } from '../text/spans.ts'
import type { Look, Theme } from '../themes/index.ts'

/** One line of the terminal. Rows that look the same are not drawn again, however often they are built. */
export const Line = memo(LineOf, (before, after) => sameRow(before.row, after.row))

function LineOf({ row }: { row: Row }) {
  const theme = useTheme()
  return (
    <Text wrap="truncate">
      {row.map((span, index) => (
        <Text key={index} {...lookOf(theme, span)}>
          {span.link === undefined ? span.text : hyperlink(span.text, span.link)}
        </Text>
      ))}
    </Text>
  )
}

export function Lines({ rows }: { rows: readonly Row[] }) {
  return rows.map((row, index) => <Line key={index} row={row} />)
}

function lookOf({ looks, hues }: Theme, { role, hue, bold, italic, strike }: Span): Look {
  return {
    ...looks[role ?? 'text'],
    ...(hue !== undefined && hues[hue]),
    ...(bold === true && { bold }),
    ...(italic === true && { italic }),
    ...(strike === true && { strikethrough: true })
  }
}

const sameRow = (a: Row, b: Row): boolean =>
  a === b || (a.length === b.length && a.every((span, index) => sameSpan(span, b[index]!)))

const sameSpan = (a: Span, b: Span): boolean =>
  a.text === b.text &&
  a.role === b.role &&
  a.hue === b.hue &&
  a.bold === b.bold &&
  a.italic === b.italic &&
  a.strike === b.strike &&
  a.link === b.link
