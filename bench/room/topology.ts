import { setTimeout as delay } from 'node:timers/promises'

/** A peer, and those that it is connected to in the room. */
export interface Member {
  peer: string
  neighbours: string[]
}

/** How long nobody may come or go before the room counts as settled, and how long that may take, ms. */
const calm = 3_000
const patience = 120_000
/** How often it looks, ms. */
const interval = 200

/**
 * The members once each has this many neighbours or more and no connections come or go. That nothing happens for a while
 * no event can tell, least of all one from several processes: it looks again and again.
 */
export async function settled(members: () => Promise<Member[]>, neighbours: number): Promise<Member[]> {
  const deadline = Date.now() + patience
  let last = ''
  for (let since = Date.now(); ; await delay(interval)) {
    const all = await members()
    const least = Math.min(...all.map((member) => member.neighbours.length))
    const connections = JSON.stringify(pairs(all))
    if (connections !== last || least < neighbours) since = Date.now()
    last = connections
    if (Date.now() - since >= calm) return all
    if (Date.now() > deadline) throw new Error(`a peer of the room has only ${least} neighbours`)
  }
}

/** Who is connected to whom, by place in the list: each pair once, the lesser first. */
export function pairs(members: Member[]): [number, number][] {
  const places = new Map(members.map(({ peer }, place) => [peer, place]))
  const found = members.flatMap(({ neighbours }, place) =>
    neighbours.flatMap((neighbour): [number, number][] => {
      const other = places.get(neighbour)
      return other === undefined ? [] : [[Math.min(place, other), Math.max(place, other)]]
    })
  )
  const unique = new Map(found.map((pair) => [pair.join(), pair]))
  return [...unique.values()].sort(([a, b], [c, d]) => a - c || b - d)
}
