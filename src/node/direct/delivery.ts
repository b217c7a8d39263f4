import { hex, peerIdOf, refusal } from '../../protocol/index.ts'
import type { SignedRecord } from '../../protocol/index.ts'
import type { Outbox, Outgoing } from '../outbox/outbox.ts'
import type { DirectClient } from './direct-client.ts'

/** Packets on their way to one device before the first is answered. */
const inFlight = 32
/** Devices that could not be reached are tried again this often, ms, besides whenever they show up. */
const retryInterval = 60_000

export interface DeliveryInit {
  client: DirectClient
  outbox: Outbox
  /** Connects to a device. @throws UnreachableError */
  reach: (device: Uint8Array, signal: AbortSignal) => Promise<void>
  /** Reads the record of an outbox item; undefined where it is gone. */
  record: (outgoing: Outgoing) => Promise<SignedRecord | undefined>
  /** With a sentence for the person. */
  onRefused: (text: string) => void
}

/** Hands direct messages to each device that must have them, in order, as soon as it can be reached. */
export class Delivery {
  readonly #init: DeliveryInit
  readonly #running = new Map<string, { again: boolean }>()
  readonly #stopping = new AbortController()
  #retry: NodeJS.Timeout | undefined

  constructor(init: DeliveryInit) {
    this.#init = init
  }

  start(): void {
    this.#retry = setInterval(() => this.tryAll(), retryInterval)
    this.tryAll()
  }

  stop(): void {
    this.#stopping.abort()
    clearInterval(this.#retry)
  }

  tryAll(): void {
    for (const device of this.#init.outbox.waitingDevices()) this.tryDevice(device)
  }

  /** Delivers what waits for a device, now or (where that is under way) once more after. */
  tryDevice(device: Uint8Array): void {
    const key = hex(device)
    const running = this.#running.get(key)
    if (running !== undefined) running.again = true
    else if (!this.#stopping.signal.aborted) void this.#run(key, device)
  }

  async #run(key: string, device: Uint8Array): Promise<void> {
    const run = { again: true }
    this.#running.set(key, run)
    while (run.again && !this.#stopping.signal.aborted) {
      run.again = false
      // Out of reach, or gone half way: what was not acknowledged waits for the next time, which may be now.
      await this.#deliver(device).catch(() => {})
    }
    this.#running.delete(key)
  }

  async #deliver(device: Uint8Array): Promise<void> {
    const { outbox, reach } = this.#init
    if (outbox.waitingFor(device).length === 0) return
    await reach(device, this.#stopping.signal)
    // Looked up only now: the device may have left its account meanwhile.
    const waiting = outbox.waitingFor(device)
    // Nothing goes out before the disk has it: after a crash its number would be given to another.
    await outbox.flush()
    for (let at = 0; at < waiting.length; at += inFlight) {
      const some = waiting.slice(at, at + inFlight)
      // Read before the first is sent, so that they leave in order.
      const records = await Promise.all(some.map(async (one) => one.record ?? this.#init.record(one)))
      await Promise.all(some.map((outgoing, index) => this.#send(device, outgoing, records[index])))
    }
  }

  async #send(device: Uint8Array, outgoing: Outgoing, record: SignedRecord | undefined): Promise<void> {
    const { client, outbox, onRefused } = this.#init
    if (record === undefined) return outbox.stored(outgoing.id, device)
    outbox.sent(outgoing.id)
    const refused = await client.hand(peerIdOf(device), record, { signal: this.#stopping.signal })
    if (refused !== undefined) return onRefused(refusedText(refused))
    await outbox.stored(record.id, device)
  }
}

const refusedText = (code: string): string =>
  code === refusal.clock
    ? 'A message was refused: your clock is more than 10 minutes ahead of the other side’s. Set yours, or ask them to ' +
      'set theirs. It stays queued.'
    : `A message was refused by the other side (${readable(code)}). It stays queued.`

/** A refusal's code as people may see it: the other side could have written anything. */
const readable = (code: string): string => (/^[a-z-]{1,30}$/.test(code) ? code : 'no known reason')
