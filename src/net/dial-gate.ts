import { LRUCache } from 'lru-cache'
import { addressDialTimeout } from './limits.ts'
import type { ConnectionGater } from '@libp2p/interface'
import type { ConnectionLimits } from './limits.ts'

/** Tells the dials that this program asked for from those that libp2p makes on its own account. */
export interface DialGate {
  readonly gater: ConnectionGater
  /** Lets dials of this peer through until released. */
  want(peer: string): () => void
  /** Nobody but this program may dial the peer again. */
  shun(peer: string): void
  /** Lets the DHT dial more peers until released. */
  lookup(): () => void
  /** A connection opened, whoever dialed; and one closed. */
  opened(peer: string): void
  closed(): void
}

/**
 * The DHT dials every peer that it hears of, and again those it holds dear, which would connect everybody with everybody.
 * libp2p closes no connection with a gossip stream, so the bound must be on dialing.
 */
export function createDialGate(limits: ConnectionLimits): DialGate {
  const wanted = new Map<string, number>()
  const shunned = new LRUCache<string, true>({ max: 1000 })
  /** Dialed and not open yet; one that fails counts for a while, which keeps false addresses from being many dials. */
  const underway = new LRUCache<string, true>({ max: limits.max, ttl: addressDialTimeout })
  let connections = 0
  let lookups = 0

  const isFull = (): boolean => {
    underway.purgeStale()
    return connections + underway.size >= (lookups > 0 ? limits.lookup : limits.discovery)
  }

  return {
    gater: {
      denyDialPeer(id) {
        const peer = id.toString()
        if (wanted.has(peer)) return false
        if (shunned.has(peer) || (!underway.has(peer) && isFull())) return true
        underway.set(peer, true)
        return false
      }
    },
    want(peer) {
      shunned.delete(peer)
      wanted.set(peer, (wanted.get(peer) ?? 0) + 1)
      return () => {
        const left = wanted.get(peer)! - 1
        if (left === 0) wanted.delete(peer)
        else wanted.set(peer, left)
      }
    },
    shun(peer) {
      shunned.set(peer, true)
    },
    lookup() {
      lookups++
      return () => void lookups--
    },
    opened(peer) {
      connections++
      underway.delete(peer)
    },
    closed() {
      connections--
    }
  }
}
