import {
  compareBytes,
  concatBytes,
  encodeStored,
  equalBytes,
  hex,
  maxRegisters,
  readRegister,
  readStored,
  registerLink
} from '../../protocol/index.ts'
import { registerKey } from '../profile/tables.ts'
import type { HybridTime, RegisterBody, RegisterLine, SignedRecord } from '../../protocol/index.ts'
import type { Batch } from '../../storage/index.ts'
import type { EventContext } from './context.ts'
import type { Feed } from './feed.ts'

/** The current value under a key, with the record that says so. */
export interface Register extends RegisterBody {
  record: SignedRecord
}

/** The current registers of one conversation: of several under one key the one with the greatest (time, id). */
export class Registers {
  readonly #context: EventContext
  readonly #alias: number
  /** By account and hash of the key. */
  readonly #current = new Map<string, Register>()
  #latest: HybridTime = 0n

  private constructor(context: EventContext, alias: number) {
    this.#context = context
    this.#alias = alias
  }

  static async open(context: EventContext, conversation: Uint8Array, alias: number): Promise<Registers> {
    const { crypto, profile } = context
    const registers = new Registers(context, alias)
    for await (const [, stored] of profile.tables.registers.entries(registerKey.startingWith(alias))) {
      const record = readStored(crypto, conversation, stored)
      const body = record && readRegister(crypto, record)
      if (record !== undefined && body !== undefined) registers.#remember({ ...body, record })
    }
    return registers
  }

  /** The greatest time held: an author's next is greater. */
  get latest(): HybridTime {
    return this.#latest
  }

  all(): Iterable<Register> {
    return this.#current.values()
  }

  find(account: Uint8Array, key: string): Register | undefined {
    return this.#current.get(hex(account) + hex(registerLink(this.#context.crypto, key)))
  }

  lines(): RegisterLine[] {
    return [...this.#current.values()].map(({ record }) => lineOf(record))
  }

  byId(id: Uint8Array): SignedRecord | undefined {
    for (const { record } of this.#current.values()) if (equalBytes(record.id, id)) return record
    return undefined
  }

  /** Whether what a line names would take the place of what is held. */
  isNews({ account, key, time, id }: RegisterLine): boolean {
    const held = this.#current.get(hex(account) + hex(key))?.record
    if (held === undefined) return this.#current.size < maxRegisters
    return time === held.header.time ? compareBytes(id, held.id) > 0 : time > held.header.time
  }

  /**
   * Stores a register whose bytes and author were judged; undefined where a newer one is held, or it says nothing.
   *
   * @throws StorageError; nothing was added then
   */
  async add(record: SignedRecord, options: { sync?: boolean } = {}): Promise<Register | undefined> {
    const { crypto, profile } = this.#context
    const body = readRegister(crypto, record)
    if (body === undefined || !this.isNews(lineOf(record))) return undefined
    const register = { ...body, record }
    const before = this.#remember(register)
    try {
      await profile.journal.write((batch) => this.#put(batch, record), options)
    } catch (error) {
      this.#restore(register, before)
      throw error
    }
    return register
  }

  /** Takes out what a device wrote that counts no more. @throws StorageError */
  async sweep(feed: Feed): Promise<void> {
    const gone = [...this.#current.values()].filter(
      ({ record: { header } }) => equalBytes(header.device, feed.device) && !feed.counts(header)
    )
    for (const { record } of gone) this.#current.delete(keyOf(record))
    if (gone.length === 0) return
    const { tables, journal } = this.#context.profile
    await journal.write((batch) => {
      for (const { record } of gone) batch.delete(tables.registers, [this.#alias, this.#nameOf(record)])
    })
  }

  #remember(register: Register): Register | undefined {
    const key = keyOf(register.record)
    const before = this.#current.get(key)
    this.#current.set(key, register)
    if (register.record.header.time > this.#latest) this.#latest = register.record.header.time
    return before
  }

  #restore({ record }: Register, before: Register | undefined): void {
    if (this.#current.get(keyOf(record))?.record !== record) return
    if (before === undefined) this.#current.delete(keyOf(record))
    else this.#current.set(keyOf(record), before)
  }

  #put(batch: Batch, record: SignedRecord): void {
    const { profile } = this.#context
    profile.aliases.put('conversation', this.#alias, batch)
    batch.put(profile.tables.registers, [this.#alias, this.#nameOf(record)], encodeStored(record))
  }

  #nameOf({ header: { account, prev } }: SignedRecord): Uint8Array {
    const { crypto, profile } = this.#context
    return crypto.hmac(profile.indexKey, concatBytes(account, prev)).subarray(0, 16)
  }
}

const keyOf = ({ header }: SignedRecord): string => hex(header.account) + hex(header.prev)

/** What a digest tells of a register. */
export const lineOf = ({ header, id }: SignedRecord): RegisterLine => ({
  account: header.account,
  key: header.prev,
  time: header.time,
  id
})
