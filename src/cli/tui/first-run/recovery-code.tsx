import { codeMeaning, codeRows } from '../../recovery-lines.ts'
import { useKeys } from '../keys/use-keys.ts'
import { wrapSpans } from '../text/wrap.ts'
import { Stage, stageColumns } from './stage.tsx'
import type { Row } from '../text/spans.ts'
import type { Size } from './stage.tsx'

interface RecoveryCodeProps {
  name: string
  code: string
  size: Size
  onDone: () => void
  onQuit: () => void
}

/** The recovery code, which is shown once. Enter does not pass it by: who types a password twice may have typed it. */
export function RecoveryCode({ name, code, size, onDone, onQuit }: RecoveryCodeProps) {
  useKeys({
    active: true,
    onKey({ key, text }) {
      if (key === 'ctrl+c') return onQuit()
      if (text === 'w') return onDone()
    }
  })
  const columns = stageColumns(size)
  const rows: Row[] = [
    ...wrapSpans([{ text: 'Your recovery code. Write it down, on paper, now.', bold: true }], columns),
    [],
    ...codeRows(code).map((text): Row => [{ text, role: 'accent' }]),
    [],
    ...wrapSpans([{ text: codeMeaning(name), role: 'dim' }], columns)
  ]
  return <Stage size={size} rows={rows} keys="w I wrote it down · ctrl-c quits" />
}
