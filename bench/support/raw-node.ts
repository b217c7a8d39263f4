import { gossipsub, StrictSign } from '@libp2p/gossipsub'
import { identify, identifyPush } from '@libp2p/identify'
import { noise } from '@libp2p/noise'
import { ping } from '@libp2p/ping'
import { tcp } from '@libp2p/tcp'
import { webSockets } from '@libp2p/websockets'
import { yamux } from '@libp2p/yamux'
import { createLibp2p } from 'libp2p'
import { gossipOptions } from '../../dist/net/gossip-options.js'
import * as limits from '../../dist/net/limits.js'
import { createStrikes } from '../../dist/net/strikes.js'
import { loopback } from './peer.ts'
import type { GossipSub, GossipsubOpts } from '@libp2p/gossipsub'
import type { Identify } from '@libp2p/identify'
import type { Libp2p, ServiceMap } from '@libp2p/interface'
import type { Libp2pOptions } from 'libp2p'

/** libp2p with Starling's transports and limits, and nothing of Starling. */
export function createRawNode(): Promise<Libp2p> {
  return createLibp2p({ ...shared(), services: services() })
}

/** The same with gossipsub as libp2p has it: signed messages, their ids from author and number. */
export function createRawGossiper(): Promise<Libp2p<{ identify: Identify; pubsub: GossipSub }>> {
  const options: Partial<GossipsubOpts> = {
    ...gossipOptions(createStrikes()),
    globalSignaturePolicy: StrictSign
  }
  delete options.msgIdFn
  delete options.msgIdToStrFn
  return createLibp2p({ ...shared(), services: { ...services(), pubsub: gossipsub(options) } })
}

function shared(): Omit<Libp2pOptions<ServiceMap>, 'services'> {
  const { max, pending, perSecond } = limits.connectionLimits.peer
  return {
    addresses: { listen: loopback },
    transports: [tcp({ maxConnections: max + pending }), webSockets()],
    connectionEncrypters: [noise()],
    streamMuxers: [
      yamux({
        maxInboundStreams: limits.maxInboundStreams,
        maxOutboundStreams: limits.maxOutboundStreams,
        streamOptions: {
          initialStreamWindowSize: limits.initialWindow,
          maxStreamWindowSize: limits.maxWindow,
          maxReadBufferLength: limits.readBuffer
        }
      })
    ],
    // It opens a stream for every ping, which would be most of an idle room's CPU; Starling's own costs 12 bytes.
    connectionMonitor: { enabled: false },
    connectionManager: {
      maxConnections: max,
      maxIncomingPendingConnections: pending,
      inboundConnectionThreshold: perSecond
    }
  }
}

const services = () => ({ identify: identify(), identifyPush: identifyPush(), ping: ping() })
