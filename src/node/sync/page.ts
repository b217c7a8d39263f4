import { encodeStored, syncProtocol } from '../../protocol/index.ts'
import { placeOf } from '../events/event-reader.ts'
import type { AccountEntry, Get, LogRange, Page, Range } from '../../protocol/index.ts'
import type { Position } from '../events/event-reader.ts'
import type { KnownAccount, People } from '../people/people.ts'
import type { View } from './view.ts'

/** What one answer holds: what fits a frame, with some room. */
export const maxPageBytes = syncProtocol.maxFrame - 8 * 1024
/** Events of one answer. */
const maxPageEvents = 1000
const readAtOnce = 250
/** Ranges told as missing, and the most bytes that one takes. */
const maxMissing = 1000
const rangeBytes = 64
/** Bytes that a part of a page takes besides itself. */
const overhead = 8

/** Fills an answer until it is full: then the rest is there for the asking. */
class PageBuilder {
  readonly page: Page = { packets: [], entries: [], certificates: [], missing: [], more: false, log: [] }
  #bytes = 0
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit === 0 ? maxPageEvents : Math.min(limit, maxPageEvents)
  }

  /** False where the packet no longer fits. */
  add(packet: Uint8Array): boolean {
    if (this.page.packets.length >= this.#limit) this.page.more = true
    else if (this.#fits(packet.length + overhead)) this.page.packets.push(packet)
    return !this.page.more
  }

  /** False where the account no longer fits. */
  addAccount({ entry, certificate }: KnownAccount): boolean {
    if (this.#fits(entry.bytes.length + certificate.bytes.length + 2 * overhead)) {
      this.page.entries.push(entry.bytes)
      this.page.certificates.push(certificate.bytes)
    }
    return !this.page.more
  }

  /** False where the entry no longer fits. */
  addEntry({ bytes }: AccountEntry): boolean {
    if (this.#fits(bytes.length + overhead)) this.page.log.push(bytes)
    return !this.page.more
  }

  /** For information: what there is no room for stays untold. */
  addMissing(range: Range): void {
    const { missing, more } = this.page
    if (!more && missing.length < maxMissing && this.#bytes + rangeBytes <= maxPageBytes) {
      missing.push(range)
      this.#bytes += rangeBytes
    }
  }

  #fits(bytes: number): boolean {
    if (this.#bytes + bytes > maxPageBytes) this.page.more = true
    else this.#bytes += bytes
    return !this.page.more
  }
}

/** The answer to `get`: accounts, then ids, then events by range or by place, until the frame is full. */
export async function pageOf(people: People, { log, since }: View, get: Get): Promise<Page> {
  const builder = new PageBuilder(get.limit)
  for (const account of get.accounts) {
    const known = await people.known(account)
    if (known !== undefined && !builder.addAccount(known)) return builder.page
  }
  if (get.log !== undefined) await addLog(builder, people, get.log)
  for (const id of get.ids) {
    const record = log.registers.byId(id) ?? (await log.read.byId(id))
    const isSeen = record !== undefined && (record.header.number === 0 || record.header.time >= since)
    if (isSeen && !builder.add(encodeStored(record))) return builder.page
  }
  if (get.before !== undefined) {
    await addBefore(builder, { log, since }, get.before.time === 0n ? undefined : get.before)
  } else {
    for (const range of get.ranges)
      if (!(await addRange(builder, { log, since }, range, get.newestFirst))) break
  }
  return builder.page
}

async function addLog(builder: PageBuilder, people: People, { account, before }: LogRange): Promise<void> {
  const entries = (await people.log(account)).filter(({ number }) => number < before)
  for (const entry of entries.reverse()) if (!builder.addEntry(entry)) return
}

async function addBefore(
  builder: PageBuilder,
  { log, since }: View,
  place: Position | undefined
): Promise<void> {
  // In parts, so that a page of long messages does not read a thousand of them.
  const records = await log.read.before(place, readAtOnce)
  for (const record of records) if (record.header.time < since || !builder.add(encodeStored(record))) return
  if (records.length >= readAtOnce) await addBefore(builder, { log, since }, placeOf(records.at(-1)!))
}

/** False once the page is full. What is not held is told as missing. */
async function addRange(
  builder: PageBuilder,
  { log, since }: View,
  { device, from, to }: Range,
  newestFirst: boolean
): Promise<boolean> {
  const feed = log.feed(device)
  const end = Math.min(to, feed?.highest ?? 0)
  if (to > end) builder.addMissing({ device, from: Math.max(from, end + 1), to })
  if (feed === undefined) return true
  for (const [first, last] of feed.gaps(end)) {
    if (last >= from) builder.addMissing({ device, from: Math.max(first, from), to: last })
  }
  for await (const packet of log.read.range(feed.alias, from, end, newestFirst)) {
    if (since > 0n && (log.read.decode(packet)?.header.time ?? 0n) < since) continue
    if (!builder.add(packet)) return false
  }
  return true
}
