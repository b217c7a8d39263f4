import { equalBytes } from '../../protocol/index.ts'
import type { Held } from '../pb/profile.ts'

export type { Held }

/** What an insertion made of a feed's ranges. */
export interface Insertion {
  ranges: Held[]
  /** A neighbour's link names another event: the device wrote two of one number. */
  forked: boolean
}

/** Ranges with one more number that was not held; sorted, never touching. */
export function insert(ranges: Held[], number: number, prev: Uint8Array, id: Uint8Array): Insertion {
  const at = firstFrom(ranges, number)
  const [before, after] = [ranges[at - 1], ranges[at]]
  const joinsBefore = before !== undefined && before.to === number - 1
  const joinsAfter = after !== undefined && after.from === number + 1
  const forked = (joinsBefore && !equalBytes(before.id, prev)) || (joinsAfter && !equalBytes(after.prev, id))
  const merged = {
    from: joinsBefore ? before.from : number,
    to: joinsAfter ? after.to : number,
    prev: joinsBefore ? before.prev : prev,
    id: joinsAfter ? after.id : id
  }
  return {
    ranges: ranges.toSpliced(at - Number(joinsBefore), Number(joinsBefore) + Number(joinsAfter), merged),
    forked
  }
}

export function holds(ranges: Held[], number: number): boolean {
  const before = ranges[firstFrom(ranges, number + 1) - 1]
  return before !== undefined && number <= before.to
}

/** The highest number held, 0 where none is. */
export const highest = (ranges: Held[]): number => ranges.at(-1)?.to ?? 0

/** What lacks between 1 and `upTo`, as [from, to], lowest first. */
export function gaps(ranges: Held[], upTo: number): [number, number][] {
  const found: [number, number][] = []
  let next = 1
  for (const { from, to } of ranges) {
    if (from > upTo) break
    if (from > next) found.push([next, from - 1])
    next = to + 1
  }
  if (next <= upTo) found.push([next, upTo])
  return found
}

/** Index of the first range that begins at or above a number. */
function firstFrom(ranges: Held[], number: number): number {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ranges[middle]!.from >= number) high = middle
    else low = middle + 1
  }
  return low
}
