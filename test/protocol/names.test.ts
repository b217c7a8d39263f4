import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRoomName, isUsername } from '../../src/protocol/index.ts'
import { anyText } from './any-text.ts'

test.each(['abc', 'a_1', '___', '007', 'a'.repeat(20)])('%s is a username', (name) => {
  expect(isUsername(name)).toBe(true)
})

test.each([
  '',
  'ab',
  'a'.repeat(21),
  'Alice',
  'al-ice',
  'al ice',
  'alice\n',
  '\nalice',
  'alice\0',
  'alicé',
  'аlice',
  'ａｌｉｃｅ',
  'alice@home',
  '#alice'
])('%j is no username', (name) => {
  expect(isUsername(name)).toBe(false)
})

test.each(['a', '0', 'lobby', 'dev-team_2', '-', 'a'.repeat(32)])('%s is a room', (name) => {
  expect(isRoomName(name)).toBe(true)
})

test.each(['', '#lobby', 'Lobby', 'a'.repeat(33), 'lob by', 'lobby\n', 'lobby\u2028', 'löbby', 'a.b', 'a/b'])(
  '%j is no room',
  (name) => {
    expect(isRoomName(name)).toBe(false)
  }
)

test('names are plain ASCII, whatever is tried', () => {
  fc.assert(
    fc.property(fc.oneof(anyText(24), fc.stringMatching(/^[a-z0-9_]{0,24}$/)), (name) => {
      const plain = [...name].every((letter) => 'abcdefghijklmnopqrstuvwxyz0123456789_'.includes(letter))
      expect(isUsername(name)).toBe(plain && name.length >= 3 && name.length <= 20)
    })
  )
})
