import { ED25519_TORSION_SUBGROUP } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import {
  concatBytes,
  domain,
  encodeAddresses,
  equalBytes,
  fromHex,
  hex,
  inviteOf,
  maxAddresses,
  peerIdOf,
  readInvite,
  readServers,
  signServers
} from '../../src/protocol/index.ts'
import { ServerList, SignedServerList } from '../../src/protocol/pb/account.ts'
import { vectorFile, vectorText } from '../vectors/json.ts'
import { bitFlips, mutations, truncations } from './mutations.ts'
import { makePair, makeRegistry } from './people.ts'
import { seededCrypto } from './seeded-crypto.ts'
import type { Server } from '../../src/protocol/pb/account.ts'

const registry = makeRegistry(crypto)
const server = { peer: peerIdOf(makePair(crypto).key), addresses: ['/ip4/192.0.2.7/tcp/7827'] }
const other = {
  peer: peerIdOf(makePair(crypto).key),
  addresses: ['/dns4/chat.example.org/tcp/443/tls/ws', '/ip6/2001:db8::7/tcp/7827']
}
const list = { number: 7, servers: [server, other] }

const sign = (changed: Partial<typeof list> = {}): Promise<Uint8Array> =>
  signServers(crypto, registry.seed, { ...list, ...changed })

/** A list that `signServers` would not make. */
async function forge(
  servers: Server[],
  { number = 7, use = 'servers', by = registry } = {}
): Promise<Uint8Array> {
  const list = ServerList.encode({ number, servers })
  const signature = await crypto.sign(by.seed, concatBytes(domain(use), list))
  return SignedServerList.encode({ servers: list, signature, registryKey: by.key })
}

const oneServer = (): Server => ({ key: makePair(crypto).key, addresses: encodeAddresses(server.addresses) })

test('an invite says which registry it is and where its servers are', async () => {
  const bytes = await sign()
  const invite = inviteOf(bytes)
  expect(invite).toMatch(/^starling:[1-9A-HJ-NP-Za-km-z]+$/)
  expect(await readInvite(crypto, invite)).toEqual({
    registry: { id: registry.id, key: registry.key },
    ...list,
    bytes
  })
})

test('an invite survives line breaks and spaces of a mail', async () => {
  const invite = inviteOf(await sign())
  const wrapped = `\n  ${invite.match(/.{1,20}/g)!.join('\r\n > '.replace('>', ''))}\t\u00a0\n`
  expect(await readInvite(crypto, wrapped)).toMatchObject(list)
})

test.each([
  '',
  'starling:',
  'starling: ',
  'starling:0',
  'starling:OIl0',
  'Starling:abc',
  'https://example.org',
  'starling:é',
  'starling:🐦',
  'starling:1111111111'
])('%j is no invite', async (text) => {
  expect(await readInvite(crypto, text)).toBeUndefined()
})

test('an invite without its beginning, its end or its scheme is none', async () => {
  const invite = inviteOf(await sign())
  for (let length = 0; length < invite.length; length += 7) {
    expect(await readInvite(crypto, invite.slice(0, length))).toBeUndefined()
    expect(await readInvite(crypto, invite.slice(length + 1))).toBeUndefined()
  }
  expect(await readInvite(crypto, `${invite}${invite}`)).toBeUndefined()
})

test('an endless text is given up at once', async () => {
  const begin = performance.now()
  expect(await readInvite(crypto, `starling:${'z'.repeat(10_000_000)}`)).toBeUndefined()
  expect(performance.now() - begin).toBeLessThan(2_000)
})

test('no truncation is read', async () => {
  for (const bytes of truncations(await sign())) expect(await readServers(crypto, bytes)).toBeUndefined()
})

test('no list with a bit changed is read as one of this registry', async () => {
  for (const bytes of bitFlips(await sign())) expect(await readServers(crypto, bytes)).toBeUndefined()
})

test('nothing but the very bytes is read', async () => {
  const bytes = await sign()
  await fc.assert(
    fc.asyncProperty(mutations(bytes), async (changed) => {
      expect((await readServers(crypto, changed)) === undefined).toBe(!equalBytes(changed, bytes))
    }),
    { numRuns: 2000 }
  )
})

test('any text is no invite, and does no harm', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      expect(await readInvite(crypto, text)).toBeUndefined()
      expect(await readInvite(crypto, `starling:${text}`)).toBeUndefined()
    })
  )
})

test('another signer and other domains are refused', async () => {
  const stranger = makeRegistry(crypto)
  const signed = SignedServerList.decode(await sign())
  // Whoever signs alone makes another registry, and can't speak for this one.
  const renamed = SignedServerList.encode({ ...signed, registryKey: stranger.key })
  expect(await readServers(crypto, renamed)).toBeUndefined()
  const resigned = await signServers(crypto, stranger.seed, list)
  expect((await readServers(crypto, resigned))!.registry.id).toEqual(stranger.id)
  for (const use of ['certificate', 'entry', 'leaf'])
    expect(await readServers(crypto, await forge([oneServer()], { use })), use).toBeUndefined()
})

test('a registry key of small order is refused', async () => {
  for (const point of ED25519_TORSION_SUBGROUP) {
    const servers = ServerList.encode({ number: 1, servers: [oneServer()] })
    const signature = concatBytes(fromHex(point), new Uint8Array(32))
    const bytes = SignedServerList.encode({ servers, signature, registryKey: fromHex(point) })
    expect(await readServers(crypto, bytes), point).toBeUndefined()
  }
})

test('a list without a server, or of a server without a key, leads nowhere', async () => {
  expect(await readServers(crypto, await forge([oneServer()]))).toBeDefined()
  expect(await readServers(crypto, await forge([]))).toBeUndefined()
  for (const key of [new Uint8Array(), new Uint8Array(31), new Uint8Array(33)])
    expect(await readServers(crypto, await forge([oneServer(), { ...oneServer(), key }]))).toBeUndefined()
})

test('16 servers of 16 addresses are the most', async () => {
  const servers = Array.from({ length: 16 }, oneServer)
  expect((await readServers(crypto, await forge(servers)))!.servers).toHaveLength(16)
  expect(await readServers(crypto, await forge([...servers, oneServer()]))).toBeUndefined()
  const addresses = Array.from({ length: maxAddresses }, (_, port) => `/ip4/192.0.2.7/tcp/${port + 1}`)
  const many = { ...oneServer(), addresses: encodeAddresses(addresses) }
  expect((await readServers(crypto, await forge([many])))!.servers[0]!.addresses).toEqual(addresses)
  many.addresses.push(...encodeAddresses(server.addresses))
  expect(await readServers(crypto, await forge([many]))).toBeUndefined()
})

test('8 KiB is the most', async () => {
  const padded = (length: number): Promise<Uint8Array> =>
    forge([{ ...oneServer(), addresses: [new Uint8Array(length)] }])
  const rest = 8 * 1024 - (await padded(8000)).length + 8000
  expect(await readServers(crypto, await padded(rest))).toMatchObject({ servers: [{ addresses: [] }] })
  expect(await readServers(crypto, await padded(rest + 1))).toBeUndefined()
})

test('addresses that this program can’t read are left out', async () => {
  const strange = [Uint8Array.of(0xff, 0xff, 3), new Uint8Array(), ...encodeAddresses(server.addresses)]
  const read = await readServers(crypto, await forge([{ ...oneServer(), addresses: strange }]))
  expect(read!.servers[0]!.addresses).toEqual(server.addresses)
})

test('the vectors are those of this code', async () => {
  const seeded = seededCrypto('invite')
  const registry = makeRegistry(seeded)
  const servers = [server, other].map(({ addresses }) => ({
    peer: peerIdOf(makePair(seeded).key),
    addresses
  }))
  const bytes = await signServers(seeded, registry.seed, { number: 7, servers })
  const vector = {
    registrySeed: hex(registry.seed),
    registryKey: hex(registry.key),
    registryId: hex(registry.id),
    number: 7,
    servers,
    signedServerList: hex(bytes),
    invite: inviteOf(bytes)
  }
  expect(await readInvite(seeded, vector.invite)).toMatchObject({ number: 7, servers })
  await expect(await vectorText([vector])).toMatchFileSnapshot(vectorFile('invite'))
})
