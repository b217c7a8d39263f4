import { encodeStored, kind } from '../../protocol/index.ts'
import { indexKey } from './context.ts'
import type { SignedRecord } from '../../protocol/index.ts'
import type { Batch } from '../../storage/index.ts'
import type { EventContext } from './context.ts'
import type { EventKey } from '../profile/tables.ts'
import type { Feed } from './feed.ts'

/** Puts events of one conversation into batches, and takes them out again. */
export class EventWriter {
  /** Whether nothing of the conversation is written yet, its alias neither. */
  isNew: boolean
  readonly #context: EventContext
  readonly #alias: number

  constructor(context: EventContext, alias: number, isNew: boolean) {
    this.#context = context
    this.#alias = alias
    this.isNew = isNew
  }

  put(batch: Batch, feed: Feed, record: SignedRecord, fork: number): void {
    const { tables, aliases } = this.#context.profile
    const { time, number } = record.header
    const key: EventKey = [this.#alias, feed.alias, number, fork]
    if (this.isNew) aliases.put('conversation', this.#alias, batch)
    if (feed.isNew) {
      aliases.put('device', feed.alias, batch)
      aliases.put('account', feed.accountAlias, batch)
    }
    batch.put(tables.events, key, encodeStored(record))
    batch.put(tables.order, [this.#alias, time, feed.alias, number, fork], null)
    batch.put(tables.ids, indexKey(this.#context, record.id), key)
    if (record.header.kind === kind.op) {
      batch.put(tables.ops, key, null)
      // What it makes void is taken out after; a crash in between is made good for.
      batch.put(tables.unsettled, feed.accountAlias, null)
    }
    this.putFeed(batch, feed)
  }

  /** Once is enough, however many of its events a batch holds. */
  putFeed(batch: Batch, feed: Feed): void {
    if (feed.putIn === batch) return
    feed.putIn = batch
    batch.put(this.#context.profile.tables.feeds, [this.#alias, feed.alias], feed.toRecord())
  }

  delete(batch: Batch, feed: Feed, { header, id }: SignedRecord, fork: number): void {
    const { tables } = this.#context.profile
    const key: EventKey = [this.#alias, feed.alias, header.number, fork]
    batch.delete(tables.events, key)
    batch.delete(tables.order, [this.#alias, header.time, feed.alias, header.number, fork])
    batch.delete(tables.ids, indexKey(this.#context, id))
    if (header.kind === kind.op) batch.delete(tables.ops, key)
  }
}
