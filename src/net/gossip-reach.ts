import { peerIdFromString } from '@libp2p/peer-id'
import { isTold } from './gossip-internals.ts'
import { idString, messageId, publishThreshold } from './gossip-options.ts'
import type { GossipSub } from '@libp2p/gossipsub'
import type { GossipInternals } from './gossip-internals.ts'

/** Whether what is published would arrive. */
export interface GossipReach {
  hears(peer: string): boolean
  /** Lets the same data be published again: gossipsub drops what it has seen. */
  forget(data: Uint8Array): void
}

/**
 * A peer's subscriptions mostly come before the stream is open on which the peer is told anything. They are then told to
 * gossipsub again: it takes the peer into the mesh, which it would do up to a second later, with all between lost; and
 * whoever listens for subscriptions hears of one when it is good for something.
 */
export function gossipReach(pubsub: GossipSub): GossipReach {
  const internals = pubsub as GossipInternals
  internals.streamsOutbound = new StreamMap((peer) => repeatSubscriptions(internals, peer))
  return {
    hears: (peer) => isTold(pubsub, peer) && internals.getScore(peer) >= publishThreshold,
    forget(data) {
      internals.seenCache.entries.delete(idString(messageId(data)))
    }
  }
}

/** gossipsub tells nobody when a stream is open. */
class StreamMap<S> extends Map<string, S> {
  readonly #onOpen: (peer: string) => void

  constructor(onOpen: (peer: string) => void) {
    super()
    this.#onOpen = onOpen
  }

  override set(peer: string, stream: S): this {
    // gossipsub first sends its own subscriptions.
    queueMicrotask(() => this.#onOpen(peer))
    return super.set(peer, stream)
  }
}

/** As if the peer had said only now what it is subscribed to. */
function repeatSubscriptions(internals: GossipInternals, peer: string): void {
  const subscriptions = [...internals.topics]
    .filter(([, peers]) => peers.has(peer))
    .map(([topic]) => ({ topic, subscribe: true }))
  if (subscriptions.length === 0) return
  void internals.handleReceivedRpc(peerIdFromString(peer), { subscriptions, messages: [] })
}
