import { truncate, width } from './width.ts'
import type { Role } from '../themes/types.ts'

/** A piece of text in one style. Its text has passed `safeText`. */
export interface Span {
  text: string
  role?: Role
  /** Index into the theme's hues: the colour of a person. */
  hue?: number
  bold?: boolean
  italic?: boolean
  strike?: boolean
  /** Hidden until the reader asks for it. */
  spoiler?: boolean
  /** Checked http or https address: what a click opens. */
  link?: string
}

export type SpanStyle = Omit<Span, 'text'>

/** One line of the terminal. */
export type Row = readonly Span[]

export const rowWidth = (row: Row): number => row.reduce((sum, { text }) => sum + width(text), 0)

/** Exactly `columns` wide: cut, or filled up with spaces in the style of `fill`. */
export function fitRow(row: Row, columns: number, fill: SpanStyle = {}): Row {
  const kept: Span[] = []
  let left = columns
  for (const span of row) {
    const text = truncate(span.text, left)
    if (text === '' && span.text !== '') break
    kept.push({ ...span, text })
    left -= width(text)
    if (text !== span.text) break
  }
  return left > 0 ? [...kept, { ...fill, text: ' '.repeat(left) }] : kept
}

/** Puts something at both ends of `columns`; the left gives way. */
export function spread(left: Row, right: Row, columns: number, fill: SpanStyle = {}): Row {
  const space = columns - rowWidth(right)
  return space < 1 ? fitRow(left, columns, fill) : [...fitRow(left, space, fill), ...right]
}
