import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { audit } from '../../../src/node/names/audit.ts'
import { base32, base64, readCheckpoint, utf8 } from '../../../src/protocol/index.ts'
import { startBootstrap, startNode, startRegistry } from '../../support/index.ts'
import { addLeaves, leafFor, startAsker } from '../support/asker.ts'
import type { AuditReport } from '../../../src/node/index.ts'
import type { Lifetime, PartsOfRegistry } from '../../support/index.ts'

async function auditor(t: Lifetime, registry: PartsOfRegistry): Promise<() => Promise<AuditReport>> {
  const asker = await startAsker(t, registry)
  return () => audit({ ...asker, self: () => undefined, evidence: async () => [] }, {})
}

test('a whole log is verified', async (t) => {
  const registry = await startRegistry(t)
  const run = await auditor(t, registry)
  expect(await run()).toMatchObject({ leaves: 0, names: 0, own: null })
  await addLeaves(registry, ...Array.from({ length: 130 }, (_, index) => `name${index}`))
  const report = await run()
  expect(report).toMatchObject({
    registry: base32(registry.registry.id),
    leaves: 130,
    names: 130,
    evidence: []
  })
  const checkpoint = await readCheckpoint(crypto, registry.registry, utf8(report.checkpoint))
  expect(base64(checkpoint!.root)).toBe(report.root)
})

test('a node finds its own leaf', async (t) => {
  const server = await startBootstrap(t)
  const alice = await startNode(t, { name: 'alice', bootstrap: [server.invite] })
  const bob = await startNode(t, { name: 'bob', bootstrap: [server.invite] })
  expect(await alice.names.audit()).toMatchObject({
    leaves: 2,
    own: { name: 'alice', leaf: 0 },
    evidence: []
  })
  expect(await bob.names.audit()).toMatchObject({ own: { name: 'bob', leaf: 1 } })
})

const seed = crypto.randomBytes(32)

test.for<[string, RegExp, (registry: PartsOfRegistry) => Promise<Uint8Array>]>([
  ['a name with two holders', /gives alice, which has a holder/, (registry) => leafFor(registry, 'alice')],
  ['an account with two names', /called bobby/, (registry) => leafFor(registry, 'other', { seed })],
  [
    'a leaf of another kind',
    /kind 77, which only a newer Starling knows/,
    (registry) => leafFor(registry, 'other', { op: 77 })
  ],
  [
    'a rotation, which is for later',
    /kind 2, which only a newer/,
    (registry) => leafFor(registry, 'other', { op: 2 })
  ],
  [
    'a leaf of another registry',
    /another registry/,
    (registry) => leafFor(registry, 'other', { registry: new Uint8Array(32) })
  ],
  [
    'a forged leaf',
    /not signed by its account/,
    async (registry) => (await leafFor(registry, 'other')).map((byte, at) => (at === 150 ? byte ^ 1 : byte))
  ],
  ['garbage', /none that this Starling can read/, async () => crypto.randomBytes(200)]
])('%s is found', async ([, problem, make], t) => {
  const registry = await startRegistry(t)
  const run = await auditor(t, registry)
  await addLeaves(registry, 'alice')
  await registry.names.append('bobby', await leafFor(registry, 'bobby', { seed }))
  await run()
  await registry.names.append('wrong', await make(registry))
  await addLeaves(registry, 'carol')
  await expect(run()).rejects.toMatchObject({
    code: 'AUDIT',
    message: expect.stringMatching(problem) as string
  })
  await expect(run()).rejects.toThrow('Leaf 2 of the log of names')
})

test('a log without one’s own name is found', async (t) => {
  const registry = await startRegistry(t)
  const alice = await startNode(t, { name: 'alice', bootstrap: [registry.invite] })
  expect(await alice.names.audit()).toMatchObject({ own: { leaf: 0 } })
  const other = await startRegistry(t)
  await addLeaves(other, 'alice')
  const asker = await startAsker(t, other)
  const self = { id: new Uint8Array(32), name: 'alice', certificate: { leaf: 0 } } as never
  const run = audit({ ...asker, self: () => self, evidence: async () => [] }, {})
  await expect(run).rejects.toMatchObject({
    code: 'AUDIT',
    message: expect.stringMatching('not yours') as string
  })
})
