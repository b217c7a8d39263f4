import { gossipCheck } from './limits.ts'
import type { GossipSub } from '@libp2p/gossipsub'
import type { GossipInternals } from './gossip-reach.ts'

/**
 * gossipsub drops a peer whose stream failed, because a message was too long or its buffer full, and stays deaf and mute
 * towards it while the connection lasts. Such connections are ended; whoever needs the peer connects again.
 */
export function watchGossip(
  pubsub: GossipSub,
  speakers: () => string[],
  end: (peer: string) => void
): { start(): void; stop(): void } {
  const { streamsOutbound } = pubsub as GossipInternals
  let timer: NodeJS.Timeout | undefined
  let mute = new Set<string>()

  const check = (): void => {
    const now = new Set(speakers().filter((peer) => !streamsOutbound.has(peer)))
    for (const peer of now.intersection(mute)) end(peer)
    mute = now
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
