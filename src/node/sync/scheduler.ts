import { StorageError } from '../../errors.ts'
import { catchUp } from './catch-up.ts'
import type { HybridTime } from '../../protocol/index.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { CatchUpContext } from './catch-up.ts'

/** How long a gap may stand before its hop is asked: messages that overtake each other are not missing, ms. */
const gapPatience = 300
/** How often one random member is compared with, ms. */
const interval = 20_000
/** After this long the next peer has its turn, and this one once more after it: slow givers keep nobody out, ms. */
const turnTime = 30_000

export interface SchedulerInit extends CatchUpContext {
  /** Connected peers that take part in a conversation. */
  peersIn(log: ConversationLog): string[]
  /** Both hold the same, up to a time. */
  onSame(log: ConversationLog, peer: string, upTo: HybridTime): void
  /** A catch-up with a peer ended; what was missing may have come. `whole` where it got to its end. */
  onDone(log: ConversationLog, peer: string, whole: boolean): void
  onStorageError(error: unknown): void
}

/** The peers whose turn is still to come, in order. */
interface Queue {
  peers: Set<string>
  running: boolean
  stopping: AbortController
}

/** Decides when to compare with whom: one catch-up at a time for each conversation. */
export class SyncScheduler {
  readonly #init: SchedulerInit
  readonly #queues = new Map<ConversationLog, Queue>()
  readonly #gapTimers = new Map<ConversationLog, NodeJS.Timeout>()
  #ticker: NodeJS.Timeout | undefined

  constructor(init: SchedulerInit) {
    this.#init = init
  }

  start(): void {
    this.#ticker = setInterval(() => this.#tick(), interval)
  }

  stop(): void {
    clearInterval(this.#ticker)
    for (const log of this.#queues.keys()) this.remove(log)
  }

  /** Follows a conversation from now on. */
  add(log: ConversationLog): void {
    if (this.#queues.has(log)) return
    this.#queues.set(log, { peers: new Set(), running: false, stopping: new AbortController() })
  }

  remove(log: ConversationLog): void {
    this.#queues.get(log)?.stopping.abort()
    this.#queues.delete(log)
    clearTimeout(this.#gapTimers.get(log))
    this.#gapTimers.delete(log)
  }

  /** Compares with a peer as soon as its turn comes. */
  meet(log: ConversationLog, peer: string): void {
    const queue = this.#queues.get(log)
    if (queue === undefined) return
    queue.peers.add(peer)
    if (!queue.running) void this.#drain(log, queue)
  }

  /** An event came whose predecessors are missing: `hop` is asked for them unless they come by themselves. */
  gap(log: ConversationLog, hop: string): void {
    if (this.#gapTimers.has(log) || !this.#queues.has(log)) return
    const timer = setTimeout(() => {
      this.#gapTimers.delete(log)
      if (log.missing > 0) this.meet(log, hop)
    }, gapPatience)
    this.#gapTimers.set(log, timer)
  }

  async #drain(log: ConversationLog, queue: Queue): Promise<void> {
    queue.running = true
    for (const peer of queue.peers) {
      queue.peers.delete(peer)
      const whole = await this.#compare(log, queue, peer)
      if (queue.stopping.signal.aborted) return
      this.#init.onDone(log, peer, whole)
    }
    queue.running = false
  }

  async #compare(
    log: ConversationLog,
    { peers, stopping: { signal } }: Queue,
    peer: string
  ): Promise<boolean> {
    const { latest } = log
    const end = performance.now() + turnTime
    const isOver = (): boolean => signal.aborted || performance.now() > end
    try {
      const result = await catchUp(this.#init, peer, log, { signal, isOver })
      if (result === 'same') this.#init.onSame(log, peer, latest)
      if (result === 'unfinished') peers.add(peer)
      return result !== 'unfinished'
    } catch (error) {
      // A peer that went away or broke the protocol: others, or the next round, bring the rest.
      if (error instanceof StorageError) this.#init.onStorageError(error)
      return false
    }
  }

  #tick(): void {
    for (const log of this.#queues.keys()) {
      const peers = this.#init.peersIn(log)
      const peer = peers[Math.floor(Math.random() * peers.length)]
      if (peer !== undefined) this.meet(log, peer)
    }
  }
}
