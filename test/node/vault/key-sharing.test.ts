import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { VaultRecord } from '../../../src/bootstrap/pb/stored.ts'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { createHost } from '../../../src/net/index.ts'
import { openProfile } from '../../../src/node/profile/profile.ts'
import { SyncClient } from '../../../src/node/sync/sync-client.ts'
import { directId, fromBase32, openVault, readVaultHead } from '../../../src/protocol/index.ts'
import { openRegistryStore } from '../../../src/storage/index.ts'
import { loopback, password, startBootstrap, startNode, temporaryDirectory } from '../../support/index.ts'
import type { Peer } from '../../../src/node/peer.ts'
import type { StarlingNode } from '../../../src/node/index.ts'
import type { VaultKey } from '../../../src/protocol/index.ts'
import type { Lifetime } from '../../support/index.ts'

// Each password is stretched several times.
vi.setConfig({ testTimeout: 120_000 })

const newPassword = 'umber-Kettle-58-lilac-tram'

/** The newest key of the account, where the node has it. */
const keyOf = (node: StarlingNode): VaultKey | undefined => {
  const { vault, account } = node as Peer
  return vault.keys.of(account.required.entry.backup)
}

const roomsOf = (node: StarlingNode): string[] =>
  node.rooms
    .list()
    .map(({ name }) => name)
    .sort()

async function setup(t: Lifetime) {
  const directory = await temporaryDirectory(t)
  const server = await startBootstrap(t, { directory })
  const bootstrap = [server.invite]
  const laptop = await startNode(t, { bootstrap, name: 'alice' })
  const add = async (place?: string): Promise<StarlingNode> => {
    const device = await startNode(t, { bootstrap, ...(place && { directory: place }) })
    await device.account.login({ username: 'alice', password })
    return device
  }
  return { directory, server, bootstrap, laptop, add }
}

test('after another password the others get the new key, and put under it', async (t) => {
  const { bootstrap, laptop, add } = await setup(t)
  const phone = await add()
  await laptop.rooms.join('#before')
  const former = keyOf(phone)!
  await laptop.account.changePassword({ password, newPassword })
  await expect.poll(() => keyOf(phone)?.key, { timeout: 20_000 }).toEqual(keyOf(laptop)!.key)
  expect(keyOf(phone)!.key).not.toEqual(former.key)
  await laptop.stop()
  await phone.rooms.join('#after')
  await phone.stop()

  const tablet = await startNode(t, { bootstrap })
  await tablet.account.login({ username: 'alice', password: newPassword })
  expect(roomsOf(tablet)).toEqual(['#after', '#before'])
})

test('a device that was away gets it when it meets another', async (t) => {
  const { bootstrap, laptop, add } = await setup(t)
  const away = await temporaryDirectory(t)
  let phone = await add(away)
  await phone.stop()
  await laptop.account.changePassword({ password, newPassword })
  phone = await startNode(t, { bootstrap, directory: away })
  await expect.poll(() => keyOf(phone)?.key, { timeout: 20_000 }).toEqual(keyOf(laptop)!.key)
})

test('where the only device was lost, the recovery code brings all of it back, and the new password too', async (t) => {
  const { server, bootstrap } = await setup(t)
  const lost = await startNode(t, { bootstrap })
  const { recovery_code } = await lost.account.register({ username: 'bobby', password })
  await lost.rooms.join('#attic')
  await lost.direct.send('alice', 'psst')
  await lost.stop()
  const phone = await startNode(t, { bootstrap })
  await phone.account.recover({ username: 'bobby', recoveryCode: recovery_code, password: newPassword })
  expect(roomsOf(phone)).toEqual(['#attic'])
  expect((await phone.conversations.list()).map(({ name }) => name).sort()).toEqual(['#attic', 'alice'])
  await phone.stop()
  const tablet = await startNode(t, { bootstrap: [server.invite] })
  await tablet.account.login({ username: 'bobby', password: newPassword })
  expect(roomsOf(tablet)).toEqual(['#attic'])
})

test('a revoked device can open the vault no more, whatever it has and whomever it asks', async (t) => {
  const { directory, server, laptop, add } = await setup(t)
  const stolen = await temporaryDirectory(t)
  const [tablet, phone] = [await add(), await add(stolen)]
  const { device } = phone.account.info!
  await laptop.rooms.join('#attic')
  await phone.stop()
  await laptop.account.revoke({ device, password })
  await expect.poll(() => keyOf(tablet)?.key, { timeout: 20_000 }).toEqual(keyOf(laptop)!.key)
  const newest = keyOf(laptop)!

  const profile = await openProfile(stolen, crypto, { password })
  t.onTestFinished(() => profile.close())
  const host = await createHost({ seed: profile.deviceSeed, role: 'peer', listen: [loopback] })
  t.onTestFinished(() => host.stop())
  await host.start()
  const sync = new SyncClient(host)
  const id = fromBase32(laptop.account.info!.id)
  for (const node of [laptop, tablet]) {
    const peer = node.account.info!.device
    await host.connect({ peer, addresses: node.network.addresses })
    const given = await sync.askVaultKey(peer, directId(crypto, id, id), newest.backup)
    expect(given).toEqual({ backup: newest.backup, key: new Uint8Array() })
    // Nor does it talk anybody into another key.
    await sync.giveVaultKey(peer, directId(crypto, id, id), { ...newest, key: crypto.randomBytes(32) })
  }

  await laptop.stop()
  await tablet.stop()
  expect([keyOf(laptop), keyOf(tablet)]).toEqual([newest, newest])
  await server.stop()
  const store = await openRegistryStore(join(directory, 'registry'))
  t.onTestFinished(() => store[Symbol.asyncDispose]())
  const [held] = await store.list('vault', '', 10)
  const { head: bytes, sealed } = VaultRecord.decode(held!.value)
  const head = (await readVaultHead(crypto, bytes))!
  expect(head.backup).toEqual(newest.backup)
  expect(openVault(crypto, newest.key, head, sealed)).toBeDefined()
  const stored = (await profile.tables.keys.get('vault'))!
  expect(stored.length).toBeGreaterThanOrEqual(64)
  for (let at = 0; at + 32 <= stored.length; at += 32)
    expect(openVault(crypto, stored.slice(at, at + 32), head, sealed)).toBeUndefined()
})
