import { RoomChannel } from '../../../src/node/rooms/room-channel.ts'
import { Acknowledgements } from '../../../src/node/sync/acknowledgements.ts'
import { startSyncPeer } from './sync-peer.ts'
import type { ConversationLog } from '../../../src/node/events/conversation-log.ts'
import type { SignedRecord } from '../../../src/protocol/index.ts'
import type { Lifetime } from '../../support/index.ts'
import type { TestRegistry } from './accounts.ts'
import type { SyncPeer } from './sync-peer.ts'

/** A sync peer that takes part in the gossip of one room. */
export interface RoomPeer extends SyncPeer {
  log: ConversationLog
  channel: RoomChannel
  /** Whether signals are news, for the time being. */
  isNews: boolean
  heard: SignedRecord[]
  signals: SignedRecord[]
  gaps: string[]
  failures: unknown[]
}

export async function startRoomPeer(
  t: Lifetime,
  registry: TestRegistry,
  name: string,
  conversation: Uint8Array
): Promise<RoomPeer> {
  const peer = await startSyncPeer(t, registry, name)
  const log = await peer.open(conversation)
  const acknowledgements = new Acknowledgements(peer.sync)
  t.onTestFinished(() => acknowledgements.stop())
  const channel = new RoomChannel(
    {
      ...peer,
      gossip: peer.host.gossip,
      acknowledgements,
      introduction: () => peer.account,
      onStored: (_, record) => void room.heard.push(record),
      onProfile: () => Promise.resolve('ignore'),
      onSignal: (_, record) => {
        room.signals.push(record)
        return room.isNews
      },
      onGap: (_, hop) => void room.gaps.push(hop),
      onStorageError: (error) => void room.failures.push(error)
    },
    log
  )
  const room: RoomPeer = {
    ...peer,
    log,
    channel,
    isNews: true,
    heard: [],
    signals: [],
    gaps: [],
    failures: []
  }
  channel.open()
  return room
}
