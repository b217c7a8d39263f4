import { renderToString } from 'ink'
import { expect, test } from 'vitest'
import { Choices } from '../../../../src/cli/tui/first-run/choices.tsx'
import { Stage, stageColumns } from '../../../../src/cli/tui/first-run/stage.tsx'
import { createTerminal } from '../../../../src/cli/tui/terminal/terminal.ts'
import { TerminalContext } from '../../../../src/cli/tui/terminal/context.ts'
import type { ReactNode } from 'react'

const draw = (node: ReactNode, columns: number): string[] => {
  const terminal = createTerminal(process.stdin, process.stdout)
  try {
    return renderToString(<TerminalContext value={terminal}>{node}</TerminalContext>, { columns }).split('\n')
  } finally {
    terminal.stop()
  }
}

const choices = [
  { label: 'One', meaning: 'The first of them.', choose: () => {} },
  { label: 'Two', meaning: '', choose: () => {} }
]

test.each([
  [80, 24],
  [160, 50],
  [40, 10]
])('a question stands in the middle of %dx%d, its keys at the bottom', (columns, rows) => {
  const size = { columns, rows }
  const drawn = draw(
    <Choices size={size} question="Which one?" choices={choices} onBack={() => {}} onQuit={() => {}} />,
    columns
  )
  expect(drawn).toHaveLength(rows)
  expect(drawn.at(-1)!.trim()).toMatch(/^↑↓ or 1-2/)
  const question = drawn.find((text) => text.includes('Which one?'))!
  expect(question.indexOf('Which')).toBe(Math.floor((columns - stageColumns(size)) / 2))
})

test('choices have numbers, the first is marked, and a problem stands above them', () => {
  const size = { columns: 80, rows: 24 }
  const text = draw(
    <Choices size={size} question="Again?" problem="It broke." choices={choices} onQuit={() => {}} />,
    80
  ).join('\n')
  expect(text).toMatch(/›.*1 {2}One[^]*The first of them\.[^]*2 {2}Two/)
  expect(text.indexOf('It broke.')).toBeLessThan(text.indexOf('One'))
  expect(text).not.toContain('Esc back')
})

test('a stage shows what it is given, under the name of the house', () => {
  const rows = [[{ text: 'one' }], [{ text: 'two' }]]
  const drawn = draw(<Stage size={{ columns: 60, rows: 12 }} rows={rows} keys="Enter" />, 60).map((text) =>
    text.trim()
  )
  const first = drawn.findIndex((text) => text.startsWith('starling'))
  expect(drawn.slice(first, first + 4)).toEqual(['starling  chat from peer to peer', '', 'one', 'two'])
})
