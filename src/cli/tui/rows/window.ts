import { fitRow } from '../text/spans.ts'
import { introRows } from './lines.ts'
import type { Row } from '../text/spans.ts'
import type { Blocks } from './blocks.ts'

/** The row at the bottom of the pane: which message, and which row of its block. Undefined follows the newest. */
export type Anchor = { id: string; row: number } | undefined

export interface WindowInput {
  blocks: Blocks
  height: number
  anchor: Anchor
  marker: string | undefined
  conversation: { name: string; kind: 'room' | 'direct' }
}

export interface Window {
  /** Exactly `height` of them. */
  rows: readonly Row[]
  /** Whether the oldest message held is in sight. */
  atTop: boolean
}

/** The rows that are in sight: walks back from the anchor, so it costs the height of the pane, not the length of the room. */
export function windowRows(input: WindowInput): Window {
  const { blocks, height, anchor, marker } = input
  let { index, row } = bottom(input, anchor)
  let rows: Row[] = []
  while (index >= 0 && rows.length < height) {
    const block = blocks.rows(index, marker)
    rows = [...block.slice(0, row + 1), ...rows]
    index--
    row = Infinity
  }
  const atTop = index < 0
  if (atTop && rows.length < height) rows = [...topRows(input), ...rows]
  rows = rows.slice(-height)
  const empty = fitRow([], blocks.options.columns)
  return { rows: [...Array.from({ length: height - rows.length }, () => empty), ...rows], atTop }
}

/** Moves the anchor by rows: up below 0. Undefined once it is at the bottom again. */
export function scroll(input: WindowInput, delta: number): Anchor {
  const { blocks, marker } = input
  const last = blocks.timeline.entries.length - 1
  let { index, row } = bottom(input, input.anchor)
  if (index < 0) return undefined
  row += delta
  while (row < 0 && index > 0) row += blocks.rows(--index, marker).length
  while (index < last && row >= blocks.rows(index, marker).length) row -= blocks.rows(index++, marker).length
  const lowest = highest(input)
  if (index < lowest.index || (index === lowest.index && row < lowest.row)) ({ index, row } = lowest)
  if (index >= last && row >= blocks.rows(last, marker).length - 1) return undefined
  return { id: blocks.timeline.entries[index]!.message.id, row: Math.max(0, row) }
}

/** The anchor that shows the oldest messages held. */
export function scrollTop(input: WindowInput): Anchor {
  const { entries } = input.blocks.timeline
  if (entries.length === 0) return undefined
  const { index, row } = highest(input)
  const fits = index === entries.length - 1 && row >= input.blocks.rows(index, input.marker).length - 1
  return fits ? undefined : { id: entries[index]!.message.id, row }
}

/** The anchor that puts a message's block at the top of the pane. */
export function anchorAtTop(input: WindowInput, id: string): Anchor {
  const index = input.blocks.timeline.indexOf(id)
  if (index < 0) return undefined
  return scroll({ ...input, anchor: { id, row: 0 } }, input.height - 1)
}

interface Position {
  index: number
  row: number
}

function bottom({ blocks, marker }: WindowInput, anchor: Anchor): Position {
  const { timeline } = blocks
  const at = anchor === undefined ? -1 : timeline.indexOf(anchor.id)
  const index = at < 0 ? timeline.entries.length - 1 : at
  if (index < 0) return { index, row: 0 }
  const last = blocks.rows(index, marker).length - 1
  return { index, row: at < 0 ? last : Math.min(anchor!.row, last) }
}

/** The anchor of a pane that shows the very beginning: it goes no higher. */
function highest(input: WindowInput): Position {
  const { blocks, height, marker } = input
  const { entries } = blocks.timeline
  let left = height - 1 - topRows(input).length
  for (let index = 0; index < entries.length; index++) {
    const { length } = blocks.rows(index, marker)
    if (left < length) return { index, row: Math.max(0, left) }
    left -= length
  }
  return bottom(input, undefined)
}

function topRows({ blocks, conversation }: WindowInput): Row[] {
  const { columns } = blocks.options
  if (blocks.timeline.complete) return introRows(conversation.name, conversation.kind, columns)
  return [fitRow([{ text: '  earlier messages…', role: 'dim' }], columns)]
}
