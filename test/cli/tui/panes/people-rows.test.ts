import { expect, test } from 'vitest'
import { peopleRows } from '../../../../src/cli/tui/panes/people-rows.ts'
import { whoRows } from '../../../../src/cli/tui/panes/who-rows.ts'
import { rowWidth } from '../../../../src/cli/tui/text/spans.ts'
import { lines } from '../messages.ts'
import { person } from './state.ts'

const people = [
  person('alice', 'online', { me: true }),
  person('bob', 'away', { link: 'direct' }),
  person('carol', 'offline', { last_seen: '2026-03-04T09:00:00.000Z' })
]

test('presence has a shape for each state', () => {
  expect(lines(peopleRows(people, 17, 4))).toEqual([' ● alice you', ' ◐ bob', ' ○ carol', ''])
})

test('a list that is too long is counted', () => {
  expect(lines(peopleRows(people, 17, 2))).toEqual([' ● alice you', '   2 more: /who'])
})

test('every row is as wide as the pane', () => {
  const long = person('a_very_long_name_123', 'online', { me: true })
  for (const row of peopleRows([long], 17, 3)) expect(rowWidth(row)).toBe(17)
})

test('/who says it in words', () => {
  const now = Date.parse('2026-03-04T12:00:00.000Z')
  expect(lines(whoRows([...people, person('dave', 'offline')], now))).toEqual([
    '● alice                 online · you',
    '◐ bob                   away · connected to you',
    '○ carol                 offline · seen 3 hours ago',
    '○ dave                  offline'
  ])
})
