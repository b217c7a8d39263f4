import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { maxBackup, readEntry } from '../../../src/protocol/index.ts'
import { startBootstrap } from '../../support/index.ts'
import { entryAfter, logIn, loginStart, opaqueChange, registerAccount, testBackup } from '../accounts.ts'
import { startClient } from '../raw-client.ts'
import type { AppendEntry, EntryFields } from '../../../src/protocol/index.ts'
import type { Lifetime } from '../../support/index.ts'

async function setup(t: Lifetime) {
  const server = await startBootstrap(t)
  const alice = await startClient(t, server)
  const made = await registerAccount(alice, 'alice')
  const stream = await alice.open()
  const { entry } = await logIn(stream, alice.registry, 'alice')
  /** What replaces password and recovery code, whole. */
  const change = async (password: string, changed: Partial<EntryFields> = {}) => {
    const { record, exportKey } = await opaqueChange(stream.ask, alice.registry, 'alice', password)
    const backup = testBackup(entry.account, made.accountSeed, exportKey)
    const next = await entryAfter(made.accountSeed, entry, entry.devices, {
      backup: crypto.sha256(backup),
      ...changed
    })
    return { entry: next, backup, opaqueRecord: record, find: crypto.randomBytes(32) }
  }
  const opens = async (password: string): Promise<boolean> => {
    const { finish } = await loginStart((await alice.open()).ask, alice.registry, 'alice', password)
    return finish !== undefined
  }
  return { server, alice, stream, entry, ...made, change, opens }
}

test('another password takes the place of the old one, at once and for good', async (t) => {
  const { alice, stream, change, opens } = await setup(t)
  const appendEntry = await change('another')
  // The same request again succeeds again: an answer may have been lost.
  for (let time = 0; time < 2; time++)
    expect((await stream.ask({ appendEntry })).account?.entry).toEqual(appendEntry.entry)
  expect([await opens('password'), await opens('another')]).toEqual([false, true])
  const { loggedIn } = await alice.ask({ recover: { username: 'alice', find: appendEntry.find } })
  expect(loggedIn?.backup).toEqual(appendEntry.backup)
})

test('the same entry with another password, or another way to find it, was never stored and is refused', async (t) => {
  const { alice, stream, change, opens } = await setup(t)
  const appendEntry = await change('another')
  const { record } = await opaqueChange(stream.ask, alice.registry, 'alice', 'a third')
  expect((await stream.ask({ appendEntry })).error).toBeUndefined()
  for (const different of [{ opaqueRecord: record }, { find: crypto.randomBytes(32) }])
    expect(await stream.ask({ appendEntry: { ...appendEntry, ...different } })).toEqual({ error: 'conflict' })
  expect([await opens('another'), await opens('a third')]).toEqual([true, false])
})

test('whoever logged in by the old password can do nothing once there is another', async (t) => {
  const { server, alice, stream, entry, accountSeed, change } = await setup(t)
  const phone = await startClient(t, server)
  const before = await phone.open()
  await logIn(before, alice.registry, 'alice')
  const between = await phone.open()
  const { finish } = await loginStart(between.ask, alice.registry, 'alice')
  const appendEntry = await change('another')
  await stream.ask({ appendEntry })

  const newest = (await readEntry(crypto, appendEntry.entry))!
  const late = await entryAfter(accountSeed, newest, [...entry.devices, phone.device])
  expect(await before.ask({ appendEntry: { entry: late } })).toEqual({ error: 'wrong-password' })
  expect(await between.ask({ loginFinish: { opaqueFinish: finish! } })).toEqual({ error: 'wrong-password' })
})

test('a password’s parts come all together or not at all', async (t) => {
  const { stream, change, opens } = await setup(t)
  const whole = await change('another')
  const { entry, backup, opaqueRecord, find } = whole
  const broken: AppendEntry[] = [
    { entry, backup, opaqueRecord },
    { entry, backup, find },
    { entry, opaqueRecord, find },
    { ...whole, find: find.subarray(1) },
    { ...whole, find: new Uint8Array() },
    { ...whole, opaqueRecord: opaqueRecord.subarray(1) }
  ]
  for (const appendEntry of broken)
    expect(await stream.ask({ appendEntry })).toEqual({ error: 'bad-request' })
  const forged = [
    { entry },
    { ...whole, backup: backup.subarray(1) },
    { ...whole, entry: crypto.randomBytes(300) }
  ]
  for (const appendEntry of forged) expect(await stream.ask({ appendEntry })).toEqual({ error: 'forged' })
  const large = crypto.randomBytes(maxBackup + 1)
  const tooLarge = await change('another', { backup: crypto.sha256(large) })
  expect(await stream.ask({ appendEntry: { ...tooLarge, backup: large } })).toEqual({ error: 'too-large' })
  expect([await opens('password'), await opens('another')]).toEqual([true, false])
  expect((await stream.ask({ appendEntry: whole })).error).toBeUndefined()
})

test('nobody asks for another password without a login', async (t) => {
  const { alice } = await setup(t)
  const stream = await alice.open()
  const opaqueRequest = crypto.randomBytes(32)
  expect(await stream.ask({ passwordStart: { opaqueRequest } })).toEqual({ error: 'out-of-step' })
  await loginStart(stream.ask, alice.registry, 'alice')
  expect(await stream.ask({ passwordStart: { opaqueRequest } })).toEqual({ error: 'wrong-password' })
  await logIn(stream, alice.registry, 'alice')
  for (const garbage of [new Uint8Array(), new Uint8Array(31), new Uint8Array(32)])
    expect(await stream.ask({ passwordStart: { opaqueRequest: garbage } })).toEqual({ error: 'bad-request' })
})

test('of two changes at once one is told of the conflict, and has changed nothing', async (t) => {
  const { alice, stream, change, opens } = await setup(t)
  const other = await alice.open()
  await logIn(other, alice.registry, 'alice')
  const [one, two] = [await change('one'), await change('two')]
  const replies = await Promise.all([stream.ask({ appendEntry: one }), other.ask({ appendEntry: two })])
  const errors = replies.map(({ error }) => error)
  expect(errors.filter((error) => error === undefined)).toHaveLength(1)
  expect(['conflict', 'wrong-password']).toContain(errors.find((error) => error !== undefined))
  expect([await opens('one'), await opens('two')]).toEqual(errors.map((error) => error === undefined))
})

test('the account’s log is there for everybody, from a number down', async (t) => {
  const { server, alice, stream, entry, accountSeed } = await setup(t)
  const entries = [entry]
  for (let n = 0; n < 20; n++) {
    const next = await entryAfter(accountSeed, entries.at(-1)!, entry.devices)
    for (let time = 0; time < 2; time++) await stream.ask({ appendEntry: { entry: next } })
    entries.push((await readEntry(crypto, next))!)
  }
  const stranger = await startClient(t, server)
  const ask = async (before: number, account = entry.account) =>
    (await stranger.ask({ entries: { account, before } })).entries?.entries.map((bytes) => Buffer.from(bytes))
  const all = entries.map(({ bytes }) => Buffer.from(bytes)).reverse()
  const first = (await ask(2 ** 40))!
  expect(first.length).toBeGreaterThan(4)
  expect(first).toEqual(all.slice(0, first.length))
  expect(await ask(4)).toEqual(all.slice(-3))
  for (const nothing of [0, 1]) expect(await ask(nothing)).toEqual([])
  expect(await ask(9, crypto.randomBytes(32))).toEqual([])
  expect(await stranger.ask({ entries: { account: new Uint8Array(31), before: 9 } })).toEqual({
    error: 'bad-request'
  })
  expect((await alice.ask({ lookup: { username: 'alice' } })).account?.entry).toEqual(entries.at(-1)!.bytes)
})
