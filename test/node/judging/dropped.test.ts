import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judge } from '../../../src/node/judging/judge.ts'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { Settling } from '../../../src/node/judging/settling.ts'
import { Profiles } from '../../../src/node/people/profiles.ts'
import { closingOf } from '../../../src/node/events/closes.ts'
import {
  encodeMessage,
  encodeOp,
  hex,
  hybridTime,
  isWithin,
  kind,
  limitsOf
} from '../../../src/protocol/index.ts'
import { shared } from '../../support/index.ts'
import { makeDevice, makeRegistry } from '../support/accounts.ts'
import { makeEvent, newConversation } from '../support/feeds.ts'
import { allOf } from '../support/profile.ts'
import { startSyncPeer } from '../support/sync-peer.ts'
import { Person } from '../people/person.ts'
import type { AccountEntry, SignedRecord } from '../../../src/protocol/index.ts'
import type { TestDevice } from '../support/accounts.ts'
import type { SyncPeer } from '../support/sync-peer.ts'

const registry = makeRegistry()
const peers = shared(async (t) => [
  await startSyncPeer(t, registry, 'one'),
  await startSyncPeer(t, registry, 'two')
])

/** What happens to an account: a device comes, or the one at an index goes. */
type Step = 'add' | number
/** What a device writes: when, in seconds since the first entry, and what it closes, if anything. */
interface Written {
  device: number
  second: number
  close?: { device: number; number: number; entry: number }
}

const steps = fc.array(fc.oneof(fc.constant('add' as const), fc.nat(4)), { minLength: 1, maxLength: 7 })
const small = fc.nat(5)
const written = fc.record(
  {
    device: small,
    second: fc.nat(9),
    close: fc.record({ device: small, number: small, entry: fc.nat(8) })
  },
  { requiredKeys: ['device', 'second'] }
)

interface World {
  entries: { entry: AccountEntry; certificate: Uint8Array }[]
  records: SignedRecord[]
}

/** The account's log, one entry a second, and the linked feeds of all devices it ever had. */
async function makeWorld(room: Uint8Array, plan: Step[], writings: Written[]): Promise<World> {
  const begin = Date.now() - 60_000
  const devices: TestDevice[] = [makeDevice()]
  const alice = await Person.make(registry, 'alice', [devices[0]!.key])
  // Entry 1 has the time of now: the others count from there.
  const start = alice.entry.time
  let listed = [devices[0]!]
  const entries = [{ entry: alice.entry, certificate: await alice.certificate({ issued: begin }) }]
  for (const [index, step] of plan.entries()) {
    const goes = step === 'add' ? -1 : step % listed.length
    if (step !== 'add' && listed.length === 1) continue
    const added = step === 'add' ? [makeDevice()] : []
    devices.push(...added)
    listed = [...listed.filter((_, at) => at !== goes), ...added]
    const entry = await alice.append({
      devices: listed.map(({ key }) => key),
      time: start + (index + 1) * 1000
    })
    entries.push({ entry, certificate: await alice.certificate({ issued: begin + index + 1 }) })
  }
  const records: SignedRecord[] = []
  const feeds = new Map<TestDevice, SignedRecord>()
  for (const { device, second, close } of writings) {
    const by = devices[device % devices.length]!
    const last = feeds.get(by)
    const closed = close && {
      device: devices[close.device % devices.length]!.key,
      number: close.number,
      entry: entries[close.entry % entries.length]!.entry.hash
    }
    const record = await makeEvent(room, alice, by, {
      number: (last?.header.number ?? 0) + 1,
      ...(last && { prev: last.id }),
      time: hybridTime(start + second * 1000) + BigInt(records.length),
      kind: closed ? kind.op : kind.message,
      content: closed ? encodeOp({ close: closed }) : encodeMessage({ text: 'hello', mentions: [] })
    })
    feeds.set(by, record)
    records.push(record)
  }
  return { entries, records }
}

/** A peer's view of the world, as one thing after the other reaches it. */
async function replica(peer: SyncPeer, room: Uint8Array, { entries, records }: World) {
  const log = await peer.open(room)
  const { people, authors, profile } = peer
  const account = entries[0]!.entry.account
  const settling = new Settling({
    ...{ profile, people, authors },
    profiles: new Profiles({ crypto, profile, onChange: () => {} }),
    logsOf: async () => [log],
    onVoid: async () => {},
    onStorageError: (error) => {
      throw error
    }
  })
  const take = async (index: number): Promise<void> => {
    const brought = entries[index]
    if (brought !== undefined) {
      await people.learn(brought.entry.bytes, brought.certificate)
      await people.learnLog(account, [brought.entry.bytes])
      return settling.settle(account)
    }
    const record = records[index - entries.length]!
    const judgement = await judge(peer, log, { record }, 'nobody')
    if (judgement.verdict !== 'accept') return
    await log.add(record)
    if (closingOf(record) !== undefined) await settling.settle(account)
  }
  const held = async (): Promise<string[]> => (await allOf(log)).toSorted()
  const known = async (): Promise<string> => `${(await people.log(account)).length} ${(await held()).join()}`
  return { take, held, known }
}

/** What counts, by all that there is. */
function whatCounts({ entries, records }: World): string[] {
  const log = entries.map(({ entry }) => entry)
  const limitOf = limitsOf(
    log,
    records.map(closingOf).filter((closing) => closing !== undefined)
  )
  return records
    .filter(({ header }) => {
      const limit = limitOf(header.device)
      return limit === undefined || isWithin(limit, header)
    })
    .map(({ id }) => hex(id))
    .toSorted()
}

const orders = (count: number) => {
  const all = Array.from({ length: count }, (_, index) => index)
  return fc.shuffledSubarray(all, { minLength: count, maxLength: count })
}

test('whatever the order in which entries, closes and events come, the same is held in the end', async () => {
  await fc.assert(
    fc.asyncProperty(
      steps,
      fc.array(written, { minLength: 1, maxLength: 12 }),
      fc.gen(),
      async (plan, writings, gen) => {
        const room = newConversation()
        const world = await makeWorld(room, plan, writings)
        const count = world.entries.length + world.records.length
        const counts = whatCounts(world)
        for (const peer of peers()) {
          const { take, held, known } = await replica(peer, room, world)
          for (const index of gen(orders, count)) await take(index)
          // What came before the one who explains it comes again, as others have it.
          let before: string
          do {
            before = await known()
            for (const index of gen(orders, count)) await take(index)
          } while ((await known()) !== before)
          expect(await held()).toEqual(counts)
        }
      }
    ),
    { numRuns: 60 }
  )
})
