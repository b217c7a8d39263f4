import { expect, test } from 'vitest'
import { clockTime, dayName, sameDay, timeAgo, timeThere } from '../../../../src/cli/tui/text/time.ts'

const at = (text: string): number => new Date(text).getTime()

test('the time of day is that of this computer', () => {
  expect(clockTime(at('2026-03-04T09:05:59'))).toBe('09:05')
  expect(clockTime(at('2026-03-04T23:59:00'))).toBe('23:59')
})

test('days have names', () => {
  expect(dayName(at('2026-03-04T12:00:00'))).toBe('Wednesday, March 4, 2026')
})

test('it is another time elsewhere', () => {
  const noon = Date.parse('2026-03-04T12:00:00Z')
  expect(timeThere('UTC', noon)).toBe('Wed 12:00')
  expect(timeThere('Pacific/Kiritimati', noon)).toBe('Thu 02:00')
  expect(timeThere('Europe/Atlantis', noon)).toBeUndefined()
})

test('midnight parts days', () => {
  expect(sameDay(at('2026-03-04T00:00:00'), at('2026-03-04T23:59:59'))).toBe(true)
  expect(sameDay(at('2026-03-04T23:59:59'), at('2026-03-05T00:00:00'))).toBe(false)
})

test.each([
  [0, 'just now'],
  [59, 'just now'],
  [60, '1 minute ago'],
  [59 * 60, '59 minutes ago'],
  [3600, '1 hour ago'],
  [47 * 3600, '47 hours ago'],
  [72 * 3600, '3 days ago'],
  [-60, 'just now']
])('%d seconds are %s', (seconds, words) => {
  expect(timeAgo(0, seconds * 1000)).toBe(words)
})
