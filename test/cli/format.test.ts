import { expect, test } from 'vitest'
import { conversationRows, deviceRows, fields, messageLine, personRows, table } from '../../src/cli/format.ts'
import type { Message, Person } from '../../src/node/index.ts'

const message: Message = {
  type: 'chat',
  id: 'm1',
  conversation: '#lobby',
  room: '#lobby',
  sender: 'alice',
  sender_id: 'a1',
  recipient: 'all',
  content: 'hello',
  timestamp: new Date(2026, 2, 4, 9, 5).toISOString(),
  file_data: null,
  encrypted: false,
  own: false,
  mentions_me: false
}
const own: Message = {
  ...message,
  type: 'private',
  conversation: 'bob',
  own: true,
  state: 'sent',
  stored_by: 0
}

test.for<[string, Message, object, string]>([
  ['a room', message, {}, '09:05 #lobby alice: hello'],
  ['one conversation', message, { where: false }, '09:05 alice: hello'],
  ['history', message, { date: true, where: false }, '2026-03-04 09:05 alice: hello'],
  ['private, to me', { ...own, own: false }, {}, '09:05 private alice: hello'],
  ['private, of mine', own, {}, '09:05 private to bob alice: hello'],
  ['not held yet', own, { where: false, queued: true }, '09:05 alice: hello (queued)'],
  ['held', { ...own, state: 'delivered' }, { where: false, queued: true }, '09:05 alice: hello'],
  ['more lines', { ...message, content: 'a\nb\n\nc' }, {}, '09:05 #lobby alice: a\n    b\n    \n    c'],
  [
    'hostile',
    { ...message, sender: 'al\x1b[31mice', content: '\x1b]0;x\x07\rb' },
    {},
    '09:05 #lobby al[31mice: ]0;x\n    b'
  ]
])('a message of %s', ([, given, style, line]) => {
  expect(messageLine(given, style)).toBe(line)
})

test('columns stand under each other, whatever is in them', () => {
  expect(
    table([
      ['NAME', 'SEEN'],
      ['日本', 'now'],
      ['al', 'never']
    ])
  ).toEqual(['NAME  SEEN', '日本  now', 'al    never'])
  expect(
    fields([
      ['Name', 'alice'],
      ['Certificate', 'until\nsoon']
    ])
  ).toEqual(['Name         alice', 'Certificate  until soon'])
})

test('what nobody said has no sender', () => {
  const line = { ...message, type: 'system', content: 'alice has a new device' } as const
  expect(messageLine(line)).toBe('09:05 #lobby alice has a new device')
})

test('devices say what they are', () => {
  const now = Date.parse('2026-03-04T12:00:00Z')
  const laptop = {
    id: '12D3KooWa',
    name: 'laptop',
    online: true,
    current: true,
    added: '2026-03-01T12:00:00Z'
  }
  const phone = { id: '12D3KooWb', name: 'phone', online: true, current: false }
  const away = { ...phone, online: false }
  expect(
    deviceRows([laptop, phone, away, { ...away, last_seen: '2026-03-04T11:00:00Z' }], now).slice(1)
  ).toEqual([
    ['laptop', '3 days ago', 'now', 'this one', '12D3KooWa'],
    ['phone', 'unknown', 'now', 'online', '12D3KooWb'],
    ['phone', 'unknown', 'never', '-', '12D3KooWb'],
    ['phone', 'unknown', '1 hour ago', '-', '12D3KooWb']
  ])
})

test('conversations and people say what they are', () => {
  const now = Date.parse('2026-03-04T12:00:00Z')
  const room = { name: '#lobby', kind: 'room', unread: 2, mentions: 1, online: 3, missing: 4 } as const
  expect(
    conversationRows(
      [
        { ...room, last_activity: '2026-03-04T11:00:00Z' },
        { ...room, missing: 0 }
      ],
      now
    ).slice(1)
  ).toEqual([
    ['#lobby', '2', '1', '3', '1 hour ago (4 missing, asking)'],
    ['#lobby', '2', '1', '3', 'never']
  ])
  const person: Person = {
    name: 'bob',
    id: 'b',
    status: 'online',
    link: 'direct',
    trust: 'unverified',
    me: false
  }
  expect(
    personRows(
      [
        person,
        { ...person, me: true, link: 'none', status: 'away', display_name: 'Bob', status_text: 'at sea' },
        { ...person, link: 'none', status: 'offline', last_seen: '2026-03-01T12:00:00Z', trust: 'verified' },
        { ...person, link: 'none', status: 'offline', trust: 'changed' }
      ],
      now
    ).slice(1)
  ).toEqual([
    ['bob', 'online', 'direct', 'now', '-', ''],
    ['bob', 'away', 'you', 'now', '-', '“Bob” at sea'],
    ['bob', 'offline', '-', '3 days ago', 'verified', ''],
    ['bob', 'offline', '-', 'never', 'changed', '']
  ])
})
