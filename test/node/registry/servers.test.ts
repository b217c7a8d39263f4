import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { openProfile } from '../../../src/node/profile/profile.ts'
import { Servers } from '../../../src/node/registry/servers.ts'
import { inviteOf, peerIdOf, signServers } from '../../../src/protocol/index.ts'
import { temporaryDirectory } from '../../support/index.ts'
import type { Lifetime } from '../../support/index.ts'

async function openServers(t: Lifetime, directory?: string) {
  const profile = await openProfile(directory ?? (await temporaryDirectory(t)), crypto)
  t.onTestFinished(() => profile.close())
  return { servers: await Servers.load(crypto, profile), profile }
}

const seed = crypto.randomBytes(32)
const peer = peerIdOf(crypto.publicKey(crypto.randomBytes(32)))
const list = (number: number, by = seed): Promise<Uint8Array> =>
  signServers(crypto, by, { number, servers: [{ peer, addresses: [`/ip4/192.0.2.1/tcp/${number}`] }] })

const never = (): never => {
  throw new Error('nobody asked')
}

test('there is none at first', async (t) => {
  const { servers } = await openServers(t)
  expect([servers.current, servers.registry, servers.invite]).toEqual([undefined, undefined, undefined])
  expect(() => servers.required).toThrow(expect.objectContaining({ name: 'NoInviteError' }) as Error)
})

test('an invite is kept, and is there after a restart', async (t) => {
  const directory = await temporaryDirectory(t)
  const { servers, profile } = await openServers(t, directory)
  const invite = inviteOf(await list(3))
  await servers.useInvite(`  ${invite}\n`, never)
  expect(servers.invite).toBe(invite)
  expect(servers.required.servers).toEqual([{ peer, addresses: ['/ip4/192.0.2.1/tcp/3'] }])
  await profile.close()
  expect((await openServers(t, directory)).servers.required).toEqual(servers.required)
})

test.for(['', 'starling:', 'starling:abc', 'hello', `starling:${'z'.repeat(300)}`])(
  '%j is no invite, and leaves what was there',
  async (invite, t) => {
    const { servers } = await openServers(t)
    await servers.useInvite(inviteOf(await list(1)), never)
    await expect(servers.useInvite(invite, never)).rejects.toMatchObject({
      name: 'InvalidInviteError',
      message: expect.stringContaining('copy it again') as string
    })
    expect(servers.required.number).toBe(1)
  }
)

test('a newer list of the registry replaces the older, never the other way', async (t) => {
  const { servers } = await openServers(t)
  await servers.useInvite(inviteOf(await list(5)), never)
  await servers.update(await list(4))
  await servers.useInvite(inviteOf(await list(3)), never)
  await servers.update(await list(5))
  expect(servers.required.number).toBe(5)
  await servers.update(await list(6))
  expect(servers.required.number).toBe(6)
  await servers.useInvite(inviteOf(await list(7)), never)
  expect(servers.required.number).toBe(7)
})

test('a server can’t move its people to another registry, nor send them nowhere', async (t) => {
  const { servers } = await openServers(t)
  await servers.useInvite(inviteOf(await list(5)), never)
  await servers.update(await list(9, crypto.randomBytes(32)))
  await servers.update(new Uint8Array())
  await servers.update(crypto.randomBytes(100))
  await servers.update(await signServers(crypto, seed, { number: 10, servers: [] }))
  expect(servers.required.number).toBe(5)
})

test('another registry is used where the guard allows it', async (t) => {
  const { servers } = await openServers(t)
  const other = inviteOf(await list(1, crypto.randomBytes(32)))
  await servers.useInvite(inviteOf(await list(5)), never)
  await expect(servers.useInvite(other, never)).rejects.toThrow('nobody asked')
  expect(servers.required.number).toBe(5)
  await servers.useInvite(other, () => {})
  expect(servers.invite).toBe(other)
})
