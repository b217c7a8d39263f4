import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import {
  leafOp,
  NameHistory,
  readInvite,
  readLeaf,
  readRecoveryCode,
  resetDelay,
  restTime,
  signLeaf
} from '../../../src/protocol/index.ts'
import { LeavingRecord } from '../../../src/bootstrap/pb/stored.ts'
import { Leavings } from '../../../src/bootstrap/registry/leavings.ts'
import { startBootstrap, startRegistry, temporaryDirectory } from '../../support/index.ts'
import { logIn, opaqueRecord, registerAccount, registration } from '../accounts.ts'
import { startClient } from '../raw-client.ts'
import type { Bootstrap } from '../../../src/bootstrap/index.ts'
import type { NameLeaf, RegistryReply } from '../../../src/protocol/index.ts'
import type { Lifetime } from '../../support/index.ts'
import type { Registration } from '../accounts.ts'
import type { RawClient } from '../raw-client.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())
const later = (milliseconds: number): void => void vi.setSystemTime(Date.now() + milliseconds)

/** A server, and two devices of strangers, of which one has a name. */
async function start(t: Lifetime) {
  const directory = await temporaryDirectory(t)
  const server = await startBootstrap(t, { directory })
  const [alice, bob] = [await startClient(t, server), await startClient(t, server)]
  const account = await registerAccount(alice, 'alice')
  return { directory, server, alice, bob, account }
}

const signed = (client: RawClient, { leaf, accountSeed }: Registration, op: number): Promise<Uint8Array> => {
  const isCancel = op === leafOp.cancel
  const fields: NameLeaf = { ...leaf, op, time: Date.now(), ...(isCancel && { signer: client.device }) }
  return signLeaf(crypto, isCancel ? client.seed : accountSeed, fields)
}

const release = async (client: RawClient, account: Registration): Promise<RegistryReply> =>
  client.ask({ release: { leaf: await signed(client, account, leafOp.release) } })
const cancel = async (client: RawClient, account: Registration): Promise<RegistryReply> =>
  client.ask({ cancelReset: { leaf: await signed(client, account, leafOp.cancel) } })

/** Takes the name of alice for a new account, as far as that goes. */
async function take(client: RawClient, resetCode?: Uint8Array): Promise<RegistryReply> {
  try {
    const record = await opaqueRecord(client.ask, client.registry, 'alice')
    const { request } = await registration(client, 'alice', record)
    return await client.ask({ registerFinish: { ...request, ...(resetCode && { resetCode }) } })
  } catch (error) {
    return { error: (error as Error).message }
  }
}

/** What is wrong with the whole log of a server; undefined where nothing is. */
async function auditOf(client: RawClient, { invite }: Bootstrap): Promise<string | undefined> {
  const { registry } = (await readInvite(crypto, invite))!
  const history = new NameHistory(registry.key)
  const { leaves } = await client.ask({ leaves: { from: 0, limit: 100 } })
  const read = await Promise.all(leaves!.leaves.map((leaf) => readLeaf(crypto, leaf)))
  return read.map((leaf) => history.take(leaf!)).find((problem) => problem !== undefined)
}

const codeOf = (words: string): Uint8Array => readRecoveryCode(words) as Uint8Array

test('a name that was reset goes to whoever has the code, after 30 days, and from then on the old account has none', async (t) => {
  const { server, alice, bob, account } = await start(t)
  const { reset_code, from } = await server.admin.reset('alice')
  expect(Date.parse(from)).toBe(Date.now() + resetDelay)
  expect(await server.admin.accounts('', 9)).toMatchObject([
    { name: 'alice', leaving: { by: 'operator', from } }
  ])
  expect(await take(bob, codeOf(reset_code))).toMatchObject({ error: 'not-yet' })
  later(resetDelay - 1000)
  const opaqueRequest = new Uint8Array(32)
  const early = await bob.ask({ registerStart: { username: 'alice', opaqueRequest } })
  expect(early).toEqual({ error: 'not-yet', wait: 1 })
  later(2000)
  expect(await take(bob)).toEqual({ error: 'reset-code' })
  expect(await take(bob, crypto.randomBytes(16))).toEqual({ error: 'reset-code' })
  const taken = await take(bob, codeOf(reset_code))
  expect(taken.account).toBeDefined()
  // Nothing of the old account answers to the name any more.
  const found = await alice.ask({ lookup: { username: 'alice' } })
  expect(found.account!.entry).toEqual(taken.account!.entry)
  expect(await alice.ask({ lookup: { account: account.fields.account } })).toEqual({ error: 'nameless' })
  expect(await alice.ask({ recover: { find: account.request.find } })).toEqual({ error: 'nameless' })
  expect(await cancel(alice, account)).toEqual({ error: 'no-reset' })
  expect(await auditOf(bob, server)).toBeUndefined()
})

test('a device of the account keeps the name, and a stranger can not', async (t) => {
  const { server, alice, bob, account } = await start(t)
  expect(await cancel(alice, account)).toEqual({ error: 'no-reset' })
  const { reset_code } = await server.admin.reset('alice')
  await expect(server.admin.reset('alice')).rejects.toMatchObject({ name: 'NameLeavingError' })
  expect(await cancel(bob, account)).toEqual({ error: 'forged' })
  expect(await cancel(alice, account)).toEqual({ logged: {} })
  later(resetDelay + 1000)
  expect(await take(bob, codeOf(reset_code))).toEqual({ error: 'name-taken' })
  await logIn(await alice.open(), alice.registry, 'alice')
  expect(await auditOf(bob, server)).toBeUndefined()
  // The operator may do it anew.
  await server.admin.release('alice')
  later(resetDelay + 1000)
  expect((await take(bob)).error).toBeUndefined()
  expect(await auditOf(bob, server)).toBeUndefined()
})

test('a name that was given up rests for a year', async (t) => {
  const { server, alice, bob, account } = await start(t)
  expect(await release(alice, account)).toEqual({ logged: {} })
  expect(await alice.ask({ lookup: { username: 'alice' } })).toEqual({ error: 'nameless' })
  await expect(server.admin.reset('alice')).rejects.toMatchObject({ name: 'UnknownNameError' })
  expect(await server.admin.accounts('', 9)).toMatchObject([{ name: 'alice', leaving: { by: 'holder' } }])
  expect(await take(bob)).toEqual({ error: 'name-taken' })
  later(restTime + 1000)
  expect((await take(bob)).error).toBeUndefined()
  expect(await server.admin.accounts('', 9)).toMatchObject([{ name: 'alice', devices: 1 }])
  expect(await auditOf(bob, server)).toBeUndefined()
})

test('whatever was decided stands after a restart', async (t) => {
  const { directory, server, alice, account } = await start(t)
  const { reset_code } = await server.admin.reset('alice')
  await server.stop()
  const again = await startBootstrap(t, { directory })
  const bob = await startClient(t, again)
  later(resetDelay + 1000)
  expect((await take(bob, codeOf(reset_code))).error).toBeUndefined()
  await again.stop()
  const third = await startBootstrap(t, { directory })
  const carol = await startClient(t, third)
  expect(await carol.ask({ lookup: { account: account.fields.account } })).toEqual({ error: 'nameless' })
  expect(await auditOf(carol, third)).toBeUndefined()
  expect(alice.device).toHaveLength(32)
})

test('a clock that is an hour off is told as that', async (t) => {
  const { alice, bob, account } = await start(t)
  const record = await opaqueRecord(bob.ask, bob.registry, 'bobby')
  for (const hours of [-1, 1]) {
    const { request } = await registration(bob, 'bobby', record, {
      leaf: { time: Date.now() + hours * 3_600_000 }
    })
    expect(await bob.ask({ registerFinish: request })).toEqual({ error: 'clock' })
  }
  const leaf = { ...account.leaf, op: leafOp.release, time: Date.now() - 3_600_000 }
  const bytes = await signLeaf(crypto, account.accountSeed, leaf)
  expect(await alice.ask({ release: { leaf: bytes } })).toEqual({ error: 'clock' })
})

test.for<[string, Partial<NameLeaf>]>([
  ['of another registry', { registry: new Uint8Array(32) }],
  ['of another name', { username: 'bobby' }],
  ['of another kind', { op: leafOp.reset }],
  ['of an older entry', { entryHash: new Uint8Array(32) }]
])('a release %s is refused', async ([, changed], t) => {
  const { alice, account } = await start(t)
  const leaf = { ...account.leaf, op: leafOp.release, time: Date.now(), ...changed }
  const bytes = await signLeaf(crypto, account.accountSeed, leaf)
  expect(await alice.ask({ release: { leaf: bytes } })).toEqual({ error: 'forged' })
})

test('a release that a device signed is refused', async (t) => {
  const { alice, account } = await start(t)
  const leaf = { ...account.leaf, op: leafOp.release, time: Date.now(), signer: alice.device }
  expect(await alice.ask({ release: { leaf: await signLeaf(crypto, alice.seed, leaf) } })).toEqual({
    error: 'forged'
  })
})

test.for([
  ['a reset', leafOp.reset],
  ['a release by its holder', leafOp.release]
] as const)('%s that a crash cut short before it was logged is completed', async ([, op], t) => {
  const registry = await startRegistry(t)
  const client = await startClient(t, registry)
  const account = await registerAccount(client, 'alice')
  const isByOperator = op === leafOp.reset
  const seed = isByOperator ? registry.registrySeed : account.accountSeed
  const signer = crypto.publicKey(seed)
  const leaf = await signLeaf(crypto, seed, { ...account.leaf, op, signer, time: Date.now() })
  const nothing = new Uint8Array()
  const record = {
    account: account.fields.account,
    from: Date.now(),
    isByOperator,
    code: nothing,
    leaf,
    cancel: nothing
  }
  await registry.store.claim('leaving', 'alice', LeavingRecord.encode(record))
  const { store, names, accounts, registrySeed } = registry
  const again = (): Leavings =>
    new Leavings({ store, names, accounts, registrySeed, crypto, registry: registry.registry })
  // The second time there is nothing left to do.
  for (const leavings of [again(), again()]) await leavings.load()
  expect(await names.leaves(0, 9)).toEqual([account.request.leaf, leaf])
  expect((await accounts.account(account.fields.account))!.username).toBe(isByOperator ? 'alice' : '')

  // So it is where the crash came in the middle of a cancellation.
  if (!isByOperator) return
  const cancel = await signed(client, account, leafOp.cancel)
  const { revision } = (await store.get('leaving', 'alice'))!
  await store.swap('leaving', 'alice', revision, LeavingRecord.encode({ ...record, cancel }))
  await again().load()
  expect(await names.leaves(0, 9)).toEqual([account.request.leaf, leaf, cancel])
  expect(await store.get('leaving', 'alice')).toBeUndefined()
})

test('of two resets at once one is logged', async (t) => {
  const { server, bob } = await start(t)
  const both = await Promise.allSettled([server.admin.reset('alice'), server.admin.release('alice')])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await auditOf(bob, server)).toBeUndefined()
  const { leaves } = await bob.ask({ leaves: { from: 0, limit: 9 } })
  expect(leaves!.leaves).toHaveLength(2)
})

test('a reset is no older than what is logged, also where the server’s clock has gone back', async (t) => {
  const { server, bob } = await start(t)
  later(24 * 3_600_000)
  await registerAccount(await startClient(t, server), 'tomorrow')
  const tomorrow = Date.now()
  later(-24 * 3_600_000)
  const { from } = await server.admin.reset('alice')
  expect(Date.parse(from)).toBeGreaterThanOrEqual(tomorrow + resetDelay)
  expect(await auditOf(bob, server)).toBeUndefined()
})
