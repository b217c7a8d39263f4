import { peerIdFromString } from '@libp2p/peer-id'
import { TypedEventEmitter } from 'main-event'
import { ClosedError, UnreachableError } from '../errors.ts'
import { createDiscovery } from './discovery.ts'
import { dial } from './dial.ts'
import { createGossip } from './gossip.ts'
import { watchGossip } from './gossip-watch.ts'
import { trackPeers } from './known-peers.ts'
import { listenErrorOf } from './listen-error.ts'
import { dhtProtocol } from './libp2p.ts'
import { dialTimeout, protocolStreams } from './limits.ts'
import { openStream, StreamBook } from './streams.ts'
import type { Connection, Libp2p, Logger } from '@libp2p/interface'
import type { AbortOptions } from '../abort.ts'
import type { DialGate } from './dial-gate.ts'
import type { RestartableGossip } from './gossip.ts'
import type { KnownPeers } from './known-peers.ts'
import type { Services } from './libp2p.ts'
import type { Strikes } from './strikes.ts'
import type {
  Discovery,
  Frames,
  FramesHandler,
  Gossip,
  Host,
  HostEvents,
  PeerAddress,
  ProtocolOptions
} from './types.ts'

export class Libp2pHost extends TypedEventEmitter<HostEvents> implements Host {
  readonly peer: string
  readonly discovery: Discovery
  readonly #libp2p: Libp2p<Services>
  readonly #gate: DialGate
  readonly #log: Logger
  readonly #peers: KnownPeers
  readonly #streams = new StreamBook()
  readonly #gossip: RestartableGossip | undefined
  readonly #watch: ReturnType<typeof watchGossip> | undefined
  #addresses = ''
  /** Starts and stops one after the other. */
  #lifecycle: Promise<void> = Promise.resolve()

  constructor(libp2p: Libp2p<Services>, gate: DialGate, strikes: Strikes) {
    super()
    this.#libp2p = libp2p
    this.#gate = gate
    this.#log = libp2p.logger.forComponent('starling:net')
    this.peer = libp2p.peerId.toString()
    const hasPeers = (): boolean => this.#speakers((protocol) => protocol === dhtProtocol).length > 0
    this.discovery = createDiscovery(libp2p.services.dht, this.peer, gate, hasPeers)
    this.#peers = trackPeers(libp2p, {
      connect: (peer) => this.safeDispatchEvent('connect', { detail: peer }),
      disconnect: (peer) => this.safeDispatchEvent('disconnect', { detail: peer })
    })
    libp2p.addEventListener('self:peer:update', this.#tellAddresses)
    const { pubsub } = libp2p.services
    if (pubsub === undefined) return
    this.#gossip = createGossip(pubsub, strikes, this.#log)
    const gossipers = (): string[] => this.#speakers((protocol) => protocol.startsWith('/meshsub/'))
    this.#watch = watchGossip(pubsub, gossipers, (peer) => void libp2p.hangUp(peerIdFromString(peer)))
  }

  get gossip(): Gossip {
    if (this.#gossip === undefined) throw new Error('A server joins no topics.')
    return this.#gossip
  }

  addresses(): string[] {
    return this.#libp2p.getMultiaddrs().map(String)
  }

  peers(): string[] {
    return this.#peers.list()
  }

  isConnected(peer: string): boolean {
    return this.#peers.has(peer)
  }

  addressOf(peer: string): string | undefined {
    const connection = this.#libp2p.getConnections(peerIdFromString(peer)).at(-1)
    return connection?.remoteAddr.getComponents()[0]?.value
  }

  async connect(to: PeerAddress, options: AbortOptions = {}): Promise<void> {
    options.signal?.throwIfAborted()
    if (this.#peers.has(to.peer)) return
    const release = this.#gate.want(to.peer)
    try {
      await this.#peers.known(await dial(this.#libp2p, to, options), options.signal)
    } finally {
      release()
    }
  }

  async disconnect(peer: string): Promise<void> {
    this.#gate.shun(peer)
    this.#streams.abort(new ClosedError(`The connection to ${peer} was ended here.`), peer)
    await this.#libp2p.hangUp(peerIdFromString(peer))
  }

  async ping(peer: string, { signal }: AbortOptions = {}): Promise<number> {
    const { remotePeer } = this.#connection(peer)
    const timeout = AbortSignal.timeout(dialTimeout)
    try {
      return await this.#libp2p.services.ping.ping(remotePeer, {
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout])
      })
    } catch (error) {
      signal?.throwIfAborted()
      throw new UnreachableError(`${peer} does not answer a ping.`, { cause: error })
    }
  }

  async handle(protocol: string, handler: FramesHandler, options: ProtocolOptions): Promise<void> {
    const { maxFrame, maxInboundStreams = protocolStreams } = options
    await this.#libp2p.handle(
      protocol,
      (stream, { remotePeer }) => this.#streams.serve(stream, remotePeer.toString(), maxFrame, handler),
      { maxInboundStreams }
    )
  }

  async open(peer: string, protocol: string, options: ProtocolOptions & AbortOptions): Promise<Frames> {
    const stream = await openStream(this.#connection(peer), protocol, options)
    return this.#streams.frames(stream, peer, options.maxFrame)
  }

  start(): Promise<void> {
    return this.#next(async () => {
      if (this.#libp2p.status === 'started') return
      try {
        await this.#libp2p.start()
      } catch (error) {
        throw listenErrorOf(error)
      }
      this.#gossip?.start()
      this.#watch?.start()
    })
  }

  stop(): Promise<void> {
    return this.#next(async () => {
      this.#watch?.stop()
      this.#gossip?.stop()
      this.#streams.abort(new ClosedError('This host was stopped.'))
      await this.#libp2p.stop()
      this.#peers.clear()
    })
  }

  #next(step: () => Promise<void>): Promise<void> {
    const done = this.#lifecycle.then(step)
    this.#lifecycle = done.catch(() => {})
    return done
  }

  /** The newest: an older one may be dead and not yet noticed. */
  #connection(peer: string): Connection {
    const connection = this.#libp2p
      .getConnections(peerIdFromString(peer))
      .findLast(({ status }) => status === 'open')
    if (connection === undefined) throw new UnreachableError(`${peer} is not connected.`)
    return connection
  }

  readonly #speakers = (speaks: (protocol: string) => boolean): string[] =>
    this.#peers.list().filter((peer) => this.#peers.protocols(peer).some(speaks))

  readonly #tellAddresses = (): void => {
    const addresses = this.addresses()
    const now = addresses.join()
    if (now === this.#addresses) return
    this.#addresses = now
    this.safeDispatchEvent('addresses', { detail: addresses })
  }
}
