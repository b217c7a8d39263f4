import { createRequestClient } from '../../net/index.ts'
import { ClosedError } from '../../errors.ts'
import { differingBuckets, syncProtocol } from '../../protocol/index.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Host, RequestClient } from '../../net/index.ts'
import type {
  Get,
  HeldProfile,
  Lines,
  Page,
  SyncReply,
  SyncRequest,
  VaultKeyPart
} from '../../protocol/index.ts'

/** Buckets in one request: of a room with tens of thousands of devices, their lines fit an answer. */
const maxBuckets = 32

/** What one asks of another peer's `/starling/sync/1`. */
export class SyncClient {
  readonly #client: RequestClient<SyncRequest, SyncReply>

  constructor(host: Host) {
    this.#client = createRequestClient(host, syncProtocol)
  }

  /** The peer's bucket hashes; undefined where its digest is the same. */
  async digest(
    peer: string,
    conversation: Uint8Array,
    hash: Uint8Array,
    options?: AbortOptions
  ): Promise<Uint8Array | undefined> {
    const { buckets } = await this.#ask(peer, { conversation, digest: { hash } }, options)
    return buckets === undefined || buckets.hashes.length === 0 ? undefined : buckets.hashes
  }

  /** The peer's lines of the buckets that differ. */
  async lines(
    peer: string,
    conversation: Uint8Array,
    mine: Uint8Array,
    theirs: Uint8Array,
    options?: AbortOptions
  ): Promise<Lines> {
    const buckets = differingBuckets(mine, theirs)
    const requests: SyncRequest[] = []
    for (let at = 0; at < buckets.length; at += maxBuckets)
      requests.push({ conversation, bucket: { numbers: buckets.slice(at, at + maxBuckets) } })
    const replies = await Promise.all(requests.map((request) => this.#ask(peer, request, options)))
    return {
      lines: replies.flatMap(({ lines }) => lines?.lines ?? []),
      registers: replies.flatMap(({ lines }) => lines?.registers ?? [])
    }
  }

  async get(
    peer: string,
    conversation: Uint8Array,
    get: Partial<Get>,
    options?: AbortOptions
  ): Promise<Page> {
    const whole = { ranges: [], ids: [], accounts: [], limit: 0, newestFirst: false, ...get }
    const { page } = await this.#ask(peer, { conversation, get: whole }, options)
    if (page === undefined) throw new ClosedError('The peer answered something else than it was asked.')
    return page
  }

  /** Tells an author that its events are written here. */
  async stored(peer: string, conversation: Uint8Array, ids: Uint8Array[]): Promise<void> {
    await this.#client.notify(peer, { conversation, stored: { ids } })
  }

  /** Packets of other profiles than those held. */
  async profiles(peer: string, conversation: Uint8Array, held: HeldProfile[]): Promise<Uint8Array[]> {
    return (await this.#ask(peer, { conversation, profiles: { held } })).profiles?.packets ?? []
  }

  /** Whether another own device gives what was written before this one came. */
  async askPast(peer: string, conversation: Uint8Array): Promise<boolean> {
    const { past } = await this.#ask(peer, { conversation, past: { given: false } })
    return past?.given ?? false
  }

  /** Tells another own device that it may have what was written before it came. */
  async givePast(peer: string, conversation: Uint8Array): Promise<void> {
    await this.#client.notify(peer, { conversation, past: { given: true } })
  }

  /** The vault key that a backup has, where another own device gives it. */
  async askVaultKey(
    peer: string,
    conversation: Uint8Array,
    backup: Uint8Array
  ): Promise<VaultKeyPart | undefined> {
    return (await this.#ask(peer, { conversation, vaultKey: { backup, key: new Uint8Array() } })).vaultKey
  }

  /** Hands it to another own device. */
  async giveVaultKey(peer: string, conversation: Uint8Array, vaultKey: VaultKeyPart): Promise<void> {
    await this.#client.notify(peer, { conversation, vaultKey })
  }

  async #ask(peer: string, request: SyncRequest, options: AbortOptions = {}): Promise<SyncReply> {
    const reply = await this.#client.request(peer, request, options)
    if (reply.error !== undefined) throw new ClosedError(`The peer refused to sync: ${reply.error}`)
    return reply
  }
}
