import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { base64url, readCheckpoint, readInvite } from '../../../src/protocol/index.ts'
import { startBootstrap, startNode, temporaryDirectory, until } from '../../support/index.ts'
import { heldBy } from '../support/held.ts'
import type { Checkpoint } from '../../../src/protocol/index.ts'

/** A second server of the same registry, from a copy of the first one's state: from now on there are two logs. */
async function fork(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true })
  // Its own port, and a newer list of servers.
  await rm(join(to, 'server.json'))
  const path = join(to, 'secrets.json')
  const secrets = JSON.parse(await readFile(path, 'utf8')) as object
  const serverSeed = base64url(crypto.randomBytes(32))
  await writeFile(path, JSON.stringify({ ...secrets, serverSeed }))
}

test('a registry that shows two people different logs is caught when they meet', async (t) => {
  const [one, other, alices, bobs] = await Promise.all(Array.from({ length: 4 }, () => temporaryDirectory(t)))
  const honest = await startBootstrap(t, { directory: one! })
  const [alice, bob] = await Promise.all([
    startNode(t, { directory: alices!, name: 'alice', bootstrap: [honest.invite] }),
    startNode(t, { directory: bobs!, name: 'bob', bootstrap: [honest.invite] })
  ])
  const met = until(alice, 'presence', ({ name, link }) => name === 'bob' && link === 'direct')
  await Promise.all([alice.rooms.join('#lobby'), bob.rooms.join('#lobby')])
  await met
  // By the time that words have gone both ways, each knows where the other is.
  for (const node of [alice, bob]) await node.conversations.send('#lobby', 'here')
  for (const node of [alice, bob]) await heldBy(node, '#lobby', 2)
  await Promise.all([alice.stop(), bob.stop(), honest.stop()])
  await fork(one!, other!)
  const [forAlice, forBob] = [
    await startBootstrap(t, { directory: one! }),
    await startBootstrap(t, { directory: other! })
  ]
  expect(forBob.registryId).toBe(forAlice.registryId)
  await startNode(t, { name: 'carol', bootstrap: [forAlice.invite] })
  await startNode(t, { name: 'mallory', bootstrap: [forBob.invite] })

  const aliceAgain = await startNode(t, { directory: alices!, bootstrap: [forAlice.invite] })
  const alarm = until(aliceAgain, 'notice', ({ text }) => /shown different people different logs/.test(text))
  const bobAgain = await startNode(t, { directory: bobs!, bootstrap: [forBob.invite] })
  // They know where they met before; neither server tells of the other's people.
  await aliceAgain.direct.send('bob', 'hello')
  expect((await alarm).text).toContain(join(alices!, 'evidence'))

  const { registry } = (await readInvite(crypto, forAlice.invite))!
  for (const node of [aliceAgain, bobAgain]) {
    await expect.poll(async () => (await node.names.audit()).evidence, { timeout: 10_000 }).toHaveLength(2)
    const { evidence, leaves } = await node.names.audit()
    expect(leaves).toBe(3)
    const notes = await Promise.all(
      evidence.map(async (path) => readCheckpoint(crypto, registry, await readFile(path)))
    )
    const [first, second] = notes as [Checkpoint, Checkpoint]
    expect(first.size).toBe(second.size)
    expect(first.root).not.toEqual(second.root)
  }
}, 60_000)
