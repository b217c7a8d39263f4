import { xor } from 'uint8arrays/xor'
import { base32, isWithin, rateEvents } from '../../protocol/index.ts'
import { gaps, highest, holds, insert } from './held.ts'
import type { FeedHead, Header, HybridTime, Limit, SignedRecord } from '../../protocol/index.ts'
import type { Batch } from '../../storage/index.ts'
import type { FeedRecord, Held } from '../pb/profile.ts'

/** Ranges of one feed. Its record is written with every event, so a device must not make it long by skipping numbers. */
const maxRanges = 1000

/** What is held of one device's feed in one conversation. */
export class Feed {
  readonly alias: number
  readonly device: Uint8Array
  readonly account: Uint8Array
  /** base32 of the account's id: lists of people need it of everybody. */
  readonly accountKey: string
  readonly accountAlias: number
  /** Whether nothing of it is written yet, its aliases neither. */
  isNew: boolean
  forked = false
  /** How far it counts, where its account has dropped the device. */
  limit: Limit | undefined
  /** Until what counts no more is taken out: nothing may be added before. */
  sweeping: Promise<unknown> | undefined
  /** The batch that its record was last put into: once is enough, however many events the batch holds. */
  putIn: Batch | undefined
  #ranges: Held[] = []
  /** All ids held, XORed into one that tells of any difference. */
  #sum: Uint8Array = new Uint8Array(32)
  /** Times of recent numbers, for the rate rule. */
  readonly #times = new Map<number, HybridTime>()

  constructor(init: Pick<Feed, 'alias' | 'device' | 'account' | 'accountAlias'>, record?: FeedRecord) {
    this.alias = init.alias
    this.device = init.device
    this.account = init.account
    this.accountKey = base32(init.account)
    this.accountAlias = init.accountAlias
    this.isNew = record === undefined
    this.restore(record)
  }

  /** Takes over what the disk has of it: nothing where absent. */
  restore({ ranges, forked, sum, limit }: Omit<FeedRecord, 'account'> = nothing): void {
    this.#ranges = ranges
    this.forked = forked
    this.#sum = sum
    this.limit = limit && { before: limit.before, last: limit.last ?? Infinity }
  }

  toRecord(): FeedRecord {
    const { accountAlias: account, forked, limit } = this
    const record = { account, forked, ranges: this.#ranges, sum: this.#sum }
    if (limit === undefined) return record
    const { before, last } = limit
    return { ...record, limit: last === Infinity ? { before } : { before, last } }
  }

  /** Whether a record of the device counts. */
  counts(header: Pick<Header, 'time' | 'number'>): boolean {
    return this.limit === undefined || isWithin(this.limit, header)
  }

  /** Holds these and nothing else: the one or two events of each number. */
  rebuild(numbers: Pick<SignedRecord, 'header' | 'id'>[][]): void {
    const { limit } = this
    this.restore()
    this.limit = limit
    this.#times.clear()
    for (const [first, second] of numbers) {
      this.insert(first!.header, first!.id)
      if (second !== undefined) this.fork(first!.header.number, second.id, first!.id)
    }
  }

  get highest(): number {
    return highest(this.#ranges)
  }

  /** Id of the highest event held. */
  get headId(): Uint8Array | undefined {
    return this.#ranges.at(-1)?.id
  }

  /** For digest and lines. The highest id stands for all that it links to; in a forked feed only all ids do. */
  head(): FeedHead | undefined {
    const { account, device, headId, forked } = this
    return headId && { account, device, number: this.highest, id: forked ? this.#sum : headId }
  }

  holds(number: number): boolean {
    return holds(this.#ranges, number)
  }

  /** What is not held up to a number, as [from, to], lowest first. Up to `highest` it surely exists. */
  gaps(upTo = this.highest): [number, number][] {
    return gaps(this.#ranges, upTo)
  }

  /** Whether the number would leave the feed in more pieces than anybody honest is ever missing. */
  isTorn(number: number): boolean {
    return this.#ranges.length >= maxRanges && !this.holds(number - 1) && !this.holds(number + 1)
  }

  insert({ number, prev, time }: Header, id: Uint8Array): void {
    const { ranges, forked } = insert(this.#ranges, number, prev, id)
    this.#ranges = ranges
    this.forked ||= forked
    this.#sum = xor(this.#sum, id)
    this.#times.set(number, time)
    if (this.#times.size > 4 * rateEvents) this.#forgetTimes()
  }

  /** One more event of a number that is held: its id, the smallest one now, and the one no longer kept, if any. */
  fork(number: number, added: Uint8Array, smallest: Uint8Array, dropped?: Uint8Array): void {
    this.forked = true
    this.#sum = xor(this.#sum, added)
    if (dropped !== undefined) this.#sum = xor(this.#sum, dropped)
    if (number === this.highest)
      this.#ranges = this.#ranges.with(-1, { ...this.#ranges.at(-1)!, id: smallest })
  }

  /** The time of a number inserted lately. */
  timeOf(number: number): HybridTime | undefined {
    return this.#times.get(number)
  }

  #forgetTimes(): void {
    for (const number of [...this.#times.keys()].slice(0, 2 * rateEvents)) this.#times.delete(number)
  }
}

const nothing = { ranges: [], forked: false, sum: new Uint8Array(32) }
