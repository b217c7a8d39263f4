import { expect, test, vi } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { recoveryWords } from '../../../src/protocol/index.ts'
import { password, shared, startBootstrap, startNode, startRegistry, until } from '../../support/index.ts'
import type { RegistryReply, RegistryRequest } from '../../../src/protocol/index.ts'
import type { StarlingNode } from '../../../src/node/index.ts'
import type { Lifetime } from '../../support/index.ts'

// Each password is stretched several times.
vi.setConfig({ testTimeout: 120_000 })

const newPassword = 'copper-Lantern-71-gravel-tulip'
const server = shared((t) => startBootstrap(t))
const start = (t: Lifetime): Promise<StarlingNode> => startNode(t, { bootstrap: [server().invite] })

test('a change of password keeps everything, and ends the old password and recovery code', async (t) => {
  const alice = await start(t)
  const before = await alice.account.register({ username: 'alice', password })
  await alice.rooms.join('#lobby')
  const { id } = await alice.conversations.send('#lobby', 'before')
  const changed = await alice.account.changePassword({ password, newPassword })
  expect(changed).toMatchObject({ name: 'alice', id: before.id, devices: 1 })
  expect(changed.recovery_code.split(' ')).toHaveLength(12)
  expect(changed.recovery_code).not.toBe(before.recovery_code)
  await alice.conversations.send('#lobby', 'after')
  expect((await alice.conversations.history('#lobby'))[0]?.id).toBe(id)

  const phone = await start(t)
  await expect(phone.account.login({ username: 'alice', password })).rejects.toMatchObject({
    name: 'WrongPasswordError'
  })
  const old = { username: 'alice', recoveryCode: before.recovery_code, password }
  await expect(phone.account.recover(old)).rejects.toMatchObject({ name: 'WrongRecoveryCodeError' })
  const info = await phone.account.login({ username: 'alice', password: newPassword })
  expect(info).toMatchObject({ id: before.id, devices: 2 })
})

test('a wrong old password and a weak new one change nothing', async (t) => {
  const bob = await start(t)
  await bob.account.register({ username: 'bob', password })
  await expect(bob.account.changePassword({ password: `${password}!`, newPassword })).rejects.toMatchObject({
    name: 'WrongPasswordError'
  })
  await expect(bob.account.changePassword({ password, newPassword: 'bob12345' })).rejects.toMatchObject({
    name: 'WeakPasswordError'
  })
  await expect((await start(t)).account.changePassword({ password, newPassword })).rejects.toMatchObject({
    name: 'NotLoggedInError'
  })
  const phone = await start(t)
  expect(await phone.account.login({ username: 'bob', password })).toMatchObject({ devices: 2 })
})

test('a lost password: the recovery code restores the account on a new machine, with what others know of it', async (t) => {
  const carol = await start(t)
  const { recovery_code, id } = await carol.account.register({ username: 'carol', password })
  const dave = await start(t)
  await dave.account.register({ username: 'dave', password })

  const laptop = await start(t)
  const recovery = { username: 'carol', recoveryCode: recovery_code.toUpperCase(), password: newPassword }
  const recovered = await laptop.account.recover(recovery)
  expect(recovered).toMatchObject({ name: 'carol', id, devices: 2 })
  const heard = until(dave, 'message', ({ sender_id }) => sender_id === id)
  await laptop.direct.send('dave', 'it is me')
  expect(await heard).toMatchObject({ sender: 'carol', content: 'it is me' })

  const again = await start(t)
  await expect(again.account.recover(recovery)).rejects.toMatchObject({ name: 'WrongRecoveryCodeError' })
  const newer = { ...recovery, recoveryCode: recovered.recovery_code }
  expect(await again.account.recover(newer)).toMatchObject({ devices: 3 })
})

test('a mistyped code is told where it is wrong, and another account’s is refused', async (t) => {
  const erin = await start(t)
  const { recovery_code } = await erin.account.register({ username: 'erin', password })
  const phone = await start(t)
  const recover = (recoveryCode: string, username = 'erin') =>
    phone.account.recover({ username, recoveryCode, password: newPassword })
  const words = recovery_code.split(' ')
  await expect(recover(words.with(3, 'zzz').join(' '))).rejects.toMatchObject({
    name: 'InvalidRecoveryCodeError',
    message: expect.stringMatching(/^Word 4 of the recovery code \(“zzz”\) .+ Did you mean /) as string
  })
  await expect(recover(words.slice(1).join(' '))).rejects.toThrow(/has 12 words, and these are 11/)
  await expect(recover(recoveryWords(crypto.randomBytes(16)))).rejects.toMatchObject({
    name: 'WrongRecoveryCodeError'
  })
  await expect(recover(recovery_code, 'somebody')).rejects.toMatchObject({ name: 'WrongRecoveryCodeError' })
  expect(phone.account.info).toBeUndefined()
})

test('with the recovery code required, the password alone opens nothing', async (t) => {
  const frank = await start(t)
  const registration = { username: 'frank', password, recoveryRequired: true }
  const { recovery_code } = await frank.account.register(registration)
  const phone = await start(t)
  const login = (recoveryCode?: string) =>
    phone.account.login({ username: 'frank', password, ...(recoveryCode && { recoveryCode }) })
  await expect(login()).rejects.toMatchObject({ name: 'RecoveryCodeRequiredError' })
  await expect(login(recoveryWords(crypto.randomBytes(16)))).rejects.toMatchObject({
    name: 'WrongRecoveryCodeError'
  })
  await expect(frank.account.changePassword({ password, newPassword })).rejects.toMatchObject({
    name: 'RecoveryCodeRequiredError'
  })
  const change = { password, newPassword, recoveryCode: recovery_code }
  const changed = await frank.account.changePassword(change)
  await expect(
    phone.account.login({ username: 'frank', password: newPassword, recoveryCode: recovery_code })
  ).rejects.toMatchObject({ name: 'WrongRecoveryCodeError' })
  const now = { username: 'frank', password: newPassword, recoveryCode: changed.recovery_code }
  expect(await phone.account.login(now)).toMatchObject({ devices: 2 })
})

test('a lost answer costs nothing: what was written is found again', async (t) => {
  let lose = true
  const registry = await startRegistry(t, (reply: RegistryReply, request: RegistryRequest) => {
    if (request.appendEntry === undefined || !lose) return reply
    lose = false
    return undefined
  })
  const alice = await startNode(t, { name: 'alice', bootstrap: [registry.invite] })
  await alice.account.changePassword({ password, newPassword })
  expect(lose).toBe(false)
  const phone = await startNode(t, { bootstrap: [registry.invite] })
  expect(await phone.account.login({ username: 'alice', password: newPassword })).toMatchObject({
    devices: 2
  })
})
