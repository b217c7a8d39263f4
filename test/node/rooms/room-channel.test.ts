import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { createHost } from '../../../src/net/index.ts'
import {
  encodePacket,
  hex,
  hybridTime,
  kind,
  maxClockAhead,
  rateEvents,
  roomTopic
} from '../../../src/protocol/index.ts'
import { loopback } from '../../support/index.ts'
import { makeAccount, makeDevice, makeRegistry } from '../support/accounts.ts'
import { makeEvent, makeFeed, newConversation, pastTimes } from '../support/feeds.ts'
import { introduce } from '../support/people.ts'
import { startRoomPeer } from '../support/room-peer.ts'
import type { Host } from '../../../src/net/index.ts'
import type { SignedRecord } from '../../../src/protocol/index.ts'
import type { Lifetime } from '../../support/index.ts'
import type { TestAccount, TestRegistry } from '../support/accounts.ts'
import type { RoomPeer } from '../support/room-peer.ts'

const zeros = new Uint8Array(32)

interface Line {
  registry: TestRegistry
  /** Says whatever it likes, and is connected to `middle` alone. */
  mallory: Host
  middle: RoomPeer
  /** Hears only what `middle` passes on. */
  far: RoomPeer
  author: TestAccount
  say: (data: Uint8Array) => Promise<number>
  /** Says something good, and waits until it has come all the way: what was said before it has been judged. */
  sayGood: () => Promise<SignedRecord>
}

/** Mallory, whose account everybody knows, and two peers behind one another. */
async function startLine(t: Lifetime): Promise<Line> {
  const registry = makeRegistry()
  const conversation = newConversation()
  const device = makeDevice()
  const author = await makeAccount(registry, 'mallory', [device.seed])
  const mallory = await createHost({ seed: device.seed, role: 'peer', listen: [loopback] })
  t.onTestFinished(() => mallory.stop())
  await mallory.start()
  const topic = roomTopic(conversation)
  mallory.gossip.join(topic, () => 'accept')
  const middle = await startRoomPeer(t, registry, 'alice', conversation)
  const far = await startRoomPeer(t, registry, 'bob', conversation)
  await introduce([middle, far], [author])
  for (const host of [mallory, far.host])
    await host.connect({ peer: middle.host.peer, addresses: middle.host.addresses() })
  await expect.poll(() => middle.host.gossip.subscribers(topic).length, { timeout: 10_000 }).toBe(2)
  await expect.poll(() => mallory.gossip.subscribers(topic).length, { timeout: 10_000 }).toBe(1)
  await expect.poll(() => far.host.gossip.subscribers(topic).length, { timeout: 10_000 }).toBe(1)
  const say = (data: Uint8Array): Promise<number> => mallory.gossip.publish(topic, data)
  const honest = await makeAccount(registry, 'honest')
  await introduce([middle, far], [honest])
  let number = 0
  const sayGood = async (): Promise<SignedRecord> => {
    const good = await makeEvent(conversation, honest, honest.devices[0]!, { number: ++number })
    await say(encodePacket(good))
    await expect.poll(() => ids(far.heard), { timeout: 15_000 }).toContain(hex(good.id))
    return good
  }
  return { registry, mallory, middle, far, author, say, sayGood }
}

const ids = (records: SignedRecord[]): string[] => records.map(({ id }) => hex(id))
const eventOf = (
  { middle, author }: Line,
  options: Parameters<typeof makeEvent>[3] = {}
): Promise<SignedRecord> => makeEvent(middle.log.id, author, author.devices[0]!, options)
/** Whether mallory was struck so often that nothing is sent there any more. */
const isShunned = ({ middle, mallory }: Line): boolean =>
  !middle.host.gossip.subscribers(middle.channel.topic).includes(mallory.peer)

test('an event is stored once, passed on, and acknowledged by whoever got it from its author', async (t) => {
  const line = await startLine(t)
  const { mallory, middle, far, say } = line
  const acknowledged: string[] = []
  await mallory.handle(
    '/starling/sync/1',
    async (frames) => {
      for (let frame = await frames.read(); frame; frame = await frames.read()) acknowledged.push(frames.peer)
    },
    { maxFrame: 1 << 18 }
  )
  const record = await eventOf(line)
  await say(encodePacket(record))
  await expect.poll(() => ids(far.heard), { timeout: 15_000 }).toEqual([hex(record.id)])
  await line.sayGood()
  expect(ids(middle.heard).filter((id) => id === hex(record.id))).toHaveLength(1)
  await expect.poll(() => acknowledged).toEqual([middle.host.peer])
})

test('an event with a gap below it is stored, and its hop named', async (t) => {
  const line = await startLine(t)
  const record = await eventOf(line, { number: 5 })
  await line.say(encodePacket(record))
  await line.sayGood()
  expect(ids(line.middle.heard)).toContain(hex(record.id))
  expect(line.middle.gaps).toEqual([line.mallory.peer])
})

test('wrong bytes are not passed on, and strike whoever brought them', async (t) => {
  const line = await startLine(t)
  const { middle, far, say } = line
  const forged = await eventOf(line, { seed: makeDevice().seed })
  const good = encodePacket(await eventOf(line))
  for (const data of [Uint8Array.of(1, 2, 3), encodePacket(forged), good.slice(0, -1)]) await say(data)
  await expect.poll(() => isShunned(line), { timeout: 15_000 }).toBe(true)
  expect([middle.heard, far.heard]).toEqual([[], []])
})

test('what is only doubted is ignored, and strikes nobody', async (t) => {
  const line = await startLine(t)
  const { middle, far, say } = line
  const stranger = await makeAccount(makeRegistry(), 'stranger')
  const doubtful = [
    await makeEvent(middle.log.id, stranger, stranger.devices[0]!),
    await makeEvent(middle.log.id, line.author, makeDevice()),
    await eventOf(line, { time: hybridTime(Date.now() + maxClockAhead + 60_000) }),
    await eventOf(line, { kind: kind.receipt, number: 0, prev: zeros })
  ]
  for (let round = 0; round < 3; round++)
    for (const record of doubtful)
      await say(encodePacket(record, round > 0 ? { entry: Uint8Array.of(round) } : {}))
  const good = await line.sayGood()
  expect([ids(middle.heard), ids(far.heard)]).toEqual([[hex(good.id)], [hex(good.id)]])
  expect(isShunned(line)).toBe(false)
})

test('an author that is not known is learned from the hop that brought the record', async (t) => {
  const { middle, far, registry } = await startLine(t)
  const newcomer = await makeAccount(registry, 'newcomer')
  await introduce([middle], [newcomer])
  const record = await makeEvent(middle.log.id, newcomer, newcomer.devices[0]!)
  await middle.host.gossip.publish(middle.channel.topic, encodePacket(record))
  await expect.poll(() => ids(far.heard), { timeout: 15_000 }).toEqual([hex(record.id)])
  expect((await far.people.byName('newcomer'))?.id).toEqual(newcomer.id)
})

test('faster than anybody may write: the rest is ignored, and strikes nobody', async (t) => {
  const line = await startLine(t)
  const { middle, say } = line
  const start = Date.now() - 10_000
  const times = Array.from({ length: rateEvents + 5 }, (_, index) => hybridTime(start + index))
  const feed = await makeFeed(middle.log.id, line.author, times)
  for (const record of feed) await say(encodePacket(record))
  await line.sayGood()
  expect(middle.log.feed(line.author.devices[0]!.key)?.highest).toBe(rateEvents)
  expect(isShunned(line)).toBe(false)
})

test('signals are passed on where they are news, and never stored', async (t) => {
  const line = await startLine(t)
  const { middle, far, say } = line
  const signal = (): Promise<SignedRecord> => eventOf(line, { kind: kind.heartbeat, number: 0, prev: zeros })
  const first = await signal()
  await say(encodePacket(first))
  await expect.poll(() => ids(far.signals), { timeout: 15_000 }).toEqual([hex(first.id)])
  middle.isNews = false
  await say(encodePacket(await signal()))
  await line.sayGood()
  expect([middle.signals.length, far.signals.length]).toEqual([2, 1])
  expect(middle.heard).toHaveLength(1)
})

test('what is held is not passed on again', async (t) => {
  const line = await startLine(t)
  const { middle, far, say } = line
  const feed = await makeFeed(middle.log.id, line.author, pastTimes(3))
  for (const record of feed) await middle.log.add(record)
  for (const record of feed) await say(encodePacket(record))
  const good = await line.sayGood()
  expect(ids(far.heard)).toEqual([hex(good.id)])
  expect(isShunned(line)).toBe(false)
})

test('a full disk is told, and nothing is shown', async (t) => {
  const line = await startLine(t)
  const { middle, say } = line
  await middle.profile.close()
  await say(encodePacket(await eventOf(line)))
  await expect.poll(() => middle.failures, { timeout: 15_000 }).toMatchObject([{ name: 'StorageError' }])
  expect(middle.heard).toEqual([])
})

test('who one is rides along once, and only where somebody hears it', async (t) => {
  const registry = makeRegistry()
  const conversation = newConversation()
  const alice = await startRoomPeer(t, registry, 'alice', conversation)
  const bob = await startRoomPeer(t, registry, 'bob', conversation)
  const own = (number: number): Promise<SignedRecord> =>
    makeEvent(conversation, alice.account, alice.account.devices[0]!, {
      number,
      prev: number === 1 ? zeros : crypto.sha256(Uint8Array.of(number))
    })
  expect(await alice.channel.publish(await own(1))).toBe(0)
  await bob.host.connect({ peer: alice.host.peer, addresses: alice.host.addresses() })
  await expect
    .poll(() => alice.host.gossip.subscribers(alice.channel.topic).length, { timeout: 10_000 })
    .toBe(1)
  expect(await alice.channel.publish(await own(2))).toBe(1)
  await expect.poll(() => bob.heard.length, { timeout: 15_000 }).toBe(1)
  expect((await bob.people.byName('alice'))?.id).toEqual(alice.account.id)
})
