import { NotFoundError } from '@libp2p/interface'
import { peerIdFromString } from '@libp2p/peer-id'
import { BaseDatastore } from 'datastore-core/base'
import { LRUCache } from 'lru-cache'
import type { PeerId } from '@libp2p/interface'
import type { Key, Pair, Query } from 'interface-datastore'
import type { StoreLimits } from './limits.ts'

const peerPrefix = '/peers/'
const providerPrefix = '/dht/provider/'

/**
 * libp2p's store of peers and of who can be found in the DHT, in memory. Strangers fill both, so both are bounded, which
 * libp2p's own is not; and it finds the providers of a key without reading everything. What is about this host is never
 * dropped. A provider goes together with its peer: the DHT cannot answer for a key of which one peer is unknown.
 */
export class BoundedDatastore extends BaseDatastore {
  readonly #limits: StoreLimits
  readonly #ownPeer: string
  readonly #ownProvider: string
  readonly #own = new Map<string, Pair>()
  readonly #peers: LRUCache<string, Pair>
  readonly #providers: LRUCache<string, Pair>
  readonly #byKey = new Map<string, Set<string>>()
  readonly #byPeer = new Map<string, Set<string>>()

  constructor(self: PeerId, limits: StoreLimits) {
    super()
    this.#limits = limits
    this.#ownPeer = peerPrefix + self.toCID().toString()
    this.#ownProvider = `/${self.toString()}`
    this.#peers = new LRUCache({
      max: limits.peers,
      dispose: (_pair, name, reason) => reason !== 'set' && this.#dropProviders(name)
    })
    this.#providers = new LRUCache({
      max: limits.providers,
      dispose: (_pair, name, reason) => reason !== 'set' && this.#unlink(name)
    })
  }

  override put(key: Key, value: Uint8Array): Key {
    const name = key.toString()
    const pair = { key, value }
    if (this.#isOwn(name)) this.#own.set(name, pair)
    else if (name.startsWith(peerPrefix)) this.#peers.set(name, pair)
    else if (name.startsWith(providerPrefix)) this.#putProvider(name, pair)
    return key
  }

  override get(key: Key): Uint8Array {
    const name = key.toString()
    const pair = this.#own.get(name) ?? this.#peers.get(name) ?? this.#providers.get(name)
    if (pair === undefined) throw new NotFoundError()
    return pair.value
  }

  override has(key: Key): boolean {
    const name = key.toString()
    return this.#own.has(name) || this.#peers.has(name) || this.#providers.has(name)
  }

  override delete(key: Key): void {
    const name = key.toString()
    this.#own.delete(name)
    this.#peers.delete(name)
    this.#providers.delete(name)
  }

  override *query({ prefix = '', filters = [] }: Query): Generator<Pair> {
    // What is found may be deleted on the way.
    for (const pair of [...this.#under(prefix)]) if (filters.every((filter) => filter(pair))) yield pair
  }

  *#under(prefix: string): Generator<Pair> {
    for (const [name, pair] of this.#own) if (name.startsWith(prefix)) yield pair
    const names = this.#byKey.get(prefix)
    if (names !== undefined) for (const name of names) yield this.#providers.peek(name)!
    else if (providerPrefix.startsWith(prefix)) yield* this.#providers.values()
    if (peerPrefix.startsWith(prefix)) yield* this.#peers.values()
  }

  #isOwn(name: string): boolean {
    return name === this.#ownPeer || (name.startsWith(providerPrefix) && name.endsWith(this.#ownProvider))
  }

  #putProvider(name: string, pair: Pair): void {
    const { key, peer } = linksOf(name)
    const ofPeer = this.#byPeer.get(peer) ?? new Set()
    if (!ofPeer.has(name) && ofPeer.size >= this.#limits.providersOfPeer) return
    this.#byPeer.set(peer, ofPeer.add(name))
    this.#byKey.set(key, (this.#byKey.get(key) ?? new Set()).add(name))
    this.#providers.set(name, pair)
  }

  #dropProviders(peer: string): void {
    for (const name of [...(this.#byPeer.get(peer) ?? [])]) this.#providers.delete(name)
  }

  #unlink(name: string): void {
    const { key, peer } = linksOf(name)
    for (const [index, of] of [[this.#byKey, key] as const, [this.#byPeer, peer] as const]) {
      index.get(of)?.delete(name)
      if (index.get(of)?.size === 0) index.delete(of)
    }
  }
}

/** `/dht/provider/<key>/<peer id>`: the part that libp2p queries by, and the name of the peer's own entry. */
function linksOf(name: string): { key: string; peer: string } {
  const slash = name.lastIndexOf('/')
  const id = peerIdFromString(name.slice(slash + 1))
  return { key: name.slice(0, slash), peer: peerPrefix + id.toCID().toString() }
}
