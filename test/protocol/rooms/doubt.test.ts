import { expect, test } from 'vitest'
import { rank } from '../../../src/protocol/index.ts'
import { ban, idOf, makeRoom, mute, role, transfer, unban } from './replica.ts'
import type { Replica } from './replica.ts'

const [phone, tablet] = [idOf('phone'), idOf('tablet')]
const now = 1_000_000

/** An event of an account, that names what `author` holds unless said otherwise. */
const event = (
  author: Replica,
  number: number,
  changed: { heads?: Uint8Array[]; device?: Uint8Array; time?: number } = {}
) => ({
  account: author.account,
  device: phone,
  number,
  heads: author.history.heads,
  time: now,
  ...changed
})

test('who is banned is heard no more; what they wrote before stays, and only that', () => {
  const { owner, eve } = makeRoom('eve')
  owner.write(ban(eve.account, [{ device: phone, number: 3 }]))
  const before = eve.history.heads
  const doubts = [3, 4].map((number) => owner.history.doubtOf(event(eve, number)))
  expect(doubts).toEqual([undefined, 'banned'])
  // Of a device that the ban does not name nothing counts.
  expect(owner.history.doubtOf(event(eve, 1, { device: tablet }))).toBe('banned')
  eve.meet(owner)
  expect(owner.history.doubtOf(event(eve, 3))).toBe('banned')
  owner.write(unban(eve.account))
  expect(owner.history.doubtOf(event(eve, 4, { heads: before }))).toBe('banned')
  eve.meet(owner)
  expect(owner.history.doubtOf(event(eve, 4))).toBeUndefined()
})

test('who is muted is heard again when the time is over', () => {
  const { owner, bob } = makeRoom('bob')
  owner.write(mute(bob.account, now))
  expect(owner.history.doubtOf(event(bob, 1, { time: now - 1 }))).toBe('muted')
  expect(owner.history.doubtOf(event(bob, 1))).toBeUndefined()
  bob.meet(owner)
  expect(owner.history.doubtOf(event(bob, 1, { time: now - 1 }))).toBe('muted')
  owner.write(mute(bob.account, 0))
  bob.meet(owner)
  expect(owner.history.doubtOf(event(bob, 1, { time: now - 1 }))).toBeUndefined()
})

test('where only the staff writes, others are not heard', () => {
  const { owner, max, bob } = makeRoom('max', 'bob')
  owner.write(role(max.account, rank.moderator))
  owner.write({ settings: { announcements: true } })
  for (const one of [max, bob]) {
    // Whoever did not know yet is heard.
    expect(owner.history.doubtOf(event(one, 1))).toBeUndefined()
    one.meet(owner)
  }
  expect(owner.history.doubtOf(event(max, 1))).toBeUndefined()
  expect(owner.history.doubtOf(event(bob, 1))).toBe('announcements')
})

test('what names an op that is not here waits for it', () => {
  const { owner, bob } = makeRoom('bob')
  owner.write(mute(idOf('eve'), now))
  expect(bob.history.doubtOf(event(owner, 1))).toBe('heads')
  bob.meet(owner)
  expect(bob.history.doubtOf(event(owner, 1))).toBeUndefined()
})

test('who was given the room is heard although somebody banned them at the same moment', () => {
  const { owner, ada, bob } = makeRoom('ada', 'bob')
  owner.write(role(ada.account, rank.admin))
  ada.meet(owner)
  owner.write(transfer(bob.account))
  ada.write(ban(bob.account))
  owner.meet(ada)
  expect(owner.history.doubtOf(event(bob, 9))).toBeUndefined()
})
