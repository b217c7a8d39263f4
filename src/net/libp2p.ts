import { generateKeyPairFromSeed } from '@libp2p/crypto/keys'
import { gossipsub } from '@libp2p/gossipsub'
import { identify, identifyPush } from '@libp2p/identify'
import { kadDHT, passthroughMapper } from '@libp2p/kad-dht'
import { noise } from '@libp2p/noise'
import { peerIdFromPrivateKey } from '@libp2p/peer-id'
import { ping } from '@libp2p/ping'
import { tcp } from '@libp2p/tcp'
import { webSockets } from '@libp2p/websockets'
import { yamux } from '@libp2p/yamux'
import { createLibp2p } from 'libp2p'
import { BoundedDatastore } from './bounded-datastore.ts'
import { gossipOptions } from './gossip-options.ts'
import * as limits from './limits.ts'
import { withLiveness } from './liveness.ts'
import { ownAddresses } from './own-addresses.ts'
import type { ConnectionGater, Libp2p } from '@libp2p/interface'
import type { GossipSub } from '@libp2p/gossipsub'
import type { Identify, IdentifyPush } from '@libp2p/identify'
import type { KadDHT, KadDHTInit } from '@libp2p/kad-dht'
import type { Ping } from '@libp2p/ping'
import type { Strikes } from './strikes.ts'
import type { HostInit } from './types.ts'

export type Services = {
  identify: Identify
  identifyPush: IdentifyPush
  ping: Ping
  dht: KadDHT
  ownAddresses: object
  /** Of a peer only. */
  pubsub?: GossipSub
}

export const dhtProtocol = '/starling/kad/1'

/** libp2p as Starling runs it, not started. */
export async function buildLibp2p(
  { seed, role, listen, announce = [] }: HostInit,
  gater: ConnectionGater,
  strikes: Strikes
): Promise<Libp2p<Services>> {
  const privateKey = await generateKeyPairFromSeed('Ed25519', seed)
  const { max, pending, perSecond } = limits.connectionLimits[role]
  return createLibp2p({
    privateKey,
    start: false,
    // Nobody need know which Node runs here.
    nodeInfo: { name: 'starling', version: '1', userAgent: 'starling/1' },
    datastore: new BoundedDatastore(peerIdFromPrivateKey(privateKey), limits.storeLimits[role]),
    peerStore: { maxAddressAge: limits.addressLife, maxPeerAge: limits.addressLife },
    addresses: { listen, announce },
    transports: [tcp({ maxConnections: max + pending }), webSockets()],
    connectionEncrypters: [noise()],
    streamMuxers: [() => withLiveness(createYamux())],
    connectionGater: gater,
    // withLiveness does its work.
    connectionMonitor: { enabled: false },
    connectionManager: {
      maxConnections: max,
      maxIncomingPendingConnections: pending,
      inboundConnectionThreshold: perSecond,
      inboundUpgradeTimeout: limits.negotiationTimeout,
      inboundStreamProtocolNegotiationTimeout: limits.negotiationTimeout,
      outboundStreamProtocolNegotiationTimeout: limits.negotiationTimeout,
      dialTimeout: limits.dialTimeout,
      addressDialTimeout: limits.addressDialTimeout,
      maxPeerAddrsToDial: limits.maxDialAddresses,
      maxParallelDials: 20
    },
    services: {
      identify: identify(),
      identifyPush: identifyPush(),
      // The DHT pings too, at the same time.
      ping: ping({ maxInboundStreams: 16, maxOutboundStreams: 8 }),
      dht: kadDHT(dhtOptions),
      ownAddresses,
      ...(role === 'peer' && { pubsub: gossipsub(gossipOptions(strikes)) })
    }
  })
}

const createYamux = yamux({
  maxInboundStreams: limits.maxInboundStreams,
  maxOutboundStreams: limits.maxOutboundStreams,
  // withLiveness asks on its own, and never takes a late answer for a broken protocol.
  enableKeepAlive: false,
  streamOptions: {
    initialStreamWindowSize: limits.initialWindow,
    maxStreamWindowSize: limits.maxWindow,
    maxReadBufferLength: limits.readBuffer
  }
})

/** Who can be found under a key, and nothing else: values can be rolled back, so the DHT holds none. */
const dhtOptions: KadDHTInit = {
  protocol: dhtProtocol,
  clientMode: false,
  // The default leaves out private addresses, with which peers of one house could not find each other.
  peerInfoMapper: passthroughMapper,
  validators: { pk: refuse },
  selectors: {},
  allowQueryWithZeroPeers: true,
  maxInboundStreams: 8,
  // Few at once, so that the gate counts connections before the next dial.
  alpha: 4,
  routingTableUpdateQueueConcurrency: 2,
  // One answer may name a hundred thousand peers that are none.
  routingTableUpdateMaxQueueSize: 256,
  reprovide: {
    validity: limits.providerLife,
    threshold: limits.providerLife / 2,
    interval: limits.providerCheck
  }
}

function refuse(): never {
  throw new Error('the DHT of Starling holds no values')
}
