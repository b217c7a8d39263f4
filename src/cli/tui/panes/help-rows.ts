import { bindingGroups, keyLabel } from '../keys/bindings.ts'
import { stateMarks } from '../rows/state-marks.ts'
import { slashCommands } from '../slash/index.ts'
import { fitRow } from '../text/spans.ts'
import { wrapSpans } from '../text/wrap.ts'
import { presenceMarks } from './presence.ts'
import type { Row } from '../text/spans.ts'

/** Columns of the keys and commands, left of what they mean. */
const labelColumns = 24

/** Keys, commands and marks, from the tables that make them work. */
export function helpRows(columns: number): Row[] {
  const entry = (label: string, meaning: string): Row[] => entryRows(label, meaning, columns)
  const groups = bindingGroups.flatMap(({ title, bindings }) => [
    heading(title),
    ...bindings.flatMap(({ keys, help }) => entry(keyLabel(keys), help)),
    []
  ])
  return [
    heading('Commands'),
    ...slashCommands.flatMap(({ usage, summary }) => entry(usage, summary)),
    ...entry('//TEXT', 'send a text that begins with /'),
    [],
    ...groups,
    heading('Marks'),
    ...Object.values(stateMarks).flatMap(({ shape, words }) => entry(shape, words)),
    ...Object.values(presenceMarks).flatMap(({ shape, word }) => entry(shape, word)),
    ...entry('✓   !', 'verified; account key changed: /verify'),
    ...entry('3   @2', 'unread messages; those that name you'),
    [],
    heading('Writing'),
    ...entry('**bold** *italic*', 'and ~~strike~~, `code`, ```code blocks```'),
    ...entry('> quote   - list', 'at the start of a line'),
    ...entry('||spoiler||', 'hidden until alt-r')
  ]
}

const heading = (text: string): Row => [{ text, role: 'heading' }]

function entryRows(label: string, meaning: string, columns: number): Row[] {
  const left = wrapSpans([{ text: label, role: 'key' }], labelColumns - 2)
  const right = wrapSpans([{ text: meaning, role: 'dim' }], Math.max(10, columns - labelColumns))
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [
    ...fitRow(left[index] ?? [], labelColumns),
    ...(right[index] ?? [])
  ])
}
