// Every number of this folder, with its reason. Bytes and milliseconds.

export const kib = 1024
export const mib = 1024 * kib

/** Connections. A dead link is noticed after `silence`, so a process may be busy for that long and stay connected. */
export interface ConnectionLimits {
  /** Open at once; further ones are refused while their handshake has not begun. */
  max: number
  /** Handshakes under way at once; each costs about a millisecond of CPU. */
  pending: number
  /**
   * New ones a second from one IP address. A flood from one address costs less than a tenth of a core; dozens of hosts of
   * a test, or of a company behind one NAT, fit into a second.
   */
  perSecond: number
  /** The DHT dials on its own account only below this many. */
  discovery: number
  /** While somebody provides or finds, the DHT may dial up to here. */
  lookup: number
}

export const connectionLimits: Record<'peer' | 'server', ConnectionLimits> = {
  // The rooms of a person need a few dozen; each costs about 50 KiB.
  peer: { max: 160, pending: 64, perSecond: 64, discovery: 32, lookup: 96 },
  // 2,000 live sessions on a small server, and room for as many again that come and go.
  server: { max: 4096, pending: 128, perSecond: 64, discovery: 32, lookup: 32 }
}

/** One dial of one address, and all addresses of a peer together. */
export const addressDialTimeout = 5_000
export const dialTimeout = 15_000
/** Addresses of one peer that are tried. */
export const maxDialAddresses = 16
/** After a connection opens, the other side has this long to say which protocols it speaks. */
export const identifyTimeout = 10_000
/** Agreeing on a protocol for a new stream. */
export const negotiationTimeout = 5_000

/** A link that was quiet this long is asked for a sign of life. */
export const quiet = 5_000
/** A link without a sign of life for this long is dead. */
export const silence = 10_000
/** How often links are looked at. */
export const livenessTick = 1_000

/**
 * Flow control. The window stays far below `readBuffer`, so that a paused stream never overflows it: with yamux's own
 * 16 MiB it would be reset.
 */
export const initialWindow = 256 * kib
export const maxWindow = mib
export const readBuffer = 4 * mib
/** Streams of one connection, both ways: at most this many read buffers. */
export const maxInboundStreams = 128
export const maxOutboundStreams = 256
/** Streams of one protocol and connection where the protocol names no number. */
export const protocolStreams = 16

/** A reader that holds this much unread asks the other side to wait. */
export const unreadFrames = 256 * kib
/** A writer waits once this much is queued here. */
export const unsentFrames = 256 * kib
/** Frames up to this size are copied out of the 64 KiB that came with them, so that keeping one does not keep all. */
export const copiedFrame = 16 * kib
/** Small frames of one turn of the event loop share packets of about this size. */
export const sharedPacket = 64 * kib
/** What was written may take this long to leave before a closed stream is reset. */
export const closeTimeout = 10_000
/** After our side is done, the other side has this long to end its own. */
export const lingerTimeout = 10_000

/** An idle request stream is closed by the client, and later by the server, so that the client rarely finds it gone. */
export const clientIdle = 30_000
export const serverIdle = 120_000

/** Longest message that is published; records are a quarter of it. */
export const maxMessage = 256 * kib
/** A topic that was left is unsubscribed this late: gossipsub keeps whoever returns sooner out of the mesh for 14 s. */
export const leaveDelay = 60_000
/** How often gossip streams are looked at; a peer without one at two looks is disconnected. */
export const gossipCheck = 10_000

/** A query of the DHT. */
export const lookupTimeout = 30_000
/** Until the DHT has pinged the first peer that connected. */
export const firstPeerTimeout = 5_000
/**
 * A peer's word that it can be found under a key holds this long; it is renewed when half of it is over. Chat rooms change
 * by the hour, and each stale word costs the finder a dial.
 */
export const providerLife = 6 * 3_600_000
/** How often that is looked after. */
export const providerCheck = 3_600_000
/** Addresses must not be forgotten before what refers to them. */
export const addressLife = 2 * providerLife

/** What libp2p keeps of strangers, in entries of some hundred bytes. */
export interface StoreLimits {
  peers: number
  /** Words of peers that they can be found under a key; of all, and of one. */
  providers: number
  providersOfPeer: number
}

export const storeLimits: Record<'peer' | 'server', StoreLimits> = {
  peer: { peers: 5_000, providers: 20_000, providersOfPeer: 512 },
  // 2,000 sessions in 50 rooms each.
  server: { peers: 20_000, providers: 100_000, providersOfPeer: 512 }
}
