import { afterAll, expect, test } from 'vitest'
import { FrameError, StorageError } from '../../../src/errors.ts'
import { ConversationLog } from '../../../src/node/events/conversation-log.ts'
import { hex } from '../../../src/protocol/index.ts'
import { makeAccounts, makeRegistry } from '../support/accounts.ts'
import { makeEvent, makeFeed, newConversation, pastTimes } from '../support/feeds.ts'
import { packetsOf, startLiar } from '../support/liar.ts'
import { allOf } from '../support/profile.ts'
import { introduce } from '../support/people.ts'
import { give, startSyncPeer } from '../support/sync-peer.ts'

const registry = makeRegistry()
const [alice, bob] = await makeAccounts(registry, 2)
const peer = await startSyncPeer({ onTestFinished: afterAll }, registry)
await introduce([peer], [alice!, bob!])

test('counts what was new, and takes the same page twice without harm', async () => {
  const records = await makeFeed(newConversation(), alice!, pastTimes(5))
  const log = await peer.open(records[0]!.conversation)
  const packets = packetsOf(records)
  expect(await peer.intake.take('somebody', log, packets.slice(0, 3))).toBe(3)
  expect(await peer.intake.take('somebody', log, packets)).toBe(2)
  expect(await peer.intake.take('somebody', log, [...packets, ...packets])).toBe(0)
  expect(await allOf(log)).toHaveLength(5)
})

test('one wrong record and the page is refused', async () => {
  const records = await makeFeed(newConversation(), alice!, pastTimes(2))
  const log = await peer.open(records[0]!.conversation)
  const forged = await makeEvent(log.id, bob!, bob!.devices[0]!, { seed: alice!.devices[0]!.seed })
  await expect(peer.intake.take('somebody', log, packetsOf([...records, forged]))).rejects.toThrow(FrameError)
  expect(await allOf(log)).toEqual([])
})

test('a feed too fast in one page, given newest first: its void part is left out', async () => {
  const step = 100
  const records = await makeFeed(newConversation(), alice!, pastTimes(300, { step }))
  const log = await peer.open(records[0]!.conversation)
  await peer.intake.take('somebody', log, packetsOf(records.toReversed()))
  expect((await allOf(log)).length).toBeLessThan(300)
  expect(log.feed(alice!.devices[0]!.key)!.holds(120)).toBe(true)
  expect(log.feed(alice!.devices[0]!.key)!.holds(121)).toBe(false)
})

test('what a peer wrote itself is acknowledged to it at once', async (t) => {
  const liar = await startLiar(t, {})
  const { host } = peer
  await host.connect({ peer: liar.host.peer, addresses: liar.host.addresses() })
  const conversation = newConversation()
  const records = await makeFeed(conversation, alice!, pastTimes(2))
  const log = await peer.open(conversation)
  await peer.intake.take(alice!.devices[0]!.peer, log, []).catch(() => {})
  // Alice's device is not connected: the page fails at its acknowledgement, and is stored.
  await expect(peer.intake.take(alice!.devices[0]!.peer, log, packetsOf(records))).rejects.toThrow()
  expect(await allOf(log)).toHaveLength(2)
  expect(peer.stored.map(({ id }) => hex(id))).toContain(hex(records[0]!.id))
})

test('a full disk is told, once, and no promise is left behind', async (t) => {
  const broken = await startSyncPeer(t, registry, 'carol')
  await introduce([broken], [alice!, bob!])
  const records = await makeFeed(newConversation(), alice!, pastTimes(240))
  const other = await makeEvent(records[0]!.conversation, bob!, bob!.devices[0]!)
  await give(broken, records.slice(0, 120))
  // Opened anew it must read from the disk when numbers 1 to 120 were written, while the other's event is on its way there.
  const log = await ConversationLog.open(broken, other.conversation)
  const unhandled: unknown[] = []
  const onUnhandled = (error: unknown): void => void unhandled.push(error)
  process.on('unhandledRejection', onUnhandled)
  t.onTestFinished(() => void process.off('unhandledRejection', onUnhandled))
  // Whatever shares a batch with these fails; what is read does not.
  let next: NodeJS.Immediate | undefined
  const fail = (): void => {
    next = setImmediate(fail)
    const full = (): void => {
      throw new StorageError('There is no room.')
    }
    broken.profile.journal.write(full).catch(() => {})
  }
  fail()
  t.onTestFinished(() => clearImmediate(next))
  await expect(
    broken.intake.take('somebody', log, packetsOf([other, ...records.slice(120)]))
  ).rejects.toThrow(StorageError)
  expect(unhandled).toEqual([])
})
