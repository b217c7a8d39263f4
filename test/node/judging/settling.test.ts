import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { ConversationLog } from '../../../src/node/events/conversation-log.ts'
import { Settling } from '../../../src/node/judging/settling.ts'
import { Profiles } from '../../../src/node/people/profiles.ts'
import { openProfile } from '../../../src/node/profile/profile.ts'
import {
  base32,
  directId,
  encodeOp,
  encodeProfile,
  encodeRegister,
  hex,
  hybridTime,
  kind,
  profileKey,
  registerLink
} from '../../../src/protocol/index.ts'
import { temporaryDirectory } from '../../support/index.ts'
import { Person } from '../people/person.ts'
import { makeDevice, makeRegistry } from '../support/accounts.ts'
import { makeEvent, makeFeed, newConversation } from '../support/feeds.ts'
import { openPeople } from '../support/people.ts'
import { allOf } from '../support/profile.ts'
import type { Authors } from '../../../src/node/people/authors.ts'
import type { SignedRecord } from '../../../src/protocol/index.ts'
import type { Lifetime } from '../../support/index.ts'

const registry = makeRegistry()
const room = newConversation()

/** A profile, opened: what it holds of the room, and what settles it. `complete` is what the registry would do. */
async function open(t: Lifetime, directory: string, complete = async (): Promise<void> => {}) {
  const profile = await openProfile(directory, crypto)
  t.onTestFinished(() => profile.close())
  const context = { crypto, profile }
  const people = openPeople(context, registry)
  const log = await ConversationLog.open(context, room)
  const gone: SignedRecord[] = []
  const profiles = new Profiles({ crypto, profile, onChange: () => {} })
  await profiles.load()
  const settling = new Settling({
    ...{ profile, people, profiles },
    authors: { complete } as unknown as Authors,
    logsOf: async () => [log],
    onVoid: async (_, records) => void gone.push(...records),
    onStorageError: (error) => {
      throw error
    }
  })
  const unsettled = async (): Promise<number> =>
    (await Array.fromAsync(profile.tables.unsettled.keys())).length
  return { profile, people, profiles, log, gone, settling, unsettled }
}

/** Alice, whose phone wrote five messages a second each, and was dropped after three. */
async function makeAlice() {
  const [phone, laptop] = [makeDevice(), makeDevice()]
  const alice = await Person.make(registry, 'alice', [phone.key, laptop.key])
  const certificate = await alice.certificate()
  const { entry, id } = alice
  const times = [0, 1, 2, 3, 4].map((second) => hybridTime(entry.time + second * 1000))
  const feed = await makeFeed(room, { id } as never, times, phone)
  const dropped = await alice.append({ devices: [laptop.key], time: entry.time + 3000 })
  return { alice, id, phone, laptop, feed, first: { entry, certificate }, dropped }
}

const ids = (records: SignedRecord[]): string[] => records.map(({ id }) => hex(id)).reverse()

test('a process that ended between learning and settling settles after its next start', async (t) => {
  const directory = await temporaryDirectory(t)
  const { alice, feed, first, dropped } = await makeAlice()
  const before = await open(t, directory)
  await before.people.learn(first.entry.bytes, first.certificate)
  for (const record of feed) await before.log.add(record)
  expect(await before.unsettled()).toBe(0)
  await before.people.learn(dropped.bytes, await alice.certificate())
  expect([await before.unsettled(), before.gone.length]).toEqual([1, 0])
  await before.profile.close()

  const after = await open(t, directory)
  await after.settling.settleAll()
  expect(ids(after.gone)).toEqual(ids(feed.slice(3)))
  expect(await allOf(after.log)).toEqual(ids(feed.slice(0, 3)))
  expect(await after.unsettled()).toBe(0)
})

test('the same where a close was stored, and not yet what it makes void taken out', async (t) => {
  const directory = await temporaryDirectory(t)
  const { alice, phone, laptop, feed, first, dropped } = await makeAlice()
  const before = await open(t, directory)
  await before.people.learn(first.entry.bytes, first.certificate)
  await before.people.learn(dropped.bytes, await alice.certificate())
  for (const record of feed.slice(0, 3)) await before.log.add(record)
  await before.settling.settleAll()
  const op = { close: { device: phone.key, number: 1, entry: dropped.hash } }
  const close = await makeEvent(room, alice, laptop, { kind: kind.op, content: encodeOp(op) })
  await before.log.add(close)
  expect(await before.unsettled()).toBe(1)
  await before.profile.close()

  const after = await open(t, directory)
  await after.settling.settleAll()
  expect(await allOf(after.log)).toEqual([hex(close.id), hex(feed[0]!.id)])
})

test('an account whose log has a gap waits until that is filled', async (t) => {
  const { alice, id, laptop, feed, first, dropped } = await makeAlice()
  await alice.append({ devices: [laptop.key] })
  const opened = await open(t, await temporaryDirectory(t), async () => {
    asked++
  })
  const { people, log, settling, unsettled } = opened
  let asked = 0
  await people.learn(first.entry.bytes, first.certificate)
  for (const record of feed) await log.add(record)
  await people.learn(alice.entry.bytes, await alice.certificate())
  await settling.settleAll()
  // When the phone was dropped nobody knows yet.
  expect([asked, await unsettled(), (await allOf(log)).length]).toEqual([1, 1, 5])
  await people.learnLog(id, [dropped.bytes])
  await settling.settleAll()
  expect([asked, await unsettled()]).toEqual([1, 0])
  expect(await allOf(log)).toEqual(ids(feed.slice(0, 3)))
})

test('nothing is done any more once it was stopped', async (t) => {
  const { alice, id, feed, first, dropped } = await makeAlice()
  const { people, log, settling, profile } = await open(t, await temporaryDirectory(t))
  await people.learn(first.entry.bytes, first.certificate)
  for (const record of feed) await log.add(record)
  await people.learn(dropped.bytes, await alice.certificate())
  settling.stop()
  await settling.settle(id)
  expect(await allOf(log)).toHaveLength(5)
  await profile.close()
  await settling.settle(id)
})

test('a profile that a dropped device wrote stays where it counts, and goes where it does not', async (t) => {
  const { id, phone, laptop, first, dropped } = await makeAlice()
  const profileAt = (time: number, displayName: string, device = phone) => {
    const body = { displayName, status: '', timeZone: '', colour: 0, picture: new Uint8Array() }
    return makeEvent(directId(crypto, id, id), { id }, device, {
      kind: kind.profile,
      number: 0,
      time: hybridTime(time),
      prev: registerLink(crypto, profileKey),
      content: encodeRegister({ key: profileKey, value: encodeProfile(body) })
    })
  }
  for (const [at, device, name] of [
    [-1, phone, 'By the phone'],
    [0, phone, undefined],
    [0, laptop, 'By the laptop']
  ] as const) {
    const directory = await temporaryDirectory(t)
    const { people, profiles, settling } = await open(t, directory)
    await people.learn(first.entry.bytes, first.certificate)
    const written = await profileAt(
      dropped.time + at,
      device === phone ? 'By the phone' : 'By the laptop',
      device
    )
    expect(await profiles.keep(written)).toBe(true)
    await people.learn(dropped.bytes, first.certificate)
    await settling.settle(id)
    expect(profiles.of(base32(id))?.displayName).toBe(name)
    expect((await profiles.whole(id))?.displayName).toBe(name)
    // What comes in its place may be older.
    if (name === undefined)
      expect(await profiles.keep(await profileAt(dropped.time - 5, 'Before'))).toBe(true)
  }
})
