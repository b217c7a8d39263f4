import { afterAll, expect, test } from 'vitest'
import { SyncScheduler } from '../../../src/node/sync/scheduler.ts'
import { hex } from '../../../src/protocol/index.ts'
import { makeAccounts, makeRegistry } from '../support/accounts.ts'
import { makeFeed, newConversation, pastTimes } from '../support/feeds.ts'
import { startLiar } from '../support/liar.ts'
import { introduce } from '../support/people.ts'
import { give, startSyncPeer } from '../support/sync-peer.ts'
import type { ConversationLog } from '../../../src/node/events/conversation-log.ts'
import type { Lifetime } from '../../support/index.ts'
import type { SyncPeer } from '../support/sync-peer.ts'

const registry = makeRegistry()
const [alice] = await makeAccounts(registry, 1)
const file = { onTestFinished: afterAll }
const [asker, giver] = [await startSyncPeer(file, registry), await startSyncPeer(file, registry, 'bob')]
await introduce([asker, giver], [alice!])
await connect(giver)

const forgetRequests = (): void => {
  giver.onRequest = () => {}
}

async function connect({ host }: Pick<SyncPeer, 'host'>): Promise<void> {
  await asker.host.connect({ peer: host.peer, addresses: host.addresses() })
}

interface Scheduled {
  scheduler: SyncScheduler
  log: ConversationLog
  same: string[]
  errors: unknown[]
  /** Resolves at the end of the next catch-up. */
  done: () => Promise<void>
}

async function schedule(t: Lifetime, conversation: Uint8Array): Promise<Scheduled> {
  const log = await asker.open(conversation)
  const same: string[] = []
  const errors: unknown[] = []
  let onDone = (): void => {}
  const scheduler = new SyncScheduler({
    ...asker,
    peersIn: () => [giver.host.peer],
    onSame: (_, peer) => void same.push(peer),
    onDone: () => onDone(),
    onStorageError: (error) => void errors.push(error)
  })
  t.onTestFinished(() => scheduler.stop())
  scheduler.start()
  const done = (): Promise<void> => new Promise((resolve) => (onDone = resolve))
  return { scheduler, log, same, errors, done }
}

test('meeting fetches what lacks, then finds that both hold the same', async (t) => {
  const records = await makeFeed(newConversation(), alice!, pastTimes(3))
  await give(giver, records)
  const { scheduler, log, same, done } = await schedule(t, records[0]!.conversation)
  scheduler.add(log)
  scheduler.meet(log, giver.host.peer)
  await done()
  expect([log.feed(alice!.devices[0]!.key)?.highest, same]).toEqual([3, []])
  scheduler.meet(log, giver.host.peer)
  await done()
  expect(same).toEqual([giver.host.peer])
})

test('what is not followed is not fetched', async (t) => {
  const conversation = newConversation()
  const { scheduler, log } = await schedule(t, conversation)
  let requests = 0
  giver.onRequest = () => requests++
  t.onTestFinished(forgetRequests)
  scheduler.meet(log, giver.host.peer)
  scheduler.gap(log, giver.host.peer)
  scheduler.add(log)
  scheduler.remove(log)
  scheduler.meet(log, giver.host.peer)
  await asker.sync.digest(giver.host.peer, conversation, new Uint8Array()).catch(() => {})
  expect(requests).toBe(1)
})

test('a gap that closes by itself is not asked for, one that stays is', async (t) => {
  const records = await makeFeed(newConversation(), alice!, pastTimes(4))
  await give(giver, records)
  const { scheduler, log, done } = await schedule(t, records[0]!.conversation)
  scheduler.add(log)
  const ended = done()
  await log.add(records[1]!)
  scheduler.gap(log, giver.host.peer)
  await log.add(records[0]!)
  // The patience for the first gap is over before that for the second.
  await log.add(records[3]!)
  expect(log.missing).toBe(1)
  scheduler.gap(log, giver.host.peer)
  await ended
  expect(log.missing).toBe(0)
  expect(asker.stored.map(({ id }) => hex(id))).toContain(hex(records[2]!.id))
  expect(asker.stored.map(({ id }) => hex(id))).not.toContain(hex(records[0]!.id))
})

test('peers have their turn one after the other, and one that fails keeps nobody out', async (t) => {
  const records = await makeFeed(newConversation(), alice!, pastTimes(2))
  await give(giver, records)
  const liar = await startLiar(t, { reply: () => ({ error: 'not-here' }) })
  await connect(liar)
  const { scheduler, log, done } = await schedule(t, records[0]!.conversation)
  scheduler.add(log)
  const order: string[] = []
  giver.onRequest = () => void order.push('giver')
  t.onTestFinished(forgetRequests)
  scheduler.meet(log, liar.host.peer)
  scheduler.meet(log, 'nobody')
  scheduler.meet(log, giver.host.peer)
  await done()
  expect(order).toEqual([])
  await done()
  await done()
  expect(liar.requests).toHaveLength(1)
  expect(log.feed(alice!.devices[0]!.key)?.highest).toBe(2)
})

test('leaving breaks off what is under way, and returning begins anew', async (t) => {
  const conversation = newConversation()
  const asked = Promise.withResolvers<void>()
  const liar = await startLiar(t, {
    reply: () => {
      asked.resolve()
      return new Promise(() => {})
    }
  })
  await connect(liar)
  const records = await makeFeed(conversation, alice!, pastTimes(2))
  await give(giver, records)
  const { scheduler, log, done } = await schedule(t, conversation)
  scheduler.add(log)
  scheduler.meet(log, liar.host.peer)
  await asked.promise
  scheduler.remove(log)
  scheduler.add(log)
  scheduler.meet(log, giver.host.peer)
  await done()
  expect(log.feed(alice!.devices[0]!.key)?.highest).toBe(2)
})

test('a full disk is told', async (t) => {
  const broken = await startSyncPeer(t, registry, 'carol')
  await introduce([broken], [alice!])
  const records = await makeFeed(newConversation(), alice!, pastTimes(2))
  await give(giver, records)
  const log = await broken.open(records[0]!.conversation)
  await broken.host.connect({ peer: giver.host.peer, addresses: giver.host.addresses() })
  const told = Promise.withResolvers<unknown>()
  const scheduler = new SyncScheduler({
    ...broken,
    peersIn: () => [],
    onSame: () => {},
    onDone: () => {},
    onStorageError: told.resolve
  })
  t.onTestFinished(() => scheduler.stop())
  await broken.profile.close()
  scheduler.add(log)
  scheduler.meet(log, giver.host.peer)
  expect(await told.promise).toMatchObject({ name: 'StorageError' })
})
