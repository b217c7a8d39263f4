import type { AbortOptions } from '../abort.ts'
import type { TypedEventTarget } from 'main-event'

/** A device to reach: its peer id as text, and multiaddrs (with or without `/p2p/...`). */
export interface PeerAddress {
  peer: string
  addresses: string[]
}

export interface HostInit {
  /** Ed25519 seed, 32 bytes: the peer id. */
  seed: Uint8Array
  /** `server` holds thousands of connections and joins no topics; `peer` speaks gossipsub. */
  role: 'peer' | 'server'
  /** Multiaddrs to listen on; port 0 picks a free one. */
  listen: string[]
  /** Multiaddrs to tell others instead of the ones listened on. */
  announce?: string[]
}

export interface HostEvents {
  /** First connection to a peer (and its protocols are known), or the last one gone. */
  connect: CustomEvent<string>
  disconnect: CustomEvent<string>
  /** Own addresses changed. */
  addresses: CustomEvent<string[]>
}

/** One libp2p host, for peers and servers alike. Peers are named by their peer id as text. */
export interface Host extends TypedEventTarget<HostEvents> {
  readonly peer: string
  /** Multiaddrs where others may dial this host, with `/p2p/<peer>`. */
  addresses(): string[]
  /** Peers with an open connection. */
  peers(): string[]
  isConnected(peer: string): boolean
  /** IP address that a connected peer comes from; undefined where it is not connected. */
  addressOf(peer: string): string | undefined
  /**
   * Connects unless connected.
   *
   * @throws UnreachableError with what was tried; WrongPeerError where somebody else answers at the address
   */
  connect(to: PeerAddress, options?: AbortOptions): Promise<void>
  disconnect(peer: string): Promise<void>
  /** Milliseconds for a ping there and back. */
  ping(peer: string, options?: AbortOptions): Promise<number>
  /** Answers streams of a protocol. When the handler's promise ends the stream is closed, when it rejects reset. */
  handle(protocol: string, handler: FramesHandler, options: ProtocolOptions): Promise<void>
  /** @throws UnsupportedError where the peer does not speak the protocol; UnreachableError where it is not connected */
  open(peer: string, protocol: string, options: ProtocolOptions & AbortOptions): Promise<Frames>
  /** Of a `peer` only. */
  readonly gossip: Gossip
  readonly discovery: Discovery
  start(): Promise<void>
  stop(): Promise<void>
}

export interface ProtocolOptions {
  /** Longest frame that is read, bytes. A longer one resets the stream. */
  maxFrame: number
  /** Streams of this protocol that one connection may have open towards us. */
  maxInboundStreams?: number
}

export type FramesHandler = (frames: Frames) => Promise<void>

/** A stream of frames: 4 bytes of length, big-endian, then that many bytes. Backpressure reaches the other side. */
export interface Frames {
  /** The other side, proven by Noise. */
  readonly peer: string
  /** Resolves once the stream takes more; the frame must not be changed after. @throws ClosedError */
  write(frame: Uint8Array, options?: AbortOptions): Promise<void>
  /** The next frame; undefined at the end. @throws ClosedError on a reset, FrameError on a frame that is too long or cut short */
  read(options?: AbortOptions): Promise<Uint8Array | undefined>
  /** Ends our side, and does not wait for the other. */
  close(): Promise<void>
  abort(error: Error): void
}

export type Verdict = 'accept' | 'ignore' | 'reject'

/** Judges what comes on a topic before it is forwarded. `reject` strikes the hop. Called once per distinct data. */
export type Validator = (data: Uint8Array, hop: string) => Verdict | Promise<Verdict>

export interface GossipEvents {
  /** A connected peer joined or left a topic. */
  subscription: CustomEvent<{ peer: string; topic: string; joined: boolean }>
}

/** gossipsub, StrictNoSign: what is published must prove itself. Message id = sha256(data). */
export interface Gossip extends TypedEventTarget<GossipEvents> {
  join(topic: string, validator: Validator): void
  /** Ignores the topic at once; the unsubscription follows a minute later, because gossipsub punishes quick returns. */
  leave(topic: string): void
  /** How many peers it went to; 0 means nobody has it. The same data may be published again. */
  publish(topic: string, data: Uint8Array): Promise<number>
  subscribers(topic: string): string[]
}

/** Finding peers by a 32-byte key, through the DHT. */
export interface Discovery {
  /** Tells those closest to the key, and again every few hours. Where nobody is connected yet nobody is told. */
  provide(key: Uint8Array, options?: AbortOptions): Promise<void>
  find(key: Uint8Array, options?: AbortOptions): AsyncIterable<PeerAddress>
  /** Stops telling. What others were told is forgotten within hours. */
  withdraw(key: Uint8Array): Promise<void>
}
