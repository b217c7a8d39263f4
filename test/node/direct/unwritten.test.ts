import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { createHost, serveRequests } from '../../../src/net/index.ts'
import { Delivery } from '../../../src/node/direct/delivery.ts'
import { DirectClient } from '../../../src/node/direct/direct-client.ts'
import { Outbox } from '../../../src/node/outbox/outbox.ts'
import { directProtocol } from '../../../src/protocol/index.ts'
import { loopback } from '../../support/index.ts'
import { makeAccount, makeDevice, makeRegistry } from '../support/accounts.ts'
import { makeEvent, newConversation } from '../support/feeds.ts'
import { temporaryProfile } from '../support/profile.ts'
import type { Host } from '../../../src/net/index.ts'
import type { Lifetime } from '../../support/index.ts'

async function startHost(t: Lifetime, seed: Uint8Array): Promise<Host> {
  const host = await createHost({ seed, role: 'peer', listen: [loopback] })
  t.onTestFinished(() => host.stop())
  await host.start()
  return host
}

test('what is still on its way to the disk is neither sent nor taken for gone', async (t) => {
  const { profile } = await temporaryProfile(t)
  const [alice, phone] = [await makeAccount(makeRegistry(), 'alice'), makeDevice()]
  const record = await makeEvent(newConversation(), alice, alice.devices[0]!)
  const [mine, theirs] = [await startHost(t, alice.devices[0]!.seed), await startHost(t, phone.seed)]
  const delivered = Promise.withResolvers<void>()
  const outbox = new Outbox(profile, ({ state }) => state === 'delivered' && delivered.resolve())
  const delivery = new Delivery({
    client: new DirectClient(mine, () => alice),
    outbox,
    reach: () => mine.connect({ peer: theirs.peer, addresses: theirs.addresses() }),
    record: () => Promise.resolve(undefined),
    onRefused: (text) => delivered.reject(new Error(text))
  })
  t.onTestFinished(() => delivery.stop())
  const heard: string[] = []
  await serveRequests(theirs, directProtocol, () => async () => {
    heard.push('received')
    return { stored: record.id }
  })
  await mine.connect({ peer: theirs.peer, addresses: theirs.addresses() })

  const written = profile.journal.write(
    (batch) => {
      outbox.add(record, [phone.key], batch)
      // So that the disk takes longer than the other side.
      for (let index = 0; index < 32; index++)
        batch.put(profile.tables.settings, `${index}`, crypto.randomBytes(1024 * 1024))
      delivery.tryDevice(phone.key)
    },
    { sync: true }
  )
  void written.then(() => heard.push('written'))
  await delivered.promise
  expect(heard).toEqual(['written', 'received'])
  expect(outbox.waitingDevices()).toEqual([])
})
