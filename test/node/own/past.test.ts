import { expect, test } from 'vitest'
import { UnknownNameError } from '../../../src/errors.ts'
import { password, startBootstrap, startNode, temporaryDirectory, until } from '../../support/index.ts'
import { createRequestClient } from '../../../src/net/index.ts'
import {
  directId,
  fromBase32,
  hybridTime,
  openBackup,
  passwordWrap,
  readEntry,
  signEntry,
  syncProtocol
} from '../../../src/protocol/index.ts'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { opaqueLogin } from '../../../src/node/account/opaque.ts'
import { startClient } from '../../bootstrap/raw-client.ts'
import { heldBy } from '../support/held.ts'

test('a new device gets what comes from then on, and the past after a yes, through a restart too', async (t) => {
  const { invite } = await startBootstrap(t)
  const bootstrap = [invite]
  const directory = await temporaryDirectory(t)
  const laptop = await startNode(t, { bootstrap, name: 'alice' })
  const bob = await startNode(t, { bootstrap, name: 'bob' })
  await laptop.direct.send('bob', 'before')
  await bob.direct.send('alice', 'before too')
  await heldBy(laptop, 'bob', 2)

  let phone = await startNode(t, { bootstrap, directory })
  const asked = until(laptop, 'notice', ({ text }) => text.includes('asks for what was written before'))
  const { device } = await phone.account.login({ username: 'alice', password })
  expect((await asked).text).toContain(device.slice(-8))
  await laptop.direct.send('bob', 'after')
  expect(await heldBy(phone, 'bob', 1)).toEqual(['after'])
  await bob.direct.send('alice', 'after too')
  expect(await heldBy(phone, 'bob', 2)).toEqual(['after', 'after too'])
  expect(await phone.conversations.list()).toMatchObject([{ name: 'bob', missing: 0 }])

  await expect(laptop.account.allow('xxxxxx')).rejects.toThrow(UnknownNameError)
  await laptop.account.allow(device.slice(-8))
  expect(await heldBy(phone, 'bob', 4)).toEqual(['before', 'before too', 'after', 'after too'])

  await phone.stop()
  await laptop.direct.send('bob', 'later')
  phone = await startNode(t, { directory })
  expect(await heldBy(phone, 'bob', 5)).toContain('later')
  // It has the past now, and could give it on; another new device is asked about again, here and there.
  const again = until(laptop, 'notice', ({ text }) => text.includes('asks for what was written before'))
  const tablet = await startNode(t, { bootstrap })
  await tablet.account.login({ username: 'alice', password })
  await again
}, 90_000)

test('an entry with an old time gives a new device nothing that was written before it came', async (t) => {
  const { invite } = await startBootstrap(t)
  const bootstrap = [invite]
  const laptop = await startNode(t, { bootstrap, name: 'alice' })
  const bob = await startNode(t, { bootstrap, name: 'bob' })
  await laptop.direct.send('bob', 'secret')
  await bob.direct.send('alice', 'secret too')
  await heldBy(laptop, 'bob', 2)

  // A thief of the password, whose entry says that the device was there before.
  const thief = await startClient(t, { invite })
  const stream = await thief.open()
  const credentials = { username: 'alice', password, registryId: thief.registry }
  const { finish, exportKey } = await opaqueLogin(credentials, async (opaqueRequest) => {
    return (await stream.ask({ loginStart: { username: 'alice', opaqueRequest } })).opaque!.response
  })
  const { loggedIn } = await stream.ask({ loginFinish: { opaqueFinish: finish } })
  const entry = (await readEntry(crypto, loggedIn!.account!.entry))!
  const wrap = passwordWrap(crypto, exportKey)
  const { accountSeed } = openBackup(crypto, entry.account, loggedIn!.backup, wrap)!
  const { account, number, hash: previous, accountKey, devices, backup, time } = entry
  const next = await signEntry(crypto, accountSeed, {
    ...{ account, number: number + 1, previous, accountKey, backup },
    time: time + 1,
    devices: [...devices, thief.device]
  })
  const known = until(laptop, 'notice', ({ text }) => text.includes('A new device was added'))
  expect((await stream.ask({ appendEntry: { entry: next } })).error).toBeUndefined()
  await known

  await thief.host.connect({ peer: laptop.account.info!.device, addresses: laptop.network.addresses })
  const sync = createRequestClient(thief.host, syncProtocol)
  const ask = async (get: object): Promise<number> => {
    const conversation = directId(crypto, account, fromBase32(bob.account.info!.id))
    const nothing = { ranges: [], ids: [], accounts: [], newestFirst: true, limit: 0 }
    const { page } = await sync.request(laptop.account.info!.device, {
      conversation,
      get: { ...nothing, ...get }
    })
    return page!.packets.length
  }
  const everything = { before: { time: hybridTime(Date.now() + 60_000), id: new Uint8Array(32) } }
  expect(await ask(everything)).toBe(0)
  expect(await ask({ ranges: [{ device: devices[0]!, from: 1, to: 9 }] })).toBe(0)
  await laptop.direct.send('bob', 'after')
  expect(await ask(everything)).toBe(1)
})
