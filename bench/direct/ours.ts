// One Starling peer, in a process of its own.
import { now, cpuTime } from '../support/clock.ts'
import { serve } from '../support/child.ts'
import { enter, openPeer } from '../support/peer.ts'
import type { OpenPeer } from '../support/peer.ts'

let peer: OpenPeer | undefined

const functions = {
  async open(directory: string, invite: string, name: string): Promise<void> {
    peer = await openPeer(directory, invite)
    await enter(peer.node, name)
  },
  /** From each call to the acknowledgement by the other's device, ms; one after the other. */
  async roundTrips(to: string, count: number, size: number): Promise<Float64Array> {
    const { direct, conversations } = peer!.node
    const times = new Float64Array(count)
    for (let at = 0; at < count; at++) {
      const start = now()
      const { id } = await direct.send(to, `${at} `.padEnd(size, '.'))
      await conversations.delivered(id)
      times[at] = now() - start
    }
    return times
  },
  cpu: cpuTime
}

export type OurPeer = typeof functions

serve(functions, async () => peer?.node.stop())
