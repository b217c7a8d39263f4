import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { createHost } from '../../../src/net/index.ts'
import { openProfile } from '../../../src/node/profile/profile.ts'
import { ConversationLog } from '../../../src/node/events/conversation-log.ts'
import { directProtocol, encodePacket, fromBase32, roomTopic } from '../../../src/protocol/index.ts'
import { loopback, password } from '../../support/index.ts'
import { makeDevice } from './accounts.ts'
import { makeEvent } from './feeds.ts'
import type { StarlingNode } from '../../../src/node/index.ts'
import type { DirectReply, SignedRecord } from '../../../src/protocol/index.ts'
import type { Lifetime } from '../../support/index.ts'
import type { EventOptions } from './feeds.ts'

/** Somebody who has a stopped device's profile and password, and keeps to no rule: connected to a node. */
export async function startThief(t: Lifetime, directory: string, account: string, victim: StarlingNode) {
  const profile = await openProfile(directory, crypto, { password })
  t.onTestFinished(() => profile.close())
  const device = makeDevice(profile.deviceSeed)
  const host = await createHost({ seed: device.seed, role: 'peer', listen: [loopback] })
  t.onTestFinished(() => host.stop())
  await host.start()
  const peer = victim.account.info!.device
  await host.connect({ peer, addresses: victim.network.addresses })

  /** What the device could have written next, or at any other place. */
  const write = async (conversation: Uint8Array, options: EventOptions): Promise<SignedRecord> => {
    const log = await ConversationLog.open({ crypto, profile }, conversation)
    const feed = log.feed(device.key)
    const next = { number: (feed?.highest ?? 0) + 1, ...(feed?.headId && { prev: feed.headId }) }
    return makeEvent(conversation, { id: fromBase32(account) }, device, { ...next, ...options })
  }
  const publish = async (record: SignedRecord): Promise<void> => {
    const topic = roomTopic(record.conversation)
    host.gossip.join(topic, () => Promise.resolve('ignore' as const))
    await until(() => host.gossip.subscribers(topic).includes(peer))
    await host.gossip.publish(topic, encodePacket(record))
  }
  const ask = async (record: SignedRecord): Promise<DirectReply> => {
    const frames = await host.open(peer, directProtocol.id, directProtocol)
    const { conversation } = record
    await frames.write(directProtocol.encodeRequest({ conversation, packet: encodePacket(record) }))
    const reply = directProtocol.decodeReply((await frames.read())!)
    await frames.close()
    return reply
  }
  return { device, host, write, publish, ask }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20))
}
