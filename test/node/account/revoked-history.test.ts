import { expect, test, vi } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import {
  base32,
  directId,
  fromBase32,
  hybridTime,
  publicRoomId,
  readInvite
} from '../../../src/protocol/index.ts'
import { password, startBootstrap, startNode, temporaryDirectory, until } from '../../support/index.ts'
import { heldBy } from '../support/held.ts'
import { startThief } from '../support/thief.ts'

// Each password is stretched several times.
vi.setConfig({ testTimeout: 120_000 })

const closed = 'alice took a device out of the account. What it writes does not count.'

test('what a device wrote before it was revoked is given on; what it signs later is void, whatever the date', async (t) => {
  const { invite } = await startBootstrap(t)
  const bootstrap = [invite]
  const directory = await temporaryDirectory(t)
  const laptop = await startNode(t, { bootstrap, directory, name: 'alice' })
  const bob = await startNode(t, { bootstrap, name: 'bob' })
  for (const node of [laptop, bob]) await node.rooms.join('#lobby')
  await laptop.conversations.send('#lobby', 'one')
  await laptop.direct.send('bob', 'psst')
  expect(await heldBy(bob, '#lobby', 1)).toEqual(['one'])
  expect(await heldBy(bob, 'alice', 1)).toEqual(['psst'])
  const phone = await startNode(t, { bootstrap })
  await phone.account.login({ username: 'alice', password })
  await laptop.account.allow(phone.account.info!.device)
  expect(await heldBy(phone, 'bob', 1)).toEqual(['psst'])
  expect(await heldBy(phone, '#lobby', 1)).toEqual(['one'])
  const { id: account, device } = laptop.account.info!
  await laptop.stop()

  await phone.account.revoke({ device, password })
  expect(await heldBy(bob, '#lobby', 2)).toEqual(['one', closed])
  expect(await heldBy(bob, 'alice', 2)).toEqual(['psst', closed])

  const carol = await startNode(t, { bootstrap, name: 'carol' })
  await carol.rooms.join('#lobby')
  expect(await heldBy(carol, '#lobby', 2)).toEqual(['one', closed])
  const tablet = await startNode(t, { bootstrap })
  await tablet.account.login({ username: 'alice', password })
  await phone.account.allow(tablet.account.info!.device)
  expect(await heldBy(tablet, 'bob', 2)).toEqual(['psst', closed])

  const thief = await startThief(t, directory, account, carol)
  const lobby = publicRoomId(crypto, (await readInvite(crypto, invite))!.registry.id, 'lobby')
  const yesterday = hybridTime(Date.now() - 86_400_000)
  const struck = until(carol, 'message', ({ content }) => content === 'still here')
  await thief.publish(await thief.write(lobby, { text: 'now' }))
  await thief.publish(await thief.write(lobby, { text: 'then', time: yesterday }))
  await bob.conversations.send('#lobby', 'still here')
  await struck
  expect(await heldBy(carol, '#lobby', 3)).toEqual(['one', closed, 'still here'])
  expect(await heldBy(bob, '#lobby', 3)).toEqual(['one', closed, 'still here'])

  const toCarol = directId(crypto, fromBase32(account), fromBase32(carol.account.info!.id))
  for (const time of [hybridTime(Date.now()), yesterday])
    expect(await thief.ask(await thief.write(toCarol, { time }))).toEqual({ refused: 'unknown-device' })
})

test('what was shown and turns out to be from after the revocation goes again, and the person is told', async (t) => {
  const { invite } = await startBootstrap(t)
  const bootstrap = [invite]
  const directory = await temporaryDirectory(t)
  const laptop = await startNode(t, { bootstrap, directory, name: 'alice' })
  const bob = await startNode(t, { bootstrap, name: 'bob' })
  for (const node of [laptop, bob]) await node.rooms.join('#lobby')
  await laptop.conversations.send('#lobby', 'one')
  expect(await heldBy(bob, '#lobby', 1)).toEqual(['one'])
  const phone = await startNode(t, { bootstrap })
  const followed = until(phone, 'conversation', ({ name }) => name === '#lobby')
  await phone.account.login({ username: 'alice', password })
  await followed
  expect(await heldBy(phone, '#lobby', 1)).toEqual(['one'])
  const { id: account, device } = laptop.account.info!
  await laptop.stop()

  const thief = await startThief(t, directory, account, bob)
  const lobby = publicRoomId(crypto, (await readInvite(crypto, invite))!.registry.id, 'lobby')
  const later = await thief.write(lobby, { text: 'later', time: hybridTime(Date.now() + 300_000) })
  await thief.publish(later)
  expect(await heldBy(bob, '#lobby', 2)).toEqual(['one', 'later'])
  await vi.waitFor(async () => expect(await bob.conversations.list()).toMatchObject([{ unread: 2 }]))
  const gone = { conversation: '#lobby', sender: 'alice', ids: [base32(later.id)] }
  const removed = until(bob, 'removed')
  const told = until(bob, 'notice', ({ text }) => text.includes('does not count and is gone'))
  await phone.account.revoke({ device, password })
  expect(await removed).toEqual(gone)
  await told
  expect(await heldBy(bob, '#lobby', 2)).toEqual(['one', closed])
  await vi.waitFor(async () => expect(await bob.conversations.list()).toMatchObject([{ unread: 1 }]))
})

test('a room where nobody is gets its close once somebody was met, who may know more of the device', async (t) => {
  const { invite } = await startBootstrap(t)
  const bootstrap = [invite]
  const directory = await temporaryDirectory(t)
  const laptop = await startNode(t, { bootstrap, directory, name: 'alice' })
  const bob = await startNode(t, { bootstrap, name: 'bob' })
  for (const node of [laptop, bob]) await node.rooms.join('#lobby')
  await laptop.conversations.send('#lobby', 'one')
  const away = await temporaryDirectory(t)
  let phone = await startNode(t, { bootstrap, directory: away })
  const followed = until(phone, 'conversation', ({ name }) => name === '#lobby')
  await phone.account.login({ username: 'alice', password })
  await followed
  expect(await heldBy(phone, '#lobby', 1)).toEqual(['one'])
  // What the phone misses, bob has.
  await phone.stop()
  await laptop.conversations.send('#lobby', 'two')
  expect(await heldBy(bob, '#lobby', 2)).toEqual(['one', 'two'])
  const { device } = laptop.account.info!
  await laptop.stop()
  await bob.rooms.leave('#lobby')

  phone = await startNode(t, { bootstrap, directory: away })
  await phone.account.revoke({ device, password })
  expect(await heldBy(phone, '#lobby', 1)).toEqual(['one'])
  await bob.rooms.join('#lobby')
  for (const node of [phone, bob]) expect(await heldBy(node, '#lobby', 3)).toEqual(['one', 'two', closed])
})
