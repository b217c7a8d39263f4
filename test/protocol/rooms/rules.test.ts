import { expect, test } from 'vitest'
import { rank } from '../../../src/protocol/index.ts'
import { ban, idOf, makeRoom, mute, pin, Replica, role, topic, transfer, unban } from './replica.ts'
import type { RoomOp, SignedOp } from '../../../src/protocol/index.ts'

/** An owner, two admins, two moderators and two others, who all know of each other. */
function makeStaff() {
  const room = makeRoom('ada', 'ann', 'max', 'mia', 'bob', 'eve')
  const { owner, ada, ann, max, mia } = room
  for (const admin of [ada, ann]) owner.write(role(admin.account, rank.admin))
  for (const moderator of [max, mia]) owner.write(role(moderator.account, rank.moderator))
  for (const one of Object.values(room)) one.meet(owner)
  return room
}

const counts = (replica: Replica, op: RoomOp): boolean => replica.history.isValid(replica.write(op).id)
const isBanned = (at: Replica, who: Replica): boolean => at.history.state.standing(who.account).isBanned
const rankOf = (at: Replica, who: Replica): number => at.history.state.standing(who.account).rank

test('each rank does what it may and no more', () => {
  const may = (
    who: keyof ReturnType<typeof makeStaff>,
    op: (room: ReturnType<typeof makeStaff>) => RoomOp
  ) => {
    const room = makeStaff()
    return counts(room[who], op(room))
  }
  const ops: Record<string, (room: ReturnType<typeof makeStaff>) => RoomOp> = {
    'ban a member': ({ bob }) => ban(bob.account),
    'mute a member': ({ bob }) => mute(bob.account, 9e12),
    pin: () => pin('hello'),
    'ban a moderator': ({ mia }) => ban(mia.account),
    'set the topic': () => topic('birds'),
    'make a moderator': ({ bob }) => role(bob.account, rank.moderator),
    'make an admin': ({ bob }) => role(bob.account, rank.admin),
    'ban an admin': ({ ann }) => ban(ann.account),
    'take a rank from an admin': ({ ann }) => role(ann.account, rank.member),
    'hand on the room': ({ bob }) => transfer(bob.account),
    'ban the owner': ({ owner }) => ban(owner.account),
    'take a rank from the owner': ({ owner }) => role(owner.account, rank.member)
  }
  const table = Object.entries(ops).map(([name, op]) => [
    name,
    (['owner', 'ada', 'max', 'bob'] as const).filter((who) => may(who, op)).join(' ')
  ])
  expect(Object.fromEntries(table)).toEqual({
    'ban a member': 'owner ada max',
    'mute a member': 'owner ada max',
    pin: 'owner ada max',
    'ban a moderator': 'owner ada',
    'set the topic': 'owner ada',
    'make a moderator': 'owner ada',
    'make an admin': 'owner',
    'ban an admin': 'owner',
    'take a rank from an admin': 'owner',
    'hand on the room': 'owner',
    'ban the owner': '',
    'take a rank from the owner': ''
  })
})

test('nobody raises themselves; stepping back is free', () => {
  const { bob, max, owner } = makeStaff()
  expect(counts(bob, role(bob.account, rank.admin))).toBe(false)
  expect(counts(max, role(max.account, rank.admin))).toBe(false)
  expect(counts(max, role(max.account, rank.member))).toBe(true)
  expect(counts(owner, role(owner.account, rank.admin))).toBe(false)
})

test('nobody founds a room on top of one, or without the word of the registry', () => {
  const { owner, eve } = makeRoom('eve')
  const found = { found: { certificate: new Uint8Array() } }
  expect(eve.history.isValid(eve.write(found, { leaf: 0 }).id)).toBe(false)
  expect(eve.history.isValid(eve.write(found, { parents: [] }).id)).toBe(false)
  owner.meet(eve)
  expect(rankOf(owner, owner)).toBe(rank.owner)
})

test('of two that the registry calls the owner the earlier leaf counts, and nothing of the other', () => {
  const { owner, bob } = makeRoom('bob')
  const late = new Replica('late')
  late.found(7)
  const banned = late.write(ban(bob.account))
  expect(late.history.isValid(banned.id)).toBe(true)
  late.meet(owner)
  expect(late.history.isValid(banned.id)).toBe(false)
  expect([rankOf(late, owner), rankOf(late, late)]).toEqual([rank.owner, rank.member])
})

test('somebody who is demoted at the same moment did nothing', () => {
  const { owner, ada, max, bob } = makeStaff()
  owner.write(role(ada.account, rank.member))
  const made = ada.write(role(bob.account, rank.moderator))
  const banned = ada.write(ban(max.account))
  owner.meet(ada)
  expect([made, banned].map(({ id }) => owner.history.isValid(id))).toEqual([false, false])
  expect([rankOf(owner, bob), isBanned(owner, max)]).toEqual([rank.member, false])
})

test('who is raised by the owner while an admin takes their rank did what they did, and has the lesser rank', () => {
  const { owner, ada, max } = makeStaff()
  owner.write(role(max.account, rank.admin))
  max.meet(owner)
  const set = max.write(topic('birds'))
  ada.write(role(max.account, rank.member))
  owner.meet(max, ada)
  expect(owner.history.isValid(set.id)).toBe(true)
  expect(rankOf(owner, max)).toBe(rank.member)
})

test('what somebody does by a rank that never counted does not count', () => {
  const { owner, ada, bob, eve } = makeStaff()
  owner.write(ban(ada.account))
  ada.write(role(bob.account, rank.moderator))
  bob.meet(ada)
  const banned = bob.write(ban(eve.account))
  expect(bob.history.isValid(banned.id)).toBe(true)
  bob.meet(owner)
  expect(bob.history.isValid(banned.id)).toBe(false)
})

test('a ban with old parents comes too late: nobody backdates', () => {
  const { owner, ada, ann } = makeStaff()
  const before = ada.history.heads
  owner.write(role(ada.account, rank.member))
  ada.meet(owner)
  const backdated = ada.write(topic('mine'), { parents: before, time: 1 })
  const other = ann.write(topic('ours'))
  for (const one of [owner, ann]) one.meet(ada, ann, owner)
  expect(ann.history.isValid(backdated.id)).toBe(false)
  expect(ann.history.isValid(other.id)).toBe(true)
  expect(owner.history.state.settings().topic).toBe('ours')
})

test('who is banned by one and unbanned by another at the same moment is banned; later, is not', () => {
  const { ada, ann, bob } = makeStaff()
  ada.write(ban(bob.account))
  ann.meet(ada)
  ann.write(unban(bob.account))
  ada.write(ban(bob.account))
  ada.meet(ann)
  expect(isBanned(ada, bob)).toBe(true)
  ada.write(unban(bob.account))
  ann.meet(ada)
  expect(isBanned(ann, bob)).toBe(false)
})

test('two moderators that ban each other at the same moment change nothing: neither stands above', () => {
  const { max, mia } = makeStaff()
  max.write(ban(mia.account))
  mia.write(ban(max.account))
  max.meet(mia)
  expect([isBanned(max, mia), isBanned(max, max)]).toEqual([false, false])
})

test('of two transfers at the same moment one counts, and the room has one owner', () => {
  const { owner, ada, ann } = makeStaff()
  const tablet = new Replica('tablet', 'owner')
  tablet.meet(owner)
  const transfers = [owner.write(transfer(ada.account)), tablet.write(transfer(ann.account))]
  owner.meet(tablet)
  expect(transfers.filter(({ id }) => owner.history.isValid(id))).toHaveLength(1)
  expect([owner, ada, ann].filter((one) => rankOf(owner, one) === rank.owner)).toHaveLength(1)
  expect(rankOf(owner, owner)).toBe(rank.admin)
})

test('whoever is given the room is not banned from it at the same moment', () => {
  const { owner, ada, bob } = makeStaff()
  owner.write(transfer(bob.account))
  ada.write(ban(bob.account))
  owner.meet(ada)
  expect([rankOf(owner, bob), isBanned(owner, bob)]).toEqual([rank.owner, false])
})

test('of two topics at the same moment the later counts; whoever knew one replaces it, whatever the clock', () => {
  const { ada, ann } = makeStaff()
  ada.write(topic('late'), { time: 9000 })
  ann.write(topic('early'), { time: 8000 })
  for (const one of [ada, ann]) one.meet(ada, ann)
  expect(ann.history.state.settings().topic).toBe('late')
  ann.write(topic('newest'), { time: 1 })
  expect(ann.history.state.settings().topic).toBe('newest')
})

test('what names an op that nobody might write counts as little', () => {
  const { owner, eve } = makeStaff()
  const own = eve.write(topic('mine'))
  const child = owner.write(topic('ours'), { parents: [own.id] })
  owner.meet(eve)
  expect(owner.history.isValid(child.id)).toBe(false)
  expect(owner.history.has(child.id)).toBe(true)
  expect(owner.history.heads).not.toContainEqual(own.id)
})

test('an op waits for its parents, and says which', () => {
  const { owner, bob } = makeRoom('bob')
  const first = owner.write(topic('one'))
  const second = owner.write(topic('two'))
  bob.take(second)
  expect(bob.history.missing()).toEqual([first.id])
  expect(bob.history.has(second.id)).toBe(false)
  bob.take(first)
  expect(bob.history.missing()).toEqual([])
  expect(bob.history.state.settings().topic).toBe('two')
})

test('no more ops wait than there is room for', () => {
  const { bob } = makeRoom('bob')
  const waiting = Array.from({ length: 1001 }, (_, number): SignedOp => ({
    id: idOf(`waiting ${number}`),
    account: bob.account,
    time: number,
    op: topic(''),
    parents: [idOf(`nowhere ${number}`)]
  }))
  bob.take(...waiting)
  expect(bob.history.missing()).toHaveLength(1000)
})
