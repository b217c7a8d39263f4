import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { UnreachableError } from '../../../src/errors.ts'
import { createHost } from '../../../src/net/index.ts'
import { AddressBook } from '../../../src/node/peers/address-book.ts'
import { Dialer } from '../../../src/node/peers/dialer.ts'
import { loopback } from '../../support/index.ts'
import { makeDevice } from '../support/accounts.ts'
import { temporaryProfile } from '../support/profile.ts'
import type { Host } from '../../../src/net/index.ts'
import type { Lifetime } from '../../support/index.ts'

/** Nobody listens there. */
const nowhere = ['/ip4/127.0.0.1/tcp/1']

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())
const later = (milliseconds: number): void => void vi.setSystemTime(Date.now() + milliseconds)

async function startHost(t: Lifetime): Promise<Host> {
  const host = await createHost({ seed: makeDevice().seed, role: 'peer', listen: [loopback] })
  t.onTestFinished(() => host.stop())
  await host.start()
  return host
}

async function setup(t: Lifetime) {
  const [host, other] = await Promise.all([startHost(t), startHost(t)])
  const { profile } = await temporaryProfile(t)
  const addresses = new AddressBook(profile)
  const stopping = new AbortController()
  const dialer = new Dialer(host, addresses, stopping.signal)
  return { host, other, profile, addresses, dialer, stopping }
}

const connected = (host: Host): Promise<unknown> =>
  new Promise((resolve) => host.addEventListener('connect', resolve, { once: true }))

test('connects at the addresses that were told, and remembers them', async (t) => {
  const { host, other, profile, addresses, dialer } = await setup(t)
  addresses.tell(other.peer, other.addresses())
  await Promise.all([dialer.connect(other.peer), dialer.connect(other.peer)])
  await dialer.connect(other.peer)
  expect(host.isConnected(other.peer)).toBe(true)
  expect(await new AddressBook(profile).of(other.peer)).toEqual(other.addresses())
})

test('what was never told can’t be reached', async (t) => {
  const { other, addresses, dialer } = await setup(t)
  await expect(dialer.connect(other.peer)).rejects.toThrow(UnreachableError)
  addresses.tell(other.peer, [])
  await expect(dialer.connect(other.peer)).rejects.toThrow(UnreachableError)
})

test('after a failure it waits, longer each time, but not where somebody insists', async (t) => {
  const { host, other, addresses, dialer } = await setup(t)
  addresses.tell(other.peer, nowhere)
  for (const wait of [2_000, 4_000, 8_000]) {
    expect(dialer.tryConnect(other.peer)).toBe(true)
    expect(dialer.tryConnect(other.peer)).toBe(true)
    await expect.poll(() => dialer.tryConnect(other.peer)).toBe(false)
    later(wait - 100)
    expect(dialer.tryConnect(other.peer)).toBe(false)
    later(200)
  }
  expect(dialer.tryConnect(other.peer)).toBe(true)
  await expect.poll(() => dialer.tryConnect(other.peer)).toBe(false)
  addresses.tell(other.peer, other.addresses())
  const came = connected(host)
  await dialer.connect(other.peer)
  await came
  await host.disconnect(other.peer)
  // Having been reached, it is tried at once again.
  expect(dialer.tryConnect(other.peer)).toBe(true)
})

test('eight at a time in the background', async (t) => {
  const { addresses, dialer } = await setup(t)
  const strangers = Array.from({ length: 10 }, () => makeDevice().peer)
  for (const peer of strangers) addresses.tell(peer, nowhere)
  expect(strangers.map((peer) => dialer.tryConnect(peer)).filter((isTried) => isTried)).toHaveLength(8)
})

test('stopping ends what is under way', async (t) => {
  const { addresses, dialer, stopping } = await setup(t)
  const silent = makeDevice().peer
  // Packets to this net go nowhere, and nobody says so.
  addresses.tell(silent, ['/ip4/192.0.2.1/tcp/9'])
  const dialling = dialer.connect(silent)
  stopping.abort()
  await expect(dialling).rejects.toThrow()
})
