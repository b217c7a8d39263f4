import { setTimeout as delay } from 'node:timers/promises'
import {
  encodeRegister,
  millisecondsOf,
  nextTime,
  rateReference,
  rateWindow,
  registerLink,
  signRecord
} from '../../protocol/index.ts'
import type { AbortOptions } from '../../abort.ts'
import type { RegisterBody, SignedRecord } from '../../protocol/index.ts'
import type { AddOptions, ConversationLog } from './conversation-log.ts'
import type { EventContext } from './context.ts'
import type { Register } from './registers.ts'

export interface AuthorInit extends EventContext {
  /** This device's key. */
  device: Uint8Array
  account: () => Uint8Array
}

/** More in the same batch, made from the new record. */
type Also = (record: SignedRecord) => Exclude<AddOptions['also'], undefined>

/** Writes this device's own events: numbered without a gap, no faster than the rate rule lets them count. */
export class Author {
  readonly #init: AuthorInit
  /** Writes of one conversation come one after the other: numbers are given in that order. */
  readonly #turns = new Map<ConversationLog, Promise<unknown>>()
  readonly #stopping = new AbortController()
  #lastTime = 0n

  constructor(init: AuthorInit) {
    this.#init = init
  }

  /** Nothing is written any more; whoever waits for its turn gives up. */
  stop(reason: Error): void {
    this.#stopping.abort(reason)
  }

  /**
   * Signs and stores an event; it is on the disk when this resolves. `content` is asked for when its turn has come, so
   * that events stay in the order of their calls however long one takes to put together.
   *
   * @throws StorageError, the signal's reason, what `content` throws
   */
  async write(
    log: ConversationLog,
    kind: number,
    content: () => Promise<Uint8Array>,
    also: Also,
    options: AbortOptions = {}
  ): Promise<SignedRecord> {
    const before = this.#turns.get(log) ?? Promise.resolve()
    const beginning = before.then(() => this.#begin(log, kind, content, also, options))
    const begun = beginning.then(
      () => {},
      () => {}
    )
    this.#turns.set(log, begun)
    void begun.then(() => this.#turns.get(log) === begun && this.#turns.delete(log))
    const { record, written } = await beginning
    await written
    return record
  }

  /**
   * Signs and stores a register; it is on the disk when this resolves. Undefined where the conversation has no room for
   * another.
   *
   * @throws StorageError
   */
  async writeRegister(log: ConversationLog, kind: number, body: RegisterBody): Promise<Register | undefined> {
    const { crypto, profile, device, account } = this.#init
    const header = {
      kind,
      number: 0,
      time: this.#nextTime(log),
      account: account(),
      device,
      prev: registerLink(crypto, body.key),
      heads: []
    }
    const record = await signRecord(crypto, profile.deviceSeed, log.id, header, encodeRegister(body))
    return log.registers.add(record, { sync: true })
  }

  /** Until the event has its number and is on its way to the disk: many of a burst then share one batch. */
  async #begin(
    log: ConversationLog,
    kind: number,
    contentOf: () => Promise<Uint8Array>,
    also: Also,
    options: AbortOptions
  ): Promise<{ record: SignedRecord; written: Promise<unknown> }> {
    const { crypto, profile, device, account } = this.#init
    this.#stopping.signal.throwIfAborted()
    const content = await contentOf()
    const feed = log.feed(device)
    const number = (feed?.highest ?? 0) + 1
    await this.#pace(log, number, options)
    const header = {
      kind,
      number,
      time: this.#nextTime(log),
      account: account(),
      device,
      prev: feed?.headId ?? new Uint8Array(32),
      heads: []
    }
    const record = await signRecord(crypto, profile.deviceSeed, log.id, header, content)
    return { record, written: log.add(record, { sync: true, also: also(record) }) }
  }

  /** Unique over all conversations, and greater than anything held in this one. */
  #nextTime(log: ConversationLog): bigint {
    const held = log.latest > log.registers.latest ? log.latest : log.registers.latest
    const latest = held > this.#lastTime ? held : this.#lastTime
    return (this.#lastTime = nextTime(latest, Date.now()))
  }

  /** Waits as long as the number would be void. */
  async #pace(log: ConversationLog, number: number, { signal }: AbortOptions): Promise<void> {
    const reference = rateReference(number)
    const feed = log.feed(this.#init.device)
    if (reference === undefined || feed === undefined) return
    const earlier = feed.timeOf(reference) ?? (await log.read.timeOf(feed.alias, reference))
    if (earlier === undefined) return
    const either = AbortSignal.any([this.#stopping.signal, ...(signal ? [signal] : [])])
    const wait = (): number => millisecondsOf(earlier) + rateWindow - Date.now()
    // A timer may fire a moment early.
    while (wait() > 0) await delay(wait(), undefined, { signal: either }).catch(() => either.throwIfAborted())
  }
}
