import { expect, test } from 'vitest'
import { sortConversations, sortPeople, urgency } from '../../../../src/cli/tui/store/sort.ts'
import type { Conversation, Person, PresenceStatus } from '../../../../src/node/index.ts'

const conversation = (name: string, extra: Partial<Conversation> = {}): Conversation => ({
  name,
  kind: name.startsWith('#') ? 'room' : 'direct',
  unread: 0,
  mentions: 0,
  online: 0,
  missing: 0,
  ...extra
})

test('mentions, then unread, then recent, then by name', () => {
  const sorted = sortConversations([
    conversation('#quiet-b'),
    conversation('#quiet-a'),
    conversation('#old', { last_activity: '2026-01-01T00:00:00.000Z' }),
    conversation('#recent', { last_activity: '2026-02-01T00:00:00.000Z' }),
    conversation('#unread', { unread: 9 }),
    conversation('#mention', { unread: 1, mentions: 1 })
  ])
  expect(sorted.map(({ name }) => name)).toEqual([
    '#mention',
    '#unread',
    '#recent',
    '#old',
    '#quiet-a',
    '#quiet-b'
  ])
})

test('a direct message asks for this person as a mention does', () => {
  expect(urgency(conversation('bob', { unread: 1 }))).toBe(2)
  expect(urgency(conversation('#room', { unread: 1 }))).toBe(1)
  expect(urgency(conversation('#room', { unread: 3, mentions: 1 }))).toBe(2)
  expect(urgency(conversation('bob'))).toBe(0)
})

test('people stand by presence, then name', () => {
  const person = (name: string, status: PresenceStatus): Person => ({
    name,
    id: name,
    status,
    link: 'none',
    trust: 'unverified',
    me: false
  })
  const sorted = sortPeople([
    person('zoe', 'offline'),
    person('bob', 'away'),
    person('carol', 'online'),
    person('alice', 'online')
  ])
  expect(sorted.map(({ name }) => name)).toEqual(['alice', 'carol', 'bob', 'zoe'])
})
