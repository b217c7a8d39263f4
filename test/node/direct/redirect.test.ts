import { expect, test, vi } from 'vitest'
import { nativeCrypto } from '../../../src/crypto/index.ts'
import { openProfile } from '../../../src/node/profile/profile.ts'
import { deviceKeyOf } from '../../../src/protocol/index.ts'
import { password, startBootstrap, startNode, temporaryDirectory } from '../../support/index.ts'
import { heldBy } from '../support/held.ts'

// Each password is stretched several times.
vi.setConfig({ testTimeout: 120_000 })

test('what waits for a device that is revoked meanwhile goes to the others, after a restart too', async (t) => {
  const bootstrap = [(await startBootstrap(t)).invite]
  const directories = { alice: await temporaryDirectory(t), laptop: await temporaryDirectory(t) }
  let alice = await startNode(t, { name: 'alice', bootstrap, directory: directories.alice })
  const phone = await startNode(t, { name: 'bob', bootstrap })
  const { device } = phone.account.info!
  await alice.people.find('bob')
  await phone.stop()
  const one = await alice.direct.send('bob', 'one')
  expect(one.state).toBe('queued')

  let laptop = await startNode(t, { bootstrap, directory: directories.laptop })
  await laptop.account.login({ username: 'bob', password })
  await laptop.account.revoke({ device, password })
  expect(await heldBy(laptop, 'alice', 1)).toEqual(['one'])
  expect(await alice.conversations.delivered(one.id)).toMatchObject({ stored_by: 1 })

  await laptop.stop()
  const two = await alice.direct.send('bob', 'two')
  await alice.stop()
  // As a crash leaves it between what was learned and what comes of it.
  const profile = await openProfile(directories.alice, nativeCrypto, { password })
  for await (const [place, stored] of profile.tables.outbox.entries())
    await profile.journal.write((batch) =>
      batch.put(profile.tables.outbox, place, { ...stored, devices: [deviceKeyOf(device)!] })
    )
  await profile.close()
  alice = await startNode(t, { directory: directories.alice })
  laptop = await startNode(t, { directory: directories.laptop })
  expect(await heldBy(laptop, 'alice', 2)).toEqual(['one', 'two'])
  expect(await alice.conversations.delivered(two.id)).toMatchObject({ stored_by: 1 })
})
