import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { createHost } from '../../../src/net/index.ts'
import { openProfile } from '../../../src/node/profile/profile.ts'
import { RegistryClient } from '../../../src/node/registry/registry-client.ts'
import { Servers } from '../../../src/node/registry/servers.ts'
import { inviteOf, peerIdOf, registryProtocol, signServers } from '../../../src/protocol/index.ts'
import { loopback, shared, startBootstrap, startRegistry, temporaryDirectory } from '../../support/index.ts'
import type { AddressInfo } from 'node:net'
import type { Host } from '../../../src/net/index.ts'
import type { RegistryRequest } from '../../../src/protocol/index.ts'
import type { Lie, Lifetime } from '../../support/index.ts'

async function startHost(t: Lifetime): Promise<Host> {
  const host = await createHost({ seed: crypto.randomBytes(32), role: 'server', listen: [loopback] })
  t.onTestFinished(() => host.stop())
  await host.start()
  return host
}

async function startClient(t: Lifetime, invite?: string) {
  const profile = await openProfile(await temporaryDirectory(t), crypto)
  t.onTestFinished(() => profile.close())
  const servers = await Servers.load(crypto, profile)
  if (invite !== undefined) await servers.useInvite(invite, () => {})
  const host = await startHost(t)
  return { client: new RegistryClient(host, servers), servers, host }
}

/** An invite of a new registry to these servers. */
async function inviteTo(...servers: { peer: string; addresses: string[] }[]): Promise<string> {
  return inviteOf(await signServers(crypto, crypto.randomBytes(32), { number: 1, servers }))
}

const somebody = (): string => peerIdOf(crypto.publicKey(crypto.randomBytes(32)))

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

describe('finding the registry', () => {
  test('without an invite there is none', async (t) => {
    const { client } = await startClient(t)
    await expect(client.info()).rejects.toMatchObject({
      name: 'NoInviteError',
      message: expect.stringContaining('--invite') as string
    })
  })

  test('a server that is connected answers', async (t) => {
    const server = await startBootstrap(t)
    const { client, host } = await startClient(t, server.invite)
    expect(await client.connect()).toBe(server.peer)
    expect(host.isConnected(server.peer)).toBe(true)
    expect((await client.info()).version).toBe(1)
  })

  test('of several servers the one that is there answers', async (t) => {
    const there = await startRegistry(t)
    const address = { peer: there.host.peer, addresses: there.host.addresses() }
    const dead = { peer: somebody(), addresses: [`/ip4/127.0.0.1/tcp/${await freePort()}`] }
    const { client } = await startClient(t, await inviteTo(dead, address, { ...dead, peer: somebody() }))
    expect(await client.connect()).toBe(there.host.peer)
  })

  test.for<[string, () => Promise<string[]>]>([
    ['nobody listens', async () => [`/ip4/127.0.0.1/tcp/${await freePort()}`]],
    ['there is no address', async () => []]
  ])('where %s it is unreachable', async ([, addresses], t) => {
    const { client } = await startClient(
      t,
      await inviteTo({ peer: somebody(), addresses: await addresses() })
    )
    await expect(client.info()).rejects.toMatchObject({
      name: 'RegistryUnreachableError',
      message: expect.stringContaining('Check your network') as string
    })
  })

  test('where another server answers at the address it is no registry', async (t) => {
    const other = await startBootstrap(t)
    const addresses = other.addresses.map((address) => address.replace(/\/p2p\/.*/, ''))
    const { client } = await startClient(t, await inviteTo({ peer: somebody(), addresses }))
    await expect(client.info()).rejects.toMatchObject({
      name: 'NotARegistryError',
      message: expect.stringContaining('Ask for a new invite') as string
    })
  })

  test('a libp2p host that is no Starling server is none', async (t) => {
    const host = await startHost(t)
    const { client } = await startClient(t, await inviteTo({ peer: host.peer, addresses: host.addresses() }))
    await expect(client.lookup({ username: 'alice' })).rejects.toMatchObject({
      name: 'NotARegistryError',
      message: expect.stringContaining('Ask for a new invite') as string
    })
  })

  test('whoever gives up is told why', async (t) => {
    const mute = createServer().listen(0, '127.0.0.1')
    await once(mute, 'listening')
    t.onTestFinished(() => void mute.close())
    const addresses = [`/ip4/127.0.0.1/tcp/${(mute.address() as AddressInfo).port}`]
    const { client } = await startClient(t, await inviteTo({ peer: somebody(), addresses }))
    const giveUp = new AbortController()
    const connecting = client.connect({ signal: giveUp.signal })
    await once(mute, 'connection')
    giveUp.abort(new Error('changed my mind'))
    await expect(connecting).rejects.toThrow('changed my mind')
    await expect(client.info({ signal: giveUp.signal })).rejects.toThrow('changed my mind')
  })
})

/** Every request as the client makes it; typed so that none is forgotten. */
const asks: { [Asked in keyof Required<RegistryRequest>]: (client: RegistryClient) => Promise<unknown> } = {
  info: (client) => client.info(),
  registerStart: (client) => client.registerStart('alice', new Uint8Array(32)),
  registerFinish: (client) =>
    client.registerFinish({
      username: 'alice',
      ...{ opaqueRecord: new Uint8Array(192), entry: id, backup: id, leaf: id, find: id }
    }),
  loginStart: (client) => client.loginStart('alice', new Uint8Array(96)),
  loginFinish: (client) => client.loginFinish(new Uint8Array(64)),
  appendEntry: (client) => client.appendEntry({ entry: id }),
  passwordStart: (client) => client.passwordStart(id),
  recover: (client) => client.recover({ find: id }),
  lookup: (client) => client.lookup({ username: 'alice' }),
  prove: (client) => client.prove({ leaves: [0], sizes: [] }),
  leaves: (client) => client.leaves({ from: 0, limit: 1 }),
  cancelReset: (client) => client.cancelReset({ leaf: id }),
  release: (client) => client.release({ leaf: id }),
  entries: (client) => client.entries({ account: id, before: 2 }),
  vaultPut: (client) => client.vaultPut({ head: id, part: id }),
  vaultGet: (client) => client.vaultGet({ part: 0 })
}
const id = new Uint8Array(32)

describe('an answer', () => {
  const answering = async (t: Lifetime, lie: Lie) =>
    (await startClient(t, (await startRegistry(t, lie)).invite)).client

  let lie: Lie
  const liar = shared(async (t) => ({ client: await answering(t, (...reply) => lie(...reply)) }))
  const lies: [string, Lie][] = [
    ['garbage', () => Uint8Array.of(0xff, 0xff)],
    ['cut short', (reply) => registryProtocol.encodeReply(reply).slice(0, -1)],
    ['a frame that is too long', () => new Uint8Array(registryProtocol.maxFrame + 1)],
    ['nothing', () => ({})],
    ['the answer to something else', (_, { info }) => (info ? { leaves: { leaves: [] } } : { info: anyInfo })]
  ]
  const anyInfo = { servers: id, time: 0, version: 1 }

  test.for(
    (Object.keys(asks) as (keyof typeof asks)[]).flatMap((asked) =>
      lies.map(([what, told]) => ({ asked, what, told }))
    )
  )('to $asked that is $what is no registry’s', async ({ asked, told }) => {
    lie = told
    await expect(asks[asked](liar().client)).rejects.toMatchObject({ name: 'NotARegistryError' })
  })

  test('a stream that ends before it is there counts as unreachable', async (t) => {
    const client = await answering(t, () => undefined)
    await expect(client.info()).rejects.toMatchObject({ name: 'RegistryUnreachableError' })
  })

  test('a login without an account is none', async (t) => {
    const client = await answering(t, () => ({ loggedIn: { backup: new Uint8Array() } }))
    await expect(client.loginFinish(new Uint8Array())).rejects.toMatchObject({ name: 'NotARegistryError' })
  })

  test.for<[string, string, string]>([
    ['name-taken', 'NameTakenError', 'Choose another'],
    ['invalid-name', 'InvalidNameError', 'a to z'],
    ['wrong-password', 'WrongPasswordError', 'try again'],
    ['unknown-account', 'UnknownNameError', 'Check how it is written'],
    ['too-many-devices', 'TooManyDevicesError', 'Revoke one'],
    ['conflict', 'RegistryRefusedError', 'Log in again'],
    ['internal', 'RegistryRefusedError', 'tell its operator'],
    ['bad-request', 'RegistryRefusedError', 'refused (bad-request)'],
    ['some-later-code', 'RegistryRefusedError', 'refused (some-later-code)'],
    ['\u001b[2J\u001b[31mboo', 'RegistryRefusedError', 'refused (without a reason)'],
    ['x'.repeat(5000), 'RegistryRefusedError', 'refused (without a reason)'],
    ['', 'RegistryRefusedError', 'refused (without a reason)']
  ])('%j becomes a %s that says what to do', async ([error, name, advice], t) => {
    const client = await answering(t, () => ({ error }))
    await expect(client.lookup({ username: 'alice' })).rejects.toMatchObject({
      name,
      message: expect.stringContaining(advice) as string
    })
  })
})

test('a registry whose disk fails says so, and goes on', async (t) => {
  const { invite, store } = await startRegistry(t)
  const { client } = await startClient(t, invite)
  await expect(client.lookup({ username: 'alice' })).rejects.toMatchObject({ name: 'UnknownNameError' })
  await store[Symbol.asyncDispose]()
  await expect(client.lookup({ username: 'alice' })).rejects.toMatchObject({
    name: 'RegistryRefusedError',
    message: expect.stringContaining('could not store or read') as string
  })
  expect((await client.info()).version).toBe(1)
})

test('a client may ask for much at once', async (t) => {
  const server = await startBootstrap(t)
  const { client } = await startClient(t, server.invite)
  const answers = await Promise.allSettled(
    Array.from({ length: 200 }, (_, index) => client.lookup({ username: `nobody_${index}` }))
  )
  expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(200)
  for (const answer of answers)
    if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ name: 'UnknownNameError' })
})
