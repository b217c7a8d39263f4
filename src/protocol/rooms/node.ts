import type { PlacedOp } from './placed-op.ts'
import type { Rank } from './rank.ts'
import type { RoomState } from './state.ts'

/** An op that its author might do, by what they knew. */
export interface OpNode extends PlacedOp {
  /** Length of the longest way to an op without parents. */
  depth: number
  /** The room as its ancestors alone make it. */
  view: RoomState
  /** The author's, in that view, which allows it. */
  rank: Rank
}
