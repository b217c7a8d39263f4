import { idString, messageId, publishThreshold } from './gossip-options.ts'
import type { PeerId } from '@libp2p/interface'
import type { GossipSub, Subscription } from '@libp2p/gossipsub'

/** What gossipsub has and its published type leaves out. test/net/gossip.test.ts fails where a release changes it. */
export interface GossipInternals extends GossipSub {
  /** Streams on which peers are told something; one exists some milliseconds after the peer's first subscription came. */
  streamsOutbound: Map<string, unknown>
  /** Who is subscribed to what. */
  topics: Map<string, Set<string>>
  seenCache: { entries: Map<string, unknown> }
  getScore(peer: string): number
  handleReceivedRpc(from: PeerId, rpc: { subscriptions: Subscription[]; messages: [] }): Promise<void>
}

/** Whether what is published would arrive. */
export interface GossipReach {
  hears(peer: string): boolean
  /**
   * Whether this is to be told now. If not, because the peer hears nothing yet, gossipsub is made to tell it again once it
   * does; it then takes the peer into the mesh too, which it would do up to a second later, with all between lost.
   */
  isTimely(peer: PeerId): boolean
  /** Lets the same data be published again: gossipsub drops what it has seen. */
  forget(data: Uint8Array): void
  stop(): void
}

/** gossipsub tells nobody when its stream is open, which mostly is within 50 ms. */
const poll = 10

export function gossipReach(pubsub: GossipSub): GossipReach {
  const internals = pubsub as GossipInternals
  const waiting = new Map<string, PeerId>()
  let timer: NodeJS.Timeout | undefined

  const stop = (): void => {
    clearInterval(timer)
    timer = undefined
    waiting.clear()
  }

  const look = (): void => {
    const present = new Set(internals.getPeers().map((id) => id.toString()))
    for (const [peer, id] of waiting) {
      if (present.has(peer) && !internals.streamsOutbound.has(peer)) continue
      waiting.delete(peer)
      if (present.has(peer)) repeatSubscriptions(internals, id)
    }
    if (waiting.size === 0) stop()
  }

  return {
    hears: (peer) => internals.streamsOutbound.has(peer) && internals.getScore(peer) >= publishThreshold,
    isTimely(id) {
      const peer = id.toString()
      if (internals.streamsOutbound.has(peer)) return true
      waiting.set(peer, id)
      timer ??= setInterval(look, poll)
      return false
    },
    forget(data) {
      internals.seenCache.entries.delete(idString(messageId(data)))
    },
    stop
  }
}

/** As if the peer had said only now what it is subscribed to. */
function repeatSubscriptions(internals: GossipInternals, id: PeerId): void {
  const subscriptions = [...internals.topics]
    .filter(([, peers]) => peers.has(id.toString()))
    .map(([topic]) => ({ topic, subscribe: true }))
  void internals.handleReceivedRpc(id, { subscriptions, messages: [] })
}
