import { join } from 'node:path'
import { base64url } from '../../../src/protocol/index.ts'
import { expect, test } from 'vitest'
import { NameRecord } from '../../../src/bootstrap/pb/stored.ts'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { openRegistryStore } from '../../../src/storage/index.ts'
import {
  maxDevices,
  presenceProtocol,
  readCertificate,
  readEntry,
  readInvite
} from '../../../src/protocol/index.ts'
import { startBootstrap, temporaryDirectory } from '../../support/index.ts'
import { entryAfter, logIn, loginStart, opaqueRecord, registerAccount, registration } from '../accounts.ts'
import { startClient } from '../raw-client.ts'
import type { AccountEntry, EntryFields } from '../../../src/protocol/index.ts'
import type { Lifetime } from '../../support/index.ts'
import type { RawClient } from '../raw-client.ts'

async function setup(t: Lifetime) {
  const server = await startBootstrap(t)
  const alice = await startClient(t, server)
  const made = await registerAccount(alice, 'alice')
  return { server, alice, ...made }
}

/** Whether the server takes the device for present, once it has said that it is. */
async function isPresent(client: RawClient): Promise<boolean> {
  const frames = await client.host.open(client.server, presenceProtocol.id, presenceProtocol)
  const state = { status: 0, addresses: [], rooms: [new Uint8Array(32)], watch: [] }
  await frames.write(presenceProtocol.encodeState(state))
  const told = await frames.read()
  await frames.close()
  return told !== undefined
}

test('a login with the right password hands out backup, entry and certificate', async (t) => {
  const { server, request } = await setup(t)
  const phone = await startClient(t, server)
  const { backup, account, entry } = await logIn(await phone.open(), phone.registry, 'alice')
  expect(backup).toEqual(request.backup)
  expect(entry.bytes).toEqual(request.entry)
  const { registry } = (await readInvite(crypto, server.invite))!
  expect(await readCertificate(crypto, registry, account!.certificate)).toMatchObject({ username: 'alice' })
})

test('unknown names answer like known ones, and end like a wrong password', async (t) => {
  const { alice } = await setup(t)
  const answers = async (username: string, password: string) => {
    const stream = await alice.open()
    const { reply, finish } = await loginStart(stream.ask, alice.registry, username, password)
    expect(finish).toBeUndefined()
    // The client can't finish, but may try: with another login's proof, with noise.
    const proof = await loginStart((await alice.open()).ask, alice.registry, 'alice')
    const ends = []
    for (const opaqueFinish of [proof.finish!, crypto.randomBytes(64), new Uint8Array(64)])
      ends.push(await stream.ask({ loginFinish: { opaqueFinish } }))
    await stream.frames.close()
    return { shape: Object.keys(reply), length: reply.opaque!.response.length, ends }
  }
  const known = await answers('alice', 'wrong')
  const unknown = await answers('nobody', 'password')
  expect(unknown).toEqual(known)
  expect(known.ends).toEqual(Array(3).fill({ error: 'wrong-password' }))
  expect(await alice.ask({ loginStart: { username: 'No One', opaqueRequest: new Uint8Array(96) } })).toEqual({
    error: 'invalid-name'
  })
})

test('a login’s first message that is none is refused, and the stream goes on', async (t) => {
  const { alice } = await setup(t)
  const stream = await alice.open()
  for (const opaqueRequest of [new Uint8Array(), new Uint8Array(95), new Uint8Array(96)])
    for (const username of ['alice', 'nobody'])
      expect(await stream.ask({ loginStart: { username, opaqueRequest } })).toEqual({ error: 'bad-request' })
  expect(await stream.ask({ loginFinish: { opaqueFinish: new Uint8Array(64) } })).toEqual({
    error: 'out-of-step'
  })
  expect((await logIn(stream, alice.registry, 'alice')).entry.number).toBe(1)
})

test('a second device comes in with entry 2, and asking again is no harm', async (t) => {
  const { server, alice, accountSeed } = await setup(t)
  const phone = await startClient(t, server)
  const stream = await phone.open()
  const { entry } = await logIn(stream, phone.registry, 'alice')
  const next = await entryAfter(accountSeed, entry, [...entry.devices, phone.device])
  expect(await isPresent(phone)).toBe(false)
  for (let time = 0; time < 2; time++) {
    const { account } = await stream.ask({ appendEntry: { entry: next } })
    expect(account!.entry).toEqual(next)
    const { registry } = (await readInvite(crypto, server.invite))!
    const certificate = await readCertificate(crypto, registry, account!.certificate)
    expect(certificate).toMatchObject({ entryNumber: 2, entryHash: (await readEntry(crypto, next))!.hash })
  }
  expect(await isPresent(phone)).toBe(true)
  expect(await isPresent(alice)).toBe(true)
})

test('nobody appends without a login', async (t) => {
  const { server, accountSeed, request } = await setup(t)
  const phone = await startClient(t, server)
  const first = (await readEntry(crypto, request.entry))!
  const entry = await entryAfter(accountSeed, first, [...first.devices, phone.device])
  const stream = await phone.open()
  expect(await stream.ask({ appendEntry: { entry } })).toEqual({ error: 'out-of-step' })
  // Half a login is none, and neither is one that failed or one on another stream.
  await loginStart(stream.ask, phone.registry, 'alice')
  expect(await stream.ask({ appendEntry: { entry } })).toEqual({ error: 'wrong-password' })
  await stream.ask({ loginFinish: { opaqueFinish: new Uint8Array(64) } })
  expect(await stream.ask({ appendEntry: { entry } })).toEqual({ error: 'wrong-password' })
  await logIn(await phone.open(), phone.registry, 'alice')
  expect(await stream.ask({ appendEntry: { entry } })).toEqual({ error: 'wrong-password' })
  // A new login begins from nothing.
  await logIn(stream, phone.registry, 'alice')
  await loginStart(stream.ask, phone.registry, 'alice')
  expect(await stream.ask({ appendEntry: { entry } })).toEqual({ error: 'wrong-password' })
  const { account } = await phone.ask({ lookup: { username: 'alice' } })
  expect(account!.entry).toEqual(request.entry)
})

test('an entry that does not fit is refused', async (t) => {
  const { server, accountSeed } = await setup(t)
  const [phone, mallory] = await Promise.all([startClient(t, server), startClient(t, server)])
  const theirs = await registerAccount(mallory, 'mallory')
  const stream = await phone.open()
  const { entry } = await logIn(stream, phone.registry, 'alice')
  const devices = [...entry.devices, phone.device]
  const ask = async (changed: Partial<EntryFields>, seed = accountSeed, after = entry) =>
    (await stream.ask({ appendEntry: { entry: await entryAfter(seed, after, devices, changed) } })).error
  expect(await ask({ devices: entry.devices })).toBe('forged')
  expect(await ask({ backup: new Uint8Array(32) })).toBe('forged')
  expect(await ask({ accountKey: mallory.device }, mallory.seed)).toBe('conflict')
  expect(await ask({}, mallory.seed)).toBe('forged')
  expect(await ask({ number: 3 })).toBe('conflict')
  expect(await ask({ previous: new Uint8Array(32) })).toBe('conflict')
  const other = (await readEntry(crypto, theirs.request.entry))!
  expect(await ask({ backup: entry.backup }, theirs.accountSeed, other)).toBe('conflict')
  expect((await stream.ask({ appendEntry: { entry: new Uint8Array() } })).error).toBe('bad-request')
  const full = Array.from({ length: maxDevices }, () => crypto.publicKey(crypto.randomBytes(32)))
  expect(await ask({ devices: [...full, phone.device] })).toBe('forged')
  expect(await ask({ devices: [...full.slice(1), phone.device] })).toBeUndefined()
})

test('of two devices that append at once one is told of the conflict, and comes in after', async (t) => {
  const { server, accountSeed } = await setup(t)
  const clients = await Promise.all([startClient(t, server), startClient(t, server)])
  const streams = await Promise.all(clients.map((client) => client.open()))
  const logins = await Promise.all(streams.map((stream) => logIn(stream, clients[0].registry, 'alice')))
  const append = async (index: number, entry: AccountEntry) => {
    const next = await entryAfter(accountSeed, entry, [...entry.devices, clients[index]!.device])
    return streams[index]!.ask({ appendEntry: { entry: next } })
  }
  const replies = await Promise.all(logins.map(({ entry }, index) => append(index, entry)))
  expect(replies.map(({ error }) => error).toSorted()).toEqual(['conflict', undefined])
  const late = replies.findIndex(({ error }) => error === 'conflict')
  const { entry } = await logIn(streams[late]!, clients[0].registry, 'alice')
  expect(entry.number).toBe(2)
  const { account } = await append(late, entry)
  const newest = (await readEntry(crypto, account!.entry))!
  expect(newest.number).toBe(3)
  expect(newest.devices).toEqual(expect.arrayContaining(clients.map(({ device }) => device)))
  expect(await Promise.all(clients.map(isPresent))).toEqual([true, true])
})

test('listing a stranger’s device does not take it away', async (t) => {
  const { server, accountSeed } = await setup(t)
  const [phone, bob] = await Promise.all([startClient(t, server), startClient(t, server)])
  const stream = await phone.open()
  const { entry } = await logIn(stream, phone.registry, 'alice')
  const devices = [...entry.devices, phone.device, bob.device]
  const { error } = await stream.ask({
    appendEntry: { entry: await entryAfter(accountSeed, entry, devices) }
  })
  expect(error).toBeUndefined()
  expect(await isPresent(bob), 'it never said that it is Alice’s').toBe(false)

  const { fields } = await registerAccount(bob, 'bobby')
  const frames = await bob.host.open(bob.server, presenceProtocol.id, presenceProtocol)
  const state = { status: 0, addresses: [], rooms: [new Uint8Array(32)], watch: [] }
  await frames.write(presenceProtocol.encodeState(state))
  const { people } = presenceProtocol.decodeNews((await frames.read())!)
  expect(people.map(({ account }) => account)).toEqual([fields.account])
})

test('a claim that a crash cut off is completed by the next login, and by the same registration', async (t) => {
  const directory = await temporaryDirectory(t)
  const before = await startBootstrap(t, { directory })
  const client = await startClient(t, before)
  const claims = []
  for (const name of ['alice', 'bobby']) {
    const record = await opaqueRecord(client.ask, client.registry, name)
    claims.push((await registration(client, name, record)).request)
  }
  await before.stop()

  // What the server writes first, and nothing of the rest.
  const store = await openRegistryStore(join(directory, 'registry'))
  for (const { username, opaqueRecord, entry, leaf, backup, find } of claims) {
    const { account } = (await readEntry(crypto, entry))!
    const record = {
      account,
      opaqueRecord: base64url(opaqueRecord),
      opaqueSetup: await setupId(directory),
      entry,
      leaf,
      backup,
      find
    }
    expect(await store.claim('name', username, NameRecord.encode(record))).toMatchObject({ ok: true })
  }
  await store[Symbol.asyncDispose]()

  const server = await startBootstrap(t, { directory })
  const again = await startClient(t, server, { seed: client.seed })
  const [alice, bobby] = claims as [(typeof claims)[0], (typeof claims)[0]]
  const { entry, backup } = await logIn(await again.open(), again.registry, 'alice')
  expect([entry.bytes, backup]).toEqual([alice.entry, alice.backup])
  expect(await isPresent(again)).toBe(true)
  expect((await again.ask({ registerFinish: bobby })).account?.entry).toEqual(bobby.entry)
  const { registry } = (await readInvite(crypto, server.invite))!
  const leafOf = async (username: string): Promise<number | undefined> => {
    const { account } = await again.ask({ lookup: { username } })
    return (await readCertificate(crypto, registry, account!.certificate))?.leaf
  }
  expect([await leafOf('alice'), await leafOf('bobby')]).toEqual([0, 1])
})

test('a login without an answer leaves a device that can be present all the same', async (t) => {
  const { server, accountSeed } = await setup(t)
  const phone = await startClient(t, server)
  const stream = await phone.open()
  const { entry } = await logIn(stream, phone.registry, 'alice')
  const next = await entryAfter(accountSeed, entry, [...entry.devices, phone.device])
  // The account is written, what remembers the device is not: a crash in between.
  const laptop = await startClient(t, server)
  const other = await laptop.open()
  await logIn(other, laptop.registry, 'alice')
  const both = await entryAfter(accountSeed, entry, [...entry.devices, phone.device, laptop.device])
  expect((await other.ask({ appendEntry: { entry: both } })).error).toBeUndefined()
  expect(await isPresent(phone)).toBe(false)
  expect((await stream.ask({ appendEntry: { entry: next } })).error).toBe('conflict')
  expect((await logIn(stream, phone.registry, 'alice')).entry.devices).toContainEqual(phone.device)
  expect(await isPresent(phone)).toBe(true)
})

async function setupId(directory: string): Promise<string> {
  const { loadSecrets } = await import('../../../src/bootstrap/secrets.ts')
  return (await loadSecrets(directory, crypto)).opaqueSetupId
}
