import { expect, test } from 'vitest'
import { peopleRows } from '../../../../src/cli/tui/panes/people-rows.ts'
import { whoRows } from '../../../../src/cli/tui/panes/who-rows.ts'
import { rowWidth } from '../../../../src/cli/tui/text/spans.ts'
import { lines } from '../messages.ts'
import { person } from './state.ts'
import type { Row } from '../../../../src/cli/tui/text/spans.ts'

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

test('what people call themselves stands in quotes behind the username, as far as there is room', () => {
  const named = [
    person('mallory', 'online', { display_name: 'alice' }),
    person('a_very_long_name_12', 'online', { display_name: 'Al', trust: 'verified' }),
    person('bob', 'offline', { display_name: 'Bob\u202e', trust: 'changed' })
  ]
  expect(lines(peopleRows(named, 17, 3))).toEqual([
    ' ● mallory “alic…',
    ' ● a_very_long_n…',
    ' ○ bob ! “Bob”'
  ])
  expect(lines(whoRows(named.slice(0, 1), Date.now()))).toEqual(['● mallory               online · “alice”'])
})

test('a person has the colour that they chose', () => {
  const [[, name]] = peopleRows([person('bob', 'online', { colour: 'pink' })], 17, 1) as [Row]
  expect(name).toMatchObject({ text: 'bob', hue: 11 })
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
