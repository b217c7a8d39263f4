import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBlocks } from '../../../../src/cli/tui/rows/blocks.ts'
import { drawOptions } from '../../../../src/cli/tui/rows/draw-options.ts'
import { anchorAtTop, scroll, scrollTop, windowRows } from '../../../../src/cli/tui/rows/window.ts'
import { createTimeline } from '../../../../src/cli/tui/store/timeline.ts'
import { rowWidth } from '../../../../src/cli/tui/text/spans.ts'
import { lines, messageAt } from '../messages.ts'
import type { Blocks } from '../../../../src/cli/tui/rows/blocks.ts'
import type { Anchor, WindowInput } from '../../../../src/cli/tui/rows/window.ts'

const conversation = { name: '#lobby', kind: 'room' } as const

interface Room {
  input: WindowInput
  /** How often a message's rows were asked for. */
  asked: Set<number>
}

function room(count: number, height = 5, complete = true): Room {
  const timeline = createTimeline()
  timeline.addPage(
    Array.from({ length: count }, (_, index) => messageAt(`m${String(index).padStart(5, '0')}`, index)),
    complete
  )
  const blocks = createBlocks(timeline, drawOptions(60, 'alice', 5, false))
  const asked = new Set<number>()
  const counting: Blocks = {
    ...blocks,
    rows(index, marker) {
      asked.add(index)
      return blocks.rows(index, marker)
    }
  }
  return { input: { blocks: counting, height, anchor: undefined, marker: undefined, conversation }, asked }
}

/** Ids of the messages in sight. */
const shown = (input: WindowInput): string[] =>
  lines(windowRows(input).rows).flatMap((row) => /text of m0*(\d+)/.exec(row)?.[1] ?? [])

const at = (input: WindowInput, anchor: Anchor): WindowInput => ({ ...input, anchor })

test('shows the newest messages at the bottom', () => {
  expect(shown(room(100).input)).toEqual(['95', '96', '97', '98', '99'])
})

test('few messages stand at the bottom, below what the place is', () => {
  const window = windowRows(room(2, 12).input)
  expect(window.rows).toHaveLength(12)
  expect(window.atTop).toBe(true)
  const rows = lines(window.rows)
  expect(rows.slice(-2)).toEqual([' 09:00   bob  text of m00000', ' 09:01        text of m00001'])
  expect(rows.join(' ')).toContain('This is the beginning of #lobby')
})

test('where more can be fetched the top says so', () => {
  expect(lines(windowRows(room(2, 12, false).input).rows).join(' ')).toContain('earlier messages…')
})

test('an empty room is drawn', () => {
  const window = windowRows(room(0, 8).input)
  expect(window.rows).toHaveLength(8)
  expect(window.atTop).toBe(true)
})

test('scrolling moves by rows, and the bottom is the bottom', () => {
  const { input } = room(100)
  const up = scroll(input, -3)
  expect(shown(at(input, up))).toEqual(['92', '93', '94', '95', '96'])
  const further = scroll(at(input, up), -50)
  expect(shown(at(input, further))).toEqual(['42', '43', '44', '45', '46'])
  expect(scroll(at(input, up), 2)).not.toBeUndefined()
  expect(scroll(at(input, up), 3)).toBeUndefined()
  expect(scroll(at(input, up), 300)).toBeUndefined()
  expect(scroll(input, 5)).toBeUndefined()
})

test('new messages do not move what is being read', () => {
  const { input } = room(100)
  const reading = at(input, scroll(input, -10))
  const before = windowRows(reading).rows
  for (let index = 100; index < 200; index++) input.blocks.timeline.add(messageAt(`m00${index}`, index))
  expect(windowRows(reading).rows).toEqual(before)
})

test('older messages that arrive do not move it either', () => {
  const { input } = room(30, 5, false)
  const reading = at(input, scroll(input, -10))
  const before = shown(reading)
  input.blocks.timeline.addPage([messageAt('k1', -100), messageAt('k2', -99)], true)
  expect(shown(reading)).toEqual(before)
})

test('the top goes no higher than the first message', () => {
  const { input } = room(100, 12)
  const top = scroll(input, -5000)
  expect(top).toEqual(scrollTop(input))
  const window = windowRows(at(input, top))
  expect(window.atTop).toBe(true)
  expect(lines(window.rows)[1]).toContain('#lobby')
  expect(scroll(at(input, top), -1)).toEqual(top)
})

test('a room that fits does not scroll', () => {
  const { input } = room(2, 12)
  expect(scroll(input, -3)).toBeUndefined()
  expect(scrollTop(input)).toBeUndefined()
  expect(scroll(room(0).input, -3)).toBeUndefined()
  expect(scrollTop(room(0).input)).toBeUndefined()
})

test('a message can be put at the top', () => {
  const { input } = room(100)
  expect(shown(at(input, anchorAtTop(input, 'm00050')))).toEqual(['50', '51', '52', '53', '54'])
  expect(anchorAtTop(input, 'm00098')).toBeUndefined()
  expect(anchorAtTop(input, 'nobody')).toBeUndefined()
})

test('the marker comes with its message to the top', () => {
  const { input } = room(100)
  const marked = { ...input, marker: 'm00050' }
  expect(lines(windowRows(at(marked, anchorAtTop(marked, 'm00050'))).rows)[0]).toContain(' new ')
})

test('a message that is gone follows the newest', () => {
  const { input } = room(100)
  expect(shown(at(input, { id: 'gone', row: 0 }))).toEqual(shown(input))
})

test('of ten thousand messages only those in sight are drawn', () => {
  const { input, asked } = room(10_000, 40)
  windowRows(input)
  expect(asked.size).toBeLessThanOrEqual(41)
  asked.clear()
  scroll(input, -30)
  windowRows(at(input, scroll(input, -30)))
  // Those in sight, and the first of all, which say how far up it goes.
  expect(asked.size).toBeLessThanOrEqual(120)
})

test('a frame of a room of ten thousand asks for no more than one of a hundred', () => {
  const drawn = [100, 10_000].map((count) => {
    const { input, asked } = room(count, 40)
    windowRows(input)
    return asked.size
  })
  expect(drawn[1]).toBe(drawn[0])
})

test('exactly the height of the pane, at any place and size', () => {
  fc.assert(
    fc.property(
      fc.nat(40),
      fc.integer({ min: 1, max: 30 }),
      fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 10 }),
      (count, height, moves) => {
        const { input } = room(count, height)
        let anchor: Anchor
        for (const move of moves) {
          anchor = scroll(at(input, anchor), move)
          const { rows } = windowRows(at(input, anchor))
          expect(rows).toHaveLength(height)
          for (const row of rows) expect(rowWidth(row)).toBe(60)
        }
      }
    ),
    { numRuns: 200 }
  )
})

test('up and down again ends where it began', () => {
  const { input } = room(50)
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 15 }), fc.integer({ min: 1, max: 15 }), (start, by) => {
      const from = scroll(input, -start)
      const there = scroll(at(input, from), -by)
      expect(scroll(at(input, there), by)).toEqual(from)
    })
  )
})
