import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { createHost } from '../../../src/net/index.ts'
import { createNode } from '../../../src/node/index.ts'
import {
  base32,
  deviceKeyOf,
  inviteOf,
  peerIdOf,
  readCertificate,
  readEntry,
  readInvite,
  signServers
} from '../../../src/protocol/index.ts'
import { startClient } from '../../bootstrap/raw-client.ts'
import {
  loopback,
  password,
  shared,
  startBootstrap,
  startNode,
  temporaryDirectory,
  until
} from '../../support/index.ts'
import type { AddressInfo } from 'node:net'

const server = shared((t) => startBootstrap(t))

let count = 0
const newName = (): string => `person_${++count}`

test('takes the name, and says who one is', async (t) => {
  const node = await startNode(t, { bootstrap: [server().invite] })
  expect(node.account.info).toBeUndefined()
  const online = until(node, 'network', ({ registry }) => registry === 'online')
  const username = newName()
  const begin = Date.now()
  const info = await node.account.register({ username, password })
  const { recovery_code, ...stays } = info
  expect(recovery_code.split(' ')).toHaveLength(12)
  expect(stays).toEqual(node.account.info)
  expect(info).toMatchObject({ name: username, devices: 1 })
  const life = Date.parse(info.certificate_expires) - begin
  expect(Math.abs(life - 72 * 3_600_000)).toBeLessThan(60_000)
  if (node.network.registry !== 'online') await online

  const client = await startClient(t, server())
  const { account } = await client.ask({ lookup: { username } })
  const entry = (await readEntry(crypto, account!.entry))!
  expect(entry).toMatchObject({ number: 1, devices: [deviceKeyOf(info.device)] })
  expect(base32(entry.account)).toBe(info.id)
  const { registry } = (await readInvite(crypto, server().invite))!
  expect(await readCertificate(crypto, registry, account!.certificate)).toMatchObject({ username })
})

test('is still there after a restart, also with the registry away', async (t) => {
  const own = await startBootstrap(t)
  const directory = await temporaryDirectory(t)
  const node = await startNode(t, { directory, name: 'alice', bootstrap: [own.invite] })
  const { info, invite } = { info: node.account.info, invite: node.invite }
  await node.stop()
  await own.stop()
  const again = await startNode(t, { directory })
  expect(again.account.info).toEqual(info)
  expect(again.invite).toBe(invite)
})

describe('is refused', () => {
  test('for a name that somebody has', async (t) => {
    const username = newName()
    await startNode(t, { name: username, bootstrap: [server().invite] })
    const late = await startNode(t, { bootstrap: [server().invite] })
    await expect(late.account.register({ username, password })).rejects.toMatchObject({
      name: 'NameTakenError',
      code: 'NAME_TAKEN',
      message: expect.stringContaining('Choose another one, or log in if it is yours') as string
    })
    expect(late.account.info).toBeUndefined()
    expect(await late.account.register({ username: newName(), password })).toMatchObject({ devices: 1 })
  })

  test('for what is no name, before anybody is asked', async (t) => {
    const node = await startNode(t)
    for (const username of [
      '',
      'al',
      'Alice',
      'al ice',
      'аlice',
      'álice',
      'alice\n',
      'a'.repeat(21),
      '#lobby',
      '../alice'
    ])
      for (const how of ['register', 'login'] as const)
        await expect(
          node.account[how]({ username, password }),
          JSON.stringify(username)
        ).rejects.toMatchObject({
          name: 'InvalidNameError',
          message: 'A name has 3 to 20 characters: a to z, 0 to 9 and _.'
        })
  })

  test('with a weak password, before anything is sent', async (t) => {
    const node = await startNode(t, { bootstrap: [server().invite] })
    const username = newName()
    for (const weak of ['', 'password1', username, `${username}!`])
      await expect(node.account.register({ username, password: weak }), weak).rejects.toMatchObject({
        name: 'WeakPasswordError'
      })
    const client = await startClient(t, server())
    expect(await client.ask({ lookup: { username } })).toEqual({ error: 'unknown-account' })
  })

  test('where somebody is logged in, or about to be', async (t) => {
    const node = await startNode(t, { bootstrap: [server().invite] })
    const username = newName()
    const registering = node.account.register({ username, password })
    await expect(node.account.register({ username: newName(), password })).rejects.toMatchObject({
      name: 'AlreadyLoggedInError'
    })
    await registering
    for (const how of ['register', 'login'] as const)
      await expect(node.account[how]({ username: newName(), password })).rejects.toMatchObject({
        name: 'AlreadyLoggedInError',
        message: `This profile is ${username} already. Use another one: "--profile DIR".`
      })
    expect(node.account.info!.name).toBe(username)
  })

  test('without an invite', async (t) => {
    const node = await startNode(t)
    for (const how of ['register', 'login'] as const)
      await expect(node.account[how]({ username: 'alice', password })).rejects.toMatchObject({
        name: 'NoInviteError',
        message: expect.stringContaining('--invite') as string
      })
    await node.useInvite(server().invite)
    expect(await node.account.register({ username: newName(), password })).toMatchObject({ devices: 1 })
  })
})

test('an invite that is none stops the start, and the directory stays usable', async (t) => {
  const directory = join(await temporaryDirectory(t), 'profile')
  for (const invite of ['nonsense', server().invite.slice(0, -5), server().invite.replace('starling:', '')])
    await expect(createNode({ directory, bootstrap: [invite], listen: [loopback] })).rejects.toMatchObject({
      name: 'InvalidInviteError',
      message: expect.stringContaining('copy it again from start to end') as string
    })
  const node = await startNode(t, { directory, bootstrap: [` ${server().invite}\n`] })
  expect(node.invite).toBe(server().invite)
})

test('an account stays with its registry', async (t) => {
  const other = await startBootstrap(t)
  const node = await startNode(t, { bootstrap: [other.invite] })
  await node.useInvite(server().invite)
  await node.account.register({ username: newName(), password })
  await expect(node.useInvite(other.invite)).rejects.toMatchObject({ name: 'AlreadyLoggedInError' })
  await node.useInvite(server().invite)
  expect(node.invite).toBe(server().invite)
})

test('whoever changes their mind is free to try again', async (t) => {
  const node = await startNode(t, { bootstrap: [server().invite] })
  const giveUp = new AbortController()
  const registering = node.account.register({ username: newName(), password }, { signal: giveUp.signal })
  giveUp.abort(new Error('changed my mind'))
  await expect(registering).rejects.toThrow('changed my mind')
  expect(node.account.info).toBeUndefined()
  expect(await node.account.register({ username: newName(), password })).toMatchObject({ devices: 1 })
})

describe('a registry that', () => {
  const inviteTo = async (peer: string, addresses: string[]): Promise<string> =>
    inviteOf(await signServers(crypto, crypto.randomBytes(32), { number: 1, servers: [{ peer, addresses }] }))
  const somebody = (): string => peerIdOf(crypto.publicKey(crypto.randomBytes(32)))
  const either = ['register', 'login'] as const

  test('is away is unreachable', async (t) => {
    const socket = createServer().listen(0, '127.0.0.1')
    await once(socket, 'listening')
    const { port } = socket.address() as AddressInfo
    socket.close()
    const node = await startNode(t, {
      bootstrap: [await inviteTo(somebody(), [`/ip4/127.0.0.1/tcp/${port}`])]
    })
    for (const how of either)
      await expect(node.account[how]({ username: 'alice', password })).rejects.toMatchObject({
        name: 'RegistryUnreachableError',
        message:
          'The registry does not answer. Check your network and that its server runs; Starling keeps trying.'
      })
  })

  test('has moved, and left its address to another one, is not the registry of the invite', async (t) => {
    const addresses = server().addresses.map((address) => address.replace(/\/p2p\/.*/, ''))
    const node = await startNode(t, { bootstrap: [await inviteTo(somebody(), addresses)] })
    for (const how of either)
      await expect(node.account[how]({ username: 'alice', password })).rejects.toMatchObject({
        name: 'NotARegistryError',
        message: expect.stringContaining('Ask for a new invite') as string
      })
  })

  test('is no Starling server is none', async (t) => {
    const host = await createHost({ seed: crypto.randomBytes(32), role: 'server', listen: [loopback] })
    t.onTestFinished(() => host.stop())
    await host.start()
    const node = await startNode(t, { bootstrap: [await inviteTo(host.peer, host.addresses())] })
    for (const how of either)
      await expect(node.account[how]({ username: 'alice', password })).rejects.toMatchObject({
        name: 'NotARegistryError',
        message: expect.stringContaining('Ask for a new invite') as string
      })
  })
})
