import { expect, test } from 'vitest'
import { claimOf, profileLines } from '../../src/cli/profile-lines.ts'
import { base64 } from '../../src/protocol/index.ts'
import type { PersonProfile } from '../../src/node/index.ts'

const now = Date.parse('2026-03-04T12:00:00Z')
const bob: PersonProfile = { name: 'bob', id: 'b' }

test('a profile says what there is, the username first', () => {
  expect(profileLines(bob, now)).toEqual([['Username', 'bob']])
  expect(
    profileLines(
      {
        ...bob,
        display_name: 'Robert',
        status_text: 'at sea',
        time_zone: 'Asia/Tokyo',
        colour: 'teal',
        picture: { type: 'image/jpeg', width: 64, height: 48, data: base64(new Uint8Array(3 * 1024)) },
        changed: '2026-03-01T12:00:00Z'
      },
      now
    )
  ).toEqual([
    ['Username', 'bob'],
    ['Name', '“Robert”'],
    ['Status', 'at sea'],
    ['Time', 'Wed 21:00 (Asia/Tokyo)'],
    ['Colour', 'teal'],
    ['Picture', 'JPEG, 64 × 48, 3.0 KiB'],
    ['Changed', '3 days ago']
  ])
})

test('what somebody wrote can do no harm', () => {
  const hostile = {
    ...bob,
    display_name: 'al\x1b[31mice\u202e',
    status_text: 'x\ny\x07',
    time_zone: 'No/Where\x1b'
  }
  expect(profileLines(hostile, now)).toEqual([
    ['Username', 'bob'],
    ['Name', '“al[31mice”'],
    ['Status', 'x y']
  ])
  expect(claimOf({})).toBe('')
})
