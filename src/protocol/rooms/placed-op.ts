import type { RoomOp } from '../op.ts'

/** An op as it was signed. */
export interface SignedOp {
  id: Uint8Array
  /** Author. */
  account: Uint8Array
  /** Of the header, ms since 1970. */
  time: number
  op: RoomOp
  /** Ids. */
  parents: readonly Uint8Array[]
  /** Of an op that founds the room: where the log of names says whose it is. */
  leaf?: number
}

/** An op in the graph that the parents of all make. */
export interface PlacedOp extends SignedOp {
  /** When it came: parents come before. */
  index: number
  /** Indices of those that came earlier and are none of its ancestors. */
  concurrent: ReadonlySet<number>
}

/** Whether `a` is an ancestor of `b`. */
export const isBefore = (a: PlacedOp, b: PlacedOp): boolean => a.index < b.index && !b.concurrent.has(a.index)
/** Whether neither knew of the other. */
export const areConcurrent = (a: PlacedOp, b: PlacedOp): boolean =>
  a !== b && !isBefore(a, b) && !isBefore(b, a)

/** The earlier indices that are neither among `parents` nor their ancestors: what whoever names them did not know. */
export function unknownTo(parents: readonly PlacedOp[], count: number): Set<number> {
  const [newest, ...others] = [...parents].sort((a, b) => b.index - a.index)
  const found = new Set<number>()
  const isUnknown = (index: number): boolean =>
    others.every((parent) => index > parent.index || parent.concurrent.has(index))
  for (const index of newest?.concurrent ?? []) if (isUnknown(index)) found.add(index)
  for (let index = (newest?.index ?? -1) + 1; index < count; index++) found.add(index)
  return found
}
