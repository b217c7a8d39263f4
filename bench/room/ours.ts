// Some Starling peers of one room, in a process of their own.
import { join } from 'node:path'
import { serve } from '../support/child.ts'
import { enter, openPeer } from '../support/peer.ts'
import { Traffic } from './traffic.ts'
import type { OpenPeer } from '../support/peer.ts'
import type { Member } from './topology.ts'
import type { Round, Speaker } from './traffic.ts'

const roomName = '#bench'
let peers: OpenPeer[] = []
let traffic: Traffic | undefined

const functions = {
  /** Registers the names and joins the room. */
  async open(directory: string, invite: string, names: string[]): Promise<void> {
    peers = await Promise.all(names.map((name) => openPeer(join(directory, name), invite)))
    const speakers: Speaker[] = []
    for (const [index, { node }] of peers.entries()) {
      await enter(node, names[index]!)
      const room = await node.rooms.join(roomName)
      speakers.push({
        say: (text) => room.send(text),
        onHeard: (listener) =>
          room.addEventListener('message', ({ detail }) => !detail.own && listener(detail.content))
      })
    }
    traffic = new Traffic(speakers)
  },
  members: (topic: string): Member[] =>
    peers.map(({ host }) => ({ peer: host.peer, neighbours: host.gossip.subscribers(topic) })),
  round: (round: Round) => traffic!.round(round),
  cpu: () => traffic!.cpu()
}

export type OurPeers = typeof functions

serve(functions, () => Promise.all(peers.map(({ node }) => node.stop())))
