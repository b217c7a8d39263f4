import { expect, test } from 'vitest'
import { roomRows } from '../../../../src/cli/tui/panes/room-rows.ts'
import { rowWidth } from '../../../../src/cli/tui/text/spans.ts'
import { lines } from '../messages.ts'
import { conversation, person, presenceOf, stateWith } from './state.ts'

test('rooms and people, with their counts in different shapes', () => {
  const state = stateWith({
    conversations: [
      conversation('#dev', { unread: 3, mentions: 1 }),
      conversation('bob', { unread: 2 }),
      conversation('#lobby'),
      conversation('carol', { online: 1 }),
      conversation('dave')
    ],
    presence: presenceOf(person('bob', 'away'))
  })
  expect(lines(roomRows(state, 19, 6))).toEqual([
    ' 1 # dev     3  @1',
    ' 2 ◐ bob         2',
    '›3 # lobby',
    ' 4 ● carol',
    ' 5 ○ dave',
    ''
  ])
})

test('what is unread is bold, what is open is marked, the rest recedes', () => {
  const state = stateWith({
    conversations: [conversation('#dev', { unread: 1 }), conversation('#lobby'), conversation('#music')]
  })
  const roles = roomRows(state, 19, 3).map((row) => row[3]!.role)
  expect(roles).toEqual(['unread', 'selected', 'dim'])
})

test('a long name gives way to its counts', () => {
  const state = stateWith({ conversations: [conversation('#ops-and-infrastructure', { unread: 1000 })] })
  expect(lines(roomRows(state, 19, 1))).toEqual([' 1 # ops-and-… 999'])
})

test('only the first nine have a key', () => {
  const conversations = Array.from({ length: 11 }, (_, index) => conversation(`#r${index}`))
  const rows = lines(roomRows(stateWith({ conversations }), 19, 11))
  expect(rows[8]).toBe(' 9 # r8')
  expect(rows[9]).toBe('   # r9')
})

test('a list that is too long is counted, and the open one is in sight', () => {
  const conversations = Array.from({ length: 30 }, (_, index) => conversation(`#r${index}`))
  const top = lines(roomRows(stateWith({ conversations, active: '#r0' }), 19, 10))
  expect(top[0]).toBe('›1 # r0')
  expect(top[9]).toBe('   21 more')
  const low = lines(roomRows(stateWith({ conversations, active: '#r25' }), 19, 10))
  expect(low.some((row) => row.includes('r25'))).toBe(true)
  expect(low).toHaveLength(10)
})

test('every row is as wide as the pane', () => {
  const state = stateWith({
    conversations: [
      conversation('日本語の部屋の名前はとても長い', { unread: 5, mentions: 120 }),
      conversation('#lobby')
    ]
  })
  for (const row of roomRows(state, 19, 5)) expect(rowWidth(row)).toBe(19)
})
