import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { Author } from '../../../src/node/events/author.ts'
import { ConversationLog } from '../../../src/node/events/conversation-log.ts'
import {
  digestOf,
  directId,
  encodeStored,
  hex,
  hybridTime,
  kind,
  maxRegisters
} from '../../../src/protocol/index.ts'
import { makeAccount, makeRegistry } from '../support/accounts.ts'
import { introduce } from '../support/people.ts'
import { temporaryProfile } from '../support/profile.ts'
import { makeRegister } from '../support/registers.ts'
import { startSyncPeer } from '../support/sync-peer.ts'
import type { SignedRecord } from '../../../src/protocol/index.ts'
import type { SyncPeer } from '../support/sync-peer.ts'

const registry = makeRegistry()
const alice = await makeAccount(registry, 'alice', [crypto.randomBytes(32), crypto.randomBytes(32)])
const own = directId(crypto, alice.id, alice.id)

const start = BigInt(Date.now() - 60_000)

/** Writes of two devices under a few keys, at times of which some are equal. */
const writes = fc.array(
  fc.record({
    device: fc.nat(1),
    key: fc.constantFrom('room/a', 'room/b', 'read/x'),
    at: fc.nat(4),
    value: fc.uint8Array({ maxLength: 4 })
  }),
  { minLength: 1, maxLength: 12 }
)

const make = (list: typeof writes extends fc.Arbitrary<infer T> ? T : never): Promise<SignedRecord[]> =>
  Promise.all(
    list.map(({ device, key, at, value }) =>
      makeRegister(own, alice, {
        key,
        value,
        time: hybridTime(Number(start)) + BigInt(at),
        device: alice.devices[device]!
      })
    )
  )

/** What a log says under each key. */
const stateOf = (log: ConversationLog): Record<string, string> => {
  const state: Record<string, string> = {}
  for (const { key, value, record } of log.registers.all()) state[key] = hex(value) + hex(record.id)
  return state
}

const digest = (log: ConversationLog): string => hex(digestOf(crypto, log.hashes()))

test('in any order, twice or one after the other, all replicas end with the same, after a restart too', async (t) => {
  await fc.assert(
    fc.asyncProperty(writes, fc.infiniteStream(fc.nat()), async (list, numbers) => {
      const records = await make(list)
      const shuffled = [...records, ...records]
        .map((record) => ({ record, at: numbers.next().value as number }))
        .sort((a, b) => a.at - b.at)
      const states: unknown[] = []
      for (const order of [records, shuffled.map(({ record }) => record)]) {
        const context = await temporaryProfile(t)
        const log = await ConversationLog.open(context, own, [alice.id])
        await Promise.all(order.map((record) => log.add(record)))
        const again = await ConversationLog.open(context, own, [alice.id])
        expect(stateOf(again)).toEqual(stateOf(log))
        states.push({ digest: digest(log), state: stateOf(log) })
      }
      expect(states[0]).toEqual(states[1])
      const newest = records.toSorted(
        (a, b) => Number(b.header.time - a.header.time) || (hex(a.id) < hex(b.id) ? 1 : -1)
      )
      expect(
        (states[0] as { state: Record<string, string> }).state[list[records.indexOf(newest[0]!)]!.key]
      ).toContain(hex(newest[0]!.id))
    }),
    { numRuns: 25 }
  )
})

async function startReplica(t: Parameters<typeof startSyncPeer>[0]): Promise<[SyncPeer, ConversationLog]> {
  const peer = await startSyncPeer(t, registry, 'replica')
  await introduce([peer], [alice])
  return [peer, await peer.open(own, [alice.id])]
}

test('replicas that hold different writes agree when each has asked the other, whatever either lost', async (t) => {
  const [[one, mine], [two, theirs]] = [await startReplica(t), await startReplica(t)]
  await fc.assert(
    fc.asyncProperty(writes, fc.infiniteStream(fc.nat(2)), async (list, holders) => {
      for (const record of await make(list)) {
        const holder = holders.next().value as number
        if (holder !== 1) await mine.add(record)
        if (holder !== 0) await theirs.add(record)
      }
      await one.catchUp(two, own)
      await two.catchUp(one, own)
      expect(stateOf(mine)).toEqual(stateOf(theirs))
      expect(digest(mine)).toBe(digest(theirs))
      expect(await one.catchUp(two, own)).toBe('same')
    }),
    { numRuns: 25 }
  )
})

test('a register under another key’s hash, of no key, of a stranger, or too long is not kept', async (t) => {
  const [peer, log] = await startReplica(t)
  const other = await makeAccount(registry, 'mallory')
  await introduce([peer], [other])
  const records = [
    await makeRegister(own, alice, { linked: 'room/other' }),
    await makeRegister(own, alice, { key: '' }),
    await makeRegister(own, alice, { key: 'x'.repeat(129) }),
    await makeRegister(own, alice, { value: new Uint8Array(20 * 1024 + 1) }),
    await makeRegister(own, alice, { content: Uint8Array.of(255, 255, 255) }),
    await makeRegister(own, other),
    await makeRegister(own, alice, { time: hybridTime(Date.now() + 11 * 60_000) })
  ]
  expect(await peer.intake.take(peer.host.peer, log, records.map(encodeStored))).toBe(0)
  expect([...log.registers.all()]).toEqual([])
  // In a room, and between two people, nobody keeps any.
  const room = await peer.open(crypto.randomBytes(32))
  const inRoom = await makeRegister(room.id, alice)
  expect(await peer.intake.take(peer.host.peer, room, [encodeStored(inRoom)])).toBe(0)
})

test('one account’s registers end somewhere, and known keys are written on', async (t) => {
  const context = await temporaryProfile(t)
  const log = await ConversationLog.open(context, own, [alice.id])
  const author = new Author({ ...context, device: alice.devices[0]!.key, account: () => alice.id })
  const write = (key: string) =>
    author.writeRegister(log, kind.ownState, { key, value: crypto.randomBytes(4) })
  await Promise.all(Array.from({ length: maxRegisters }, (_, index) => write(`room/${index}`)))
  expect(log.registers.lines()).toHaveLength(maxRegisters)
  expect(await write('room/more')).toBeUndefined()
  expect(await write('room/7')).toMatchObject({ key: 'room/7' })
})

test('what an author writes next is later than whatever it holds', async (t) => {
  const context = await temporaryProfile(t)
  const log = await ConversationLog.open(context, own, [alice.id])
  const ahead = hybridTime(Date.now() + 60_000)
  await log.add(await makeRegister(own, alice, { time: ahead, device: alice.devices[1]! }))
  const author = new Author({ ...context, device: alice.devices[0]!.key, account: () => alice.id })
  const value = Uint8Array.of(9)
  const written = await author.writeRegister(log, kind.ownState, { key: 'room/flock', value })
  expect(written!.record.header.time).toBeGreaterThan(ahead)
  expect(log.registers.find(alice.id, 'room/flock')?.value).toEqual(value)
})
