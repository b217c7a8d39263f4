// Some plain libp2p nodes on one topic, in a process of their own.
import { multiaddr } from '@multiformats/multiaddr'
import { serve } from '../support/child.ts'
import { createRawGossiper } from '../support/raw-node.ts'
import { Traffic } from './traffic.ts'
import type { Member } from './topology.ts'
import type { Round } from './traffic.ts'

type Node = Awaited<ReturnType<typeof createRawGossiper>>

const topic = 'bench'
let nodes: Node[] = []
let traffic: Traffic | undefined

const functions = {
  /** An address of each. */
  async open(count: number): Promise<string[]> {
    nodes = await Promise.all(Array.from({ length: count }, createRawGossiper))
    traffic = new Traffic(
      nodes.map(({ services: { pubsub } }) => ({
        say: (text) => pubsub.publish(topic, Buffer.from(text)),
        onHeard: (listener) =>
          pubsub.addEventListener('message', ({ detail }) => listener(Buffer.from(detail.data).toString()))
      }))
    )
    return nodes.map((node) => node.getMultiaddrs()[0]!.toString())
  },
  /** Connects one of the nodes here to others. */
  async connect(index: number, addresses: string[]): Promise<void> {
    for (const address of addresses) await nodes[index]!.dial(multiaddr(address))
  },
  subscribe(): void {
    for (const { services } of nodes) services.pubsub.subscribe(topic)
  },
  members: (): Member[] =>
    nodes.map(({ peerId, services }) => ({
      peer: peerId.toString(),
      neighbours: services.pubsub.getSubscribers(topic).map(String)
    })),
  round: (round: Round) => traffic!.round(round),
  cpu: () => traffic!.cpu()
}

export type RawPeers = typeof functions

serve(functions, () => Promise.all(nodes.map(async (node) => node.stop())))
