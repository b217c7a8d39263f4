import { expect, test } from 'vitest'
import { screenLayout } from '../../../../src/cli/tui/panes/layout.ts'
import { titleRow } from '../../../../src/cli/tui/panes/title-row.ts'
import { rowWidth } from '../../../../src/cli/tui/text/spans.ts'
import { plain } from '../messages.ts'
import { conversation, person, presenceOf, stateWith } from './state.ts'
import type { ChatState } from '../../../../src/cli/tui/store/model.ts'

const auto = { rooms: undefined, people: undefined, bare: false }
const draw = (state: ChatState, columns = 80): string =>
  plain(titleRow(state, screenLayout(columns, 24, auto)))

test('a room is public and signed, with how many are there', () => {
  const people = [person('alice', 'online'), person('bob', 'away'), person('carol', 'offline')]
  expect(draw(stateWith({ people }))).toMatch(/^ starling {12}#lobby {2}public, signed +2 online $/)
})

test('a direct conversation is encrypted, with how the other one is', () => {
  const state = stateWith({
    active: 'bob',
    conversations: [conversation('bob')],
    presence: presenceOf(person('bob', 'away'))
  })
  expect(draw(state)).toMatch(/bob {2}direct, encrypted +◐ away $/)
  expect(draw({ ...state, presence: presenceOf() })).toMatch(/○ offline $/)
  const named = presenceOf(person('bob', 'away', { display_name: 'Robert' }))
  expect(draw({ ...state, presence: named })).toMatch(/ bob “Robert” {2}direct, encrypted /)
})

test('messages that are missing are said to be', () => {
  const state = (missing: number) => stateWith({ conversations: [conversation('#lobby', { missing })] })
  expect(draw(state(3), 120)).toContain('3 messages missing, asking peers')
  expect(draw(state(1), 120)).toContain('1 message missing')
  expect(draw(state(0), 120)).not.toContain('missing')
})

test('with nothing open it says who one is', () => {
  expect(draw(stateWith({ active: undefined, conversations: [] }))).toContain('alice')
})

test('fills the screen at any width', () => {
  for (let columns = 40; columns < 200; columns++) {
    const state = stateWith({ conversations: [conversation('#lobby', { missing: 7 })] })
    expect(rowWidth(titleRow(state, screenLayout(columns, 24, auto)))).toBe(columns)
  }
})
