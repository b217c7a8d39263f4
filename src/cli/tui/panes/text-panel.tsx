import { useState } from 'react'
import { useKeys } from '../keys/use-keys.ts'
import { Panel, placePanel } from './panel.tsx'
import type { Row } from '../text/spans.ts'

interface TextPanelProps {
  title: string
  /** Drawn for the columns there are. */
  draw: (columns: number) => readonly Row[]
  columns: number
  size: { columns: number; rows: number }
  /** More keys, and what they are for. */
  keys?: Readonly<Record<string, { label: string; run: () => void }>>
  onClose: () => void
}

/** Something to read: scrolls where it is longer than the screen. */
export function TextPanel({ title, draw, columns, size, keys = {}, onClose }: TextPanelProps) {
  const [offset, setOffset] = useState(0)
  const rows = draw(placePanel(size, { columns, rows: 0 }).columns)
  const place = placePanel(size, { columns, rows: rows.length })
  const last = Math.max(0, rows.length - place.rows)
  const steps: Readonly<Record<string, number>> = {
    ...{ up: -1, down: 1, wheelup: -1, wheeldown: 1, home: -Infinity, end: Infinity },
    ...{ pageup: 1 - place.rows, pagedown: place.rows - 1 }
  }

  useKeys({
    active: true,
    onKey({ key, text }) {
      const step = steps[key ?? '']
      if (step !== undefined) return setOffset(Math.min(last, Math.max(0, offset + step)))
      if (keys[text ?? ''] !== undefined) return keys[text!]!.run()
      if (['escape', 'enter', 'f1', 'ctrl+c'].includes(key ?? '') || text === 'q') onClose()
    }
  })

  const own = Object.entries(keys).map(([key, { label }]) => `${key} ${label} · `)
  const more = last > 0 ? `↑↓ ${Math.round((100 * Math.min(offset, last)) / last)}% · ` : ''
  return (
    <Panel
      title={title}
      footer={`${more}${own.join('')}Esc close`}
      rows={rows.slice(offset, offset + place.rows)}
      {...place.frame}
    />
  )
}
