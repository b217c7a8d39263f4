import { expect, test } from 'vitest'
import { switcherItems } from '../../../../src/cli/tui/panes/switcher-items.ts'
import { slashCommands } from '../../../../src/cli/tui/slash/index.ts'
import { conversation, person, presenceOf, stateWith } from './state.ts'

const state = stateWith({
  conversations: [
    conversation('#dev', { unread: 3, mentions: 1 }),
    conversation('bob', { unread: 2 }),
    conversation('#lobby')
  ],
  presence: presenceOf(
    person('alice', 'online', { me: true }),
    person('carol', 'offline'),
    person('bob', 'online'),
    person('dave', 'away')
  )
})

const labels = (query: string, onlyPeople = false): string[] =>
  switcherItems(state, query, onlyPeople).map(({ label }) => label)

test('conversations first, the one that is open left out, then people and commands', () => {
  expect(labels('')).toEqual(['#dev', 'bob', 'dave', 'carol', ...slashCommands.map(({ name }) => `/${name}`)])
})

test('says what is new there, and how people are', () => {
  const items = switcherItems(state, '', false)
  expect(items[0]).toMatchObject({ hint: '@1  3 new', action: { type: 'open', name: '#dev' } })
  expect(items[1]!.hint).toBe('2 new')
  expect(items[2]).toMatchObject({ hint: '◐ away', action: { type: 'message', name: 'dave' } })
})

test('letters choose', () => {
  expect(labels('dv')[0]).toBe('#dev')
  expect(labels('/wh')[0]).toBe('/who')
  expect(labels('DAV')[0]).toBe('dave')
})

test('limited to people', () => {
  expect(labels('', true)).toEqual(['bob', 'dave', 'carol'])
})

test('what is not known here can be entered or looked for', () => {
  const items = switcherItems(state, 'zebra', false)
  expect(items.map(({ action }) => action)).toEqual([
    { type: 'message', name: 'zebra' },
    { type: 'join', room: '#zebra' }
  ])
  expect(switcherItems(state, '#zebra', false).map(({ action }) => action.type)).toEqual(['join'])
  expect(switcherItems(state, '@zebra', false).map(({ action }) => action.type)).toEqual(['message'])
  expect(switcherItems(state, 'zebra', true).map(({ action }) => action.type)).toEqual(['message'])
})

test('what is known is not offered twice', () => {
  expect(labels('#dev')).toEqual(['#dev'])
  expect(labels('carol', true)).toEqual(['carol'])
})

test('what cannot be a name is not offered', () => {
  expect(labels('not a name!')).toEqual([])
})
