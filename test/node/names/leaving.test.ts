import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { resetDelay, restTime } from '../../../src/protocol/index.ts'
import { password, startBootstrap, startNode, temporaryDirectory, until } from '../../support/index.ts'
import { contents, heldBy } from '../support/held.ts'
import type { Bootstrap } from '../../../src/bootstrap/index.ts'
import type { StarlingNode } from '../../../src/node/index.ts'
import type { Lifetime } from '../../support/index.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())
const later = (milliseconds: number): void => void vi.setSystemTime(Date.now() + milliseconds)

const start = (
  t: Lifetime,
  { invite }: Bootstrap,
  name?: string,
  directory?: string
): Promise<StarlingNode> =>
  startNode(t, { bootstrap: [invite], ...(name && { name }), ...(directory && { directory }) })

/** The next notice that says so. */
const noticed = (node: StarlingNode, words: RegExp) => until(node, 'notice', ({ text }) => words.test(text))

test('a reset warns every device and every contact, also after a restart, and any device keeps the name', async (t) => {
  const server = await startBootstrap(t)
  const directory = await temporaryDirectory(t)
  let laptop = await start(t, server, 'alice', directory)
  const phone = await start(t, server)
  await phone.account.login({ username: 'alice', password })
  const bob = await start(t, server, 'bob')
  await bob.direct.send('alice', 'hello')
  const warned = [
    noticed(laptop, /takes the name alice from your account .*cancel-reset/),
    noticed(phone, /takes the name alice from your account/),
    noticed(bob, /takes the name alice from its account/)
  ]
  const { from } = await server.admin.reset('alice')
  await start(t, server, 'somebody')
  await Promise.all(warned)
  expect(phone.account.info).toMatchObject({ name_leaves: from })

  await laptop.stop()
  laptop = await start(t, server, undefined, directory)
  expect(laptop.account.info).toMatchObject({ name_leaves: from })
  const kept = [noticed(phone, /You keep the name alice/), noticed(bob, /keeps the name alice/)]
  await laptop.account.cancelReset()
  await start(t, server, 'somebody_else')
  await Promise.all(kept)
  expect(phone.account.info).not.toHaveProperty('name_leaves')
  await expect(laptop.account.cancelReset()).rejects.toMatchObject({ name: 'RegistryRefusedError' })
  expect(await bob.names.audit()).toMatchObject({ names: 4 })
})

test('whoever takes a name that was reset is somebody else, and what the former one wrote stays theirs', async (t) => {
  const server = await startBootstrap(t)
  const alice = await start(t, server, 'alice')
  const bob = await start(t, server, 'bob')
  await alice.direct.send('bob', 'it is me')
  expect(await heldBy(bob, 'alice', 1)).toEqual(['it is me'])
  const { reset_code } = await server.admin.reset('alice')

  const other = await start(t, server)
  const registration = { username: 'alice', password, resetCode: reset_code }
  await expect(other.account.register(registration)).rejects.toMatchObject({
    name: 'ResetCodeError',
    message: expect.stringMatching(/can be taken in 30 days/) as string
  })
  later(resetDelay + 1000)
  await expect(other.account.register({ username: 'alice', password })).rejects.toMatchObject({
    name: 'ResetCodeError',
    message: expect.stringMatching(/reset code/) as string
  })
  const [gone, told] = [
    noticed(alice, /has no name any more/),
    noticed(bob, /belongs to another account now/)
  ]
  await other.account.register(registration)
  await Promise.all([gone, told])
  await expect(alice.direct.send('bob', 'still me')).rejects.toMatchObject({ name: 'NameGoneError' })

  expect(contents(await bob.direct.history('alice (former)'))).toEqual(['it is me'])
  expect(await bob.direct.history('alice')).toEqual([])
  expect(await bob.conversations.list()).toMatchObject([{ name: 'alice (former)' }])
  // Nothing goes to the new one before somebody has looked.
  await expect(bob.direct.send('alice', 'who are you?')).rejects.toMatchObject({ name: 'KeyChangedError' })
  const { safety_number, trust } = await bob.people.verification('alice')
  expect(trust).toBe('changed')
  await bob.people.trust('alice', safety_number, 'unverified')
  await bob.direct.send('alice', 'who are you?')
  expect(await heldBy(other, 'bob', 1)).toEqual(['who are you?'])
  expect(await bob.names.audit()).toMatchObject({ names: 2, own: { name: 'bob' } })
})

test('whoever gives the name up is silent from then on, after a restart too', async (t) => {
  const server = await startBootstrap(t)
  const directory = await temporaryDirectory(t)
  let alice = await start(t, server, 'alice', directory)
  const bob = await start(t, server, 'bob')
  await alice.direct.send('bob', 'goodbye')
  expect(await heldBy(bob, 'alice', 1)).toEqual(['goodbye'])
  await expect(alice.account.release({ password: 'wrong' })).rejects.toMatchObject({
    name: 'WrongPasswordError'
  })
  const over = noticed(alice, /has no name any more/)
  await alice.account.release({ password })
  await over
  await alice.stop()
  alice = await start(t, server, undefined, directory)
  expect(contents(await alice.direct.history('bob'))).toEqual(['goodbye'])
  await expect(alice.direct.send('bob', 'hello')).rejects.toMatchObject({ name: 'NameGoneError' })
  const other = await start(t, server)
  await expect(other.account.register({ username: 'alice', password })).rejects.toMatchObject({
    name: 'NameTakenError'
  })
  later(restTime + 1000)
  await other.account.register({ username: 'alice', password })
  expect(other.account.info).toMatchObject({ name: 'alice' })
})
