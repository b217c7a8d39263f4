import { isDeepStrictEqual } from 'node:util'
import {
  bucketHashes,
  classOf,
  compareBytes,
  equalBytes,
  hex,
  isTooFast,
  limitsOf,
  rateReference
} from '../../protocol/index.ts'
import { feedKey } from '../profile/tables.ts'
import { Closes } from './closes.ts'
import { EventReader } from './event-reader.ts'
import { EventWriter } from './event-writer.ts'
import { Feed } from './feed.ts'
import { lineOf, Registers } from './registers.ts'
import { sweep } from './sweep.ts'
import type { AccountEntry, FeedHead, Header, HybridTime, SignedRecord } from '../../protocol/index.ts'
import type { Batch } from '../../storage/index.ts'
import type { EventContext } from './context.ts'

/** How an event was added: `held` where it was there already, `void` where it counts no more. */
export type Added = 'stored' | 'held' | 'void'

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
  readonly closes = new Closes()
  /** Whose records belong here: both sides of a direct conversation; undefined in a room, where everybody's do. */
  readonly members: Uint8Array[] | undefined
  /** Whether what was written before this device came is for the person to give: no gap until then. */
  isPartial = false
  readonly #context: EventContext
  readonly #feeds: Map<string, Feed>
  readonly #writer: EventWriter
  #latest: HybridTime = 0n
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
    this.#writer = new EventWriter(context, alias, feeds.size === 0)
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
    for (const op of await log.read.ops()) log.closes.add(op)
    return log
  }

  /** The greatest time held: an author's next is greater. */
  get latest(): HybridTime {
    return this.#latest
  }

  /** Those of which something is held. */
  feeds(): Feed[] {
    return [...this.#feeds.values()].filter(({ headId }) => headId !== undefined)
  }

  feed(device: Uint8Array): Feed | undefined {
    return this.#feeds.get(hex(device))
  }

  heads(): FeedHead[] {
    return this.feeds().map((feed) => feed.head()!)
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
    if (classOf(header.kind) === 'register') {
      if (this.isVoid(header)) return 'void'
      return (await this.registers.add(record, { sync })) === undefined ? 'held' : 'stored'
    }
    const feed = this.#feedOf(header.account, header.device)
    while (feed.sweeping !== undefined) await feed.sweeping
    if (this.isVoid(header)) return 'void'
    if (feed.holds(header.number)) return this.#inTurn(() => this.#addHeld(feed, record))
    feed.insert(header, id)
    this.closes.add(record)
    if (header.time > this.#latest) this.#latest = header.time
    const fill = (batch: Batch): void => {
      this.#writer.put(batch, feed, record, 0)
      also?.(batch)
    }
    await this.#write(feed, fill, sync)
    feed.isNew = this.#writer.isNew = false
    return 'stored'
  }

  /** Whether what is known of the device's account makes its record void. */
  isVoid(header: Header): boolean {
    return this.feed(header.device)?.counts(header) === false
  }

  /**
   * Brings what is held of a device to what counts by its account's log, which has no gap and lists the device at some
   * time. Resolves to the events that are gone.
   *
   * @throws StorageError
   */
  async limit(entries: readonly AccountEntry[], device: Uint8Array): Promise<SignedRecord[]> {
    const { account } = entries[0]!
    const limit = limitsOf(entries, this.closes.of(account))(device)
    const feed = this.feed(device) ?? (limit && this.#feedOf(account, device))
    if (feed === undefined || isDeepStrictEqual(feed.limit, limit)) return []
    feed.limit = limit
    const sweeping = this.#inTurn(() => this.#sweep(feed))
    const swept = sweeping.then(
      () => {},
      () => {}
    )
    feed.sweeping = swept
    void swept.then(() => feed.sweeping === swept && (feed.sweeping = undefined))
    return sweeping
  }

  async #sweep(feed: Feed): Promise<SignedRecord[]> {
    const { read, closes, registers } = this
    const { journal } = this.#context.profile
    await registers.sweep(feed)
    if (feed.isNew) return []
    const gone = await this.#restoring(feed, () => sweep({ journal, read, writer: this.#writer }, feed))
    for (const record of gone) closes.delete(record)
    return gone
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
    this.closes.add(record)
    if (dropped !== undefined) this.closes.delete(dropped)
    await this.#write(feed, (batch) => {
      for (const [fork, old] of forks.entries()) this.#writer.delete(batch, feed, old, fork)
      this.#writer.put(batch, feed, smaller!, 0)
      this.#writer.put(batch, feed, greater, 1)
    })
    return 'stored'
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#forking.then(work)
    this.#forking = turn.catch(() => {})
    return turn
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

  #write(feed: Feed, fill: (batch: Batch) => void, sync = false): Promise<void> {
    return this.#restoring(feed, () => this.#context.profile.journal.write(fill, { sync }))
  }

  /** After a failed write, what the disk has is what is held. */
  async #restoring<T>(feed: Feed, work: () => Promise<T>): Promise<T> {
    const { tables } = this.#context.profile
    try {
      return await work()
    } catch (error) {
      feed.restore(await tables.feeds.get([this.alias, feed.alias]).catch(() => undefined))
      throw error
    }
  }
}
