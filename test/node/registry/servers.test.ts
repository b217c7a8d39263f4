import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { openProfile } from '../../../src/node/profile/profile.ts'
import { Servers } from '../../../src/node/registry/servers.ts'
import { inviteOf, peerIdOf, signServers, signSuccessor } from '../../../src/protocol/index.ts'
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

interface Link {
  seed: Uint8Array
  successors: Uint8Array[]
}

/** New keys that follow the registry's first one, each with what leads to it. */
async function chainOf(length: number): Promise<Link[]> {
  const registry = crypto.sha256(crypto.publicKey(seed))
  const links: Link[] = []
  for (let number = 1; number <= length; number++) {
    const before = links.at(-1) ?? { seed, successors: [] }
    const next = crypto.randomBytes(32)
    const successor = await signSuccessor(crypto, before.seed, next, { registry, number, time: number })
    links.push({ seed: next, successors: [...before.successors, successor] })
  }
  return links
}

const rotated = (number: number, { seed: by, successors }: Link): Promise<Uint8Array> =>
  signServers(
    crypto,
    by,
    { number, servers: [{ peer, addresses: [] }] },
    { firstKey: crypto.publicKey(seed), successors }
  )

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

test('a longer chain of keys wins over a greater number, and is told; no shorter one comes back', async (t) => {
  const { servers } = await openServers(t)
  const told: string[] = []
  servers.watch({ onRotated: () => told.push('rotated'), onFork: async () => void told.push('fork') })
  await servers.useInvite(inviteOf(await list(9)), never)
  const [first, second] = await chainOf(2)
  await servers.update(await rotated(1, first!))
  expect(servers.required).toMatchObject({ number: 1, registry: { key: crypto.publicKey(first!.seed) } })
  expect(servers.registry!.id).toEqual(crypto.sha256(crypto.publicKey(seed)))
  await servers.update(await list(99))
  expect(servers.required.number).toBe(1)
  await servers.update(await rotated(2, first!))
  expect(servers.required.number).toBe(2)
  expect(told).toEqual(['rotated'])
  // Somebody else's word counts for keys, not for addresses.
  await servers.follow(await rotated(3, first!))
  expect(servers.required.number).toBe(2)
  await servers.follow(await rotated(1, second!))
  expect(servers.required.registry.former).toHaveLength(2)
  await servers.update(await rotated(7, first!))
  expect(servers.required.number).toBe(1)
  expect(told).toEqual(['rotated', 'rotated'])
})

test('two successors of one key are told with both lists, and the first one stays', async (t) => {
  const { servers } = await openServers(t)
  const forks: Uint8Array[][] = []
  servers.watch({ onRotated: () => {}, onFork: async (...lists) => void forks.push(lists) })
  const [[mine], [, theirs]] = [await chainOf(1), await chainOf(2)]
  const [one, other] = [await rotated(1, mine!), await rotated(9, theirs!)]
  await servers.useInvite(inviteOf(one), never)
  await servers.update(other)
  await servers.useInvite(inviteOf(other), never)
  expect(forks).toEqual([
    [one, other],
    [one, other]
  ])
  expect(servers.required.bytes).toEqual(one)
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
