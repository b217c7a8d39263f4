import { blockRows } from '../text/block-rows.ts'
import { parseMarkdown } from '../text/markdown.ts'
import { safeLine } from '../text/safe-text.ts'
import { hueOf } from '../text/hue.ts'
import { clockTime } from '../text/time.ts'
import { fit, width } from '../text/width.ts'
import { rowWidth } from '../text/spans.ts'
import { stateMarks } from './state-marks.ts'
import type { Message } from '../../../node/index.ts'
import type { Entry } from '../store/timeline.ts'
import type { Row, Span } from '../text/spans.ts'
import type { DrawOptions } from './draw-options.ts'

export interface Heading {
  /** Whether the sender is shown. */
  name: boolean
  time: boolean
}

const timeColumns = 5
/** Of the longest state mark and the space before it. */
const markColumns = 3

/** The rows of one message, without lines that separate it from others. */
export function messageRows(entry: Entry, heading: Heading, options: DrawOptions): Row[] {
  return options.nameColumns === 0 ? stacked(entry, heading, options) : beside(entry, heading, options)
}

/** ` 14:05  alice  text`, texts in one column. */
function beside({ message, time }: Entry, heading: Heading, options: DrawOptions): Row[] {
  const { columns, nameColumns, colours } = options
  const hue = hueOf(message.sender_id, colours.get(message.sender_id))
  const gutter = 1 + timeColumns + 1 + nameColumns + 2
  const name = senderOf(message)
  const clock = { text: fit(heading.time ? clockTime(time) : '', timeColumns), role: 'dim' } as const
  const shown = heading.name && message.type !== 'system' ? name : ''
  const above = width(shown) > nameColumns
  const first: Row = [
    clock,
    { text: ' ' },
    { text: fit(above ? '' : shown, nameColumns, 'right'), hue },
    { text: '  ' }
  ]
  const rest: Row = [{ text: ' '.repeat(gutter - 1) }]
  const rows = bodyRows(message, columns - gutter - 1, options)
  const drawn = rows.map((row, index) => [...(index === 0 && !above ? first : rest), ...row])
  // Names are never cut: two that begin alike would look the same.
  const title: Row[] = above ? [[clock, { text: '  ' }, { text: name, hue }]] : []
  return [...title, ...drawn].map((row) => withBar(message, row))
}

/** The name above its texts. */
function stacked({ message, time }: Entry, heading: Heading, options: DrawOptions): Row[] {
  const hue = hueOf(message.sender_id, options.colours.get(message.sender_id))
  const title: Row[] = [
    [
      { text: senderOf(message), hue, bold: true },
      { text: `  ${clockTime(time)}`, role: 'dim' }
    ]
  ]
  const rows = bodyRows(message, options.columns - 3, options).map((row): Row => [{ text: ' ' }, ...row])
  return [...(heading.name ? title : []), ...rows].map((row) => withBar(message, row))
}

const withBar = (message: Message, row: Row): Row =>
  message.mentions_me && !message.own ? [{ text: '▌', role: 'mentionBar' }, ...row] : [{ text: ' ' }, ...row]

function bodyRows(message: Message, columns: number, { me, reveal }: DrawOptions): Row[] {
  const space = Math.max(4, columns - (message.own ? markColumns : 0))
  const rows = blockRows(parseMarkdown(message.content), space)
  const drawn = (rows.length === 0 ? [[]] : rows).map((row) =>
    row.map((span) => drawSpan(span, message, me, reveal))
  )
  if (!message.own || message.state === undefined) return drawn
  const last = drawn.at(-1)!
  const mark = stateMarks[message.state]
  const gap = rowWidth(last) === 0 ? '' : ' '
  return [...drawn.slice(0, -1), [...last, { text: gap + mark.shape, role: mark.role }]]
}

function drawSpan(span: Span, message: Message, me: string, reveal: boolean): Span {
  // Nothing of a closed spoiler reaches the screen, where it could be selected.
  if (span.spoiler === true && !reveal) return { text: '░'.repeat(width(span.text)), role: 'spoiler' }
  if (span.role === 'name' && span.text.toLowerCase() === `@${me}`) return { ...span, role: 'mention' }
  if (message.type === 'system' && span.role === undefined) return { ...span, role: 'system' }
  return span
}

/** One's own name for somebody, else theirs, or the beginning of the account id where none is known. */
export const senderOf = ({ sender, sender_id, sender_nickname }: Message): string =>
  sender_nickname !== undefined
    ? safeLine(sender_nickname)
    : sender === sender_id
      ? `~${sender_id.slice(0, 8)}`
      : safeLine(sender)
