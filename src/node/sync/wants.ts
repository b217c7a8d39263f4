import type { Line } from '../../protocol/index.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { Feed } from '../events/feed.ts'

/** Events of a device that are wanted, from..to. */
export interface Want {
  device: Uint8Array
  from: number
  to: number
}

/** Up to this many events, a few screens, are asked for by number; more come newest first, page by page. */
const fewEvents = 200
/** Gaps that are shorter on average are asked for by number, however many: pages would bring much else. */
const longGap = 10

/** What the lines name above the highest number held of each device, as far as it counts. */
export const wantsOf = (
  lines: Line[],
  feedOf: (device: Uint8Array) => Pick<Feed, 'highest' | 'limit'> | undefined
): Want[] =>
  lines.flatMap(({ device, number }) => {
    const { highest = 0, limit } = feedOf(device) ?? {}
    const [from, to] = [highest + 1, Math.min(number, limit?.last ?? number)]
    return from <= to ? [{ device, from, to }] : []
  })

/** What lacks between events that are held. */
export const gapsOf = (log: ConversationLog): Want[] =>
  [...log.gaps()].map(([{ device }, from, to]) => ({ device, from, to }))

/** What still lacks of a want. */
export function stillWanted(log: ConversationLog, { device, from, to }: Want): Want[] {
  const gaps = log.feed(device)?.gaps(to) ?? [[from, to] as const]
  return gaps
    .filter(([, last]) => last >= from)
    .map(([first, last]) => ({ device, from: Math.max(first, from), to: last }))
}

export const countOf = (wants: Want[]): number => wants.reduce((sum, { from, to }) => sum + to - from + 1, 0)

export const isFew = (wants: Want[]): boolean => countOf(wants) <= fewEvents

export const isScattered = (wants: Want[]): boolean => countOf(wants) < longGap * wants.length

/** The longest want of each device. */
export function longestOf(wants: Want[]): Want[] {
  const longest = new Map<Uint8Array, Want>()
  for (const want of wants) {
    const known = longest.get(want.device)
    if (known === undefined || known.to - known.from < want.to - want.from) longest.set(want.device, want)
  }
  return [...longest.values()]
}
