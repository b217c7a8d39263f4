import { deviceKeyOf, equalBytes } from '../protocol/index.ts'
import { serveDirect } from './direct/direct-service.ts'
import { serveSync } from './sync/sync-service.ts'
import type { Host } from '../net/index.ts'
import type { SignedRecord } from '../protocol/index.ts'
import type { Account } from './account/account.ts'
import type { Conversations } from './conversations/conversations.ts'
import type { Delivery } from './direct/delivery.ts'
import type { ConversationLog } from './events/conversation-log.ts'
import type { JudgeContext } from './judging/judge.ts'
import type { Confirmations } from './outbox/confirmations.ts'
import type { Own } from './own/own.ts'
import type { Relations } from './own/relations.ts'
import type { ProfileExchange } from './people/profile-exchange.ts'
import type { Profile } from './profile/profile.ts'
import type { Rooms } from './rooms/rooms.ts'
import type { SyncScheduler } from './sync/scheduler.ts'
import type { SyncServiceInit } from './sync/sync-service.ts'
import type { View } from './sync/view.ts'

export interface ServingInit extends JudgeContext, Pick<SyncServiceInit, 'onVaultKey'> {
  profile: Profile
  host: Host
  account: Account
  conversations: Conversations
  rooms: Rooms
  delivery: Delivery
  own: Own
  relations: Relations
  confirmations: Confirmations
  exchange: ProfileExchange
  scheduler: SyncScheduler
  onStored: (log: ConversationLog, record: SignedRecord) => Promise<void>
}

/** Answers others, and has those met who come. Nothing of this account goes out by itself. */
export async function serve(init: ServingInit): Promise<void> {
  const {
    profile,
    host,
    account,
    conversations,
    rooms,
    own,
    relations,
    confirmations,
    exchange,
    scheduler,
    onStored
  } = init
  await serveSync(host, {
    ...init,
    viewFor: async (id, peer) => publicView(conversations, id) ?? own.viewFor(id, peer),
    onPast: (past, peer) => (own.devices.isOwn(peer) ? own.past.answer(past, peer) : { given: false }),
    onProfiles: (...asked) => exchange.answer(...asked),
    onStored: (_, ids, peer) => confirmations.stored(ids, peer),
    onSame: (...same) => confirmations.same(...same)
  })
  await serveDirect(host, {
    ...init,
    self: () => account.self?.id,
    isOwn: (peer) => own.devices.isOwn(peer),
    isBlocked: (other) => relations.isBlocked(other),
    ownLog: (id) => own.logOf(id),
    logWith: async (other) => (await conversations.openDirect(other)).log,
    onProfile: (packet, peer) => exchange.handed(packet, peer),
    onStored: (log, record) => {
      // Its author may not know of all devices yet.
      if (log !== own.log && !equalBytes(record.header.account, account.required.id)) own.devices.push(record)
      return onStored(log, record)
    },
    flush: () => profile.journal.flush()
  })
  host.addEventListener('connect', ({ detail }) => {
    const device = deviceKeyOf(detail)
    if (device !== undefined) init.delivery.tryDevice(device)
    own.meet(detail)
    exchange.meet(detail)
  })
  host.gossip.addEventListener('subscription', ({ detail: { peer, topic, joined } }) => {
    const channel = joined ? rooms.byTopic(topic) : undefined
    if (channel !== undefined) scheduler.meet(channel.log, peer)
  })
}

/** Public rooms may be seen by anybody. */
function publicView(conversations: Conversations, id: Uint8Array): View | undefined {
  const conversation = conversations.byId(id)
  return conversation?.room === undefined ? undefined : { log: conversation.log, since: 0n }
}
