import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import {
  base64url,
  certificateLife,
  equalBytes,
  leafOp,
  maxBackup,
  readCertificate,
  readEntry,
  readInvite
} from '../../../src/protocol/index.ts'
import { shared, startBootstrap } from '../../support/index.ts'
import { loginStart, logIn, opaqueRecord, registerAccount, registration, testBackup } from '../accounts.ts'
import { startClient } from '../raw-client.ts'
import type { RegisterFinish } from '../../../src/protocol/index.ts'
import type { Lifetime } from '../../support/index.ts'
import type { Registration } from '../accounts.ts'

async function setup(t: Lifetime) {
  const server = await startBootstrap(t)
  const client = await startClient(t, server)
  const { registry } = (await readInvite(crypto, server.invite))!
  return { server, client, registry }
}

/** For what leaves the registry as it was. */
const sharedSetup = shared(setup)

test('a registration is answered with entry and certificate, and the name can be looked up', async (t) => {
  const { client, registry } = await setup(t)
  const begin = Date.now()
  const { request, fields } = await registerAccount(client, 'alice')

  for (const lookup of [{ username: 'alice' }, { account: fields.account }]) {
    const { account } = await client.ask({ lookup })
    expect(account!.entry).toEqual(request.entry)
    const certificate = (await readCertificate(crypto, registry, account!.certificate))!
    expect(certificate).toMatchObject({ username: 'alice', account: fields.account, entryNumber: 1, leaf: 0 })
    expect(certificate.entryHash).toEqual((await readEntry(crypto, request.entry))!.hash)
    expect(certificate.issued).toBeGreaterThanOrEqual(begin)
    expect(certificate.expires - certificate.issued).toBe(certificateLife)
  }
  const { account } = await client.ask({ lookup: { username: 'alice' } })
  const again = await client.ask({ lookup: { account: fields.account } })
  expect(again.account!.certificate, 'signed once for a while').toEqual(account!.certificate)
})

test('a name that is taken is refused in both steps', async (t) => {
  const { client, server } = await setup(t)
  const other = await startClient(t, server)
  const record = await opaqueRecord(other.ask, other.registry, 'alice')
  await registerAccount(client, 'alice')
  await expect(opaqueRecord(other.ask, other.registry, 'alice')).rejects.toThrow('name-taken')
  const late = await registration(other, 'alice', record)
  expect(await other.ask({ registerFinish: late.request })).toEqual({ error: 'name-taken' })
})

test('the same request again succeeds again, with the newest entry', async (t) => {
  const { client, registry } = await setup(t)
  const { request } = await registerAccount(client, 'alice')
  for (let time = 0; time < 3; time++) {
    const { account } = await client.ask({ registerFinish: request })
    expect(account!.entry).toEqual(request.entry)
    expect(await readCertificate(crypto, registry, account!.certificate)).toMatchObject({ leaf: 0 })
  }
  const bob = await registerAccount(client, 'bobby')
  const { account } = await client.ask({ lookup: { account: bob.fields.account } })
  expect(await readCertificate(crypto, registry, account!.certificate)).toMatchObject({ leaf: 1 })
})

test('the same account with another password is not the same request', async (t) => {
  const { client } = await setup(t)
  const [one, two] = [
    await opaqueRecord(client.ask, client.registry, 'alice', 'one'),
    await opaqueRecord(client.ask, client.registry, 'alice', 'two')
  ]
  const { request } = await registration(client, 'alice', one)
  expect((await client.ask({ registerFinish: request })).error).toBeUndefined()
  const changed = { ...request, opaqueRecord: two.record }
  // "Succeeded" would make the second password seem to be the account's.
  expect(await client.ask({ registerFinish: changed })).toEqual({ error: 'name-taken' })
  const stream = await client.open()
  expect((await loginStart(stream.ask, client.registry, 'alice', 'one')).finish).toBeDefined()
  expect((await loginStart(stream.ask, client.registry, 'alice', 'two')).finish).toBeUndefined()
})

test('an account takes one name', async (t) => {
  const { client } = await setup(t)
  const { accountSeed } = await registerAccount(client, 'alice')
  const record = await opaqueRecord(client.ask, client.registry, 'alias')
  const second = await registration(client, 'alias', record, { accountSeed })
  expect(await client.ask({ registerFinish: second.request })).toEqual({ error: 'bad-request' })
  expect(await client.ask({ lookup: { username: 'alias' } })).toEqual({ error: 'unknown-account' })
})

test('an account that came too late for a name may take another one', async (t) => {
  const { client } = await setup(t)
  await registerAccount(client, 'first')
  const accountSeed = crypto.randomBytes(32)
  const ask = async (name: string) => {
    const record = await opaqueRecord(client.ask, client.registry, 'free')
    const { request } = await registration(client, name, record, { accountSeed })
    return client.ask({ registerFinish: request })
  }
  expect(await ask('first')).toEqual({ error: 'name-taken' })
  expect((await ask('second')).account).toBeDefined()
})

test('two names for one account at the same moment: it is certified under one of them alone', async (t) => {
  const { client, registry } = await setup(t)
  const accountSeed = crypto.randomBytes(32)
  const make = async (name: string): Promise<Registration> =>
    registration(client, name, await opaqueRecord(client.ask, client.registry, name), { accountSeed })
  const both = await Promise.all(['first', 'second'].map(make))
  const streams = await Promise.all(both.map(() => client.open()))
  const replies = await Promise.all(
    both.map(({ request }, index) => streams[index]!.ask({ registerFinish: request }))
  )
  const winners = replies.flatMap(({ account }, index) => (account ? [both[index]!.request.username] : []))
  expect(winners).toHaveLength(1)
  expect(replies.filter(({ error }) => error === 'bad-request')).toHaveLength(1)
  // The log of names says so too: with both in it nobody's audit would ever succeed again.
  const { leaves } = await client.ask({ leaves: { from: 0, limit: 0 } })
  expect(leaves!.leaves).toHaveLength(1)
  const { account } = await client.ask({ lookup: { account: both[0]!.fields.account } })
  expect(await readCertificate(crypto, registry, account!.certificate)).toMatchObject({
    username: winners[0]
  })
})

const other = crypto.randomBytes(32)
const otherKey = crypto.publicKey(other)
type Change = Parameters<typeof registration>[3]

test.each<[string, Change]>([
  ['a leaf for another registry', { leaf: { registry: other } }],
  ['a leaf for another name', { leaf: { username: 'mallory' } }],
  ['a leaf for another account', { leaf: { account: other } }],
  ['a leaf for another entry', { leaf: { entryHash: other } }],
  ['a leaf for a later entry', { leaf: { entryNumber: 2 } }],
  ['a leaf that resets', { leaf: { op: leafOp.reset } }],
  ['a leaf that releases', { leaf: { op: leafOp.release } }],
  ['an entry for another device', { entry: { devices: [otherKey] } }],
  ['a second entry', { entry: { number: 2, previous: other } }],
  ['an entry of another account', { entry: { account: other } }],
  ['an entry with another backup’s hash', { entry: { backup: other } }],
  ['an entry by another key', { entry: { accountKey: otherKey } }]
])('%s is refused, and the name stays free', async (_, changed) => {
  await expectRefusal(async (client) => {
    const record = await opaqueRecord(client.ask, client.registry, 'alice')
    return (await registration(client, 'alice', record, changed)).request
  }, 'forged')
})

test.each<[string, (request: RegisterFinish, stranger: RegisterFinish) => Partial<RegisterFinish>]>([
  ['a backup that does not match', ({ backup }) => ({ backup: backup.slice(1) })],
  ['somebody else’s entry', (_, { entry }) => ({ entry })],
  ['somebody else’s leaf', (_, { leaf }) => ({ leaf })],
  ['somebody else’s entry and leaf', (_, { entry, leaf }) => ({ entry, leaf })],
  ['a wrong signature of the entry', ({ entry }) => ({ entry: flipped(entry) })],
  ['a wrong signature of the leaf', ({ leaf }) => ({ leaf: flipped(leaf) })]
])('%s is refused, and the name stays free', async (_, change) => {
  await expectRefusal(async (client) => {
    const record = await opaqueRecord(client.ask, client.registry, 'alice')
    const [{ request }, stranger] = [
      await registration(client, 'alice', record),
      await registration({ ...client, device: otherKey }, 'alice', record)
    ]
    return { ...request, ...change(request, stranger.request) }
  }, 'forged')
})

test('a backup over 4 KiB is refused even where its hash is right', async () => {
  await expectRefusal(async (client) => {
    const backup = new Uint8Array(maxBackup + 1)
    const record = await opaqueRecord(client.ask, client.registry, 'alice')
    const entry = { backup: crypto.sha256(backup) }
    return { ...(await registration(client, 'alice', record, { entry })).request, backup }
  }, 'too-large')
})

test.each(['', 'al', 'Alice', 'älice', 'аlice', 'alice ', 'a'.repeat(21), 'alice\0', '#lobby'])(
  '%j is no name',
  async (username) => {
    await expectRefusal(async (client) => {
      const start = await client.ask({ registerStart: { username, opaqueRequest: new Uint8Array(32) } })
      expect(start).toEqual({ error: 'invalid-name' })
      const record = await opaqueRecord(client.ask, client.registry, 'alice')
      return (await registration(client, username, record)).request
    }, 'invalid-name')
  }
)

test('OPAQUE’s first message that is none is refused', async (t) => {
  const { client } = await setup(t)
  for (const opaqueRequest of [new Uint8Array(), new Uint8Array(31), new Uint8Array(32), other]) {
    const { error, opaque } = await client.ask({ registerStart: { username: 'alice', opaqueRequest } })
    expect(error ?? opaque?.response.length, base64url(opaqueRequest)).toSatisfy(
      (answer: unknown) => answer === 'bad-request' || answer === 64
    )
  }
  await registerAccount(client, 'alice')
})

test('whoever registers can log in and finds the backup', async (t) => {
  const { client } = await setup(t)
  const { request } = await registerAccount(client, 'alice')
  const { backup, entry } = await logIn(await client.open(), client.registry, 'alice')
  expect(backup).toEqual(request.backup)
  expect(entry.bytes).toEqual(request.entry)
  expect(equalBytes(backup, testBackup(other, other, other))).toBe(false)
})

function flipped(bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice()
  changed[changed.length - 1]! ^= 1
  return changed
}

async function expectRefusal(
  make: (client: Awaited<ReturnType<typeof setup>>['client']) => Promise<RegisterFinish>,
  error: string
): Promise<void> {
  const { client } = sharedSetup()
  expect(await client.ask({ registerFinish: await make(client) })).toEqual({ error })
  expect(await client.ask({ lookup: { username: 'alice' } })).toEqual({ error: 'unknown-account' })
}
