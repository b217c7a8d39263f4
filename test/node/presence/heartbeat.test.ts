import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { ConversationLog } from '../../../src/node/events/conversation-log.ts'
import { Heartbeats } from '../../../src/node/presence/heartbeat.ts'
import { encodeHeartbeat, hybridTime, kind, maxSignalAge, verifyRecord } from '../../../src/protocol/index.ts'
import { makeAccounts, makeRegistry } from '../support/accounts.ts'
import { makeEvent, newConversation } from '../support/feeds.ts'
import { temporaryProfile } from '../support/profile.ts'
import type { SignedRecord } from '../../../src/protocol/index.ts'
import type { Lifetime } from '../../support/index.ts'
import type { EventOptions } from '../support/feeds.ts'

const [alice, bob] = await makeAccounts(makeRegistry(), 2)
const [own, theirs] = [alice!.devices[0]!, bob!.devices[0]!]

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())
const later = (milliseconds: number): void => void vi.setSystemTime(Date.now() + milliseconds)

async function setup(t: Lifetime, { people = 2, fails = false } = {}) {
  const context = await temporaryProfile(t)
  const log = await ConversationLog.open(context, newConversation())
  const state = { registry: false, loggedIn: true, ticks: 0, status: 'online' as 'online' | 'away' }
  const published: SignedRecord[] = []
  const channel = {
    log,
    publish: async (record: SignedRecord) => {
      if (fails) throw new Error('no gossip')
      return published.push(record)
    }
  }
  const heartbeats = new Heartbeats({
    crypto,
    deviceSeed: own.seed,
    device: own.key,
    account: () => (state.loggedIn ? alice!.id : undefined),
    status: () => state.status,
    channels: () => [channel],
    peopleIn: () => people,
    isRegistryUp: () => state.registry,
    onTick: () => void state.ticks++
  })
  const signal = (options: EventOptions = {}): Promise<SignedRecord> =>
    makeEvent(log.id, bob!, theirs, {
      kind: kind.heartbeat,
      number: 0,
      prev: new Uint8Array(32),
      content: encodeHeartbeat('online'),
      ...options
    })
  return { heartbeats, log, state, published, signal }
}

test('without a registry each beat is a signed signal, later than the one before', async (t) => {
  const { heartbeats, log, state, published } = await setup(t)
  await heartbeats.beat()
  state.status = 'away'
  await heartbeats.beat()
  expect(published.map(({ header }) => [header.kind, header.number])).toEqual([
    [kind.heartbeat, 0],
    [kind.heartbeat, 0]
  ])
  expect(published[1]!.header.time).toBeGreaterThan(published[0]!.header.time)
  expect(await verifyRecord(crypto, published[0]!)).toBe(true)
  expect(published.map((record) => heartbeats.receive(log, record))).toEqual(['online', 'away'])
})

test('with the registry there is no need, unless others don’t see it', async (t) => {
  const { heartbeats, log, state, published, signal } = await setup(t)
  state.registry = true
  await heartbeats.beat()
  expect(published).toEqual([])
  heartbeats.receive(log, await signal())
  await heartbeats.beat()
  expect(published).toHaveLength(1)
  later(61_000)
  await heartbeats.beat()
  expect([published.length, state.ticks]).toEqual([1, 3])
})

test('none in large rooms, and none from nobody', async (t) => {
  const large = await setup(t, { people: 51 })
  await large.heartbeats.beat()
  const anonymous = await setup(t)
  anonymous.state.loggedIn = false
  await anonymous.heartbeats.beat()
  expect([large.published, anonymous.published]).toEqual([[], []])
})

test('one that can’t be sent is not missed, and the tick still comes', async (t) => {
  const { heartbeats, state } = await setup(t, { fails: true })
  await heartbeats.beat()
  expect(state.ticks).toBe(1)
})

test('the same again, or an earlier one, is no news', async (t) => {
  const { heartbeats, log, signal } = await setup(t)
  const now = Date.now()
  const [first, second] = [
    await signal({ time: hybridTime(now) }),
    await signal({ time: hybridTime(now) + 1n })
  ]
  expect(heartbeats.receive(log, second)).toBe('online')
  expect(heartbeats.receive(log, second)).toBeUndefined()
  expect(heartbeats.receive(log, first)).toBeUndefined()
})

test('nor is what is older than a minute, also after it was forgotten', async (t) => {
  const { heartbeats, log, signal } = await setup(t)
  const record = await signal()
  expect(heartbeats.receive(log, record)).toBe('online')
  later(maxSignalAge + 1)
  await heartbeats.beat()
  expect(heartbeats.receive(log, record)).toBeUndefined()
})

test('rooms and devices are told apart', async (t) => {
  const { heartbeats, log, signal } = await setup(t)
  const elsewhere = await ConversationLog.open(await temporaryProfile(t), newConversation())
  const time = hybridTime(Date.now())
  const record = await signal({ time })
  expect(heartbeats.receive(log, record)).toBe('online')
  expect(heartbeats.receive(elsewhere, record)).toBe('online')
  const other = await makeEvent(log.id, alice!, own, {
    kind: kind.heartbeat,
    number: 0,
    prev: new Uint8Array(32),
    content: encodeHeartbeat('away'),
    time
  })
  expect(heartbeats.receive(log, other)).toBe('away')
})

test('what is no heartbeat, or has no content that can be read', async (t) => {
  const { heartbeats, log, signal } = await setup(t)
  expect(heartbeats.receive(log, await signal({ kind: kind.typing }))).toBeUndefined()
  expect(heartbeats.receive(log, await signal({ content: Uint8Array.of(0xff, 0xff, 0xff) }))).toBeUndefined()
  expect(heartbeats.receive(log, { ...(await signal()), content: undefined })).toBeUndefined()
})
