import { beforeEach, expect, test } from 'vitest'
import { Roster } from '../../../src/node/presence/roster.ts'
import { base32 } from '../../../src/protocol/index.ts'
import type { PresenceNews } from '../../../src/protocol/index.ts'

const idOf = (number: number): Uint8Array => new Uint8Array(32).fill(number)
const [lobby, garden] = [idOf(1), idOf(2)]
const [alice, bob] = [idOf(11), idOf(12)]
const [phone, laptop, tablet] = [idOf(21), idOf(22), idOf(23)]
const names = new Map([
  [base32(lobby), 'lobby'],
  [base32(garden), 'garden'],
  [base32(alice), 'alice'],
  [base32(bob), 'bob'],
  [base32(phone), 'phone'],
  [base32(laptop), 'laptop'],
  [base32(tablet), 'tablet']
])
const nameOf = (key: string): string => names.get(key)!

let roster: Roster
beforeEach(() => {
  roster = new Roster()
})

const person = (account: Uint8Array, ...devices: Uint8Array[]): PresenceNews['people'][number] => ({
  account,
  status: 0,
  lastSeen: 0,
  certificate: new Uint8Array(),
  entry: new Uint8Array(),
  devices: devices.map((key) => ({ key, addresses: [] }))
})
const room = (
  conversation: Uint8Array,
  joined: Uint8Array[],
  left: Uint8Array[] = []
): PresenceNews['rooms'][number] => ({
  conversation,
  joined,
  left,
  total: 0
})
const take = (news: Partial<PresenceNews>): string[] =>
  roster
    .take({ people: [], rooms: [], ...news })
    .map((change) => `${change.present ? '+' : '-'} ${nameOf(change.room)} ${nameOf(base32(change.device))}`)

test('whoever comes into a room comes with all devices', () => {
  expect(take({ people: [person(alice, phone, laptop)], rooms: [room(lobby, [alice])] })).toEqual([
    '+ lobby phone',
    '+ lobby laptop'
  ])
  expect(roster.accountsIn(base32(lobby)).map(nameOf)).toEqual(['alice'])
  expect(roster.devicesOf(base32(alice))).toEqual([phone, laptop])
})

test('a device that comes later is in the account’s rooms', () => {
  take({ people: [person(alice, phone)], rooms: [room(lobby, [alice]), room(garden, [alice])] })
  expect(take({ people: [person(alice, phone, tablet)] })).toEqual([
    '+ lobby phone',
    '+ lobby tablet',
    '+ garden phone',
    '+ garden tablet'
  ])
})

test('whoever leaves takes the devices along, also those that are gone in the same news', () => {
  take({ people: [person(alice, phone, laptop)], rooms: [room(lobby, [alice]), room(garden, [alice])] })
  expect(take({ people: [person(alice)], rooms: [room(lobby, [], [alice])] })).toEqual([
    '- lobby phone',
    '- lobby laptop'
  ])
  expect(roster.accountsIn(base32(lobby)).map(nameOf)).toEqual(['alice'])
  expect(roster.accountsIn(base32(garden)).map(nameOf)).toEqual(['alice'])
  expect(roster.devicesOf(base32(alice))).toEqual([])
})

test('whoever leaves a room and stays online is not seen there any more', () => {
  take({ people: [person(alice, phone)], rooms: [room(lobby, [alice]), room(garden, [alice])] })
  take({ rooms: [room(lobby, [], [alice])] })
  expect(roster.accountsIn(base32(lobby))).toEqual([])
  expect(roster.accountsIn(base32(garden)).map(nameOf)).toEqual(['alice'])
})

test('people of no room make no change', () => {
  expect(take({ people: [person(bob, tablet)] })).toEqual([])
  expect(roster.devicesOf(base32(bob))).toEqual([tablet])
})

test('heartbeats heard count besides the registry’s word, and once', () => {
  take({ people: [person(alice, phone)], rooms: [room(lobby, [alice])] })
  roster.see(base32(lobby), base32(alice))
  roster.see(base32(lobby), base32(bob))
  expect(roster.accountsIn(base32(lobby)).map(nameOf)).toEqual(['alice', 'bob'])
})

test('with the registry out of sight whoever was seen is remembered, without devices', () => {
  take({ people: [person(alice, phone)], rooms: [room(lobby, [alice])] })
  roster.see(base32(lobby), base32(bob))
  roster.clear()
  expect(roster.accountsIn(base32(lobby)).map(nameOf)).toEqual(['alice', 'bob'])
  expect(roster.devicesOf(base32(alice))).toEqual([])
})

test('a room that was left is forgotten', () => {
  take({ people: [person(alice, phone)], rooms: [room(lobby, [alice]), room(garden, [alice])] })
  roster.see(base32(lobby), base32(bob))
  roster.forgetRoom(base32(lobby))
  expect(roster.accountsIn(base32(lobby))).toEqual([])
  expect(roster.accountsIn(base32(garden)).map(nameOf)).toEqual(['alice'])
})
