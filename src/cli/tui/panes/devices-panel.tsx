import { useState } from 'react'
import { useKeys } from '../keys/use-keys.ts'
import { safeLine } from '../text/safe-text.ts'
import { fitRow } from '../text/spans.ts'
import { timeAgo } from '../text/time.ts'
import { fit } from '../text/width.ts'
import { Panel, placePanel } from './panel.tsx'
import type { Device } from '../../../node/index.ts'
import type { Row } from '../text/spans.ts'

interface DevicesPanelProps {
  devices: readonly Device[]
  size: { columns: number; rows: number }
  onRevoke: (device: Device) => void
  onAllow: (device: Device) => void
  onClose: () => void
}

/** The account's devices: any but this one can be taken out, or given what was written before it came. */
export function DevicesPanel({ devices, size, onRevoke, onAllow, onClose }: DevicesPanelProps) {
  const [selected, setSelected] = useState(0)
  const at = Math.min(selected, devices.length - 1)
  const chosen = devices[at]
  const other = chosen?.current === false ? chosen : undefined

  useKeys({
    active: true,
    onKey({ key, text }) {
      if (key === 'up' || key === 'shift+tab') return setSelected(Math.max(0, at - 1))
      if (key === 'down' || key === 'tab') return setSelected(Math.min(devices.length - 1, at + 1))
      if (other !== undefined && text === 'r') return onRevoke(other)
      if (other !== undefined && text === 'a') return onAllow(other)
      if (['escape', 'enter', 'ctrl+c'].includes(key ?? '') || text === 'q') onClose()
    }
  })

  const rows = deviceRows(devices, at, Date.now())
  const place = placePanel(size, { columns: 76, rows: rows.length })
  const first = Math.max(0, 2 * at + 2 - place.rows)
  return (
    <Panel
      title="Your devices"
      footer={`${other === undefined ? '' : 'r take out · a give it the past · '}Esc close`}
      rows={rows.slice(first, first + place.rows)}
      {...place.frame}
    />
  )
}

/** Two rows for each. */
export function deviceRows(devices: readonly Device[], selected: number, now: number): Row[] {
  return devices.flatMap((device, index): Row[] => {
    const role = index === selected ? 'selected' : 'text'
    return [
      [
        { text: index === selected ? '› ' : '  ', role },
        { text: fit(safeLine(device.name), 30), role },
        { text: ` …${device.id.slice(-8)} `, role: index === selected ? 'selected' : 'dim' }
      ],
      fitRow([{ text: `    ${words(device, now)}`, role: 'dim' }], 72)
    ]
  })
}

function words({ added, last_seen, online, current }: Device, now: number): string {
  const seen = last_seen === undefined ? 'not seen yet' : `seen ${timeAgo(Date.parse(last_seen), now)}`
  return [
    current ? 'this one' : online ? 'connected' : seen,
    added === undefined ? '' : `added ${timeAgo(Date.parse(added), now)}`
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
