import { describe, expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { peerIdOf, readEntry } from '../../../src/protocol/index.ts'
import { startClient } from '../../bootstrap/raw-client.ts'
import { password, shared, startBootstrap, startNode, startRegistry, until } from '../../support/index.ts'
import { makeAccount, makeRegistry } from '../support/accounts.ts'
import type { Account, LoggedIn, RegistryReply } from '../../../src/protocol/index.ts'

const server = shared((t) => startBootstrap(t))
const laptop = shared((t) => startNode(t, { name: 'alice', bootstrap: [server().invite] }))
const credentials = { username: 'alice', password }

test('a second device comes in by name and password, and everybody knows both', async (t) => {
  const bob = await startNode(t, { name: 'bob', bootstrap: [server().invite] })
  const phone = await startNode(t, { bootstrap: [server().invite] })
  const known = until(laptop(), 'presence', ({ me }) => me && laptop().account.info!.devices === 2)
  const info = await phone.account.login(credentials)
  expect(info).toEqual(phone.account.info)
  expect(info).toMatchObject({ name: 'alice', id: laptop().account.info!.id, devices: 2 })
  await known

  const client = await startClient(t, server())
  const { account } = await client.ask({ lookup: { username: 'alice' } })
  const entry = (await readEntry(crypto, account!.entry))!
  const devices = [laptop(), phone].map((node) => node.account.info!.device)
  expect(entry.devices.map(peerIdOf)).toEqual(devices)

  const heard = [laptop(), phone].map((node) => until(node, 'message', ({ sender }) => sender === 'bob'))
  await bob.direct.send('alice', 'on both?')
  expect((await Promise.all(heard)).map(({ content }) => content)).toEqual(['on both?', 'on both?'])
  // Each device writes as the same person.
  for (const node of [laptop(), phone]) {
    const reply = until(bob, 'message', ({ own }) => !own)
    await node.direct.send('bob', 'on this one')
    expect(await reply).toMatchObject({ sender: 'alice', sender_id: info.id })
  }
})

test('whoever gives up a login is free to try again', async (t) => {
  const phone = await startNode(t, { bootstrap: [server().invite] })
  const giveUp = new AbortController()
  const logging = phone.account.login(credentials, { signal: giveUp.signal })
  giveUp.abort(new Error('changed my mind'))
  await expect(logging).rejects.toThrow('changed my mind')
  expect(phone.account.info).toBeUndefined()
  expect(await phone.account.login(credentials)).toMatchObject({ name: 'alice' })
})

test('a wrong password and an unknown name are told in the same words', async (t) => {
  const phone = await startNode(t, { bootstrap: [server().invite] })
  for (const given of [
    { username: 'alice', password: `${password}!` },
    { username: 'alice', password: '' },
    { username: 'nobody_here', password }
  ])
    await expect(phone.account.login(given), given.username).rejects.toMatchObject({
      name: 'WrongPasswordError',
      message: 'The name or the password is wrong. Check both and try again.'
    })
  expect(phone.account.info).toBeUndefined()
  expect(await phone.account.login(credentials)).toMatchObject({ name: 'alice' })
})

test('with the registry off it is said that it does not answer', async (t) => {
  const gone = await startBootstrap(t)
  await gone.stop()
  const phone = await startNode(t, { bootstrap: [gone.invite] })
  await expect(phone.account.login(credentials)).rejects.toMatchObject({
    name: 'RegistryUnreachableError',
    message:
      'The registry does not answer. Check your network and that its server runs; Starling keeps trying.'
  })
})

describe('a registry that answers a login with', () => {
  /** What becomes of its answers to `loginStart`, `loginFinish` and `appendEntry`. */
  interface Lies {
    opaque?: () => RegistryReply | Uint8Array | undefined
    loggedIn?: (honest: LoggedIn) => RegistryReply | Uint8Array | undefined
    account?: (honest: Account) => RegistryReply | Uint8Array | undefined
  }
  let lies: Lies = {}
  const registry = shared(async (t) => {
    const parts = await startRegistry(t, (reply) => {
      if (reply.opaque !== undefined && lies.opaque) return lies.opaque()
      if (reply.loggedIn !== undefined && lies.loggedIn) return lies.loggedIn(reply.loggedIn)
      if (reply.account !== undefined && lies.account) return lies.account(reply.account)
      return reply
    })
    for (const name of ['alice', 'mallory']) await startNode(t, { name, bootstrap: [parts.invite] })
    const stored = (await parts.accounts.byName('mallory'))!
    const mallory = { entry: stored.entry.bytes, certificate: await parts.certificates.of(stored) }
    return { ...parts, mallory, stranger: await makeAccount(makeRegistry(), 'alice') }
  })

  test.for<[string, string, () => Lies]>([
    ['noise', 'NotARegistryError', () => ({ loggedIn: () => Uint8Array.of(0xff, 0xff) })],
    ['nothing', 'NotARegistryError', () => ({ loggedIn: () => ({}) })],
    [
      'a login of noise',
      'NotARegistryError',
      () => ({ opaque: () => ({ opaque: { response: crypto.randomBytes(320) } }) })
    ],
    ['the end of the stream', 'RegistryUnreachableError', () => ({ account: () => undefined })],
    [
      'a backup that is not this account’s',
      'UntrustedRegistryError',
      () => ({
        loggedIn: (honest) => ({ loggedIn: { ...honest, backup: crypto.randomBytes(honest.backup.length) } })
      })
    ],
    [
      'somebody else’s account',
      'UntrustedRegistryError',
      () => ({ loggedIn: (honest) => ({ loggedIn: { ...honest, account: registry().mallory } }) })
    ],
    [
      'somebody else’s account once the device is in',
      'UntrustedRegistryError',
      () => ({ account: () => ({ account: registry().mallory }) })
    ],
    [
      'somebody else’s certificate',
      'UntrustedRegistryError',
      () => ({
        account: (honest) => ({ account: { ...honest, certificate: registry().mallory.certificate } })
      })
    ],
    [
      'a certificate that it did not sign',
      'UntrustedRegistryError',
      () => ({
        account: (honest) => ({ account: { ...honest, certificate: registry().stranger.certificate } })
      })
    ],
    [
      'an entry without the device',
      'UntrustedRegistryError',
      () => {
        let before: Account
        return {
          loggedIn: (honest) => {
            before = honest.account!
            return { loggedIn: honest }
          },
          account: () => ({ account: before })
        }
      }
    ]
  ])('%s is not believed', async ([, name, make], t) => {
    const phone = await startNode(t, { bootstrap: [registry().invite] })
    lies = make()
    const error = await phone.account.login(credentials).catch((reason: unknown) => reason)
    lies = {}
    expect(error).toMatchObject({ name, message: expect.stringMatching(/^[A-Z].+\.$/) as string })
    expect(phone.account.info).toBeUndefined()
    expect(await phone.account.login(credentials)).toMatchObject({ name: 'alice' })
  })
})
