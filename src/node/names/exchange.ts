import { LRUCache } from 'lru-cache'
import { createRequestClient, serveRequests } from '../../net/index.ts'
import {
  checkpointProtocol,
  checkpointTopic,
  equalBytes,
  hex,
  isByOtherKey,
  maxProofs,
  readCheckpoint
} from '../../protocol/index.ts'
import { contradict } from './checkpoints.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Host, RequestClient, Verdict } from '../../net/index.ts'
import type { Checkpoint, Crypto, Newest } from '../../protocol/index.ts'
import type { Servers } from '../registry/servers.ts'
import type { Checkpoints } from './checkpoints.ts'

export interface ExchangeInit {
  crypto: Crypto
  host: Host
  servers: Servers
  checkpoints: Checkpoints
  onConflict: (one: Checkpoint, other: Checkpoint) => Promise<void>
  /** A checkpoint of somebody else waits to be checked with the registry. */
  onNews: () => void
}

/** Checkpoints of others that wait for the registry. */
const maxWaiting = 64
/** How long another device may take to answer, ms. */
const patience = 10_000

/** Checkpoints that devices tell each other: on a topic, and when two meet. A registry that shows two logs is caught here. */
export class CheckpointExchange {
  readonly #init: ExchangeInit
  readonly #client: RequestClient<Newest, Newest>
  readonly #seen = new LRUCache<string, true>({ max: 4096 })
  #waiting: Checkpoint[] = []
  #topic: string | undefined
  #published = 0

  constructor(init: ExchangeInit) {
    this.#init = init
    this.#client = createRequestClient(init.host, checkpointProtocol)
  }

  async serve(): Promise<void> {
    const { host } = this.#init
    await serveRequests(host, checkpointProtocol, () => (newest) => this.#answer(newest))
    // Whatever is published later reaches a peer whose subscription was heard; what came before is asked for.
    host.gossip.addEventListener('subscription', ({ detail: { peer, topic, joined } }) => {
      if (joined && topic === this.#topic) void this.#meet(peer).catch(() => {})
    })
  }

  /** Hears and tells of checkpoints, once the registry is known. */
  join(): void {
    const { host, servers } = this.#init
    const topic = servers.registry && checkpointTopic(servers.registry.id)
    if (topic === undefined || topic === this.#topic) return
    if (this.#topic !== undefined) host.gossip.leave(this.#topic)
    this.#topic = topic
    // Another registry proves nothing of this one's.
    this.#waiting = []
    this.#published = 0
    host.gossip.join(topic, (data) => this.take(data))
  }

  /** Tells of the newest checkpoint where it is newer than what was told before. */
  async publish(): Promise<void> {
    const newest = await this.#init.checkpoints.newest()
    if (this.#topic === undefined || newest === undefined || newest.size <= this.#published) return
    this.#published = newest.size
    await this.#init.host.gossip.publish(this.#topic, newest.bytes)
  }

  /** Asks the registry about what waits. */
  async check(options: AbortOptions): Promise<void> {
    const { checkpoints, onConflict } = this.#init
    while (this.#waiting.length > 0) {
      const group = this.#waiting.slice(0, maxProofs - 1)
      const { checkpoint, trees } = await checkpoints.ask({ trees: group }, options)
      this.#waiting = this.#waiting.filter((waiting) => !group.includes(waiting))
      for (const [index, note] of group.entries()) if (!trees[index]) await onConflict(note, checkpoint)
    }
  }

  /** What somebody told: `reject` where it is no checkpoint of the registry, `accept` where others should hear of it. */
  async take(bytes: Uint8Array): Promise<Verdict> {
    const { crypto, servers, checkpoints, onConflict, onNews } = this.#init
    if (servers.registry === undefined) return 'ignore'
    const key = hex(crypto.sha256(bytes))
    if (this.#seen.has(key)) return 'ignore'
    const told = await readCheckpoint(crypto, servers.registry, bytes)
    if (told === undefined) {
      if (!isByOtherKey(crypto, servers.registry, bytes)) return 'reject'
      // Perhaps the registry has a new key, or whoever told this does not know of it. The next round asks.
      this.#seen.set(key, true)
      onNews()
      return 'ignore'
    }
    const held = await checkpoints.newest()
    // Two may tell the same at once.
    if (this.#seen.has(key)) return 'ignore'
    const other = [...(held ? [held] : []), ...this.#waiting].find((one) => contradict(one, told))
    if (other !== undefined) {
      this.#seen.set(key, true)
      await onConflict(other, told)
      return 'accept'
    }
    if (held !== undefined && equalBytes(held.bytes, told.bytes)) return 'ignore'
    if (this.#waiting.length >= maxWaiting) return 'ignore'
    this.#seen.set(key, true)
    this.#waiting.push(told)
    onNews()
    return held === undefined || told.size > held.size ? 'accept' : 'ignore'
  }

  async #answer(newest: Newest): Promise<Newest> {
    await this.#taken(newest)
    return this.#own()
  }

  async #meet(peer: string): Promise<void> {
    const signal = AbortSignal.timeout(patience)
    await this.#taken(await this.#client.request(peer, await this.#own(), { signal }))
  }

  async #taken({ note, servers }: Newest): Promise<void> {
    // First, because it may have the key that signed the note.
    if (servers.length > 0) await this.#init.servers.follow(servers)
    if (note.length > 0 && (await this.take(note)) === 'reject')
      throw new TypeError('This is no checkpoint of the registry.')
  }

  async #own(): Promise<Newest> {
    const { checkpoints, servers } = this.#init
    const nothing = new Uint8Array()
    return {
      note: (await checkpoints.newest())?.bytes ?? nothing,
      servers: servers.current?.bytes ?? nothing
    }
  }
}
