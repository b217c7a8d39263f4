import { isTold } from './gossip-internals.ts'
import { gossipCheck } from './limits.ts'
import type { GossipSub } from '@libp2p/gossipsub'

/**
 * gossipsub drops a peer whose stream failed, because a message was too long or its buffer full, and stays deaf and mute
 * towards it while the connection lasts. Such connections are ended; whoever needs the peer connects again.
 */
export function watchGossip(
  pubsub: GossipSub,
  speakers: () => string[],
  end: (peer: string) => void
): { start(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined
  let mute = new Set<string>()

  const check = (): void => {
    const now = new Set(speakers().filter((peer) => !isTold(pubsub, peer)))
    const still = now.intersection(mute)
    mute = now.difference(still)
    for (const peer of still) end(peer)
  }

  return {
    start() {
      timer = setInterval(check, gossipCheck)
    },
    stop() {
      clearInterval(timer)
      mute = new Set()
    }
  }
}
