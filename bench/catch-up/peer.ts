// A Starling peer that has a room's history, or gets it, in a process of its own.
import { cpuTime, now } from '../support/clock.ts'
import { serve } from '../support/child.ts'
import { enter, openPeer } from '../support/peer.ts'
import type { OpenPeer } from '../support/peer.ts'

/** ms: until the first event was there, until all were, and the CPU that took in this process. */
export interface Taken {
  first: number
  all: number
  cpu: number
}

let peer: OpenPeer | undefined

const functions = {
  async open(directory: string, invite: string, name: string): Promise<void> {
    peer = await openPeer(directory, invite)
    await enter(peer.node, name)
  },
  async join(room: string): Promise<void> {
    await peer!.node.rooms.join(room)
  },
  /** Joins, and waits until so many messages have come. */
  async take(room: string, count: number): Promise<Taken> {
    const { node } = peer!
    const [start, cpu] = [now(), cpuTime()]
    let first = 0
    let heard = 0
    const all = Promise.withResolvers<void>()
    const listener = (): void => {
      if (heard === 0) first = now() - start
      if (++heard === count) all.resolve()
    }
    node.addEventListener('message', listener)
    await node.rooms.join(room)
    await all.promise
    node.removeEventListener('message', listener)
    return { first, all: now() - start, cpu: cpuTime() - cpu }
  },
  cpu: cpuTime
}

export type CatchUpPeer = typeof functions

serve(functions, async () => peer?.node.stop())
