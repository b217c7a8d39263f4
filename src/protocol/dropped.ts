import { equalBytes, hex } from './bytes.ts'
import { listsDevice } from './entry.ts'
import { millisecondsOf } from './hybrid-time.ts'
import type { AccountEntry } from './entry.ts'
import type { Header } from './header.ts'
import type { Close } from './op.ts'

/** How far the events of a device count that its account has dropped. */
export interface Limit {
  /** Only what is earlier counts, ms since 1970: the time of the entry that dropped the device. */
  before: number
  /** The greatest number that counts: the least one that a close names; Infinity where there is none. */
  last: number
}

/** A close, as it was signed. */
export interface Closing {
  header: Pick<Header, 'device' | 'number' | 'time'>
  close: Close
}

/** Whether an event lies within what counts of its device. */
export const isWithin = (
  { before, last }: Limit,
  { time, number }: Pick<Header, 'time' | 'number'>
): boolean => millisecondsOf(time) < before && number <= last

/**
 * How far the events of each device count in a conversation, by an account's log up to its newest entry, without a gap,
 * and the account's closes there. Undefined of devices that the newest entry lists. A close counts where its entry comes
 * after the last one that lists the device, and lists who signed it; and where that event itself counts, which never
 * leads back: whoever signs was dropped later than the device.
 */
export function limitsOf(
  entries: readonly AccountEntry[],
  closings: readonly Closing[]
): (device: Uint8Array) => Limit | undefined {
  const found = new Map<string, Limit | undefined>()
  const limitOf = (device: Uint8Array): Limit | undefined => {
    const key = hex(device)
    if (!found.has(key)) found.set(key, work(device))
    return found.get(key)
  }
  const work = (device: Uint8Array): Limit | undefined => {
    const dropped = entries.findLastIndex((entry) => listsDevice(entry, device)) + 1
    const entry = entries[dropped]
    if (entry === undefined) return undefined
    // Of a device that no entry lists nothing counts.
    if (dropped === 0) return { before: 0, last: 0 }
    const closes = closings.filter(({ header, close }) => {
      if (!equalBytes(close.device, device)) return false
      const named = entries.findIndex(({ hash }) => equalBytes(hash, close.entry))
      if (named < dropped || !listsDevice(entries[named]!, header.device)) return false
      const limit = limitOf(header.device)
      return limit === undefined || isWithin(limit, header)
    })
    return { before: entry.time, last: Math.min(Infinity, ...closes.map(({ close }) => close.number)) }
  }
  return limitOf
}
