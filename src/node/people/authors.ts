import { LRUCache } from 'lru-cache'
import { equalBytes, hex } from '../../protocol/index.ts'
import type { SyncClient } from '../sync/sync-client.ts'
import type { RegistryClient } from '../registry/registry-client.ts'
import type { People, Standing } from './people.ts'

/** How long a hop may take to say who an author is, ms. */
const askTime = 2_000
/** Authors asked for at once: whoever makes up authors must not make a room ask the registry for each. */
const maxAsking = 64
/** How long an author that nobody could explain is not asked for again, ms. */
const refusedTime = 10_000

/** Somebody who may explain an account. Both reject where it does not answer. */
interface Source {
  /** Learns its newest entry and certificate. */
  newest(account: Uint8Array): Promise<void>
  /** Its entries before a number, the greatest first. */
  before(account: Uint8Array, number: number): Promise<Uint8Array[]>
}

/** What is looked for of an account, and who brought a record that speaks of it. */
interface Search {
  account: Uint8Array
  /** A device, or the hash of an entry. */
  what: Uint8Array
  conversation: Uint8Array
  hop: string
  isFound: () => Promise<boolean>
}

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

  /** How the device stands with the account; undefined where nobody can tell that it is or was one of its devices. */
  async standing(
    conversation: Uint8Array,
    account: Uint8Array,
    device: Uint8Array,
    hop: string
  ): Promise<Standing | undefined> {
    const read = (): Promise<Standing | undefined> => this.#people.standing(account, device)
    const isFound = async (): Promise<boolean> => (await read()) !== undefined
    await this.#find({ account, what: device, conversation, hop, isFound })
    return read()
  }

  /** Looks for an entry of an account's log, by its hash, where it is not known. */
  async seek(conversation: Uint8Array, account: Uint8Array, entry: Uint8Array, hop: string): Promise<void> {
    const isFound = async (): Promise<boolean> =>
      (await this.#people.log(account)).some(({ hash }) => equalBytes(hash, entry))
    await this.#find({ account, what: entry, conversation, hop, isFound })
  }

  /** Reads what lacks of an account's log from the registry, where that answers. */
  async complete(account: Uint8Array): Promise<void> {
    await this.#readLog(account, this.#server()).catch(() => {})
  }

  /** Learns who an account is from these peers, else from the registry. */
  async meet(conversation: Uint8Array, account: Uint8Array, peers: string[]): Promise<void> {
    for (const peer of peers) {
      if ((await this.#people.known(account)) !== undefined) return
      await this.fetch(peer, conversation, [account]).catch(() => {})
    }
    if ((await this.#people.known(account)) === undefined)
      await this.#server()
        .newest(account)
        .catch(() => {})
  }

  /** Learns the accounts that a peer can explain. */
  async fetch(
    peer: string,
    conversation: Uint8Array,
    accounts: Uint8Array[],
    signal = AbortSignal.timeout(askTime)
  ): Promise<void> {
    const { entries, certificates } = await this.#sync.get(peer, conversation, { accounts }, { signal })
    await Promise.all(
      entries.map((entry, index) => this.#people.learn(entry, certificates[index] ?? new Uint8Array()))
    )
  }

  /** The same is looked for at most once at a time, and not again for a while. */
  async #find(search: Search): Promise<void> {
    if (await search.isFound()) return
    const key = hex(search.account) + hex(search.what)
    const under = this.#asking.get(key)
    if (this.#refused.has(key) || (under === undefined && this.#asking.size >= maxAsking)) return
    const asking = under ?? this.#ask(search)
    this.#asking.set(key, asking)
    try {
      if (!(await asking)) this.#refused.set(key, true)
    } finally {
      this.#asking.delete(key)
    }
  }

  /** Asks the hop, then the registry. Whether it was found. */
  async #ask({ account, conversation, hop, isFound }: Search): Promise<boolean> {
    for (const sourceOf of [() => this.#hop(hop, conversation), () => this.#server()]) {
      const source = sourceOf()
      for (const step of [() => source.newest(account), () => this.#readLog(account, source)]) {
        // One that is gone or does not answer: the next may know.
        await step().catch(() => {})
        if (await isFound()) return true
      }
    }
    return false
  }

  async #readLog(account: Uint8Array, source: Source): Promise<void> {
    for (;;) {
      const [lowest] = await this.#people.log(account)
      if (lowest === undefined || lowest.number === 1) return
      if (!(await this.#people.learnLog(account, await source.before(account, lowest.number)))) return
    }
  }

  #hop(peer: string, conversation: Uint8Array): Source {
    const signal = AbortSignal.timeout(askTime)
    return {
      newest: (account) => this.fetch(peer, conversation, [account], signal),
      before: async (account, before) =>
        (await this.#sync.get(peer, conversation, { log: { account, before } }, { signal })).log
    }
  }

  #server(): Source {
    const signal = AbortSignal.timeout(askTime)
    return {
      newest: async (account) => {
        const found = await this.#registry.lookup({ account }, { signal })
        await this.#people.learn(found.entry, found.certificate)
      },
      before: async (account, before) =>
        (await this.#registry.entries({ account, before }, { signal })).entries
    }
  }
}
