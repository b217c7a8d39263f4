import { rateEvents } from '../../protocol/index.ts'
import { gaps, highest, holds, insert } from './held.ts'
import type { FeedHead, Header, HybridTime } from '../../protocol/index.ts'
import type { Batch } from '../../storage/index.ts'
import type { FeedRecord, Held } from '../pb/profile.ts'

/** What is held of one device's feed in one conversation. */
export class Feed {
  readonly alias: number
  readonly device: Uint8Array
  readonly account: Uint8Array
  readonly accountAlias: number
  /** Whether nothing of it is written yet, its aliases neither. */
  isNew: boolean
  forked = false
  /** The batch that its record was last put into: once is enough, however many events the batch holds. */
  putIn: Batch | undefined
  #ranges: Held[] = []
  /** Times of recent numbers, for the rate rule. */
  readonly #times = new Map<number, HybridTime>()

  constructor(init: Pick<Feed, 'alias' | 'device' | 'account' | 'accountAlias'>, record?: FeedRecord) {
    this.alias = init.alias
    this.device = init.device
    this.account = init.account
    this.accountAlias = init.accountAlias
    this.isNew = record === undefined
    if (record !== undefined) this.restore(record)
  }

  restore({ ranges, forked }: FeedRecord): void {
    this.#ranges = ranges
    this.forked = forked
  }

  toRecord(): FeedRecord {
    return { account: this.accountAlias, ranges: this.#ranges, forked: this.forked }
  }

  get highest(): number {
    return highest(this.#ranges)
  }

  /** Id of the highest event held. */
  get headId(): Uint8Array | undefined {
    return this.#ranges.at(-1)?.id
  }

  head(): FeedHead | undefined {
    const { account, device, headId: id } = this
    return id && { account, device, number: this.highest, id }
  }

  holds(number: number): boolean {
    return holds(this.#ranges, number)
  }

  /** What is not held up to a number, as [from, to], lowest first. Up to `highest` it surely exists. */
  gaps(upTo = this.highest): [number, number][] {
    return gaps(this.#ranges, upTo)
  }

  insert({ number, prev, time }: Header, id: Uint8Array): void {
    const { ranges, forked } = insert(this.#ranges, number, prev, id)
    this.#ranges = ranges
    this.forked ||= forked
    this.#times.set(number, time)
    if (this.#times.size > 4 * rateEvents) this.#forgetTimes()
  }

  /** The time of a number inserted lately. */
  timeOf(number: number): HybridTime | undefined {
    return this.#times.get(number)
  }

  #forgetTimes(): void {
    for (const number of [...this.#times.keys()].slice(0, 2 * rateEvents)) this.#times.delete(number)
  }
}
