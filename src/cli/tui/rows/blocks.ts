import { LRUCache } from 'lru-cache'
import { fitRow } from '../text/spans.ts'
import { sameDay } from '../text/time.ts'
import { dateLine, markerLine } from './lines.ts'
import { messageRows } from './message-rows.ts'
import type { Entry, Timeline } from '../store/timeline.ts'
import type { Row } from '../text/spans.ts'
import type { DrawOptions } from './draw-options.ts'

/** Messages whose rows are kept; more than any screen shows at once. */
const cachedMessages = 2000
/** A longer silence begins a new group of messages, ms. */
const groupGap = 10 * 60_000

/** The rows of each message with the lines above it, drawn when first asked for. */
export interface Blocks {
  readonly timeline: Timeline
  readonly options: DrawOptions
  /** @throws RangeError where there is no such message */
  rows(index: number, marker: string | undefined): readonly Row[]
}

export function createBlocks(timeline: Timeline, options: DrawOptions): Blocks {
  const cache = new LRUCache<string, { key: string; rows: readonly Row[] }>({ max: cachedMessages })

  return {
    timeline,
    options,
    rows(index, marker) {
      const entry = timeline.entries[index]
      if (entry === undefined) throw new RangeError(`no message ${index}`)
      const block = describe(entry, timeline.entries[index - 1], marker)
      const { id, state, mentions_me } = entry.message
      const key = `${JSON.stringify(block)} ${state} ${mentions_me}`
      const held = cache.get(id)
      if (held?.key === key) return held.rows
      const rows = draw(entry, block, options)
      cache.set(id, { key, rows })
      return rows
    }
  }
}

interface Block {
  date: boolean
  marker: boolean
  space: boolean
  name: boolean
  time: boolean
}

function describe(entry: Entry, before: Entry | undefined, marker: string | undefined): Block {
  const date = before === undefined || !sameDay(before.time, entry.time)
  const isMarked = entry.message.id === marker
  const apart =
    date ||
    isMarked ||
    before.message.sender_id !== entry.message.sender_id ||
    before.message.type !== entry.message.type ||
    entry.time - before.time > groupGap
  const sameMinute = !apart && Math.floor(before.time / 60_000) === Math.floor(entry.time / 60_000)
  return { date, marker: isMarked, space: apart && !date && !isMarked, name: apart, time: !sameMinute }
}

function draw(entry: Entry, block: Block, options: DrawOptions): readonly Row[] {
  const { columns, nameColumns } = options
  const rows: Row[] = []
  if (block.date) rows.push(dateLine(entry.time, columns))
  if (block.marker) rows.push(markerLine(columns))
  // Beside one another, names already set groups apart.
  if (block.space && nameColumns === 0) rows.push([])
  rows.push(...messageRows(entry, block, options))
  return rows.map((row) => fitRow(row, columns))
}
