import { LRUCache } from 'lru-cache'

/** Points per strike. gossipsub's thresholds are set to it: one strike leaves the mesh, the fifth in a row is not heard. */
export const strikePoints = 20
/** Half of the points are forgotten in this time, ms. */
export const strikeHalfLife = 5 * 60_000
/** Peers remembered. Identities cost nothing, so the number is bounded. */
const maxPeers = 10_000

/** What peers sent that nobody should have forwarded. Outlives their connections. */
export interface Strikes {
  strike(peer: string, points?: number): void
  points(peer: string): number
}

export function createStrikes(now: () => number = () => performance.now()): Strikes {
  const records = new LRUCache<string, { points: number; at: number }>({ max: maxPeers })
  const points = (peer: string): number => {
    const record = records.get(peer)
    return record === undefined ? 0 : record.points * 0.5 ** ((now() - record.at) / strikeHalfLife)
  }
  return {
    points,
    strike(peer, added = strikePoints) {
      records.set(peer, { points: points(peer) + added, at: now() })
    }
  }
}
