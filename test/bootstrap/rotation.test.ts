import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nameLog } from '../../src/bootstrap/registry/name-log.ts'
import { beginRotation } from '../../src/bootstrap/rotation.ts'
import { readSecrets } from '../../src/bootstrap/secrets.ts'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import { base32, inviteOf, maxSuccessors, readInvite, readSuccessor } from '../../src/protocol/index.ts'
import { openRegistryStore } from '../../src/storage/index.ts'
import { heldBy } from '../node/support/held.ts'
import { loopback, password, startBootstrap, startNode, temporaryDirectory, until } from '../support/index.ts'
import type { StarlingNode } from '../../src/node/index.ts'
import type { Registry } from '../../src/protocol/index.ts'

const isTold = (node: StarlingNode): Promise<unknown> =>
  until(node, 'notice', ({ text }) => /^The registry has a new key, signed by the one before/.test(text))

const registryIn = async (invite: string): Promise<Registry> => (await readInvite(crypto, invite))!.registry

test('clients follow to a new key by themselves, and old invites go on working', async (t) => {
  const directory = await temporaryDirectory(t)
  const server = await startBootstrap(t, { directory })
  const { invite: old, registryId } = server
  const alice = await startNode(t, { name: 'alice', bootstrap: [old] })
  const bob = await startNode(t, { name: 'bob', bootstrap: [old] })
  await alice.direct.send('bob', 'before')
  const told = [alice, bob].map(isTold)
  await server.admin.rotateKey()
  await Promise.all(told)
  expect(server.registryId).toBe(registryId)
  const [before, after] = [await registryIn(old), await registryIn(server.invite)]
  expect(after).toMatchObject({ id: before.id, former: [{ key: before.key }] })
  expect(alice.invite).toBe(server.invite)

  expect(await alice.names.audit()).toMatchObject({ leaves: 3, names: 2, keys: 2, evidence: [] })
  // By the new key alone, from whoever has only the old invite.
  const carol = await startNode(t, { name: 'carol', bootstrap: [old] })
  const phone = await startNode(t, { bootstrap: [old] })
  expect(await phone.account.login({ username: 'alice', password })).toMatchObject({ devices: 2 })
  const heard = until(bob, 'message', ({ content }) => content === 'hello')
  await carol.direct.send('bob', 'hello')
  expect(await heard).toMatchObject({ sender: 'carol' })

  const again = [alice, bob, carol].map(isTold)
  await server.admin.rotateKey()
  await Promise.all(again)
  expect(await carol.names.audit()).toMatchObject({ leaves: 5, names: 3, keys: 3, evidence: [] })
  await server.stop()
  const restarted = await startBootstrap(t, { directory })
  expect(restarted.invite).toBe(server.invite)
  expect(
    await startNode(t, { name: 'dave', bootstrap: [old] }).then((dave) => dave.names.audit())
  ).toMatchObject({
    leaves: 6,
    keys: 3
  })
}, 60_000)

test('what each key did to names while it was the registry’s stands in the log', async (t) => {
  const server = await startBootstrap(t)
  const alice = await startNode(t, { name: 'alice', bootstrap: [server.invite] })
  const bob = await startNode(t, { name: 'bob', bootstrap: [server.invite] })
  await alice.people.find('bob')
  const leaves = until(alice, 'notice', ({ text }) => text.includes('bob'))
  await server.admin.reset('bob')
  const told = [alice, bob].map(isTold)
  await server.admin.rotateKey()
  await Promise.all(told)
  await server.admin.release('alice')
  await leaves
  expect(await alice.names.audit()).toMatchObject({ leaves: 5, keys: 2 })
})

test('with the registry off, whoever missed it learns it from others, who then are believed', async (t) => {
  const [serverAt, bobAt] = [await temporaryDirectory(t), await temporaryDirectory(t)]
  const server = await startBootstrap(t, { directory: serverAt })
  const bootstrap = [server.invite]
  const alice = await startNode(t, { name: 'alice', bootstrap })
  const bob = await startNode(t, { directory: bobAt, name: 'bob', bootstrap })
  const met = until(alice, 'presence', ({ name, link }) => name === 'bob' && link === 'direct')
  await Promise.all([alice.rooms.join('#lobby'), bob.rooms.join('#lobby')])
  await met
  for (const node of [alice, bob]) await node.conversations.send('#lobby', 'here')
  for (const node of [alice, bob]) await heldBy(node, '#lobby', 2)
  await bob.stop()
  const told = isTold(alice)
  await server.admin.rotateKey()
  await told
  await server.stop()

  const bobAgain = await startNode(t, { directory: bobAt })
  const bobTold = isTold(bobAgain)
  await alice.direct.send('bob', 'are you there?')
  await bobTold
  expect(bobAgain.invite).toBe(alice.invite)
  expect(bobAgain.account.info!.name).toBe('bob')
}, 60_000)

test('whoever has stolen the old key is not believed by those who know of the new one', async (t) => {
  const [directory, stolen] = [await temporaryDirectory(t), join(await temporaryDirectory(t), 'stolen')]
  const server = await startBootstrap(t, { directory })
  const alice = await startNode(t, { name: 'alice', bootstrap: [server.invite] })
  await server.admin.backup(stolen)
  const told = isTold(alice)
  await server.admin.rotateKey()
  await told
  const { invite } = server
  await server.stop()

  const isBack = until(alice, 'network', ({ registry }) => registry === 'online')
  await startBootstrap(t, { directory: stolen })
  await isBack
  await expect(alice.names.audit()).rejects.toThrow(/signs with a key that was replaced/)
  expect(alice.invite).toBe(invite)
  const mallory = await startNode(t, { bootstrap: [invite] })
  await expect(mallory.account.register({ username: 'mallory', password })).rejects.toMatchObject({
    code: 'UNTRUSTED_REGISTRY'
  })
})

test.for(['the key was made', 'its leaf was written'] as const)(
  'a crash after %s leaves a registry whose key is the new one',
  async (step, t) => {
    const directory = await temporaryDirectory(t)
    const server = await startBootstrap(t, { directory })
    const { invite, registryId } = server
    await startNode(t, { name: 'alice', bootstrap: [invite] })
    await server.stop()
    await beginRotation(directory, crypto)
    const { next, registrySeed } = (await readSecrets(directory))!
    // Until the leaf is there both keys are.
    expect(crypto.publicKey(registrySeed)).toEqual((await registryIn(invite)).key)
    if (step === 'its leaf was written') {
      const store = await openRegistryStore(join(directory, 'registry'))
      await store.append(nameLog, base32(crypto.sha256(next!.successor)), next!.successor)
      await store[Symbol.asyncDispose]()
    }
    const again = await startBootstrap(t, { directory })
    expect(again.registryId).toBe(registryId)
    expect((await registryIn(again.invite)).key).toEqual(crypto.publicKey(next!.seed))
    expect((await readSecrets(directory))!.next).toBeUndefined()
    const bob = await startNode(t, { name: 'bob', bootstrap: [invite] })
    expect(await bob.names.audit()).toMatchObject({ leaves: 3, names: 2, keys: 2 })
  }
)

test('a copy from before the rotation is put back with the new key', async (t) => {
  const directory = await temporaryDirectory(t)
  const server = await startBootstrap(t, { directory })
  const copy = join(await temporaryDirectory(t), 'copy')
  await startNode(t, { name: 'alice', bootstrap: [server.invite] })
  await server.admin.backup(copy)
  await server.admin.rotateKey()
  const { invite } = server
  await expect(server.admin.restore(copy, false)).rejects.toThrow(/a new registry key would be lost/)
  expect(await server.admin.restore(copy, true)).toEqual({ lost: [] })
  expect(server.invite).toBe(invite)
  const bob = await startNode(t, { name: 'bob', bootstrap: [invite] })
  expect(await bob.names.audit()).toMatchObject({ leaves: 3, keys: 2 })
})

test('16 keys may follow the first one', async (t) => {
  const directory = await temporaryDirectory(t)
  const server = await startBootstrap(t, { directory })
  const { invite } = server
  for (let number = 1; number <= maxSuccessors; number++) await server.admin.rotateKey()
  await expect(server.admin.rotateKey()).rejects.toMatchObject({ code: 'ROTATION' })
  const alice = await startNode(t, { name: 'alice', bootstrap: [invite] })
  expect(await alice.names.audit()).toMatchObject({ leaves: 17, keys: 17 })
  expect(alice.invite!.length).toBeLessThan(8 * 1024)
  const { chain } = (await readSecrets(directory))!
  expect(await readSuccessor(crypto, chain.successors.at(-1)!)).toMatchObject({ number: 16 })
})

test('two keys that follow one are told as what they are, with the proof', async (t) => {
  const [directory, stolen] = [await temporaryDirectory(t), join(await temporaryDirectory(t), 'stolen')]
  const server = await startBootstrap(t, { directory })
  const alice = await startNode(t, { name: 'alice', bootstrap: [server.invite] })
  await server.stop()
  await cp(directory, stolen, { recursive: true })
  const told = isTold(alice)
  const right = await startBootstrap(t, { directory })
  await right.admin.rotateKey()
  await told
  const { invite } = right
  await right.stop()
  const alarm = until(alice, 'notice', ({ text }) => /One key of the registry has signed two keys/.test(text))
  const wrong = await startBootstrap(t, { directory: stolen, listen: [loopback] })
  await wrong.admin.rotateKey()
  expect(inviteOf((await readInvite(crypto, wrong.invite))!.bytes)).not.toBe(invite)
  expect((await alarm).text).toContain('This profile stays with the key that it heard of first')
  expect(alice.invite).toBe(invite)
})
