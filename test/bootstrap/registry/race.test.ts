import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { hex, readCertificate, readEntry, readInvite, registryProtocol } from '../../../src/protocol/index.ts'
import { startBootstrap } from '../../support/index.ts'
import { logIn, opaqueRecord, registration } from '../accounts.ts'
import { startClient } from '../raw-client.ts'
import type { RegistryReply } from '../../../src/protocol/index.ts'
import type { RawClient } from '../raw-client.ts'

/** A connection may have four streams open; on each, two registrations wait for their answers. */
const [clientCount, streamsOfEach, requestsOfEach] = [25, 4, 2]

test('of 200 accounts that register one name at once, one gets it', async (t) => {
  const server = await startBootstrap(t)
  const clients: RawClient[] = []
  // Handshakes cost more than everything else here: a few at a time, or the last ones take too long.
  while (clients.length < clientCount)
    clients.push(...(await Promise.all(Array.from({ length: 5 }, () => startClient(t, server)))))
  // The record depends on name, password and registry alone: made once, it does for all.
  const record = await opaqueRecord(clients[0]!.ask, clients[0]!.registry, 'alice')
  const streams = await Promise.all(
    clients.flatMap((client) =>
      Array.from({ length: streamsOfEach }, async () => ({ client, ...(await client.open()) }))
    )
  )
  const contenders = await Promise.all(
    streams.flatMap((stream) =>
      Array.from({ length: requestsOfEach }, async () => ({
        stream,
        made: await registration(stream.client, 'alice', record)
      }))
    )
  )
  expect(new Set(contenders.map(({ made }) => hex(made.fields.account))).size).toBe(200)

  const frames = contenders.map(({ made }) =>
    registryProtocol.encodeRequest({ registerFinish: made.request })
  )
  await Promise.all(contenders.map(({ stream }, index) => stream.frames.write(frames[index]!)))
  const replies: RegistryReply[] = []
  for (const { stream } of contenders)
    replies.push(registryProtocol.decodeReply((await stream.frames.read())!))

  const winners = contenders.filter((_, index) => replies[index]!.account !== undefined)
  expect(winners).toHaveLength(1)
  expect(replies.filter(({ error }) => error === 'name-taken')).toHaveLength(199)

  const [{ made }] = winners as [(typeof winners)[0]]
  const { registry } = (await readInvite(crypto, server.invite))!
  const { account } = await streams[7]!.ask({ lookup: { username: 'alice' } })
  expect((await readEntry(crypto, account!.entry))!.account).toEqual(made.fields.account)
  expect(await readCertificate(crypto, registry, account!.certificate)).toMatchObject({
    account: made.fields.account,
    leaf: 0
  })
  expect((await logIn(streams[9]!, clients[0]!.registry, 'alice')).backup).toEqual(made.request.backup)

  // Whoever lost has left nothing behind, and may take another name.
  const loser = contenders.findIndex((_, index) => replies[index]!.error !== undefined)
  const { made: lost, stream } = contenders[loser]!
  expect(await stream.ask({ lookup: { account: lost.fields.account } })).toEqual({ error: 'unknown-account' })
  const other = await opaqueRecord(stream.ask, stream.client.registry, 'alice2')
  const second = await registration(stream.client, 'alice2', other, { accountSeed: lost.accountSeed })
  expect((await stream.ask({ registerFinish: second.request })).account).toBeDefined()
}, 120_000)
