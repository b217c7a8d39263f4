import { compareBytes, equalBytes, hex } from '../bytes.ts'
import { areConcurrent, isBefore } from './placed-op.ts'
import { RoomState } from './state.ts'
import type { OpNode } from './node.ts'
import type { PlacedOp } from './placed-op.ts'

/** Which ops of a set count, and the room that they make. */
export interface Resolution {
  valid: Set<PlacedOp>
  /** The valid ones that no other valid one knew. */
  heads: OpNode[]
  state: RoomState
}

/** What no op makes. */
export const unresolved = (valid: Set<PlacedOp>): Resolution => ({ valid, heads: [], state: RoomState.empty })

/** With one more that counts, and whose ancestors are in. */
export function follow({ valid, heads, state }: Resolution, node: OpNode): Resolution {
  const others = heads.filter((head) => !isBefore(head, node))
  return { valid: valid.add(node), heads: [...others, node], state: state.with(node) }
}

/**
 * Decides over ops, in the order in which they came, with all their ancestors. What decides over an op was decided before
 * it: who founded the room first, then by rank in the author's own view, so that nobody's op is undone but by those who
 * stand above. `valid` has what was decided before, of which only what comes after `cut` is decided anew.
 */
export function resolve(
  nodes: readonly OpNode[],
  valid = new Set<PlacedOp>(),
  cut = lastCut(nodes)
): Resolution {
  const open = cut === undefined ? nodes : nodes.slice(nodes.indexOf(cut) + 1)
  const counts = (node: PlacedOp): boolean =>
    valid.has(node) || (cut !== undefined && node.index <= cut.index)
  for (const node of open) valid.delete(node)
  /** Valid ops that take something from an account. */
  const taken = new Map<string, OpNode[]>()
  const transfers: OpNode[] = []
  const founder = founderOf(open)
  for (const node of [...open].sort(compareTurns)) {
    const { op, account, view } = node
    const grant = view.standing(account).by
    const isVoid =
      (grant !== undefined && !counts(grant)) ||
      ('found' in op && !equalBytes(account, founder!)) ||
      ('transfer' in op && transfers.some((other) => isRival(other, node))) ||
      (taken.get(hex(account)) ?? []).some((other) => other.rank < node.rank && areConcurrent(other, node))
    if (isVoid) continue
    valid.add(node)
    if ('transfer' in op) transfers.push(node)
    const target = takesFrom(node)
    if (target !== undefined) taken.set(hex(target), [...(taken.get(hex(target)) ?? []), node])
  }
  const base = cut === undefined ? RoomState.empty : cut.view.with(cut)
  const settled = { valid, heads: cut === undefined ? [] : [cut], state: base }
  return open.filter((node) => valid.has(node)).reduce(follow, settled)
}

/**
 * The last op that knew all before it and that all after it knew: whatever came before is decided, and it counts. Ops of
 * which nobody knew at once are few and late, so this is near the end.
 */
function lastCut(nodes: readonly OpNode[]): OpNode | undefined {
  const here = new Set(nodes.map(({ index }) => index))
  /** The earliest that somebody later did not know. */
  let unknown = Infinity
  for (const node of nodes.toReversed()) {
    const earlier = [...node.concurrent].filter((index) => here.has(index))
    if (earlier.length === 0 && unknown > node.index) return node
    unknown = Math.min(unknown, ...earlier)
  }
  return undefined
}

const compareTurns = (a: OpNode, b: OpNode): number =>
  a.rank - b.rank || a.depth - b.depth || compareBytes(a.id, b.id)

/** Whom the room belongs to, where the registry gave its word for several: the earliest leaf of its log. */
function founderOf(nodes: readonly OpNode[]): Uint8Array | undefined {
  const founding = nodes.filter(({ leaf }) => leaf !== undefined)
  return founding.sort((a, b) => a.leaf! - b.leaf! || compareBytes(a.account, b.account))[0]?.account
}

/** Two that hand on the same ownership: the room has one owner. */
const isRival = (a: OpNode, b: OpNode): boolean => equalBytes(a.account, b.account) && areConcurrent(a, b)

/** The account that has less afterwards than its ops needed, maybe. */
function takesFrom({ op, view }: OpNode): Uint8Array | undefined {
  if ('ban' in op) return op.ban.account
  if ('role' in op && op.role.rank > view.standing(op.role.account).rank) return op.role.account
  return undefined
}
