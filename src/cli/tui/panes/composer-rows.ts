import { layoutDraft } from '../composer/layout.ts'
import { fitRow } from '../text/spans.ts'
import { wrapSpans } from '../text/wrap.ts'
import { count } from './title-row.ts'
import type { ComposerState, Remark } from '../composer/composer.ts'
import type { Row } from '../text/spans.ts'

/** A text being written is shown up to this high. */
const maxRows = 6
const maxRemarkRows = 3
const prompt = ' › '

export interface ComposerRows {
  rows: Row[]
  /** Among them; undefined while a question is open. */
  cursor: { row: number; column: number } | undefined
}

/** Columns of the text itself; one is kept free for a cursor behind a full row. */
export const draftColumns = (columns: number): number => Math.max(4, columns - prompt.length - 1)

/** What stands in the place of writing: what went wrong, a question, or the text. */
export function composerRows(state: ComposerState, columns: number, placeholder: string): ComposerRows {
  if (state.paste !== undefined) return { rows: pasteRows(state.paste, columns), cursor: undefined }
  const remark = state.remark === undefined ? [] : remarkRows(state.remark, columns)
  const { text, cursor } = state.draft
  const layout = layoutDraft(text, cursor, draftColumns(columns))
  const start = Math.max(0, Math.min(layout.row - maxRows + 1, layout.rows.length - maxRows))
  const shown = layout.rows.slice(start, start + maxRows)
  const rows = shown.map((row, index): Row => {
    const isFirst = start + index === 0
    return fitRow([{ text: isFirst ? prompt : '   ', role: 'accent', bold: true }, { text: row }], columns)
  })
  if (text === '')
    rows[0] = fitRow(
      [
        { text: prompt, role: 'accent', bold: true },
        { text: placeholder, role: 'dim' }
      ],
      columns
    )
  return {
    rows: [...remark, ...rows],
    cursor: { row: remark.length + layout.row - start, column: prompt.length + layout.column }
  }
}

function remarkRows({ tone, text }: Remark, columns: number): Row[] {
  const role = tone === 'error' ? 'error' : 'dim'
  const sign = tone === 'error' ? ' ✗ ' : '   '
  const rows = wrapSpans([{ text, role }], columns - 4).slice(0, maxRemarkRows)
  return rows.map((row, index) => fitRow([{ text: index === 0 ? sign : '   ', role }, ...row], columns))
}

function pasteRows(paste: string, columns: number): Row[] {
  const lines = paste.split('\n')
  const question: Row = [
    { text: ' Paste ', role: 'warning', bold: true },
    { text: `${count(lines.length, 'line')}?  `, role: 'warning' },
    ...keys('Enter', 'text'),
    ...keys('c', 'code block'),
    ...keys('Esc', 'no')
  ]
  const preview: Row = [{ text: `   ${lines.find((line) => line.trim() !== '') ?? ''}`, role: 'dim' }]
  return [fitRow(question, columns), fitRow(preview, columns)]
}

const keys = (key: string, meaning: string): Row => [
  { text: key, role: 'key' },
  { text: ` ${meaning}   `, role: 'dim' }
]
