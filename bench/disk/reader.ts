// Opens a profile as a program does, and reads the newest messages of a room.
import { createNode } from 'starling-chat'
import { now } from '../support/clock.ts'
import { serve } from '../support/child.ts'
import { enter, loopback } from '../support/peer.ts'
import type { StarlingNode } from 'starling-chat'

let node: StarlingNode | undefined

const functions = {
  /** Registers, joins and closes, so that the profile is one that somebody used. */
  async prepare(directory: string, invite: string, room: string): Promise<void> {
    const used = await createNode({ directory, bootstrap: [invite], listen: loopback })
    await enter(used, 'reader')
    await used.rooms.join(room)
    await used.stop()
  },
  /** ms: until the node is there, until the newest messages are, and the same again. */
  async read(directory: string, room: string, limit: number): Promise<[number, number, number]> {
    const start = now()
    node = await createNode({ directory, listen: loopback })
    const opened = now() - start
    const first = await history(room, limit)
    return [opened, first, await history(room, limit)]
  }
}

export type Reader = typeof functions

serve(functions, async () => node?.stop())

async function history(room: string, limit: number): Promise<number> {
  const start = now()
  const messages = await node!.conversations.history(room, { limit })
  if (messages.length !== limit) throw new Error(`${messages.length} messages instead of ${limit}`)
  return now() - start
}
