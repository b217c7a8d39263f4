import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PresenceModel } from '../../../src/bootstrap/presence/model.ts'
import { base32 } from '../../../src/protocol/index.ts'
import type { PresentRecord } from '../../../src/bootstrap/pb/stored.ts'

const id = (number: number): Uint8Array => new Uint8Array(32).fill(number)
const [alice, bob] = [id(1), id(2)]
const [lobby, attic] = [id(101), id(102)]
const [a, b, inLobby, inAttic] = [alice, bob, lobby, attic].map(base32) as [string, string, string, string]

const present = (account: Uint8Array, ...rooms: Uint8Array[]): PresentRecord => ({
  account,
  status: 0,
  addresses: [],
  rooms
})

test('an account is in a room as long as one of its devices is', () => {
  const model = new PresenceModel()
  expect(model.update('laptop', present(alice, lobby))).toEqual([
    { account: a, rooms: [{ room: inLobby, account: a, joined: true }] }
  ])
  expect(model.update('phone', present(alice, lobby))).toEqual([{ account: a, rooms: [] }])
  expect(model.update('pc', present(bob, lobby, attic))).toHaveLength(1)
  expect([model.countIn(inLobby), model.countIn(inAttic), model.countIn('elsewhere')]).toEqual([2, 1, 0])
  expect(model.accountsIn(inLobby)).toEqual([a, b])
  expect(model.roomsOf(b)).toEqual([inLobby, inAttic])
  expect(model.devicesOf(a).map(([device]) => device)).toEqual(['laptop', 'phone'])
  expect(model.accounts()).toEqual([a, b])

  expect(model.update('laptop', undefined)).toEqual([{ account: a, rooms: [] }])
  expect(model.update('phone', undefined)).toEqual([
    { account: a, rooms: [{ room: inLobby, account: a, joined: false }] }
  ])
  expect(model.accountsIn(inLobby)).toEqual([b])
  expect(model.accounts()).toEqual([b])
})

test('a new state is told as the difference to the one before', () => {
  const model = new PresenceModel()
  model.update('laptop', present(alice, lobby))
  const away = { ...present(alice, lobby), status: 1 }
  expect(model.update('laptop', away)).toEqual([{ account: a, rooms: [] }])
  expect(model.update('laptop', present(alice, attic))).toEqual([
    {
      account: a,
      rooms: [
        { room: inAttic, account: a, joined: true },
        { room: inLobby, account: a, joined: false }
      ]
    }
  ])
})

test('a device that nobody knew has nothing to leave', () => {
  expect(new PresenceModel().update('laptop', undefined)).toEqual([])
})

test('a device that changes sides leaves the one account and comes to the other', () => {
  const model = new PresenceModel()
  model.update('laptop', present(alice, lobby))
  expect(model.update('laptop', present(bob, lobby))).toEqual([
    { account: a, rooms: [{ room: inLobby, account: a, joined: false }] },
    { account: b, rooms: [{ room: inLobby, account: b, joined: true }] }
  ])
  expect(model.accountsIn(inLobby)).toEqual([b])
  expect(model.devicesOf(a)).toEqual([])
})

test('a room named twice counts once', () => {
  const model = new PresenceModel()
  model.update('laptop', present(alice, lobby, lobby))
  model.update('laptop', present(alice))
  expect(model.countIn(inLobby)).toBe(0)
})

const devices = ['d1', 'd2', 'd3', 'd4', 'd5']
const rooms = [lobby, attic, id(103)]
const anyUpdate = fc.tuple(
  fc.constantFrom(...devices),
  fc.option(
    fc.record({
      account: fc.constantFrom(alice, bob, id(3)),
      status: fc.constantFrom(0, 1),
      addresses: fc.constant<Uint8Array[]>([]),
      rooms: fc.array(fc.constantFrom(...rooms), { maxLength: 4 })
    }),
    { nil: undefined }
  )
)

test('any order of updates leaves counts, members and what was told right', () => {
  fc.assert(
    fc.property(fc.array(anyUpdate, { maxLength: 60 }), (updates) => {
      const model = new PresenceModel()
      const stands = new Map<string, PresentRecord>()
      // What somebody in every room has been told.
      const told = new Map(rooms.map((room) => [base32(room), new Set<string>()]))
      for (const [device, record] of updates) {
        if (record === undefined) stands.delete(device)
        else stands.set(device, record)
        for (const change of model.update(device, record))
          for (const { room, account, joined } of change.rooms) {
            expect(told.get(room)!.has(account)).toBe(!joined)
            told.get(room)![joined ? 'add' : 'delete'](account)
          }
        check(model, [...stands], told)
      }
      for (const device of devices) model.update(device, undefined)
      check(model, [], new Map())
    })
  )
})

function check(
  model: PresenceModel,
  stands: [string, PresentRecord][],
  told: Map<string, Set<string>>
): void {
  for (const room of rooms.map(base32)) {
    const there = stands.filter(([, record]) => record.rooms.map(base32).includes(room))
    const accounts = [...new Set(there.map(([, { account }]) => base32(account)))].toSorted()
    expect(model.accountsIn(room).toSorted()).toEqual(accounts)
    expect(model.countIn(room)).toBe(accounts.length)
    expect([...(told.get(room) ?? [])].toSorted()).toEqual(accounts)
  }
  const accounts = [...new Set(stands.map(([, { account }]) => base32(account)))].toSorted()
  expect(model.accounts().toSorted()).toEqual(accounts)
  for (const account of accounts) {
    const own = stands.filter(([, record]) => base32(record.account) === account)
    expect(new Map(model.devicesOf(account))).toEqual(new Map(own))
    expect(new Set(model.roomsOf(account))).toEqual(
      new Set(own.flatMap(([, record]) => record.rooms.map(base32)))
    )
  }
}
