import { hash } from 'node:crypto'
import { StrictNoSign } from '@libp2p/gossipsub'
import { kib, mib } from './limits.ts'
import type { GossipsubOpts, Message } from '@libp2p/gossipsub'
import type { Strikes } from './strikes.ts'

/** Topics of one peer: 200 public rooms, and as many private rooms and accounts as anybody has. */
const maxTopics = 512
/** gossipsub counts 1 KiB and the name for each topic. */
const topicCost = kib + 128

/** The data is published and forwarded, so whoever has it knows its id. */
export const messageId = (data: Uint8Array): Uint8Array => hash('sha256', data, 'buffer')
/** gossipsub keeps ids as strings, millions a day: one byte a character. */
export const idString = (id: Uint8Array): string =>
  Buffer.from(id.buffer, id.byteOffset, id.byteLength).toString('latin1')

/** Below this score nothing of one's own is sent to a peer. */
export const publishThreshold = -50

/** For rooms of 2 to 1,000 people: the degrees are gossipsub's own, 6 of 4 to 12, which is 4 hops among 1,000. */
export function gossipOptions(strikes: Strikes): Partial<GossipsubOpts> {
  return {
    globalSignaturePolicy: StrictNoSign,
    msgIdFn: ({ data }: Message) => messageId(data),
    msgIdToStrFn: idString,
    emitSelf: false,
    // One's own messages go to every subscriber that is connected; the mesh carries them on.
    floodPublish: true,
    allowPublishToZeroTopicPeers: true,
    fallbackToFloodsub: false,
    // Peer exchange would let others choose whom we dial.
    doPX: false,
    // One message after the other per peer: order is kept, and a slow validator slows the sender down.
    awaitRpcHandler: true,
    awaitRpcMessageHandler: true,
    // A replay within this time costs nobody a signature check.
    seenTTL: 10 * 60_000,
    maxInboundStreams: 2,
    maxOutboundStreams: 2,
    // An answer to IWANT holds up to three seconds of a busy room; a longer one cuts the link.
    maxInboundDataLength: 2 * mib,
    maxOutboundBufferSize: 8 * mib,
    maxTopicBytesPerPeer: maxTopics * topicCost,
    // A peer tells all its topics at once, and grafts as many: a lower limit would drop the whole message.
    decodeRpcLimits: {
      maxSubscriptions: maxTopics,
      maxMessages: 5000,
      maxIhaveMessageIDs: 5000,
      maxIwantMessageIDs: 5000,
      maxIdontwantMessageIDs: 512,
      maxControlMessages: maxTopics,
      maxPeerInfos: 16
    },
    scoreParams: {
      // Dozens behind one NAT, or on one machine, are no attack.
      IPColocationFactorWeight: 0,
      behaviourPenaltyWeight: -1,
      behaviourPenaltyThreshold: 6,
      behaviourPenaltyDecay: 0.86,
      // Topics come and go, and only known ones can be scored: strikes count for all of them.
      appSpecificWeight: 1,
      appSpecificScore: (peer: string) => -strikes.points(peer)
    },
    scoreThresholds: {
      gossipThreshold: -10,
      publishThreshold,
      graylistThreshold: -80,
      acceptPXThreshold: 10,
      opportunisticGraftThreshold: 1
    }
  }
}
