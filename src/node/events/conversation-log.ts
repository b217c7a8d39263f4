import {
  bucketHashes,
  classOf,
  compareBytes,
  encodeStored,
  equalBytes,
  hex,
  isTooFast,
  rateReference
} from '../../protocol/index.ts'
import { feedKey } from '../profile/tables.ts'
import { indexKey } from './context.ts'
import { EventReader } from './event-reader.ts'
import { Feed } from './feed.ts'
import { lineOf, Registers } from './registers.ts'
import type { FeedHead, Header, HybridTime, SignedRecord } from '../../protocol/index.ts'
import type { Batch } from '../../storage/index.ts'
import type { EventContext } from './context.ts'
import type { EventKey } from '../profile/tables.ts'

/** How an event was added: `held` where it was there already. */
export type Added = 'stored' | 'held'

export interface AddOptions {
  /** Waits for the disk: for what was promised to somebody. */
  sync?: boolean
  /** Puts more into the same batch. */
  also?: (batch: Batch) => void
}

/** Everything held of one conversation: each device's feed, the order on screen, and registers. */
export class ConversationLog {
  readonly id: Uint8Array
  readonly alias: number
  readonly read: EventReader
  readonly registers: Registers
  /** Whose records belong here: both sides of a direct conversation; undefined in a room, where everybody's do. */
  readonly members: Uint8Array[] | undefined
  /** Whether what was written before this device came is for the person to give: no gap until then. */
  isPartial = false
  readonly #context: EventContext
  readonly #feeds: Map<string, Feed>
  #latest: HybridTime = 0n
  #isNew: boolean
  /** Forks are settled one after the other: each looks at what the one before kept. */
  #forking: Promise<unknown> = Promise.resolve()

  private constructor(
    context: EventContext,
    id: Uint8Array,
    alias: number,
    members: Uint8Array[] | undefined,
    feeds: Map<string, Feed>,
    registers: Registers
  ) {
    this.id = id
    this.alias = alias
    this.members = members
    this.read = new EventReader(context, id, alias)
    this.registers = registers
    this.#context = context
    this.#feeds = feeds
    this.#isNew = feeds.size === 0
  }

  static async open(context: EventContext, id: Uint8Array, members?: Uint8Array[]): Promise<ConversationLog> {
    const { aliases, tables } = context.profile
    const alias = aliases.of('conversation', id)
    const feeds = new Map<string, Feed>()
    for await (const [[, device], record] of tables.feeds.entries(feedKey.startingWith(alias))) {
      const key = aliases.id('device', device)
      const account = aliases.id('account', record.account)
      feeds.set(
        hex(key),
        new Feed({ alias: device, device: key, account, accountAlias: record.account }, record)
      )
    }
    const registers = await Registers.open(context, id, alias)
    const log = new ConversationLog(context, id, alias, members, feeds, registers)
    log.#latest = (await log.read.latestTime()) ?? 0n
    return log
  }

  /** The greatest time held: an author's next is greater. */
  get latest(): HybridTime {
    return this.#latest
  }

  feeds(): Iterable<Feed> {
    return this.#feeds.values()
  }

  feed(device: Uint8Array): Feed | undefined {
    return this.#feeds.get(hex(device))
  }

  heads(): FeedHead[] {
    return [...this.#feeds.values()].map((feed) => feed.head()).filter((head) => head !== undefined)
  }

  /** How many events are known to exist and not held. */
  get missing(): number {
    let sum = 0
    for (const [, from, to] of this.gaps()) sum += to - from + 1
    return sum
  }

  /** What lacks between events that are held, and below them, as [feed, from, to]. */
  *gaps(): Iterable<[Feed, number, number]> {
    for (const feed of this.#feeds.values())
      for (const [from, to] of feed.gaps()) if (from > 1 || !this.isPartial) yield [feed, from, to]
  }

  /** Heads of the feeds that have an event of this time or later. */
  async headsSince(time: HybridTime): Promise<FeedHead[]> {
    if (time === 0n) return this.heads()
    const heads: FeedHead[] = []
    for (const feed of this.#feeds.values()) {
      const latest = feed.timeOf(feed.highest) ?? (await this.read.timeOf(feed.alias, feed.highest))
      const head = feed.head()
      if (head !== undefined && latest !== undefined && latest >= time) heads.push(head)
    }
    return heads
  }

  /** Bucket hashes of all that is held: docs/protocol.md, "Sync". */
  hashes(heads = this.heads()): Uint8Array {
    return bucketHashes(this.#context.crypto, heads, this.registers.lines())
  }

  /** Whether such a record has its place here: by who wrote it, and registers only among one's own devices. */
  admits({ header }: SignedRecord): boolean {
    const { members } = this
    if (classOf(header.kind) === 'register' && members?.length !== 1) return false
    return members === undefined || members.some((account) => equalBytes(account, header.account))
  }

  /** Whether this very event is held, and on the disk; of registers, whether a newer one is. */
  async holds(record: SignedRecord): Promise<boolean> {
    const { header, id } = record
    if (classOf(header.kind) === 'register') return !this.registers.isNews(lineOf(record))
    const feed = this.feed(header.device)
    if (feed?.headId !== undefined && equalBytes(feed.headId, id)) return true
    return feed !== undefined && feed.holds(header.number) && (await this.read.has(id))
  }

  /** Whether the device wrote the event sooner after others of its own than it may. */
  async isTooFast({ device, number, time }: Header): Promise<boolean> {
    const reference = rateReference(number)
    const feed = this.feed(device)
    if (reference === undefined || feed === undefined || !feed.holds(reference)) return false
    const earlier = feed.timeOf(reference) ?? (await this.read.timeOf(feed.alias, reference))
    return earlier !== undefined && isTooFast(earlier, time)
  }

  /**
   * Stores an event whose bytes, author and rate were judged, or a register. What is added while it is being written
   * counts as held.
   *
   * @throws StorageError; nothing was added then
   */
  async add(record: SignedRecord, { sync = false, also }: AddOptions = {}): Promise<Added> {
    const { header, id } = record
    if (classOf(header.kind) === 'register')
      return (await this.registers.add(record, { sync })) === undefined ? 'held' : 'stored'
    const feed = this.#feedOf(header.account, header.device)
    if (feed.holds(header.number)) return this.#inTurn(() => this.#addHeld(feed, record))
    feed.insert(header, id)
    if (header.time > this.#latest) this.#latest = header.time
    const fill = (batch: Batch): void => {
      this.#put(batch, feed, record, 0)
      also?.(batch)
    }
    await this.#write(feed, fill, sync)
    feed.isNew = this.#isNew = false
    return 'stored'
  }

  /** The same event again, or another of the same number: of those the two smallest ids are kept. */
  async #addHeld(feed: Feed, record: SignedRecord): Promise<Added> {
    await this.#context.profile.journal.flush()
    const { number } = record.header
    const forks = await this.read.forks(feed.alias, number)
    if (forks.some(({ id }) => equalBytes(id, record.id))) return 'held'
    const [smaller, greater, dropped] = [...forks, record].sort((a, b) => compareBytes(a.id, b.id))
    if (greater === undefined || dropped === record) return 'held'
    feed.fork(number, record.id, smaller!.id, dropped?.id)
    await this.#write(feed, (batch) => {
      for (const [fork, old] of forks.entries()) this.#delete(batch, feed, old, fork)
      this.#put(batch, feed, smaller!, 0)
      this.#put(batch, feed, greater, 1)
    })
    return 'stored'
  }

  #inTurn(work: () => Promise<Added>): Promise<Added> {
    const turn = this.#forking.then(work)
    this.#forking = turn.catch(() => {})
    return turn
  }

  #put(batch: Batch, feed: Feed, record: SignedRecord, fork: number): void {
    const { tables, aliases } = this.#context.profile
    const { time, number } = record.header
    const key: EventKey = [this.alias, feed.alias, number, fork]
    if (this.#isNew) aliases.put('conversation', this.alias, batch)
    if (feed.isNew) {
      aliases.put('device', feed.alias, batch)
      aliases.put('account', feed.accountAlias, batch)
    }
    batch.put(tables.events, key, encodeStored(record))
    batch.put(tables.order, [this.alias, time, feed.alias, number, fork], null)
    batch.put(tables.ids, indexKey(this.#context, record.id), key)
    if (feed.putIn === batch) return
    feed.putIn = batch
    batch.put(tables.feeds, [this.alias, feed.alias], feed.toRecord())
  }

  #delete(batch: Batch, feed: Feed, { header, id }: { header: Header; id: Uint8Array }, fork: number): void {
    const { tables } = this.#context.profile
    batch.delete(tables.events, [this.alias, feed.alias, header.number, fork])
    batch.delete(tables.order, [this.alias, header.time, feed.alias, header.number, fork])
    batch.delete(tables.ids, indexKey(this.#context, id))
  }

  #feedOf(account: Uint8Array, device: Uint8Array): Feed {
    const key = hex(device)
    const known = this.#feeds.get(key)
    if (known !== undefined) return known
    const { aliases } = this.#context.profile
    const feed = new Feed({
      alias: aliases.of('device', device),
      device: device.slice(),
      account: account.slice(),
      accountAlias: aliases.of('account', account)
    })
    this.#feeds.set(key, feed)
    return feed
  }

  /** After a failed write, what the disk has is what is held. */
  async #write(feed: Feed, fill: (batch: Batch) => void, sync = false): Promise<void> {
    const { journal, tables } = this.#context.profile
    try {
      await journal.write(fill, { sync })
    } catch (error) {
      feed.restore(await tables.feeds.get([this.alias, feed.alias]).catch(() => undefined))
      throw error
    }
  }
}
