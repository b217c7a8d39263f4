import { expect, test } from 'vitest'
import { createBlocks } from '../../../../src/cli/tui/rows/blocks.ts'
import { drawOptions } from '../../../../src/cli/tui/rows/draw-options.ts'
import { createTimeline } from '../../../../src/cli/tui/store/timeline.ts'
import { lines, messageAt } from '../messages.ts'
import type { Message } from '../../../../src/node/index.ts'
import type { Blocks } from '../../../../src/cli/tui/rows/blocks.ts'

function blocksOf(messages: Message[], columns = 60): Blocks {
  const timeline = createTimeline()
  timeline.addPage(messages, true)
  return createBlocks(timeline, drawOptions(columns, 'alice', 5, false))
}

const all = (blocks: Blocks, marker?: string): string[] =>
  blocks.timeline.entries.flatMap((_, index) => lines(blocks.rows(index, marker)))

test('messages of one person form a group: the name once, the time when it changes', () => {
  const blocks = blocksOf([messageAt('a', 0), messageAt('b', 0.2), messageAt('c', 2)])
  expect(all(blocks).slice(1)).toEqual([
    ' 09:00   bob  text of a',
    '              text of b',
    ' 09:02        text of c'
  ])
})

test('another person, a long silence and another kind of message begin a new group', () => {
  const blocks = blocksOf([
    messageAt('a', 0),
    messageAt('b', 0, { sender: 'carol' }),
    messageAt('c', 0, { sender: 'carol', type: 'system' }),
    messageAt('d', 30, { sender: 'carol' }),
    messageAt('e', 31, { sender: 'carol' }),
    messageAt('f', 45, { sender: 'carol' })
  ])
  expect(all(blocks).slice(1)).toEqual([
    ' 09:00   bob  text of a',
    ' 09:00 carol  text of b',
    ' 09:00        text of c',
    ' 09:30 carol  text of d',
    ' 09:31        text of e',
    ' 09:45 carol  text of f'
  ])
})

test('a new day has a line, and everybody is named again', () => {
  const rows = all(blocksOf([messageAt('a', 0), messageAt('b', 24 * 60)]))
  expect(rows[0]).toContain('Wednesday, March 4, 2026')
  expect(rows[2]).toContain('Thursday, March 5, 2026')
  expect(rows[3]).toBe(' 09:00   bob  text of b')
})

test('the marker stands above its message, and the group begins anew', () => {
  const rows = all(blocksOf([messageAt('a', 0), messageAt('b', 0)]), 'b')
  expect(rows[2]).toMatch(/── new ──$/)
  expect(rows[3]).toBe(' 09:00   bob  text of b')
})

test('narrow panes have an empty row between groups', () => {
  const blocks = blocksOf([messageAt('a', 0), messageAt('b', 0, { sender: 'carol' })], 40)
  expect(all(blocks).slice(1)).toEqual([' bob  09:00', '  text of a', '', ' carol  09:00', '  text of b'])
})

test('a message is drawn once, as long as nothing about it changes', () => {
  const blocks = blocksOf([messageAt('a', 0, { own: true, state: 'queued' }), messageAt('b', 0)])
  const before = [blocks.rows(0, undefined), blocks.rows(1, undefined)]
  expect(blocks.rows(0, undefined)).toBe(before[0])
  blocks.timeline.setState('a', 'delivered', 1)
  expect(lines(blocks.rows(0, undefined))[1]).toContain('✓✓')
  expect(blocks.rows(1, undefined)).toBe(before[1])
  expect(blocks.rows(1, 'b')).not.toBe(before[1])
})

test('an earlier message that comes late changes who is named', () => {
  const blocks = blocksOf([messageAt('b', 1)])
  expect(lines(blocks.rows(0, undefined))[0]).toContain('March')
  blocks.timeline.add(messageAt('a', 0))
  expect(lines(blocks.rows(1, undefined))).toEqual([' 09:01        text of b'])
})

test('there is no row of a message that is not there', () => {
  expect(() => blocksOf([]).rows(0, undefined)).toThrow(RangeError)
})
