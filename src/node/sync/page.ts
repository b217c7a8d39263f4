import { encodeStored, syncProtocol } from '../../protocol/index.ts'
import type { Get, Page, Range } from '../../protocol/index.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { People } from '../people/people.ts'

/** Packets of one answer: what fits a frame with room for lengths and the rest of the page. */
const maxPageBytes = syncProtocol.maxFrame - 24 * 1024
/** Events of one answer. */
const maxPageEvents = 1000
/** Bytes that a packet's place in a page takes besides itself. */
const overhead = 8

/** Fills an answer until it is full: then the rest is there for the asking. */
class PageBuilder {
  readonly page: Page = { packets: [], entries: [], certificates: [], missing: [], more: false }
  #bytes = 0
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit === 0 ? maxPageEvents : Math.min(limit, maxPageEvents)
  }

  /** False where the packet no longer fits. */
  add(packet: Uint8Array): boolean {
    if (this.page.packets.length >= this.#limit || this.#bytes + packet.length + overhead > maxPageBytes) {
      this.page.more = true
      return false
    }
    this.page.packets.push(packet)
    this.#bytes += packet.length + overhead
    return true
  }
}

/** The answer to `get`: accounts and ids whole, then events by range or by place, until the frame is full. */
export async function pageOf(people: People, log: ConversationLog, get: Get): Promise<Page> {
  const builder = new PageBuilder(get.limit)
  for (const account of get.accounts) {
    const known = await people.known(account)
    if (known === undefined) continue
    builder.page.entries.push(known.entry.bytes)
    builder.page.certificates.push(known.certificate.bytes)
  }
  for (const id of get.ids) {
    const record = await log.read.byId(id)
    if (record !== undefined && !builder.add(encodeStored(record))) return builder.page
  }
  if (get.before !== undefined) {
    await addBefore(builder, log, get.before.time === 0n ? undefined : get.before)
  } else {
    for (const range of get.ranges) if (!(await addRange(builder, log, range, get.newestFirst))) break
  }
  return builder.page
}

async function addBefore(builder: PageBuilder, log: ConversationLog, place: Get['before']): Promise<void> {
  const records = await log.read.before(place, maxPageEvents)
  for (const record of records) if (!builder.add(encodeStored(record))) return
  builder.page.more = records.length >= maxPageEvents
}

/** False once the page is full. What is not held is told as missing. */
async function addRange(
  builder: PageBuilder,
  log: ConversationLog,
  { device, from, to }: Range,
  newestFirst: boolean
): Promise<boolean> {
  const feed = log.feed(device)
  const end = Math.min(to, feed?.highest ?? 0)
  if (to > end) builder.page.missing.push({ device, from: Math.max(from, end + 1), to })
  if (feed === undefined) return true
  for (const [first, last] of feed.gaps(end)) {
    if (last >= from) builder.page.missing.push({ device, from: Math.max(first, from), to: last })
  }
  for await (const packet of log.read.range(feed.alias, from, end, newestFirst)) {
    if (!builder.add(packet)) return false
  }
  return true
}
