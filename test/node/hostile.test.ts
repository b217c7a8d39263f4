import { multiaddr } from '@multiformats/multiaddr'
import { expect, test, vi } from 'vitest'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import {
  deviceKeyOf,
  directId,
  directProtocol,
  fromBase32,
  hybridTime,
  kind,
  maxClockAhead,
  publicRoomId,
  syncProtocol
} from '../../src/protocol/index.ts'
import { startClient } from '../bootstrap/raw-client.ts'
import { startRaw } from '../net/hosts.ts'
import { shared, startBootstrap, startNode, until } from '../support/index.ts'
import { makeDevice } from './support/accounts.ts'
import { contents, heldBy } from './support/held.ts'
import { askDirect, startMallory as startMalloryFor } from './support/mallory.ts'
import type { Stream } from '@libp2p/interface'
import type { SyncReply, SyncRequest } from '../../src/protocol/index.ts'
import type { Lifetime } from '../support/index.ts'

// A stream on which nothing happens is ended after this long instead of two minutes.
vi.mock('../../src/net/limits.ts', async (original) => ({ ...(await original<object>()), serverIdle: 3000 }))

const server = shared((t) => startBootstrap(t))
const alice = shared((t) => startNode(t, { name: 'alice', bootstrap: [server().invite] }))
const bob = shared((t) => startNode(t, { name: 'bob', bootstrap: [server().invite] }))

const startMallory = (t: Lifetime, name: string) => startMalloryFor(t, server(), bob(), name)

/** Bob is as he was: alice's next message arrives. */
async function isWell(text: string): Promise<void> {
  const heard = until(bob(), 'message', ({ content }) => content === text)
  const { id } = await alice().direct.send('bob', text)
  await heard
  expect(await alice().conversations.delivered(id)).toMatchObject({ state: 'delivered' })
}

test('a direct request that is sent again and again is one message', async (t) => {
  const mallory = await startMallory(t, 'replayer')
  const { record, bytes } = await mallory.requestOf({ text: 'once' })
  for (let stream = 0; stream < 2; stream++) {
    const frames = await mallory.open(directProtocol)
    for (let time = 0; time < 3; time++) expect(await askDirect(frames, bytes)).toEqual({ stored: record.id })
    await frames.close()
  }
  expect(await heldBy(bob(), 'replayer', 1)).toEqual(['once'])

  // Another device, who has seen it, can't bring it.
  const eve = await startMallory(t, 'eavesdropper')
  const frames = await eve.open(directProtocol)
  expect(await askDirect(frames, bytes)).toEqual({ refused: 'bad-record' })
  expect(contents(await bob().conversations.history('replayer'))).toEqual(['once'])
  await isWell('after replays')
})

test('a direct request that its device may not send is refused, and the stream goes on', async (t) => {
  const mallory = await startMallory(t, 'mallory')
  const stranger = makeDevice()
  const ids = { alice: fromBase32(alice().account.info!.id), bob: fromBase32(bob().account.info!.id) }
  await bob().rooms.join('#lobby')
  const lobby = publicRoomId(crypto, (await startClient(t, server())).registry, 'lobby')
  const zeros = new Uint8Array(32)
  const withAlice = directId(crypto, ids.alice, ids.bob)
  const cases: [string, string, Awaited<ReturnType<typeof mallory.requestOf>>][] = [
    ['signed by another device', 'bad-record', await mallory.requestOf({ seed: stranger.seed })],
    ['as alice', 'unknown-device', await mallory.requestOf({}, withAlice, ids.alice)],
    ['as bob himself', 'not-here', await mallory.requestOf({}, directId(crypto, ids.bob, ids.bob), ids.bob)],
    ['in the conversation of others', 'not-here', await mallory.requestOf({}, withAlice)],
    ['in a room', 'not-here', await mallory.requestOf({}, lobby)],
    ['in no conversation', 'not-here', await mallory.requestOf({}, zeros)],
    ['a heartbeat', 'bad-request', await mallory.requestOf({ kind: kind.heartbeat, number: 0, prev: zeros })],
    [
      'a register',
      'not-here',
      await mallory.requestOf({ kind: kind.ownState, number: 0, prev: stranger.key })
    ],
    [
      'from the future',
      'clock',
      await mallory.requestOf({ time: hybridTime(Date.now() + maxClockAhead + 60_000) })
    ]
  ]
  const frames = await mallory.open(directProtocol)
  for (const [what, refused, { bytes }] of cases)
    expect(await askDirect(frames, bytes), what).toEqual({ refused })
  for (const bytes of [zeros, crypto.randomBytes(200), crypto.randomBytes(directProtocol.maxFrame)])
    expect(await askDirect(frames, bytes)).toEqual({ refused: 'bad-record' })
  const { record, bytes } = await mallory.requestOf({ text: 'honest for once' })
  expect(await askDirect(frames, bytes)).toEqual({ stored: record.id })
  expect(await heldBy(bob(), 'mallory', 1)).toEqual(['honest for once'])
  expect(contents(await bob().conversations.history('#lobby'))).toEqual([])
  await isWell('after refusals')
})

test('sync hands out nothing of direct conversations, and survives any request', async (t) => {
  const mallory = await startMallory(t, 'spy')
  await isWell('a secret')
  await bob().rooms.join('#open')
  await bob().conversations.send('#open', 'for everybody')
  const { registry } = await startClient(t, server())
  const open = publicRoomId(crypto, registry, 'open')
  const [a, b] = [alice(), bob()].map((node) => fromBase32(node.account.info!.id)) as [Uint8Array, Uint8Array]
  const secrets = [directId(crypto, a, b), directId(crypto, b, b)]
  const frames = await mallory.open(syncProtocol)
  const ask = async (request: SyncRequest): Promise<SyncReply> => {
    await frames.write(syncProtocol.encodeRequest(request))
    return syncProtocol.decodeReply((await frames.read())!)
  }
  const everything = {
    ranges: [],
    ids: [],
    accounts: [a, b],
    limit: 1_000_000,
    bytes: 1_000_000_000,
    newestFirst: true
  }
  const device = deviceKeyOf(bob().account.info!.device)!
  const range = { device, from: 0, to: 0xffffffff }
  const questions: Omit<SyncRequest, 'conversation'>[] = [
    { digest: { hash: new Uint8Array() } },
    { bucket: { numbers: [0, 255, 256, 0xffffffff] } },
    { get: everything },
    {
      get: {
        ...everything,
        ranges: [range, { ...range, from: 9, to: 3 }, { ...range, device: new Uint8Array(1) }]
      }
    },
    { get: { ...everything, ids: [new Uint8Array(), new Uint8Array(32), new Uint8Array(1000)] } },
    {}
  ]
  for (const question of questions) {
    for (const conversation of secrets)
      expect(await ask({ ...question, conversation })).toEqual({ error: 'not-here' })
    expect(await ask({ ...question, conversation: new Uint8Array(3) })).toEqual({ error: 'not-here' })
    expect(await ask({ ...question, conversation: open })).not.toEqual({ error: 'not-here' })
  }
  // Words about what one holds count only where they are true, and only for the room.
  const ids = [
    crypto.randomBytes(32),
    new Uint8Array(),
    ...(await bob().conversations.history('#open')).map(({ id }) => fromBase32(id))
  ]
  await frames.write(syncProtocol.encodeRequest({ conversation: secrets[0]!, stored: { ids } }))
  expect(
    (await ask({ conversation: open, get: { ...everything, ranges: [range] } })).page!.packets
  ).toHaveLength(1)
  await isWell('after questions')
})

const ended = async (stream: Stream): Promise<void> => {
  if (stream.status !== 'open') return
  await new Promise((resolve) => stream.addEventListener('close', resolve, { once: true }))
}

test.for([directProtocol, syncProtocol])(
  'streams of $id that keep to no form end, each and soon',
  async (protocol) => {
    const raw = await startRaw('server')
    const connection = await raw.dial(bob().network.addresses.map((address) => multiaddr(address)))
    const prefix = (size: number): Uint8Array => Uint8Array.of(size >>> 24, size >>> 16, size >>> 8, size)
    const opening: [string, Uint8Array[], boolean][] = [
      ['a frame of 4 GiB', [prefix(0xffffffff)], false],
      ['a frame one too long', [prefix(protocol.maxFrame + 1)], false],
      ['a frame cut short', [prefix(1000), crypto.randomBytes(10)], true],
      ['noise', [prefix(20), crypto.randomBytes(20)], false],
      ['half a length', [Uint8Array.of(0, 0)], true]
    ]
    for (const [what, bytes, ends] of opening) {
      const stream = await connection.newStream(protocol.id)
      for (const part of bytes) stream.send(part)
      if (ends) await stream.close().catch(() => {})
      await ended(stream)
      expect(connection.streams, what).not.toContain(stream)
    }
    // More at once than one connection may have, with nothing or the beginning of a frame.
    await Promise.allSettled(
      Array.from({ length: 40 }, async (_, index) => {
        const stream = await connection.newStream(protocol.id)
        if (index % 2 === 0) stream.send(prefix(1000))
        await ended(stream)
      })
    )
    expect(connection.streams.filter((stream) => stream.protocol === protocol.id)).toEqual([])
    await isWell(`after broken streams of ${protocol.id}`)
  }
)
