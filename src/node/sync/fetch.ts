import { equalBytes, readPacket } from '../../protocol/index.ts'
import { comparePlaces, placeOf } from '../events/event-reader.ts'
import { countOf, gapsOf, isFew, isScattered, longestOf, stillWanted, wantsOf } from './wants.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Crypto, Line, Page, SignedRecord } from '../../protocol/index.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { Position } from '../events/event-reader.ts'
import type { Intake } from './intake.ts'
import type { SyncClient } from './sync-client.ts'
import type { Want } from './wants.ts'

/** Ranges in one request. */
const maxRanges = 1000
/** Pages of forked feeds in one catch-up: their devices broke the rules, and may make them differ again and again. */
const maxForkPages = 5

export interface FetchContext {
  crypto: Crypto
  sync: SyncClient
  intake: Intake
}

export interface FetchOptions extends AbortOptions {
  /** Whether it is somebody else's turn; asked between requests. */
  isOver?: () => boolean
}

/** Fetches from one peer what its lines and one's own gaps ask for. Whatever the peer answers, this ends. */
export class Fetch {
  readonly #context: FetchContext
  readonly #peer: string
  readonly #log: ConversationLog
  readonly #lines: Line[]
  readonly #options: FetchOptions
  #forkPages = 0

  constructor(
    context: FetchContext,
    peer: string,
    log: ConversationLog,
    lines: Line[],
    options: FetchOptions
  ) {
    this.#context = context
    this.#peer = peer
    this.#log = log
    this.#lines = lines
    this.#options = options
  }

  /** False where it was somebody else's turn before the end. */
  async run(): Promise<boolean> {
    const newer = this.#newer()
    if (isFew(newer)) await this.#byNumber(newer)
    else await this.#byTime(undefined)
    if (this.#isOver) return false
    const gaps = gapsOf(this.#log)
    if (!isFew(gaps) && !isScattered(gaps)) await this.#byTime(await this.#placeAbove(longestOf(gaps)))
    await this.#byNumber([...this.#newer(), ...gapsOf(this.#log)])
    for (const line of await this.#forked()) await this.#compare(line)
    return !this.#isOver
  }

  get #isOver(): boolean {
    return this.#options.isOver?.() ?? false
  }

  /** What the peer has above everything held of its devices. */
  #newer(): Want[] {
    return wantsOf(this.#lines, (device) => this.#log.feed(device))
  }

  /** Where a catch-up that came from above was broken off: there the oldest event stands that has a gap below it. */
  async #placeAbove(gaps: Want[]): Promise<Position> {
    let time = this.#log.latest
    for (const { device, to } of gaps) {
      const above = await this.#log.read.timeOf(this.#log.feed(device)!.alias, to + 1)
      if (above !== undefined && above < time) time = above
    }
    return { time: time + 1n, id: new Uint8Array(32) }
  }

  /**
   * Pages from a place downwards, the next already asked for while one is judged. Ends when little enough lacks, and when
   * a page brought nothing: what the peer says it has, it need not give.
   */
  async #byTime(start: Position | undefined): Promise<void> {
    let place = start
    let asked: Promise<Page> | undefined = this.#before(place)
    while (asked !== undefined) {
      const page: Page = await asked
      place = page.more && !this.#isOver ? this.#below(page, place) : undefined
      asked = place && this.#before(place)
      // Its failure counts when its turn comes.
      asked?.catch(() => {})
      const stored = await this.#take(page)
      if (stored === 0 || isFew([...this.#newer(), ...gapsOf(this.#log)])) return
    }
  }

  /** Ranges, until the peer has given all it has of them. */
  async #byNumber(wants: Want[]): Promise<void> {
    for (let at = 0; at < wants.length; at += maxRanges) {
      let left = wants.slice(at, at + maxRanges)
      while (left.length > 0 && !this.#isOver) {
        const page = await this.#ranges(left)
        await this.#take(page)
        const before = countOf(left)
        left = left.flatMap((want) => stillWanted(this.#log, want)).slice(0, maxRanges)
        if (!page.more || countOf(left) >= before) break
      }
    }
  }

  /** Lines of devices of which the peer holds other events than this one, under the same numbers. */
  async #forked(): Promise<Line[]> {
    const lines = await Promise.all(
      this.#lines.map(async (line) => ((await this.#agrees(line)) ? [] : [line]))
    )
    return lines.flat()
  }

  async #agrees({ device, number, id }: Line): Promise<boolean> {
    const feed = this.#log.feed(device)
    if (feed === undefined || !feed.holds(number)) return true
    if (number === feed.highest && equalBytes(feed.head()!.id, id)) return true
    if (feed.forked) return false
    const [mine] = await this.#log.read.forks(feed.alias, number)
    return mine !== undefined && equalBytes(mine.id, id)
  }

  /** Fetches the newest part of a forked feed whole: which of its numbers differ, nobody can tell. */
  async #compare({ device, number }: Line): Promise<void> {
    let to = number
    while (to > 0 && this.#forkPages++ < maxForkPages && !this.#isOver) {
      const page = await this.#ranges([{ device, from: 1, to }])
      const lowest = this.#lastOf(page)?.header.number
      await this.#take(page)
      if (!page.more || lowest === undefined) return
      // The two events of a number may lie on two pages.
      to = Math.min(lowest, to - 1)
    }
  }

  /** The place of a page's last event; undefined where it is not below the one asked for. */
  #below(page: Page, place: Position | undefined): Position | undefined {
    const last = this.#lastOf(page)
    const below = last && placeOf(last)
    return below !== undefined && (place === undefined || comparePlaces(below, place) < 0) ? below : undefined
  }

  #lastOf({ packets }: Page): SignedRecord | undefined {
    const last = packets.at(-1)
    return last && readPacket(this.#context.crypto, this.#log.id, last)?.record
  }

  #take({ packets }: Page): Promise<number> {
    return this.#context.intake.take(this.#peer, this.#log, packets)
  }

  #before(place: Position = { time: 0n, id: new Uint8Array() }): Promise<Page> {
    return this.#get({ before: place })
  }

  #ranges(ranges: Want[]): Promise<Page> {
    return this.#get({ ranges, newestFirst: true })
  }

  #get(get: Parameters<SyncClient['get']>[2]): Promise<Page> {
    return this.#context.sync.get(this.#peer, this.#log.id, get, this.#options)
  }
}
