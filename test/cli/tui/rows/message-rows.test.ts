import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawOptions } from '../../../../src/cli/tui/rows/draw-options.ts'
import { messageRows, senderOf } from '../../../../src/cli/tui/rows/message-rows.ts'
import { rowWidth } from '../../../../src/cli/tui/text/spans.ts'
import { lines, messageAt, plain } from '../messages.ts'
import { forbidden, hostileText } from '../text/hostile.ts'
import type { Message } from '../../../../src/node/index.ts'
import type { Row } from '../../../../src/cli/tui/text/spans.ts'

const both = { name: true, time: true }

function draw(message: Message, columns = 60, heading = both, reveal = false): Row[] {
  const options = drawOptions(columns, 'alice', 8, reveal)
  return messageRows({ message, time: Date.parse(message.timestamp) }, heading, options)
}

test('time, name and text stand in columns', () => {
  expect(lines(draw(messageAt('a', 5)))).toEqual([' 09:05      bob  text of a'])
})

test('a message that goes on has neither time nor name', () => {
  const heading = { name: false, time: false }
  expect(lines(draw(messageAt('a', 5), 60, heading))).toEqual(['                 text of a'])
})

test('long texts hang below their beginning', () => {
  const content = 'a text that is somewhat longer than one row of this pane can hold'
  expect(lines(draw(messageAt('a', 5, { content })))).toEqual([
    ' 09:05      bob  a text that is somewhat longer than one',
    '                 row of this pane can hold'
  ])
})

test('a name that does not fit stands above, whole', () => {
  const message = messageAt('a', 5, { sender: 'frank_the_tank_99' })
  expect(lines(draw(message))).toEqual([' 09:05  frank_the_tank_99', '                 text of a'])
})

test('narrow panes have the name above its texts', () => {
  expect(lines(draw(messageAt('a', 5), 40))).toEqual([' bob  09:05', '  text of a'])
  expect(lines(draw(messageAt('a', 5), 40, { name: false, time: true }))).toEqual(['  text of a'])
})

test('own messages say how far they have come', () => {
  const own = (state: Message['state']) => messageAt('a', 5, { own: true, state: state! })
  expect(lines(draw(own('queued')))).toEqual([' 09:05      bob  text of a ◌'])
  expect(lines(draw(own('sent')))).toEqual([' 09:05      bob  text of a ✓'])
  expect(lines(draw(own('delivered')))).toEqual([' 09:05      bob  text of a ✓✓'])
})

test('a state always has room', () => {
  for (let length = 1; length < 60; length++) {
    const message = messageAt('a', 5, { own: true, state: 'delivered', content: 'x'.repeat(length) })
    const rows = draw(message)
    expect(plain(rows.at(-1)!)).toMatch(/✓✓$/)
    for (const row of rows) expect(rowWidth(row)).toBeLessThanOrEqual(60)
  }
})

test('a message that names this person has a bar on every row, and the name stands out', () => {
  const content = 'look **here** @alice, and\n@bob too'
  const rows = draw(messageAt('a', 5, { content, mentions_me: true }))
  for (const row of rows) expect(row[0]).toEqual({ text: '▌', role: 'mentionBar' })
  const roles = rows.flat().filter(({ text }) => text.startsWith('@'))
  expect(roles.map(({ text, role }) => [text, role])).toEqual([
    ['@alice', 'mention'],
    ['@bob', 'name']
  ])
})

test('own messages have no bar', () => {
  const rows = draw(messageAt('a', 5, { content: '@alice', mentions_me: true, own: true }))
  expect(rows[0]![0]!.text).toBe(' ')
})

test('nothing of a spoiler reaches the screen until it is opened', () => {
  const message = messageAt('a', 5, { content: 'it was ||the butler||' })
  expect(lines(draw(message))).toEqual([' 09:05      bob  it was ░░░░░░░░░░'])
  expect(JSON.stringify(draw(message))).not.toContain('butler')
  expect(lines(draw(message, 60, both, true))).toEqual([' 09:05      bob  it was the butler'])
})

test('a link in a spoiler is hidden with it', () => {
  const message = messageAt('a', 5, { content: '||https://example.org/x||' })
  expect(JSON.stringify(draw(message))).not.toContain('example.org')
})

test('the room speaks without a name', () => {
  const rows = draw(messageAt('a', 5, { type: 'system', content: 'bob entered' }))
  expect(lines(rows)).toEqual([' 09:05           bob entered'])
  expect(rows[0]!.at(-1)!.role).toBe('system')
})

test('an empty message is a row', () => {
  expect(draw(messageAt('a', 5, { content: '' }))).toHaveLength(1)
})

test('where no name is known, the beginning of the account id stands for it', () => {
  const id = 'mfrggzdfmztwq2lknnwg23tpobyxe43uov3ho6dzpi'
  expect(senderOf(messageAt('a', 1, { sender: id, sender_id: id }))).toBe('~mfrggzdf')
})

test('a name cannot carry a line end or an escape', () => {
  expect(senderOf(messageAt('a', 1, { sender: 'al\x1b[31mice\n', sender_id: 'x' }))).toBe('al[31mice ')
})

test('rows are never wider than the pane and never obeyed by a terminal, whatever is in a message', () => {
  fc.assert(
    fc.property(
      hostileText,
      hostileText,
      fc.boolean(),
      fc.integer({ min: 36, max: 140 }),
      (content, sender, own, columns) => {
        const message = messageAt('a', 5, { content, sender, own, state: 'delivered', mentions_me: !own })
        for (const row of draw(message, columns, both, true)) {
          expect(plain(row)).not.toMatch(forbidden)
          expect(plain(row)).not.toContain('\n')
        }
        // Names come from the registry: 3 to 20 plain characters.
        for (const row of draw({ ...message, sender: 'a_very_long_name_123' }, columns)) {
          expect(rowWidth(row)).toBeLessThanOrEqual(columns)
        }
      }
    ),
    { numRuns: 500 }
  )
})
