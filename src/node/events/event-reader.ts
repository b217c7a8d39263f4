import { compareBytes, readStored } from '../../protocol/index.ts'
import { eventKey, orderKey } from '../profile/tables.ts'
import { indexKey } from './context.ts'
import type { HybridTime, SignedRecord } from '../../protocol/index.ts'
import type { EventKey, OrderKey, Tables } from '../profile/tables.ts'
import type { EventContext } from './context.ts'

/** A place in the order (time, id) of a conversation. */
export interface Position {
  time: HybridTime
  id: Uint8Array
}

const maxU32 = 0xffffffff

/** Reads the stored events of one conversation. */
export class EventReader {
  readonly #context: EventContext
  readonly #conversation: Uint8Array
  readonly #alias: number

  constructor(context: EventContext, conversation: Uint8Array, alias: number) {
    this.#context = context
    this.#conversation = conversation
    this.#alias = alias
  }

  /** At least the newest `limit` events before a place (all of the last time), newest first. */
  async before(position: Position | undefined, limit: number): Promise<SignedRecord[]> {
    const records = await this.#read(await this.#keysBefore(position, limit))
    records.sort((a, b) => comparePlaces(placeOf(b), placeOf(a)))
    return position === undefined
      ? records
      : records.filter((record) => comparePlaces(placeOf(record), position) < 0)
  }

  /** Events later than a time, oldest first. */
  async *after(time: HybridTime): AsyncIterable<SignedRecord> {
    const range = {
      ...orderKey.startingWith(this.#alias),
      gte: [this.#alias, time + 1n, 0, 0, 0] as OrderKey
    }
    for await (const key of this.#tables.order.keys(range)) yield* await this.#read([key])
  }

  /** The events of one device with numbers from..to that are held, as stored. */
  async *range(device: number, from: number, to: number, reverse: boolean): AsyncIterable<Uint8Array> {
    const gte: EventKey = [this.#alias, device, from, 0]
    const lte: EventKey = [this.#alias, device, to, 1]
    for await (const [, stored] of this.#tables.events.entries({ gte, lte, reverse })) yield stored
  }

  /** All events held of one device, the lowest number first. */
  async *feed(device: number): AsyncIterable<SignedRecord> {
    for await (const stored of this.range(device, 1, maxU32, false)) {
      const record = this.decode(stored)
      if (record !== undefined) yield record
    }
  }

  /** All ops held, in no order. */
  async ops(): Promise<SignedRecord[]> {
    const keys: EventKey[] = []
    for await (const key of this.#tables.ops.keys(eventKey.startingWith(this.#alias))) keys.push(key)
    return this.#decode(await this.#tables.events.getMany(keys))
  }

  /** An event as `range` yields it. */
  decode(stored: Uint8Array): SignedRecord | undefined {
    return readStored(this.#context.crypto, this.#conversation, stored)
  }

  /** The one or two events of a device and number. */
  async forks(device: number, number: number): Promise<SignedRecord[]> {
    const keys = [0, 1].map((fork): EventKey => [this.#alias, device, number, fork])
    return this.#decode(await this.#tables.events.getMany(keys))
  }

  async byId(id: Uint8Array): Promise<SignedRecord | undefined> {
    const key = await this.#tables.ids.get(indexKey(this.#context, id))
    if (key === undefined || key[0] !== this.#alias) return undefined
    return this.#decode([await this.#tables.events.get(key)])[0]
  }

  async has(id: Uint8Array): Promise<boolean> {
    const key = await this.#tables.ids.get(indexKey(this.#context, id))
    return key?.[0] === this.#alias
  }

  async timeOf(device: number, number: number): Promise<HybridTime | undefined> {
    return (await this.forks(device, number))[0]?.header.time
  }

  async latestTime(): Promise<HybridTime | undefined> {
    const range = { ...orderKey.startingWith(this.#alias), reverse: true, limit: 1 }
    for await (const [, time] of this.#tables.order.keys(range)) return time
    return undefined
  }

  async #keysBefore(position: Position | undefined, limit: number): Promise<OrderKey[]> {
    const lte: OrderKey = [this.#alias, position?.time ?? 2n ** 64n - 1n, maxU32, maxU32, 255]
    const range = { gte: [this.#alias, 0n, 0, 0, 0] as OrderKey, lte, reverse: true }
    const keys: OrderKey[] = []
    // Events of the place's own time may come before or after it: their ids tell, and they don't count.
    let counted = 0
    for await (const key of this.#tables.order.keys(range)) {
      const last = keys.at(-1)
      if (counted >= limit && last !== undefined && last[1] !== key[1]) break
      keys.push(key)
      if (key[1] !== position?.time) counted++
    }
    return keys
  }

  async #read(keys: OrderKey[]): Promise<SignedRecord[]> {
    const eventKeys = keys.map(([conversation, , device, number, fork]): EventKey => [
      conversation,
      device,
      number,
      fork
    ])
    return this.#decode(await this.#tables.events.getMany(eventKeys))
  }

  #decode(stored: (Uint8Array | undefined)[]): SignedRecord[] {
    const { crypto } = this.#context
    return stored
      .map((bytes) => bytes && readStored(crypto, this.#conversation, bytes))
      .filter((record) => record !== undefined)
  }

  get #tables(): Tables {
    return this.#context.profile.tables
  }
}

export const placeOf = ({ header: { time }, id }: SignedRecord): Position => ({ time, id })

/** Order everywhere: (time, id). */
export function comparePlaces(a: Position, b: Position): number {
  if (a.time !== b.time) return a.time < b.time ? -1 : 1
  return compareBytes(a.id, b.id)
}
