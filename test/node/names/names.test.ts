import { expect, test, vi } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { createRequestClient } from '../../../src/net/index.ts'
import { NameMoves } from '../../../src/node/names/moves.ts'
import { Names } from '../../../src/node/names/names.ts'
import {
  checkpointProtocol,
  checkpointTopic,
  leafOp,
  readCheckpoint,
  signCheckpoint
} from '../../../src/protocol/index.ts'
import { password, startNode, startRegistry, until } from '../../support/index.ts'
import { makeAccount } from '../support/accounts.ts'
import { addLeaves, leafFor, startAsker } from '../support/asker.ts'
import type { Lifetime, PartsOfRegistry } from '../../support/index.ts'
import type { KnownAccount } from '../../../src/node/people/people.ts'
import type { RegistryReply } from '../../../src/protocol/index.ts'

/** A peer's checks without the peer; `look` runs them now. */
async function startNames(t: Lifetime, registry: PartsOfRegistry, directory?: string) {
  const asker = await startAsker(t, registry, directory)
  const notices: string[] = []
  const own: { self?: KnownAccount } = {}
  const onNotice = (text: string): void => void notices.push(text)
  const moves = new NameMoves(asker.profile)
  await moves.load()
  const onGone = (known: KnownAccount): void => asker.people.renamed(known)
  const names = new Names({ ...asker, self: () => own.self, moves, onGone, onNotice })
  await names.load()
  await names.serve()
  t.onTestFinished(() => names.stop())
  const up = new AbortController()
  t.onTestFinished(() => up.abort())
  /** Somebody whom the registry calls by a name, learned as a peer would. */
  const learn = async (name: string, leaf: number) => {
    const account = await makeAccount(
      { ...registry.registry, seed: registry.registrySeed },
      name,
      undefined,
      leaf
    )
    const known = (await asker.people.learn(account.entry, account.certificate))!
    names.learned(known)
    return { account, known }
  }
  return { ...asker, names, notices, own, learn, look: () => names.begin(up.signal) }
}

test('a contact whose leaf is in the log is asked about once', async (t) => {
  const registry = await startRegistry(t)
  const { learn, look, notices, profile, names } = await startNames(t, registry)
  const { account, known } = await learn('bobby', 1)
  await addLeaves(registry, 'alice')
  await registry.names.append('bobby', await leafFor(registry, 'bobby', { seed: account.accountSeed }))
  look()
  await vi.waitFor(async () => {
    expect(await profile.tables.leaves.get(profile.aliases.of('account', known.id))).toBe(1n)
  })
  const asked = (): number => registry.requests.filter(({ prove }) => prove?.leaves.length).length
  const before = asked()
  names.learned(known)
  look()
  await vi.waitFor(() => expect(registry.requests.at(-1)?.prove?.leaves).toEqual([]))
  expect(asked()).toBe(before)
  expect(notices).toEqual([])
})

test('a contact whose leaf is another account’s is told of', async (t) => {
  const registry = await startRegistry(t)
  await addLeaves(registry, 'bobby')
  const { learn, look, notices } = await startNames(t, registry)
  await learn('bobby', 0)
  await learn('carol', 7)
  look()
  await vi.waitFor(() => expect(notices).toHaveLength(2))
  expect(notices[0]).toMatch(/calls an account bobby, and its log of names does not say so/)
  expect(notices[1]).toMatch(/carol/)
})

test('a known name that goes to another account is told of', async (t) => {
  const registry = await startRegistry(t)
  const { learn, look, notices, own, profile } = await startNames(t, registry)
  for (const [leaf, name] of ['alice', 'bobby'].entries()) {
    const { account, known } = await learn(name, leaf)
    own.self ??= known
    await registry.names.append(name, await leafFor(registry, name, { seed: account.accountSeed }))
  }
  look()
  await vi.waitFor(async () => expect((await profile.tables.watched.get('watched'))?.size).toBe(2))
  await registry.names.append('again', await leafFor(registry, 'bobby'))
  await registry.names.append('reset', await leafFor(registry, 'bobby', { op: leafOp.reset }))
  await addLeaves(registry, 'carol')
  look()
  await vi.waitFor(() => expect(notices).toHaveLength(1))
  expect(notices[0]).toMatch(/gave the name bobby to another account/)
})

test.for<[string, RegistryReply | undefined]>([
  ['refuses', { error: 'internal' }],
  ['is silent about', undefined]
])(
  'a registry that %s what it is asked about somebody else’s checkpoint is told of',
  async ([, answer], t) => {
    const registry = await startRegistry(t, (reply, { prove }) => (prove?.sizes.includes(7) ? answer : reply))
    await addLeaves(registry, 'alice')
    const { host, look, notices } = await startNames(t, registry)
    const other = await startAsker(t, registry)
    await other.host.connect({ peer: host.peer, addresses: host.addresses() })
    const tree = { size: 7, root: crypto.randomBytes(32) }
    const note = await signCheckpoint(crypto, registry.registry, registry.registrySeed, tree)
    await createRequestClient(other.host, checkpointProtocol).request(host.peer, {
      note,
      servers: new Uint8Array()
    })
    look()
    await vi.waitFor(() => expect(notices).toHaveLength(1), 15_000)
    expect(notices[0]).toMatch(/does not prove that its log of names is the same for everybody/)
  }
)

test('a checkpoint is published before anything else is asked', async (t) => {
  const registry = await startRegistry(t, (reply, { prove }) => (prove?.leaves.length ? undefined : reply))
  await addLeaves(registry, 'alice')
  const { host, learn, look } = await startNames(t, registry)
  await learn('alice', 0)
  const other = await startNames(t, registry)
  await other.host.connect({ peer: host.peer, addresses: host.addresses() })
  const topic = checkpointTopic(registry.registry.id)
  await vi.waitFor(() => expect(host.gossip.subscribers(topic)).toContain(other.host.peer), 10_000)
  const { promise: heard, resolve } = Promise.withResolvers<Uint8Array>()
  other.host.gossip.join(topic, (data) => {
    resolve(data)
    return 'accept'
  })
  look()
  expect(await readCheckpoint(crypto, registry.registry, await heard)).toMatchObject({ size: 1 })
})

test('a registration that is not in the log is refused', async (t) => {
  const parts: { lie: (reply: RegistryReply) => RegistryReply } = { lie: (reply) => reply }
  const registry = await startRegistry(t, (reply) => parts.lie(reply))
  const node = await startNode(t, { bootstrap: [registry.invite] })
  const nothing = new Uint8Array()
  parts.lie = (reply) =>
    reply.proof === undefined
      ? reply
      : {
          proof: {
            ...reply.proof,
            leaves: reply.proof.leaves.map(() => ({ leaf: nothing, hashes: nothing }))
          }
        }
  await expect(node.account.register({ username: 'alice', password })).rejects.toMatchObject({
    code: 'UNTRUSTED_REGISTRY',
    message: expect.stringContaining('does not have alice') as string
  })
  expect(node.account.info).toBeUndefined()
  const other = await startNode(t, { bootstrap: [registry.invite] })
  await expect(other.account.login({ username: 'alice', password })).rejects.toMatchObject({
    code: 'UNTRUSTED_REGISTRY'
  })
  parts.lie = (reply) => reply
  expect(await other.account.login({ username: 'alice', password })).toMatchObject({ name: 'alice' })
})

test('one whose proof is lost on the way stands, and is proven later', async (t) => {
  const parts = { cut: true }
  const registry = await startRegistry(t, (reply) => {
    const isCut = parts.cut && reply.proof !== undefined && reply.proof.leaves.length > 0
    return isCut ? undefined : reply
  })
  const node = await startNode(t, { bootstrap: [registry.invite] })
  const told = until(node, 'network', ({ registry }) => registry === 'online')
  await node.account.register({ username: 'alice', password })
  await told
  parts.cut = false
  expect(node.account.info?.name).toBe('alice')
  expect(await node.names.audit()).toMatchObject({ own: { name: 'alice', leaf: 0 } })
})
