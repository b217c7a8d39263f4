import type { PeerId, Stream } from '@libp2p/interface'
import type { GossipSub, Subscription } from '@libp2p/gossipsub'

/** What gossipsub has and its published type leaves out. test/net/gossip.test.ts fails where a release changes it. */
export interface GossipInternals extends GossipSub {
  /** Streams on which peers are told something; one exists some milliseconds after the peer's first subscription came. */
  streamsOutbound: Map<string, { rawStream: Stream }>
  /** Who is subscribed to what. */
  topics: Map<string, Set<string>>
  seenCache: { entries: Map<string, unknown> }
  getScore(peer: string): number
  handleReceivedRpc(from: PeerId, rpc: { subscriptions: Subscription[]; messages: [] }): Promise<void>
}

/** Whether a peer can be told anything. gossipsub keeps a stream that was reset before it looked. */
export function isTold(pubsub: GossipSub, peer: string): boolean {
  return (pubsub as GossipInternals).streamsOutbound.get(peer)?.rawStream.writeStatus === 'writable'
}
