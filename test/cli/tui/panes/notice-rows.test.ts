import { expect, test } from 'vitest'
import { noticeRows } from '../../../../src/cli/tui/panes/notice-rows.ts'
import { rowWidth } from '../../../../src/cli/tui/text/spans.ts'
import { lines } from '../messages.ts'
import { stateWith } from './state.ts'

test('nothing to say takes no room', () => {
  expect(noticeRows(stateWith(), 60)).toEqual([])
})

test('a notice can be dismissed, and says by which key', () => {
  const notice = { level: 'warning', text: 'The disk is full.' } as const
  const rows = lines(noticeRows(stateWith({ notice }), 40))
  expect(rows[0]).toMatch(/^ ! The disk is full\. +Esc$/)
  expect(rows).toHaveLength(2)
})

test('a long notice goes over rows, and not over the screen', () => {
  const notice = { level: 'info', text: 'word '.repeat(200) } as const
  const rows = noticeRows(stateWith({ notice }), 40)
  expect(rows).toHaveLength(4)
  for (const row of rows) expect(rowWidth(row)).toBe(40)
})

test('a notice cannot write to the terminal', () => {
  const notice = { level: 'info', text: 'a\x1b[2J\nb' } as const
  expect(lines(noticeRows(stateWith({ notice }), 40))[0]).toMatch(/^ i a\[2J b/)
})

test('that the node is gone comes before everything', () => {
  const state = stateWith({ closed: 'The disk is gone.', notice: { level: 'info', text: 'other' } })
  const text = lines(noticeRows(state, 80)).join(' ')
  expect(text).toContain('■ Starling has stopped: The disk is gone.')
  expect(text).not.toContain('other')
})
