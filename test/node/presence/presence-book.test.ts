import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PresenceBook } from '../../../src/node/presence/presence-book.ts'
import { base32 } from '../../../src/protocol/index.ts'

const account = new Uint8Array(32).fill(5)
const key = base32(account)
const start = Date.UTC(2026, 0, 1)
const [online, away, offline] = [0, 1, 2]

let connected: boolean
let changes: string[]
let book: PresenceBook

beforeEach(() => {
  // Only the clock stands still: nothing here waits.
  vi.useFakeTimers({ toFake: ['Date'], now: start })
  connected = false
  changes = []
  book = new PresenceBook(
    () => connected,
    (who) => changes.push(`${who === key ? 'alice' : who} ${book.of(who).status}`)
  )
})
afterEach(() => void vi.useRealTimers())

const later = (milliseconds: number): void => void vi.setSystemTime(Date.now() + milliseconds)
const fromRegistry = (status: number, lastSeen = start): void =>
  book.fromRegistry({
    account,
    status,
    lastSeen,
    certificate: new Uint8Array(),
    entry: new Uint8Array(),
    devices: []
  })

test('nobody is there until somebody says so', () => {
  expect(book.of(key)).toEqual({ status: 'offline' })
})

test('the registry’s word, and when last seen', () => {
  fromRegistry(online)
  fromRegistry(online)
  fromRegistry(away)
  expect(book.of(key)).toEqual({ status: 'away' })
  fromRegistry(offline, start - 1000)
  expect(book.of(key)).toEqual({ status: 'offline', lastSeen: start - 1000 })
  expect(changes).toEqual(['alice online', 'alice away', 'alice offline'])
})

test('a status that is not known counts as offline', () => {
  fromRegistry(77)
  expect(book.of(key).status).toBe('offline')
})

test('without the registry a heartbeat says who is there, for 25 s', () => {
  book.heartbeat(key, 'away')
  expect(book.of(key)).toEqual({ status: 'away' })
  later(24_000)
  book.expire()
  expect(book.of(key).status).toBe('away')
  book.heartbeat(key, 'online')
  later(24_999)
  book.expire()
  expect(book.of(key).status).toBe('online')
  later(1)
  book.expire()
  expect(book.of(key)).toEqual({ status: 'offline', lastSeen: start + 24_000 })
  expect(changes).toEqual(['alice away', 'alice online', 'alice offline'])
})

test('a heartbeat counts though the registry thinks somebody gone', () => {
  fromRegistry(offline)
  book.heartbeat(key, 'online')
  expect(book.of(key).status).toBe('online')
})

test('a connection is presence too', () => {
  connected = true
  book.connected(key)
  expect(book.of(key)).toEqual({ status: 'online' })
  connected = false
  later(5000)
  book.disconnected(key)
  expect(book.of(key)).toEqual({ status: 'offline', lastSeen: start + 5000 })
  expect(changes).toEqual(['alice online', 'alice offline'])
})

test('whose connection ended is gone at once, whatever their last heartbeat said', () => {
  book.heartbeat(key, 'online')
  book.disconnected(key)
  expect(book.of(key).status).toBe('offline')
})

test('with the registry out of sight its word is worth nothing, a heartbeat still is', () => {
  const other = base32(new Uint8Array(32).fill(6))
  fromRegistry(online)
  book.heartbeat(other, 'online')
  later(1000)
  book.forgetRegistry()
  expect(book.of(key)).toEqual({ status: 'offline', lastSeen: start + 1000 })
  expect(book.of(other).status).toBe('online')
  fromRegistry(online)
  expect(book.of(key).status).toBe('online')
})
