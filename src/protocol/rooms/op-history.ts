import { LRUCache } from 'lru-cache'
import { compareBytes, equalBytes, hex } from '../bytes.ts'
import { maxHeads, maxWaitingOps } from '../limits.ts'
import { isBefore, unknownTo } from './placed-op.ts'
import { rank } from './rank.ts'
import { follow, resolve, unresolved } from './resolve.ts'
import { isAllowed } from './rules.ts'
import { RoomState } from './state.ts'
import type { Header } from '../header.ts'
import type { Cut } from '../op.ts'
import type { OpNode } from './node.ts'
import type { PlacedOp, SignedOp } from './placed-op.ts'
import type { Resolution } from './resolve.ts'

/** What of an event decides whether its room lets it count. */
export type Judged = Pick<Header, 'account' | 'device' | 'number' | 'heads'> & {
  /** ms since 1970. */
  time: number
}

/** Why an event does not count. `heads`: an op that it names is not held. */
export type RoomDoubt = 'heads' | 'banned' | 'muted' | 'announcements'

/** The ops of one room, and what they make of it: the same whatever the order in which they came. */
export class OpHistory {
  readonly #nodes: OpNode[] = []
  /** By id; undefined of what its author might never do, whatever else comes. */
  readonly #known = new Map<string, OpNode | undefined>()
  /** Ops that came before their parents, by id. */
  readonly #waiting = new Map<string, SignedOp>()
  readonly #views = new LRUCache<string, RoomState>({ max: 64 })
  /** What counted when last decided. */
  readonly #valid = new Set<PlacedOp>()
  #resolution: Resolution | undefined = unresolved(this.#valid)

  /** Ids of the newest ops that count, sorted: what an author's next record names. */
  get heads(): Uint8Array[] {
    const ids = this.#resolved.heads.map(({ id }) => id)
    return ids.sort(compareBytes).slice(0, maxHeads)
  }

  /** The room as all ops make it. */
  get state(): RoomState {
    return this.#resolved.state
  }

  get #resolved(): Resolution {
    return (this.#resolution ??= resolve(this.#nodes, this.#valid))
  }

  /** Whether an op is here, its ancestors too. */
  has(id: Uint8Array): boolean {
    return this.#known.has(hex(id))
  }

  /** Of what was added, whether it counts. */
  isValid(id: Uint8Array): boolean {
    const node = this.#known.get(hex(id))
    return node !== undefined && this.#resolved.valid.has(node)
  }

  /** Parents that ops wait for, and nobody brought yet. */
  missing(): Uint8Array[] {
    const parents = [...this.#waiting.values()].flatMap((op) => op.parents)
    const wanted = new Map(parents.map((parent) => [hex(parent), parent]))
    return [...wanted].filter(([key]) => !this.#known.has(key) && !this.#waiting.has(key)).map(([, id]) => id)
  }

  /** Adds an op; it waits where a parent is missing. Too many that wait push out the first of them. */
  add(op: SignedOp): void {
    const key = hex(op.id)
    if (this.#known.has(key) || this.#waiting.has(key)) return
    this.#waiting.set(key, op)
    if (this.#waiting.size > maxWaitingOps) this.#waiting.delete(this.#waiting.keys().next().value!)
    const isReady = ({ parents }: SignedOp): boolean => parents.every((parent) => this.has(parent))
    for (let ready = [op].filter(isReady); ready.length > 0;) {
      for (const one of ready) this.#place(one)
      ready = [...this.#waiting.values()].filter(isReady)
    }
  }

  /** Why an event does not count in this room; undefined where it does. */
  doubtOf(event: Judged): RoomDoubt | undefined {
    const { account, time } = event
    const heads = this.#nodesOf(event.heads)
    if (heads === undefined) return 'heads'
    const room = this.#viewOf(heads)
    const own = room.standing(account)
    if (own.isBanned) return 'banned'
    if (room.settings().announcements && own.rank > rank.moderator) return 'announcements'
    if (time < room.mutedUntil(account)) return 'muted'
    return this.#cutOf(event, heads)
  }

  /** What takes an event away although its author did not name it, or did not know it. */
  #cutOf({ account, device, number, time }: Judged, heads: OpNode[]): RoomDoubt | undefined {
    const { valid, state } = this.#resolved
    if (state.standing(account).rank === rank.owner) return undefined
    for (const node of valid) {
      const { op } = node
      const cut = 'ban' in op ? op.ban : 'mute' in op ? op.mute : undefined
      if (cut === undefined || !equalBytes(cut.account, account) || number <= lastOf(cut.cuts, device))
        continue
      if (heads.some((head) => head === node || isBefore(node, head))) continue
      if ('ban' in op) return 'banned'
      if ('mute' in op && time < op.mute.until) return 'muted'
    }
    return undefined
  }

  #place(op: SignedOp): void {
    const key = hex(op.id)
    this.#waiting.delete(key)
    const node = this.#nodeOf(op)
    this.#known.set(key, node)
    if (node === undefined) return
    this.#nodes.push(node)
    // Whoever knew all the others changes nothing of what they are.
    const isNewest = node.concurrent.size === 0 && this.#resolution !== undefined
    this.#resolution = isNewest ? follow(this.#resolution!, node) : undefined
  }

  /** Undefined where its author might not do it, or built on what nobody might do. */
  #nodeOf(op: SignedOp): OpNode | undefined {
    const parents = this.#nodesOf(op.parents)
    if (parents === undefined) return undefined
    const view = this.#viewOf(parents)
    const isFounding = op.leaf !== undefined
    if (isFounding ? parents.length > 0 : !isAllowed(op.op, op.account, view)) return undefined
    return {
      ...op,
      index: this.#nodes.length,
      depth: 1 + Math.max(0, ...parents.map(({ depth }) => depth)),
      concurrent: unknownTo(parents, this.#nodes.length),
      view,
      rank: isFounding ? rank.owner : view.standing(op.account).rank
    }
  }

  #nodesOf(ids: readonly Uint8Array[]): OpNode[] | undefined {
    const nodes = ids.map((id) => this.#known.get(hex(id)))
    return nodes.every((node) => node !== undefined) ? nodes : undefined
  }

  /** The room as some ops and their ancestors make it. */
  #viewOf(heads: OpNode[]): RoomState {
    const [head, ...others] = heads
    if (head === undefined) return RoomState.empty
    if (others.length === 0) return head.view.with(head)
    const unknown = unknownTo(heads, this.#nodes.length)
    if (unknown.size === 0) return this.state
    const key = heads.map(({ index }) => index).join()
    const known =
      this.#views.get(key) ?? resolve(this.#nodes.filter(({ index }) => !unknown.has(index))).state
    this.#views.set(key, known)
    return known
  }
}

const lastOf = (cuts: readonly Cut[], device: Uint8Array): number =>
  cuts.find((cut) => equalBytes(cut.device, device))?.number ?? 0
