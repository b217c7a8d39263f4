import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { People } from '../../../src/node/people/people.ts'
import { maxLog } from '../../../src/protocol/index.ts'
import { makeRegistry } from '../support/accounts.ts'
import { temporaryProfile } from '../support/profile.ts'
import { Person } from './person.ts'
import type { EventContext } from '../../../src/node/events/context.ts'
import type { AccountEntry } from '../../../src/protocol/index.ts'

const registry = makeRegistry()
const key = (): Uint8Array => crypto.publicKey(crypto.randomBytes(32))

function openPeople(context: EventContext) {
  const learned: string[] = []
  const people = new People({
    ...context,
    registry: () => registry,
    onLearned: ({ entry }, before) => learned.push(`${before?.entry.number ?? '-'} ${entry.number}`),
    isFormer: () => false,
    onFraud: () => {}
  })
  return { people, learned }
}

/** Somebody whose log has this many entries, each with one device, and the entries. */
async function withEntries(count: number): Promise<{ alice: Person; entries: AccountEntry[] }> {
  const alice = await Person.make(registry, 'alice', [key()])
  const entries = [alice.entry]
  while (entries.length < count) entries.push(await alice.append({ devices: [key()] }))
  return { alice, entries }
}

const numbers = (log: readonly AccountEntry[]): number[] => log.map(({ number }) => number)
const bytesOf = (...entries: AccountEntry[]): Uint8Array[] => entries.map(({ bytes }) => bytes)

test('a log is known from its newest entry down, as far as it has no gap', async (t) => {
  const context = await temporaryProfile(t)
  const { people, learned } = openPeople(context)
  const { alice, entries } = await withEntries(5)
  expect(await people.log(alice.id)).toEqual([])
  await people.learn(
    entries[1]!.bytes,
    await alice.certificate({ entryNumber: 2, entryHash: entries[1]!.hash })
  )
  await people.learn(entries[4]!.bytes, await alice.certificate())
  expect(numbers(await people.log(alice.id))).toEqual([5])
  expect(await people.hasGap(alice.id)).toBe(true)
  expect(await people.standing(alice.id, entries[1]!.devices[0]!)).toBeUndefined()

  // Those that don't follow at once prove nothing yet.
  expect(await people.learnLog(alice.id, bytesOf(entries[2]!))).toBe(false)
  expect(await people.learnLog(alice.id, bytesOf(entries[3]!, entries[2]!))).toBe(true)
  // The second one is there since it was the newest.
  const again = openPeople(context).people
  expect(numbers(await people.log(alice.id))).toEqual([2, 3, 4, 5])
  expect(numbers(await again.log(alice.id))).toEqual([2, 3, 4, 5])
  expect(await again.hasGap(alice.id)).toBe(false)
  expect(await again.standing(alice.id, entries[1]!.devices[0]!)).toBe('dropped')
  expect(await again.standing(alice.id, entries[4]!.devices[0]!)).toBe('listed')
  expect(await again.standing(alice.id, entries[0]!.devices[0]!)).toBeUndefined()
  expect(learned).toEqual(['- 2', '2 5', '5 5'])
})

test('entries that follow each other make one log, through a restart too', async (t) => {
  const context = await temporaryProfile(t)
  const { people } = openPeople(context)
  const { alice, entries } = await withEntries(3)
  for (const entry of entries) {
    const certificate = await alice.certificate({ entryNumber: entry.number, entryHash: entry.hash })
    // Read while the entry is on its way to the disk.
    const learning = people.learn(entry.bytes, certificate)
    await people.log(alice.id)
    await learning
  }
  for (const one of [people, openPeople(context).people])
    expect(numbers(await one.log(alice.id))).toEqual([1, 2, 3])
})

test('whatever does not lead to the newest entry is not taken', async (t) => {
  const { people, learned } = openPeople(await temporaryProfile(t))
  const { alice, entries } = await withEntries(3)
  const other = await withEntries(3)
  await people.learn(alice.entry.bytes, await alice.certificate())
  const forged = await alice.forkedBy(entries[0]!).append({ devices: [key()] })
  const wrong: Uint8Array[][] = [
    [],
    [new Uint8Array(), entries[1]!.bytes],
    [crypto.randomBytes(300)],
    [entries[1]!.bytes.subarray(1)],
    bytesOf(forged),
    bytesOf(other.entries[1]!),
    bytesOf(entries[0]!),
    bytesOf(alice.entry)
  ]
  for (const offered of wrong) expect(await people.learnLog(alice.id, offered)).toBe(false)
  expect(await people.learnLog(crypto.randomBytes(32), bytesOf(entries[1]!))).toBe(false)
  expect(learned).toEqual(['- 3'])
  // The right one, and then the wrong ones behind it.
  expect(await people.learnLog(alice.id, [entries[1]!.bytes, forged.bytes])).toBe(true)
  expect(numbers(await people.log(alice.id))).toEqual([2, 3])
})

test('an account key that changed on the way needs the old one’s word', async (t) => {
  const { people } = openPeople(await temporaryProfile(t))
  const { alice, entries } = await withEntries(2)
  for (const without of ['the old signature', undefined] as const) {
    const rotated = await alice.rotated(without && { without })
    const changed = rotated.entry
    await rotated.append()
    const { people: fresh } = without === undefined ? { people } : openPeople(await temporaryProfile(t))
    // Strangers are believed by their first key only: this one is known from before.
    await fresh.learn(entries[1]!.bytes, await alice.certificate())
    for (const entry of [changed, rotated.entry])
      await fresh.learn(entry.bytes, await rotated.certificate({ issued: Date.now() + entry.number }))
    expect(numbers(await fresh.log(alice.id))).toEqual(without === undefined ? [2, 3, 4] : [2])
  }
})

test('no more is read of a log than a limit, however many entries there are', async (t) => {
  const { people } = openPeople(await temporaryProfile(t))
  const { alice, entries } = await withEntries(maxLog + 20)
  await people.learn(alice.entry.bytes, await alice.certificate())
  expect(await people.learnLog(alice.id, bytesOf(...entries.slice(0, -1).reverse()))).toBe(true)
  expect(await people.log(alice.id)).toHaveLength(maxLog)
  expect(await people.learnLog(alice.id, bytesOf(entries[19]!))).toBe(false)
  expect(await people.hasGap(alice.id)).toBe(false)
})
