// A peer of one room that nobody writes in, in a process of its own.
import { createNode } from 'starling-chat'
import { serve } from '../support/child.ts'
import { enter, loopback } from '../support/peer.ts'
import { usage } from './usage.ts'
import type { StarlingNode } from 'starling-chat'

let node: StarlingNode | undefined

const functions = {
  /** Registers and joins a room; then starts again, as a daemon does with what is there. */
  async prepare(directory: string, invite: string): Promise<void> {
    const used = await createNode({ directory, bootstrap: [invite], listen: loopback })
    await enter(used, 'idler')
    await used.rooms.join('#bench')
    await used.stop()
  },
  async open(directory: string): Promise<void> {
    node = await createNode({ directory, listen: loopback })
  },
  usage
}

export type OurIdler = typeof functions

serve(functions, async () => node?.stop())
