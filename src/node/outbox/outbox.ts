import { LRUCache } from 'lru-cache'
import { equalBytes, hex } from '../../protocol/index.ts'
import type { SignedRecord } from '../../protocol/index.ts'
import type { Batch } from '../../storage/index.ts'
import type { Profile } from '../profile/profile.ts'
import type { MessageState } from '../types.ts'

/** One of one's own events, and how far it has come. */
export interface Outgoing {
  id: Uint8Array
  conversation: Uint8Array
  number: number
  time: bigint
  state: MessageState
  /** Devices of a direct conversation that it must still reach. Empty in a room, which needs any one device. */
  devices: Uint8Array[]
  /** Devices that said they hold it, hex. */
  storedBy: Set<string>
  /** Until each device has it, where it was written since this profile was opened. */
  record?: SignedRecord
}

/** Delivered events whose further acknowledgements are still counted: more than a screen shows. */
const maxDelivered = 2000

/** What is not yet where it should be, kept on disk until it is. */
export class Outbox {
  readonly #profile: Profile
  readonly #onState: (outgoing: Outgoing) => void
  readonly #waiting = new Map<string, Outgoing>()
  readonly #delivered = new LRUCache<string, Outgoing>({ max: maxDelivered })

  constructor(profile: Profile, onState: (outgoing: Outgoing) => void) {
    this.#profile = profile
    this.#onState = onState
  }

  async load(): Promise<void> {
    for await (const [[time, number], stored] of this.#profile.tables.outbox.entries()) {
      const { id, conversation, devices, delivered } = stored
      this.#waiting.set(hex(id), {
        id,
        conversation,
        number,
        time,
        devices,
        state: delivered ? 'delivered' : 'queued',
        storedBy: new Set()
      })
    }
  }

  /** Puts a new event into the batch that stores it. */
  add(record: SignedRecord, devices: Uint8Array[], batch: Batch): void {
    const { id, conversation } = record
    const { number, time } = record.header
    const outgoing: Outgoing = {
      id,
      conversation,
      number,
      time,
      devices,
      state: 'queued',
      storedBy: new Set(),
      ...(devices.length > 0 && { record })
    }
    this.#waiting.set(hex(id), outgoing)
    this.#put(batch, outgoing)
  }

  /** Takes back what `add` did where the batch was not written. */
  discard(id: Uint8Array): void {
    this.#waiting.delete(hex(id))
  }

  /** Resolves once all that was added so far is on the disk. @throws StorageError where it could not be */
  flush(): Promise<void> {
    return this.#profile.journal.flush()
  }

  find(id: Uint8Array): Outgoing | undefined {
    return this.#waiting.get(hex(id)) ?? this.#delivered.get(hex(id))
  }

  /** What a device of a direct conversation still lacks, in the order it was written. */
  waitingFor(device: Uint8Array): Outgoing[] {
    return [...this.#waiting.values()].filter(({ devices }) => isAmong(devices, device))
  }

  /** What waits in a conversation. */
  waitingIn(conversation: Uint8Array): Outgoing[] {
    return [...this.#waiting.values()].filter((outgoing) => equalBytes(outgoing.conversation, conversation))
  }

  /** Devices that something waits for. */
  waitingDevices(): Uint8Array[] {
    const devices = new Map<string, Uint8Array>()
    for (const outgoing of this.#waiting.values())
      for (const device of outgoing.devices) devices.set(hex(device), device)
    return [...devices.values()]
  }

  /** It was handed to somebody. */
  sent(id: Uint8Array): void {
    const outgoing = this.#waiting.get(hex(id))
    if (outgoing?.state !== 'queued') return
    outgoing.state = 'sent'
    this.#onState(outgoing)
  }

  /** A device says that it holds it. Of a direct message only those count that it is for. */
  async stored(id: Uint8Array, device: Uint8Array): Promise<void> {
    const outgoing = this.find(id)
    if (outgoing === undefined || outgoing.storedBy.has(hex(device))) return
    const lacking = outgoing.devices.filter((one) => !equalBytes(one, device))
    if (outgoing.devices.length > 0 && lacking.length === outgoing.devices.length) return
    outgoing.storedBy.add(hex(device))
    outgoing.devices = lacking
    outgoing.state = 'delivered'
    const saving = this.#waiting.has(hex(id)) ? this.#save(outgoing) : undefined
    // Whatever becomes of the disk, the other device has it.
    this.#onState(outgoing)
    await saving
  }

  /**
   * A direct conversation's devices are others now: what nobody has yet goes to all of them, the rest to those that still
   * lacked it. Resolves to the devices that something waits for which did not before. Where none is left it stays as it is.
   *
   * @throws StorageError
   */
  async redirect(conversation: Uint8Array, devices: Uint8Array[]): Promise<Uint8Array[]> {
    if (devices.length === 0) return []
    const added = new Map<string, Uint8Array>()
    const saving: Promise<void>[] = []
    for (const outgoing of this.waitingIn(conversation)) {
      const { devices: before, state } = outgoing
      const isStillListed = (device: Uint8Array): boolean => isAmong(devices, device)
      const came = state === 'delivered' ? [] : devices.filter((device) => !isAmong(before, device))
      if (came.length === 0 && before.every(isStillListed)) continue
      for (const device of came) added.set(hex(device), device)
      outgoing.devices = [...before.filter(isStillListed), ...came]
      saving.push(this.#save(outgoing))
    }
    // Asked for together, they share a batch.
    await Promise.all(saving)
    return [...added.values()]
  }

  async #save(outgoing: Outgoing): Promise<void> {
    const { journal, tables } = this.#profile
    if (outgoing.devices.length > 0) return journal.write((batch) => this.#put(batch, outgoing))
    delete outgoing.record
    this.#waiting.delete(hex(outgoing.id))
    this.#delivered.set(hex(outgoing.id), outgoing)
    return journal.write((batch) => void batch.delete(tables.outbox, [outgoing.time, outgoing.number]))
  }

  #put(batch: Batch, { id, conversation, number, time, devices, state }: Outgoing): void {
    const delivered = state === 'delivered'
    batch.put(this.#profile.tables.outbox, [time, number], { id, conversation, number, devices, delivered })
  }
}

const isAmong = (devices: Uint8Array[], device: Uint8Array): boolean =>
  devices.some((one) => equalBytes(one, device))
