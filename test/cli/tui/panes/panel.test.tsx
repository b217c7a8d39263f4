import { Box, renderToString } from 'ink'
import { expect, test } from 'vitest'
import { Lines } from '../../../../src/cli/tui/panes/line.tsx'
import { Panel, placePanel } from '../../../../src/cli/tui/panes/panel.tsx'

test('a panel covers what is under it, cell by cell', () => {
  const below = Array.from({ length: 6 }, () => [{ text: '日本語'.repeat(5) }])
  const screen = renderToString(
    <Box width={30} height={6} flexDirection="column">
      <Lines rows={below} />
      <Panel title="Title" rows={[[{ text: 'a' }], []]} footer="Esc" left={5} top={1} columns={15} />
    </Box>,
    { columns: 30 }
  )
  expect(screen.split('\n').slice(1, 5)).toEqual([
    '日本 ╭─ Title ─────╮本語日本語',
    '日本 │ a           │本語日本語',
    '日本 │             │本語日本語',
    '日本 ╰─ Esc ───────╯本語日本語'
  ])
})

test('panels stand inside the screen', () => {
  for (const size of [
    { columns: 40, rows: 10 },
    { columns: 80, rows: 24 },
    { columns: 160, rows: 50 }
  ]) {
    const { frame, columns, rows } = placePanel(size, { columns: 76, rows: 100 })
    expect(frame.left).toBeGreaterThanOrEqual(0)
    expect(frame.left + frame.columns).toBeLessThanOrEqual(size.columns)
    expect(frame.top + rows + 2).toBeLessThanOrEqual(size.rows)
    expect(columns).toBe(frame.columns - 4)
  }
})
