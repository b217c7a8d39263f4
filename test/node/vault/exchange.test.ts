import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import {
  base32,
  compareBytes,
  encodeFlag,
  encodeMarker,
  encodeStored,
  inviteOf,
  makeVault,
  signServers,
  utf8
} from '../../../src/protocol/index.ts'
import { startProxy } from '../../net/proxy.ts'
import { password, shared, startBootstrap, startRegistry } from '../../support/index.ts'
import { startVaultDevice } from '../support/vault-device.ts'
import type { Register } from '../../../src/node/events/registers.ts'
import type { RegistryReply } from '../../../src/protocol/index.ts'
import type { Lie, Lifetime } from '../../support/index.ts'
import type { VaultDevice } from '../support/vault-device.ts'

// Each password is stretched several times.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const yes = encodeFlag(true)

/** Devices of one account, of which none meets another. */
async function devicesOf(t: Lifetime, server: { invite: string }, username: string, count = 2) {
  const devices: VaultDevice[] = []
  for (let index = 0; index < count; index++) {
    const device = await startVaultDevice(t, server)
    await device.account[index === 0 ? 'register' : 'login']({ username, password })
    devices.push(device)
  }
  // The first ones hear of the others.
  for (const device of devices) await device.account.renew()
  return devices as [VaultDevice, VaultDevice, ...VaultDevice[]]
}

const server = shared((t) => startBootstrap(t))

test('what one device puts another has, kinds and keys that nobody knows yet too', async (t) => {
  const [laptop, phone] = await devicesOf(t, server(), 'alice')
  await laptop.write('room/attic', yes)
  await laptop.write('later/thing', utf8('of a later version'))
  await laptop.write('later/kind', utf8('and its kind'), 0x4abc)
  await laptop.exchange()
  await phone.take()
  expect(phone.held()).toEqual(laptop.held())
  expect(Object.keys(phone.held())).toHaveLength(3)
  // It hands them on, with what it writes itself.
  await phone.write('room/cellar', yes)
  await phone.exchange()
  await laptop.take()
  expect(laptop.held()).toEqual(phone.held())
  expect(Object.keys(laptop.held())).toHaveLength(4)
  expect([...laptop.notices, ...phone.notices]).toEqual([])
})

test('what was written is put when that is due: read markers late, all else soon', async (t) => {
  const [laptop, phone] = await devicesOf(t, server(), 'ivan')
  const timers = vi.spyOn(globalThis, 'setTimeout')
  t.onTestFinished(() => timers.mockRestore())
  const waits = (milliseconds: number) => timers.mock.calls.filter(([, wait]) => wait === milliseconds)
  await laptop.write(`read/${base32(crypto.randomBytes(32))}`, encodeMarker(1n))
  expect([waits(600_000).length, waits(30_000).length]).toEqual([1, 0])
  await laptop.write('room/attic', yes)
  await laptop.write('room/cellar', yes)
  expect([waits(600_000).length, waits(30_000).length]).toEqual([1, 1])
  waits(30_000)[0]![0]()
  await laptop.take()
  await phone.take()
  expect(phone.held()).toEqual(laptop.held())
  expect(Object.keys(phone.held())).toHaveLength(3)
})

test('devices that put at the same moment agree', async (t) => {
  const devices = await devicesOf(t, server(), 'bobby', 3)
  for (let round = 0; round < 3; round++) {
    for (const [index, device] of devices.entries()) {
      await device.write('room/same', Uint8Array.of(index % 2))
      await device.write(`room/of_${index}`, Uint8Array.of(round % 2))
    }
    await Promise.all(devices.map((device) => device.exchange()))
    await Promise.all(devices.map((device) => device.take()))
    for (const device of devices) expect(device.held()).toEqual(devices[0].held())
    expect(Object.keys(devices[0].held())).toHaveLength(4)
  }
})

const three = shared((t) => devicesOf(t, server(), 'carol', 3))

test('whatever is written and put in whatever order, the newest of each key is on all in the end', async () => {
  const devices = three()
  const newest = new Map<string, Register>()
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ by: fc.nat(2), write: fc.nat(4) }) },
    { weight: 2, arbitrary: fc.record({ by: fc.nat(2), exchange: fc.boolean() }) }
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const running: Promise<void>[] = []
      for (const one of steps) {
        const device = devices[one.by]!
        if ('exchange' in one) running.push(one.exchange ? device.exchange() : device.take())
        else {
          const register = await device.write(`room/${one.write}`, crypto.randomBytes(1))
          const before = newest.get(register.key)
          if (before === undefined || isAfter(register, before)) newest.set(register.key, register)
        }
      }
      await Promise.all(running)
      for (const device of devices) await device.exchange()
      for (const device of devices) await device.take()
      for (const device of devices)
        for (const [key, { record }] of newest)
          expect(device.log.registers.find(record.header.account, key)?.record.id).toEqual(record.id)
    }),
    { numRuns: 25 }
  )
})

const isAfter = ({ record: a }: Register, { record: b }: Register): boolean =>
  a.header.time > b.header.time || (a.header.time === b.header.time && compareBytes(a.id, b.id) > 0)

test('a crash between two parts leaves what was there, and the next time it gets through', async (t) => {
  let isBroken = false
  const lie: Lie = (reply, { vaultPut }) =>
    isBroken && vaultPut !== undefined && vaultPut.head === undefined ? undefined : reply
  const [laptop, phone] = await devicesOf(t, await startRegistry(t, lie), 'alice')
  await laptop.write('room/first', yes)
  await laptop.exchange()
  // Several parts.
  for (let index = 0; index < 120; index++) await laptop.write(`room/${index}`, yes)
  isBroken = true
  await laptop.exchange()
  await phone.take()
  expect(Object.keys(phone.held())).toEqual(['room/first'])
  isBroken = false
  await laptop.exchange()
  await phone.take()
  expect(Object.keys(phone.held())).toHaveLength(121)
})

test('an older vault is told of once, and nothing is taken back; a registry that lies is told of too', async (t) => {
  let lie: Lie = (reply) => reply
  const [laptop, phone] = await devicesOf(t, await startRegistry(t, (...told) => lie(...told)), 'alice')
  await laptop.write('room/one', yes)
  await laptop.exchange()
  const older: RegistryReply[] = []
  lie = (reply, { vaultGet }) => {
    if (vaultGet !== undefined) older.push(reply)
    return reply
  }
  await phone.take()
  lie = (reply) => reply
  const newer = await laptop.write('room/one', encodeFlag(false))
  await laptop.exchange()
  await phone.take()
  lie = (reply, { vaultGet }) => (vaultGet === undefined ? reply : older[0])
  await phone.take()
  await phone.take()
  expect(phone.notices).toEqual([expect.stringContaining('older vault than before')])
  expect(phone.log.registers.find(newer.record.header.account, 'room/one')?.value).toEqual(encodeFlag(false))
  // With the lie over it has the newest again; none at all is older still.
  lie = (reply) => reply
  await phone.take()
  lie = (reply, { vaultGet }) =>
    vaultGet === undefined ? reply : { vault: { head: new Uint8Array(), part: new Uint8Array() } }
  await phone.take()
  expect(phone.notices).toHaveLength(2)

  lie = (reply, { vaultGet }) =>
    vaultGet === undefined ? reply : { vault: { ...reply.vault!, part: crypto.randomBytes(8192) } }
  await phone.take()
  await phone.take()
  expect(phone.notices.slice(2)).toEqual([expect.stringContaining('a vault that is none')])
})

test('garbage in a vault spoils nothing else that is in it, and what others wrote is not believed', async (t) => {
  const [laptop, phone] = await devicesOf(t, server(), 'erin')
  const [stranger] = await devicesOf(t, server(), 'frank', 1)
  const good = await laptop.write('room/good', yes)
  const foreign = await stranger.write('room/foreign', yes)
  await laptop.exchange()
  const { account, keys, client, profile } = laptop
  const { id, entry } = account.required
  const spoilt = encodeStored(good.record)
  spoilt[spoilt.length - 1]! ^= 1
  const registers = [
    crypto.randomBytes(300),
    spoilt,
    new Uint8Array(),
    encodeStored(foreign.record),
    encodeStored(good.record)
  ]
  const made = await makeVault(
    crypto,
    profile.deviceSeed,
    { account: id, number: 2 },
    keys.of(entry.backup)!,
    registers
  )
  await client.vaultPut({ head: made.head, part: made.sealed })
  await phone.take()
  expect(Object.keys(phone.held())).toEqual(['room/good'])
  expect(phone.notices).toEqual([])
})

test('a vault under a key that this device lacks is left to others, and replaced under the newest', async (t) => {
  const [laptop, phone] = await devicesOf(t, server(), 'gus')
  await laptop.write('room/before', yes)
  await laptop.exchange()
  await laptop.account.changePassword({ password, newPassword: 'umber-Kettle-58-lilac-tram' })
  // Still under the former key, which the one that changed it has.
  await laptop.take()
  await phone.account.renew()
  await phone.write('room/by_the_phone', yes)
  await phone.exchange()
  await laptop.exchange()
  expect(Object.keys(laptop.held())).toEqual(['room/before'])
  expect(Object.keys(phone.held())).toEqual(['room/by_the_phone'])
  // As another own device would hand it.
  await phone.keys.keep([laptop.keys.of(laptop.account.required.entry.backup)!])
  await phone.exchange()
  await laptop.take()
  for (const device of [laptop, phone])
    expect(Object.keys(device.held()).sort()).toEqual(['room/before', 'room/by_the_phone'])
})

test('whoever logs in after another password opens the vault that is still under the key before, and makes it good', async (t) => {
  const [laptop] = await devicesOf(t, server(), 'helen', 1)
  await laptop.write('room/attic', yes)
  await laptop.exchange()
  const newPassword = 'umber-Kettle-58-lilac-tram'
  // Nothing is put before the device is lost.
  await laptop.account.changePassword({ password, newPassword })
  for (let time = 0; time < 2; time++) {
    const phone = await startVaultDevice(t, server())
    await phone.account.login({ username: 'helen', password: newPassword })
    await phone.take()
    expect(Object.keys(phone.held())).toEqual(['room/attic'])
    expect(phone.notices).toEqual([])
  }
})

test('a registry that answers no more holds up no end', async (t) => {
  const frozen = await startRegistry(t)
  const wire = await startProxy(frozen.host)
  const list = { number: 2, servers: [{ peer: frozen.host.peer, addresses: [wire.address] }] }
  const invite = inviteOf(await signServers(crypto, frozen.registrySeed, list))
  const [laptop] = await devicesOf(t, { invite }, 'alice', 1)
  await laptop.write('room/attic', yes)
  wire.freeze()
  const begun = performance.now()
  await laptop.vault.stop()
  // The registry has 15 s for an answer.
  expect(performance.now() - begun).toBeLessThan(10_000)
  expect(laptop.notices).toEqual([])
})

test('with the registry off nothing fails, and later it is made good', async (t) => {
  const quiet = await startRegistry(t)
  const [laptop, phone] = await devicesOf(t, quiet, 'alice')
  await quiet.store[Symbol.asyncDispose]()
  await laptop.write('room/dark', yes)
  await laptop.exchange()
  await phone.take()
  expect([...laptop.notices, ...phone.notices]).toEqual([])
  await quiet.host.stop()
  await laptop.exchange()
  expect(laptop.notices).toEqual([])
})
