import type { Line } from '../../protocol/index.ts'

/** Events of a device that are wanted, from..to. */
export interface Want {
  device: Uint8Array
  from: number
  to: number
}

/** Up to this many events are asked for by number; more come newest first, page by page. */
const fewEvents = 2000

/** What the lines name above the highest number held of each device. */
export const wantsOf = (lines: Line[], highest: (device: Uint8Array) => number): Want[] =>
  lines.flatMap(({ device, number: to }) => {
    const from = highest(device) + 1
    return from <= to ? [{ device, from, to }] : []
  })

export const countOf = (wants: Want[]): number => wants.reduce((sum, { from, to }) => sum + to - from + 1, 0)

export const isFew = (wants: Want[]): boolean => countOf(wants) <= fewEvents
