import { expect, test } from 'vitest'
import { popupRows } from '../../../../src/cli/tui/panes/completion-popup.tsx'
import { rowWidth } from '../../../../src/cli/tui/text/spans.ts'
import { lines } from '../messages.ts'

const items = [
  { label: '/join #ROOM', hint: 'enter a room', insert: '/join ' },
  { label: '/who', hint: 'who is here', insert: '/who ' }
]

test('labels and hints stand in columns, the chosen one is marked by a shape', () => {
  expect(lines(popupRows(items, 1, 60))).toEqual([
    '   /join #ROOM  enter a room',
    ' › /who         who is here'
  ])
})

test('as wide as it needs, not wider than there is room', () => {
  for (const columns of [20, 40, 100]) {
    const widths = popupRows(items, undefined, columns).map(rowWidth)
    expect(new Set(widths).size).toBe(1)
    expect(widths[0]).toBe(Math.min(columns, 29))
  }
})

test('without hints nothing is cut', () => {
  const names = [{ label: '@bob', hint: '', insert: '@bob ' }]
  expect(lines(popupRows(names, undefined, 40))).toEqual(['   @bob'])
})

test('no more than ten at a time: the chosen one is always in sight', () => {
  const names = Array.from({ length: 12 }, (_, n) => ({ label: `@name${n}`, hint: '', insert: '' }))
  expect(lines(popupRows(names, undefined, 40))).toHaveLength(10)
  expect(lines(popupRows(names, 9, 40)).at(-1)).toBe(' › @name9')
  const last = lines(popupRows(names, 11, 40))
  expect([last[0], last.at(-1)]).toEqual(['   @name2', ' › @name11'])
})
