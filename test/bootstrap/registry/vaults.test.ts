import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { makeVault, utf8, vaultParts } from '../../../src/protocol/index.ts'
import { startBootstrap, temporaryDirectory } from '../../support/index.ts'
import { entryAfter, logIn, registerAccount } from '../accounts.ts'
import { startClient } from '../raw-client.ts'
import type { RegistryReply, SealedVault, VaultFields } from '../../../src/protocol/index.ts'
import type { Lifetime } from '../../support/index.ts'
import type { RawClient } from '../raw-client.ts'

const done = { vault: { head: new Uint8Array(), part: new Uint8Array() } }
type Ask = RawClient['ask']

/** All parts of a vault, until one is refused. */
async function put(ask: Ask, { head, sealed }: SealedVault): Promise<RegistryReply> {
  const [first, ...others] = vaultParts(sealed)
  let reply = await ask({ vaultPut: { head, part: first! } })
  for (const part of others) if (reply.error === undefined) reply = await ask({ vaultPut: { part } })
  return reply
}

const held = async ({ ask }: Pick<RawClient, 'ask'>, part = 0) => (await ask({ vaultGet: { part } })).vault!

async function setup(t: Lifetime) {
  const directory = await temporaryDirectory(t)
  const running = await startBootstrap(t, { directory })
  const alice = await startClient(t, running)
  const { fields, accountSeed } = await registerAccount(alice, 'alice')
  const key = crypto.randomBytes(32)
  /** A vault by this device, of some parts. */
  const vault = (number: number, parts = 1, changed: Partial<VaultFields> = {}, seed = alice.seed) => {
    const { account, backup } = { ...fields, ...changed }
    const registers = [crypto.randomBytes(10), new Uint8Array((parts - 1) * 8192)]
    return makeVault(crypto, seed, { account, number }, { key, backup }, registers)
  }
  /** Another device, and what takes it out again. */
  const addPhone = async () => {
    const phone = await startClient(t, running)
    const append = async (by: RawClient, devices: Uint8Array[]): Promise<void> => {
      const stream = await by.open()
      const { entry } = await logIn(stream, by.registry, 'alice')
      const next = await entryAfter(accountSeed, entry, devices)
      expect((await stream.ask({ appendEntry: { entry: next } })).error).toBeUndefined()
    }
    await append(phone, [alice.device, phone.device])
    return { phone, revoke: () => append(alice, [alice.device]) }
  }
  return { directory, server: running, alice, fields, vault, addPhone }
}

test('a vault of many parts is handed back as it came, and nothing before there is one', async (t) => {
  const { alice, vault } = await setup(t)
  expect(await held(alice)).toEqual(done.vault)
  const whole = await vault(1, 3)
  expect(await put(alice.ask, whole)).toEqual(done)
  for (const [index, part] of vaultParts(whole.sealed).entries())
    expect(await held(alice, index)).toEqual({ head: whole.head, part })
  for (const beyond of [3, 2 ** 32 - 1])
    expect(await held(alice, beyond)).toEqual({ head: whole.head, part: new Uint8Array() })
})

test('of two devices that put at the same moment one is told to look again', async (t) => {
  const { alice, vault, addPhone } = await setup(t)
  const { phone } = await addPhone()
  await put(alice.ask, await vault(1))
  const rivals: [RawClient, SealedVault][] = [
    [alice, await vault(2, 3)],
    [phone, await vault(2, 3, {}, phone.seed)]
  ]
  const replies = await Promise.all(rivals.map(async ([{ open }, rival]) => put((await open()).ask, rival)))
  expect(replies.map(({ error = 'done' }) => error).sort()).toEqual(['conflict', 'done'])
  for (const number of [1, 2, 4])
    expect(await put(alice.ask, await vault(number))).toEqual({ error: 'conflict' })
  expect(await put(alice.ask, await vault(3))).toEqual(done)
})

test('what is for another account, by another device or under an old backup is refused', async (t) => {
  const { alice, server, vault } = await setup(t)
  const bob = await startClient(t, server)
  const { fields } = await registerAccount(bob, 'bob')
  const stranger = await startClient(t, server)
  const account = fields.account
  expect(await put(alice.ask, await vault(1, 1, { account }))).toEqual({ error: 'forged' })
  expect(await put(alice.ask, await vault(1, 1, {}, bob.seed))).toEqual({ error: 'forged' })
  expect(await put(alice.ask, await vault(1, 1, { backup: crypto.randomBytes(32) }))).toEqual({
    error: 'conflict'
  })
  expect(await put(bob.ask, await vault(1, 1, {}, bob.seed))).toEqual({ error: 'forged' })
  for (const asked of [{ vaultGet: { part: 0 } }, { vaultPut: { part: utf8('x') } }])
    expect(await stranger.ask(asked)).toEqual({ error: 'unknown-account' })
  expect(await held(alice)).toEqual(done.vault)
  expect(await held(bob)).toEqual(done.vault)
})

test('parts without a head, of another vault, too few or too many leave what is held', async (t) => {
  const { alice, vault } = await setup(t)
  const first = await vault(1)
  await put(alice.ask, first)
  const [one, two] = [await vault(2, 3), await vault(2, 3)]
  const parts = vaultParts(one.sealed)
  expect(await alice.ask({ vaultPut: { part: parts[0]! } })).toEqual({ error: 'out-of-step' })
  const mixed = [parts[0]!, parts[2]!, parts[1]!]
  for (const sealed of [mixed, [parts[0]!, parts[1]!, vaultParts(two.sealed)[2]!]])
    expect(await put(alice.ask, { head: one.head, sealed: Buffer.concat(sealed) })).toEqual({
      error: 'forged'
    })
  // After a wrong one the next begins again.
  expect(await alice.ask({ vaultPut: { part: parts[2]! } })).toEqual({ error: 'out-of-step' })
  // One that begins takes the place of one under way, and that one does not go on with it.
  const stream = await alice.open()
  await stream.ask({ vaultPut: { head: one.head, part: parts[0]! } })
  expect(await put(alice.ask, two)).toEqual(done)
  expect(await stream.ask({ vaultPut: { part: parts[1]! } })).toEqual({ error: 'out-of-step' })
  expect((await held(alice)).head).toEqual(two.head)
})

test('one cut short by the end of server or stream leaves the old one', async (t) => {
  const { alice, directory, server, vault } = await setup(t)
  const old = await vault(1)
  await put(alice.ask, old)
  const next = await vault(2, 3)
  const [first, second] = vaultParts(next.sealed)
  for (const fate of ['stream', 'server'] as const) {
    const stream = await alice.open()
    await stream.ask({ vaultPut: { head: next.head, part: first! } })
    await stream.ask({ vaultPut: { part: second! } })
    if (fate === 'stream') stream.frames.abort(new Error('gone'))
    else await server.stop()
    if (fate === 'stream') expect((await held(alice)).head).toEqual(old.head)
  }
  const again = await startBootstrap(t, { directory })
  const back = await startClient(t, again, { seed: alice.seed })
  expect(await held(back)).toEqual({ head: old.head, part: old.sealed })
  expect(await put(back.ask, next)).toEqual(done)
})

test('a device that is revoked between two parts does not get its vault in, nor the one there', async (t) => {
  const { alice, vault, addPhone } = await setup(t)
  const { phone, revoke } = await addPhone()
  const whole = await vault(1, 2, {}, phone.seed)
  const [first, second] = vaultParts(whole.sealed)
  expect(await phone.ask({ vaultPut: { head: whole.head, part: first! } })).toEqual(done)
  await revoke()
  expect(await phone.ask({ vaultPut: { part: second! } })).toEqual({ error: 'unknown-account' })
  expect(await phone.ask({ vaultGet: { part: 0 } })).toEqual({ error: 'unknown-account' })
  expect(await held(alice)).toEqual(done.vault)
})

test('an account that is shut out gets at no vault', async (t) => {
  const { alice, server, vault } = await setup(t)
  await server.admin.suspend('alice')
  expect(await put(alice.ask, await vault(1))).toEqual({ error: 'suspended' })
  expect(await alice.ask({ vaultGet: { part: 0 } })).toEqual({ error: 'suspended' })
  await server.admin.resume('alice')
  expect(await put(alice.ask, await vault(1))).toEqual(done)
})

test('what the registry keeps of it is the head and opaque bytes', async (t) => {
  const { alice, directory, server, fields } = await setup(t)
  const key = { key: crypto.randomBytes(32), backup: fields.backup }
  const secret = 'room/a_very_quiet_room'
  const sealed = await makeVault(crypto, alice.seed, { ...fields, number: 1 }, key, [utf8(secret)])
  await put(alice.ask, sealed)
  await server.stop()
  const folder = join(directory, 'registry')
  const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))))
  const everything = Buffer.concat(files)
  expect(everything.includes(Buffer.from(sealed.sealed.subarray(100, 160)))).toBe(true)
  expect(everything.includes(secret)).toBe(false)
})
