import { useState } from 'react'
import { emptyDraft } from '../composer/editor.ts'
import { insertLine, lineInput } from '../composer/line-input.ts'
import { useKeys } from '../keys/use-keys.ts'
import { graphemes, width } from '../text/width.ts'
import { layoutDraft } from '../composer/layout.ts'
import { wrapSpans } from '../text/wrap.ts'
import { Stage, stageColumns } from './stage.tsx'
import type { Draft } from '../composer/editor.ts'
import type { Row } from '../text/spans.ts'
import type { Size } from './stage.tsx'

export interface Field {
  label: string
  secret?: boolean
  /** What to write here, or what is wrong with it; `ok` once it is as it should be. */
  check: (values: readonly string[]) => { ok: boolean; hint: string }
  /** What becomes of a text that was typed or pasted. */
  clean?: (text: string) => string
}

interface FormProps {
  size: Size
  title: string
  fields: readonly Field[]
  /** What is going on: keys wait until it is over. */
  busy?: string | undefined
  /** What went wrong with what stands here. */
  problem?: string | undefined
  submitLabel: string
  onSubmit: (values: readonly string[]) => void
  onBack: () => void
  onQuit: () => void
}

/** Questions to be answered in writing. What was typed stays, whatever goes wrong. */
export function Form({
  size,
  title,
  fields,
  busy,
  problem,
  submitLabel,
  onSubmit,
  onBack,
  onQuit
}: FormProps) {
  const [drafts, setDrafts] = useState<readonly Draft[]>(fields.map(() => emptyDraft))
  const [at, setAt] = useState(0)
  // A field may have come since: what stands in the others stays.
  const draftOf = (index: number): Draft => drafts[index] ?? emptyDraft
  const values = fields.map((_, index) => draftOf(index).text)
  const columns = stageColumns(size)
  const setDraft = (draft: Draft): void => {
    const text = fields[at]!.clean?.(draft.text) ?? draft.text
    const cleaned = { ...draft, text, cursor: Math.min(draft.cursor, text.length) }
    setDrafts(fields.map((_, index) => (index === at ? cleaned : draftOf(index))))
  }
  const goOn = (): void => {
    const wrong = fields.findIndex(({ check }) => !check(values).ok)
    if (at < fields.length - 1) setAt(at + 1)
    else if (wrong >= 0) setAt(wrong)
    else onSubmit(values)
  }

  useKeys({
    active: true,
    onPaste: (text) => busy === undefined && setDraft(insertLine(draftOf(at), text)),
    onKey(press) {
      if (press.key === 'ctrl+c') return onQuit()
      if (busy !== undefined) return
      if (press.key === 'escape') return onBack()
      if (press.key === 'enter') return goOn()
      if (press.key === 'tab' || press.key === 'down') return setAt((at + 1) % fields.length)
      if (press.key === 'shift+tab' || press.key === 'up')
        return setAt((at + fields.length - 1) % fields.length)
      const draft = lineInput(draftOf(at), press)
      if (draft !== undefined) setDraft(draft)
    }
  })

  const drawn = fields.map((field, index) => fieldRows(field, draftOf(index), values, index === at, columns))
  const above: Row[] = [...wrapSpans([{ text: title }], columns), []]
  const before = drawn.slice(0, at).reduce((sum, { rows }) => sum + rows.length, above.length)
  const { cursor } = drawn[at]!
  const end: Row[] =
    busy !== undefined
      ? [[{ text: busy, role: 'accent' }]]
      : problem !== undefined
        ? wrapSpans([{ text: `✗ ${problem}`, role: 'error' }], columns)
        : []
  return (
    <Stage
      size={size}
      rows={[...above, ...drawn.flatMap(({ rows }) => rows), ...end]}
      cursor={busy === undefined ? { row: before + cursor.row, column: cursor.column } : undefined}
      keys={`Enter ${at < fields.length - 1 ? 'next' : submitLabel} · Esc back · ctrl-c quits`}
    />
  )
}

const labelColumns = 16
const maxRows = 6

function fieldRows(field: Field, draft: Draft, values: readonly string[], active: boolean, columns: number) {
  const shown = field.secret === true ? '•'.repeat(graphemes(draft.text).length) : draft.text
  const cursor = field.secret === true ? graphemes(draft.text.slice(0, draft.cursor)).length : draft.cursor
  const space = columns - labelColumns - 1
  const layout = layoutDraft(shown, cursor, space)
  const start = Math.max(0, Math.min(layout.row - maxRows + 1, layout.rows.length - maxRows))
  const { ok, hint } = field.check(values)
  const text = layout.rows.slice(start, start + maxRows).map((row, index): Row => [
    {
      text: index === 0 ? label(field.label, active) : ' '.repeat(labelColumns),
      role: active ? 'accent' : 'dim'
    },
    { text: row + ' '.repeat(Math.max(0, space - width(row))), role: active ? 'field' : 'text' }
  ])
  const mark: Row = [
    { text: ' '.repeat(labelColumns) },
    { text: draft.text === '' ? '' : ok ? '✓ ' : '· ', role: ok ? 'online' : 'dim' },
    { text: hint, role: 'dim' }
  ]
  return {
    rows: [...text, mark, []],
    cursor: { row: layout.row - start, column: labelColumns + layout.column }
  }
}

const label = (text: string, active: boolean): string => `${active ? '› ' : '  '}${text}`.padEnd(labelColumns)
