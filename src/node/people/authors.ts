import { LRUCache } from 'lru-cache'
import { hex } from '../../protocol/index.ts'
import type { SyncClient } from '../sync/sync-client.ts'
import type { RegistryClient } from '../registry/registry-client.ts'
import type { People } from './people.ts'

/** How long a hop may take to say who an author is, ms. */
const askTime = 2_000
/** Authors asked for at once: whoever makes up authors must not make a room ask the registry for each. */
const maxAsking = 64
/** How long an author that nobody could explain is not asked for again, ms. */
const refusedTime = 10_000

/** Makes sure that an author's account is known: asks whoever brought its record, then the registry. */
export class Authors {
  readonly #people: People
  readonly #sync: SyncClient
  readonly #registry: RegistryClient
  readonly #asking = new Map<string, Promise<boolean>>()
  readonly #refused = new LRUCache<string, true>({ max: 10_000, ttl: refusedTime })

  constructor(people: People, sync: SyncClient, registry: RegistryClient) {
    this.#people = people
    this.#sync = sync
    this.#registry = registry
  }

  /** Whether the device is one of the account's. */
  async isKnown(
    conversation: Uint8Array,
    account: Uint8Array,
    device: Uint8Array,
    hop: string
  ): Promise<boolean> {
    if (await this.#people.speaksFor(account, device)) return true
    const key = hex(account) + hex(device)
    if (this.#refused.has(key)) return false
    const under = this.#asking.get(key)
    if (under === undefined && this.#asking.size >= maxAsking) return false
    const asking = under ?? this.#ask(conversation, account, device, hop)
    this.#asking.set(key, asking)
    try {
      const known = await asking
      if (!known) this.#refused.set(key, true)
      return known
    } finally {
      this.#asking.delete(key)
    }
  }

  async #ask(
    conversation: Uint8Array,
    account: Uint8Array,
    device: Uint8Array,
    hop: string
  ): Promise<boolean> {
    try {
      await this.fetch(hop, conversation, [account])
      if (await this.#people.speaksFor(account, device)) return true
    } catch {
      // The hop is gone or does not answer: the registry may know.
    }
    await this.#lookUp(account)
    return this.#people.speaksFor(account, device)
  }

  /** Learns who an account is from these peers, else from the registry. */
  async meet(conversation: Uint8Array, account: Uint8Array, peers: string[]): Promise<void> {
    for (const peer of peers) {
      if ((await this.#people.known(account)) !== undefined) return
      await this.fetch(peer, conversation, [account]).catch(() => {})
    }
    if ((await this.#people.known(account)) === undefined) await this.#lookUp(account)
  }

  async #lookUp(account: Uint8Array): Promise<void> {
    try {
      const found = await this.#registry.lookup({ account }, { signal: AbortSignal.timeout(askTime) })
      await this.#people.learn(found.entry, found.certificate)
    } catch {
      // Unknown then, for now.
    }
  }

  /** Learns the accounts that a peer can explain. */
  async fetch(peer: string, conversation: Uint8Array, accounts: Uint8Array[]): Promise<void> {
    const signal = AbortSignal.timeout(askTime)
    const { entries, certificates } = await this.#sync.get(peer, conversation, { accounts }, { signal })
    await Promise.all(
      entries.map((entry, index) => this.#people.learn(entry, certificates[index] ?? new Uint8Array()))
    )
  }
}
