import { bucketHashes, digestOf, readPacket } from '../../protocol/index.ts'
import { placeOf } from '../events/event-reader.ts'
import { countOf, isFew, wantsOf } from './wants.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Crypto, Line, Page } from '../../protocol/index.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { Position } from '../events/event-reader.ts'
import type { Intake } from './intake.ts'
import type { SyncClient } from './sync-client.ts'
import type { Want } from './wants.ts'

/** Ranges in one request. */
const maxRanges = 1000

export interface CatchUpContext {
  crypto: Crypto
  sync: SyncClient
  intake: Intake
}

/**
 * Fetches from one peer what it holds of a conversation and this one lacks: few events by their numbers, many page by
 * page, newest first. Resolves to whether both held the same from the start.
 */
export async function catchUp(
  context: CatchUpContext,
  peer: string,
  log: ConversationLog,
  options: AbortOptions = {}
): Promise<boolean> {
  const { crypto, sync } = context
  const mine = bucketHashes(crypto, log.heads())
  const theirs = await sync.digest(peer, log.id, digestOf(crypto, mine), options)
  const lines = theirs === undefined ? [] : await sync.lines(peer, log.id, mine, theirs, options)
  const fetch = new Fetch(context, peer, log, lines, options)
  await fetch.run()
  return theirs === undefined && log.missing === 0
}

class Fetch {
  readonly #context: CatchUpContext
  readonly #peer: string
  readonly #log: ConversationLog
  readonly #lines: Line[]
  readonly #options: AbortOptions

  constructor(
    context: CatchUpContext,
    peer: string,
    log: ConversationLog,
    lines: Line[],
    options: AbortOptions
  ) {
    this.#context = context
    this.#peer = peer
    this.#log = log
    this.#lines = lines
    this.#options = options
  }

  async run(): Promise<void> {
    const newer = this.#newer()
    if (isFew(newer)) await this.#byNumber(newer)
    else await this.#byTime(undefined)
    const gaps = this.#gaps()
    if (!isFew(gaps)) await this.#byTime(await this.#placeAbove(gaps))
    await this.#byNumber([...this.#newer(), ...this.#gaps()])
  }

  /** What the peer has above everything held of its devices. */
  #newer(): Want[] {
    return wantsOf(this.#lines, (device) => this.#log.feed(device)?.highest ?? 0)
  }

  /** What lacks between events that are held. */
  #gaps(): Want[] {
    return [...this.#log.feeds()].flatMap((feed) =>
      feed.gaps().map(([from, to]) => ({ device: feed.device, from, to }))
    )
  }

  /** The time of the newest event that has something missing right below it. */
  async #placeAbove(gaps: Want[]): Promise<Position> {
    let time = 0n
    for (const { device, to } of gaps) {
      const above = await this.#log.read.timeOf(this.#log.feed(device)!.alias, to + 1)
      if (above !== undefined && above > time) time = above
    }
    return { time: time + 1n, id: new Uint8Array(32) }
  }

  /** Pages from a place downwards, the next already asked for while one is judged, until little enough lacks. */
  async #byTime(start: Position | undefined): Promise<void> {
    let asked: Promise<Page> | undefined = this.#pageBefore(start)
    while (asked !== undefined) {
      const page: Page = await asked
      const last = page.packets.at(-1)
      const place: Position | undefined = page.more && last !== undefined ? this.#placeOf(last) : undefined
      asked = place && this.#pageBefore(place)
      // Its failure counts when its turn comes.
      asked?.catch(() => {})
      await this.#context.intake.take(this.#peer, this.#log, page.packets)
      if (isFew([...this.#newer(), ...this.#gaps()])) return
    }
  }

  /** Ranges, until the peer has given all it has of them. */
  async #byNumber(wants: Want[]): Promise<void> {
    let left = wants.slice(0, maxRanges)
    while (left.length > 0) {
      const before = countOf(left)
      const page = await this.#get({ ranges: left, newestFirst: true })
      await this.#context.intake.take(this.#peer, this.#log, page.packets)
      if (!page.more) return
      left = left.flatMap((want) => this.#stillWanted(want))
      if (countOf(left) >= before) return
    }
  }

  #stillWanted({ device, from, to }: Want): Want[] {
    const gaps = this.#log.feed(device)?.gaps(to) ?? [[from, to] as const]
    return gaps
      .filter(([, last]) => last >= from)
      .map(([first, last]) => ({ device, from: Math.max(first, from), to: last }))
  }

  #pageBefore(place: Position | undefined): Promise<Page> {
    return this.#get({ before: place ?? { time: 0n, id: new Uint8Array() } })
  }

  #get(get: Parameters<SyncClient['get']>[2]): Promise<Page> {
    return this.#context.sync.get(this.#peer, this.#log.id, get, this.#options)
  }

  #placeOf(packet: Uint8Array): Position | undefined {
    const read = readPacket(this.#context.crypto, this.#log.id, packet)
    return read && placeOf(read.record)
  }
}
