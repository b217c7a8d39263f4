import { useCursor } from 'ink'
import { useState } from 'react'
import { emptyDraft } from '../composer/editor.ts'
import { insertLine, lineInput } from '../composer/line-input.ts'
import { useKeys } from '../keys/use-keys.ts'
import { spread } from '../text/spans.ts'
import { width } from '../text/width.ts'
import { Panel, placePanel } from './panel.tsx'
import { switcherItems } from './switcher-items.ts'
import type { ChatState } from '../store/model.ts'
import type { Row } from '../text/spans.ts'
import type { SwitcherItem } from './switcher-items.ts'

interface SwitcherProps {
  state: ChatState
  onlyPeople: boolean
  size: { columns: number; rows: number }
  onChoose: (item: SwitcherItem) => void
  onClose: () => void
}

/** Goes anywhere by a few letters. */
export function Switcher({ state, onlyPeople, size, onChoose, onClose }: SwitcherProps) {
  const [draft, setDraft] = useState(emptyDraft)
  const [selected, setSelected] = useState(0)
  const items = switcherItems(state, draft.text, onlyPeople)
  const place = placePanel(size, { columns: 56, rows: 14 })
  const height = place.rows - 2
  const at = Math.min(selected, Math.max(0, items.length - 1))
  const start = Math.max(0, Math.min(at - height + 1, items.length - height))
  const change = (next: typeof draft): void => {
    setDraft(next)
    setSelected(0)
  }

  useKeys({
    active: true,
    onPaste: (text) => change(insertLine(draft, text)),
    onKey(press) {
      if (press.key === 'escape' || press.key === 'ctrl+k' || press.key === 'ctrl+c') return onClose()
      if (press.key === 'enter') return items[at] === undefined ? onClose() : onChoose(items[at])
      if (['up', 'ctrl+p', 'shift+tab'].includes(press.key ?? '')) return setSelected(Math.max(0, at - 1))
      if (['down', 'ctrl+n', 'tab'].includes(press.key ?? '')) {
        return setSelected(Math.min(items.length - 1, at + 1))
      }
      const next = lineInput(draft, press)
      if (next !== undefined) change(next)
    }
  })

  const { setCursorPosition } = useCursor()
  const before = width(draft.text.slice(0, draft.cursor))
  setCursorPosition({ x: place.frame.left + 4 + before, y: place.frame.top + 1 })
  const list = Array.from({ length: height }, (_, index): Row => {
    const item = items[start + index]
    return item === undefined ? [] : itemRow(item, start + index === at, place.columns)
  })
  const hint = onlyPeople ? 'whose name?' : 'room, person or command'
  const input: Row = [
    { text: '› ', role: 'accent', bold: true },
    draft.text === '' ? { text: hint, role: 'dim' } : { text: draft.text }
  ]
  return (
    <Panel
      title={onlyPeople ? 'Write to' : 'Go to'}
      footer="↑↓ choose · Enter open · Esc close"
      rows={[input, [], ...list]}
      {...place.frame}
    />
  )
}

function itemRow({ label, hint }: SwitcherItem, selected: boolean, columns: number): Row {
  const role = selected ? 'selected' : 'text'
  return spread(
    [
      { text: selected ? '› ' : '  ', role },
      { text: label, role }
    ],
    [{ text: ` ${hint} `, role: selected ? 'selected' : 'dim' }],
    columns,
    { role }
  )
}
