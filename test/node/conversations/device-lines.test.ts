import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deviceLines } from '../../../src/node/conversations/device-lines.ts'
import { base32, hex, millisecondsOf, peerIdOf } from '../../../src/protocol/index.ts'
import type { AccountEntry } from '../../../src/protocol/index.ts'

const bob = { name: 'bob', key: 'account-of-bob' }
const device = (letter: string): Uint8Array => new Uint8Array(32).fill(letter.charCodeAt(0))
const endOf = (letter: string): string => `…${peerIdOf(device(letter)).slice(-8)}`

/** A log whose entries list devices by letters. */
const logOf = (...listed: string[]): AccountEntry[] =>
  listed.map((letters, index) => ({
    account: new Uint8Array(32),
    number: index + 1,
    previous: new Uint8Array(),
    time: Date.UTC(2026, 0, 1 + index),
    accountKey: new Uint8Array(32),
    devices: [...letters].map(device),
    backup: new Uint8Array(32),
    hash: new Uint8Array(32).fill(index + 1),
    bytes: new Uint8Array()
  }))

test('each device that comes is told of where the log has it, and none that was there or goes', () => {
  const log = logOf('a', 'ab', 'ab', 'b', 'bcd')
  const lines = deviceLines(log, bob, false)
  expect(lines.map(({ message }) => message.content)).toEqual([
    expect.stringContaining(`bob has a new device: ${endOf('b')}.`),
    expect.stringContaining(`bob has a new device: ${endOf('c')}, ${endOf('d')}.`)
  ])
  expect(lines[0]!.message).toMatchObject({
    type: 'system',
    id: base32(log[1]!.hash),
    sender_id: bob.key,
    timestamp: '2026-01-02T00:00:00.000Z'
  })
  expect(lines.map(({ place }) => millisecondsOf(place.time))).toEqual([log[1]!.time, log[4]!.time])
})

test('one’s own are told of as one’s own', () => {
  const [line] = deviceLines(logOf('a', 'ab'), bob, true)
  expect(line!.message.content).toContain(`A new device is in your account: ${endOf('b')}`)
})

test('of a log whose beginning is not known the first entry says nothing', () => {
  expect(deviceLines(logOf('abc').slice(0), bob, false)).toEqual([])
  expect(deviceLines([], bob, false)).toEqual([])
})

test('whatever the log, every device beyond the first entry is told of when it comes', () => {
  const letters = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1 }).map((all) => all.join(''))
  fc.assert(
    fc.property(fc.array(letters, { minLength: 1, maxLength: 10 }), (listed) => {
      const log = logOf(...listed)
      const told = deviceLines(log, bob, false).map(({ place }) => hex(place.id))
      const expected = log.filter((entry, index) => {
        const before = new Set((log[index - 1] ?? entry).devices.map(hex))
        return entry.devices.some((one) => !before.has(hex(one)))
      })
      expect(told).toEqual(expected.map(({ hash }) => hex(hash)))
    })
  )
})
