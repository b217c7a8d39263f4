import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTimeline } from '../../../../src/cli/tui/store/timeline.ts'
import { messageAt } from '../messages.ts'
import type { Timeline } from '../../../../src/cli/tui/store/timeline.ts'

const ids = (timeline: Timeline): string[] => timeline.entries.map(({ message }) => message.id)

test('messages stand by time, then id, in whatever order they came', () => {
  const messages = ['c', 'a', 'b', 'e', 'd'].map((id, index) => messageAt(id, index % 3))
  const expected = [...messages]
    .sort((a, b) => a.timestamp.localeCompare(b.timestamp) || a.id.localeCompare(b.id))
    .map(({ id }) => id)
  fc.assert(
    fc.property(fc.shuffledSubarray(messages, { minLength: messages.length }), (shuffled) => {
      const timeline = createTimeline()
      for (const message of shuffled) timeline.add(message)
      expect(ids(timeline)).toEqual(expected)
      for (const [index, id] of expected.entries()) expect(timeline.indexOf(id)).toBe(index)
    })
  )
})

test('a message that comes twice stands once', () => {
  const timeline = createTimeline()
  expect(timeline.add(messageAt('a', 1))).toBe(true)
  const { version } = timeline
  expect(timeline.add(messageAt('a', 1))).toBe(false)
  expect(ids(timeline)).toEqual(['a'])
  expect(timeline.version).toBe(version)
})

test('every change is a new version', () => {
  const timeline = createTimeline()
  const seen = new Set([timeline.version])
  timeline.add(messageAt('a', 1, { own: true, state: 'queued' }))
  seen.add(timeline.version)
  timeline.setState('a', 'sent', 0)
  seen.add(timeline.version)
  timeline.addPage([messageAt('0', 0)], true)
  seen.add(timeline.version)
  expect(seen.size).toBe(4)
})

test('a state goes forward only', () => {
  const timeline = createTimeline()
  timeline.add(messageAt('a', 1, { own: true, state: 'sent' }))
  expect(timeline.setState('a', 'delivered', 2)).toBe(true)
  expect(timeline.setState('a', 'sent', 0)).toBe(false)
  expect(timeline.get('a')!.message).toMatchObject({ state: 'delivered', stored_by: 2 })
  expect(timeline.setState('a', 'delivered', 3)).toBe(true)
  expect(timeline.setState('nobody', 'sent', 0)).toBe(false)
})

test('an older copy of a message does not take its state back', () => {
  const timeline = createTimeline()
  timeline.add(messageAt('a', 1, { own: true, state: 'delivered', stored_by: 1 }))
  timeline.add(messageAt('a', 1, { own: true, state: 'queued', stored_by: 0 }))
  expect(timeline.get('a')!.message).toMatchObject({ state: 'delivered', stored_by: 1 })
})

test('what is gone is gone, and comes again where it is shown again', () => {
  const timeline = createTimeline()
  for (const [index, id] of ['a', 'b', 'c'].entries()) timeline.add(messageAt(id, index))
  const { version } = timeline
  timeline.remove(['x'])
  expect(timeline.version).toBe(version)
  timeline.remove(['a', 'c', 'x'])
  expect(ids(timeline)).toEqual(['b'])
  expect([timeline.indexOf('a'), timeline.version > version]).toEqual([-1, true])
  timeline.add(messageAt('a', 0))
  expect(ids(timeline)).toEqual(['a', 'b'])
})

test('pages go in front', () => {
  const timeline = createTimeline()
  timeline.addPage([messageAt('c', 3), messageAt('d', 4)], false)
  expect(timeline.complete).toBe(false)
  timeline.addPage([messageAt('a', 1), messageAt('b', 2)], true)
  expect(ids(timeline)).toEqual(['a', 'b', 'c', 'd'])
  expect(timeline.complete).toBe(true)
})

test('what is older than the pages held waits for its page: there may be more between', () => {
  const timeline = createTimeline()
  timeline.addPage([messageAt('m', 10)], false)
  expect(timeline.add(messageAt('a', 1))).toBe(false)
  expect(timeline.add(messageAt('z', 20))).toBe(true)
  expect(ids(timeline)).toEqual(['m', 'z'])
  timeline.addPage([messageAt('a', 1), messageAt('b', 2)], true)
  expect(timeline.add(messageAt('0', 0))).toBe(true)
  expect(ids(timeline)).toEqual(['0', 'a', 'b', 'm', 'z'])
})

test('what came before the first page and is older than it waits as well', () => {
  const timeline = createTimeline()
  timeline.add(messageAt('old', 1))
  timeline.add(messageAt('new', 20))
  timeline.addPage([messageAt('m', 10), messageAt('new', 20)], false)
  expect(ids(timeline)).toEqual(['m', 'new'])
  expect(timeline.indexOf('old')).toBe(-1)
})

test('an empty page is the beginning', () => {
  const timeline = createTimeline()
  timeline.addPage([], true)
  expect(timeline.complete).toBe(true)
  expect(timeline.entries).toEqual([])
})

test('trimming keeps the newest, and the rest can be fetched again', () => {
  const timeline = createTimeline()
  timeline.addPage(
    Array.from({ length: 10 }, (_, index) => messageAt(`m${index}`, index)),
    true
  )
  timeline.trim(3)
  expect(ids(timeline)).toEqual(['m7', 'm8', 'm9'])
  expect(timeline.complete).toBe(false)
  expect(timeline.indexOf('m2')).toBe(-1)
  const { version } = timeline
  timeline.trim(5)
  expect(timeline.version).toBe(version)
})

test('knows the longest name, for the layout', () => {
  const timeline = createTimeline()
  timeline.add(messageAt('a', 1))
  timeline.add(messageAt('b', 2, { sender: 'frank_the_tank' }))
  expect(timeline.longestName).toBe(14)
})

test('a time that nobody can read stands at the beginning', () => {
  const timeline = createTimeline()
  timeline.add(messageAt('a', 1))
  timeline.add(messageAt('b', 2, { timestamp: 'yesterday' }))
  expect(ids(timeline)).toEqual(['b', 'a'])
})
