import { expect, onTestFinished, test, vi } from 'vitest'
import { eventOf, rawAddress, startHost, startRaw, until } from './hosts.ts'
import type { Libp2p, Stream } from '@libp2p/interface'

vi.mock('../../src/net/limits.ts', async (original) => ({ ...(await original<object>()), gossipCheck: 3000 }))

test('a peer whose gossip stream is lost is disconnected, one that has it is not', async () => {
  const [alice, bob, carol] = await Promise.all([startHost(), startRaw('peer'), startRaw('peer')])
  const fromAlice = (libp2p: Libp2p): Stream[] =>
    libp2p
      .getConnections()
      .filter(({ remotePeer }) => remotePeer.toString() === alice.peer)
      .flatMap(({ streams }) => streams)
      .filter(({ protocol, direction }) => protocol.startsWith('/meshsub/') && direction === 'inbound')
  for (const libp2p of [bob, carol]) {
    await alice.connect(rawAddress(libp2p))
    await until(() => fromAlice(libp2p).length === 1)
  }
  const gone = eventOf<string>(alice, 'disconnect')
  // As gossipsub does when a message is longer than it takes; again where an identify of libp2p's has healed it.
  const resets = setInterval(() => {
    for (const stream of fromAlice(bob)) stream.abort(new Error('too long'))
  }, 100)
  onTestFinished(() => clearInterval(resets))
  expect(await gone).toBe(bob.peerId.toString())
  expect(alice.isConnected(carol.peerId.toString())).toBe(true)
  // It may be connected to again.
  clearInterval(resets)
  await alice.connect(rawAddress(bob))
})
