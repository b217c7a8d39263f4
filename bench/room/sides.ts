import { createBootstrap } from 'starling-chat'
import { fromBase32, nobleCrypto, publicRoomId, roomTopic } from 'starling-chat/protocol'
import { startChild } from '../support/child.ts'
import { temporaryDirectory } from '../support/lifetime.ts'
import { loopback } from '../support/peer.ts'
import { pairs, settled } from './topology.ts'
import type { Child } from '../support/child.ts'
import type { Lifetime } from '../support/lifetime.ts'
import type { OurPeers } from './ours.ts'
import type { RawPeers } from './raw.ts'
import type { Member } from './topology.ts'

/** Rooms up to 17 devices connect everybody with everybody, larger ones 16 and more with each. */
const neighbours = 16

export interface Size {
  processes: number
  /** In each. */
  peers: number
}

/** Starling peers of one room, connected as they see fit. */
export async function openOurs(
  life: Lifetime,
  { processes, peers }: Size
): Promise<{ children: Child<OurPeers>[]; members: Member[] }> {
  const directory = await temporaryDirectory(life)
  const bootstrap = await createBootstrap({ directory: `${directory}/bootstrap`, listen: loopback })
  life.onEnd(() => bootstrap.stop())
  const children = start<OurPeers>(life, './ours.ts', processes)
  for (const [index, { call }] of children.entries()) {
    const names = Array.from({ length: peers }, (_, peer) => `peer_${index}_${peer}`)
    await call.open(directory, bootstrap.invite, names)
  }
  const topic = roomTopic(publicRoomId(nobleCrypto, fromBase32(bootstrap.registryId), 'bench'))
  const all = async (): Promise<Member[]> =>
    (await Promise.all(children.map(({ call }) => call.members(topic)))).flat()
  return { children, members: await settled(all, Math.min(neighbours, processes * peers - 1)) }
}

/** Plain libp2p nodes, connected as the others are. */
export async function openRaw(
  life: Lifetime,
  { processes, peers }: Size,
  like: Member[]
): Promise<{ children: Child<RawPeers>[] }> {
  const children = start<RawPeers>(life, './raw.ts', processes)
  const addresses = (await Promise.all(children.map(({ call }) => call.open(peers)))).flat()
  const edges = pairs(like)
  for (let place = 0; place < addresses.length; place++) {
    const others = edges.filter(([from]) => from === place).map(([, to]) => addresses[to]!)
    await children[Math.floor(place / peers)]!.call.connect(place % peers, others)
  }
  await Promise.all(children.map(({ call }) => call.subscribe()))
  const all = async (): Promise<Member[]> =>
    (await Promise.all(children.map(({ call }) => call.members()))).flat()
  const least = Math.min(...like.map((member) => member.neighbours.length))
  await settled(all, least)
  return { children }
}

const start = <Functions extends object>(life: Lifetime, module: string, count: number): Child<Functions>[] =>
  Array.from({ length: count }, () => startChild<Functions>(life, new URL(module, import.meta.url)))
