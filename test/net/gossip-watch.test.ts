import { expect, test, vi } from 'vitest'
import { eventOf, rawAddress, startHost, startRaw, until } from './hosts.ts'
import type { Stream } from '@libp2p/interface'

vi.mock('../../src/net/limits.ts', async (original) => ({ ...(await original<object>()), gossipCheck: 500 }))

test('a peer whose gossip stream is lost is disconnected, one that has it is not', async () => {
  const [alice, bob, carol] = await Promise.all([startHost(), startRaw('peer'), startRaw('peer')])
  const gossipStreams = (libp2p: typeof bob): Stream[] =>
    libp2p
      .getConnections()
      .flatMap(({ streams }) => streams)
      .filter(({ protocol, direction }) => protocol.startsWith('/meshsub/') && direction === 'inbound')
  for (const libp2p of [bob, carol]) {
    await alice.connect(rawAddress(libp2p))
    await until(() => gossipStreams(libp2p).length === 1)
  }
  const gone = eventOf<string>(alice, 'disconnect')
  // As gossipsub does when a message is longer than it takes.
  for (const stream of gossipStreams(bob)) stream.abort(new Error('too long'))
  await until(() => gossipStreams(bob).length === 0)
  expect(await gone).toBe(bob.peerId.toString())
  expect(alice.isConnected(carol.peerId.toString())).toBe(true)
  // It may be connected to again.
  await alice.connect(rawAddress(bob))
})
