import { useState } from 'react'
import { useKeys } from '../keys/use-keys.ts'
import { wrapSpans } from '../text/wrap.ts'
import { Stage, stageColumns } from './stage.tsx'
import type { Row } from '../text/spans.ts'
import type { Size } from './stage.tsx'

export interface Choice {
  label: string
  /** What it means, in a sentence. */
  meaning: string
  choose: () => void
}

interface ChoicesProps {
  size: Size
  question: string
  choices: readonly Choice[]
  /** What went wrong before. */
  problem?: string | undefined
  onBack?: (() => void) | undefined
  onQuit: () => void
}

/** A question with a few answers: arrows and Enter, or the number. */
export function Choices({ size, question, choices, problem, onBack, onQuit }: ChoicesProps) {
  const [selected, setSelected] = useState(0)
  useKeys({
    active: true,
    onKey({ key, text }) {
      if (key === 'ctrl+c') return onQuit()
      if (key === 'escape') return onBack?.()
      if (key === 'up' || key === 'shift+tab')
        return setSelected((selected + choices.length - 1) % choices.length)
      if (key === 'down' || key === 'tab') return setSelected((selected + 1) % choices.length)
      const chosen = key === 'enter' ? choices[selected] : choices[Number(text) - 1]
      chosen?.choose()
    }
  })
  const columns = stageColumns(size)
  const rows: Row[] = [
    ...wrapSpans([{ text: question }], columns),
    ...(problem === undefined ? [] : [[], ...wrapSpans([{ text: problem, role: 'error' }], columns)]),
    ...choices.flatMap((choice, index) => [[], ...choiceRows(choice, index, index === selected, columns)])
  ]
  const back = onBack === undefined ? '' : 'Esc back · '
  return <Stage size={size} rows={rows} keys={`↑↓ or 1-${choices.length} · Enter · ${back}ctrl-c quits`} />
}

function choiceRows({ label, meaning }: Choice, index: number, selected: boolean, columns: number): Row[] {
  const title: Row = [
    { text: selected ? '› ' : '  ', role: 'accent', bold: true },
    { text: ` ${index + 1}  ${label} `, role: selected ? 'selected' : 'text', bold: true }
  ]
  const rows = meaning === '' ? [] : wrapSpans([{ text: meaning, role: 'dim' }], columns - 6)
  return [title, ...rows.map((row): Row => [{ text: '      ' }, ...row])]
}
