import { createRequestClient } from '../../net/index.ts'
import { directProtocol, encodePacket, equalBytes, hex, peerIdOf } from '../../protocol/index.ts'
import type { Host, RequestClient } from '../../net/index.ts'
import type { DirectReply, DirectRequest, SignedRecord } from '../../protocol/index.ts'
import type { Outbox, Outgoing } from '../outbox/outbox.ts'

/** Packets on their way to one device before the first is answered. */
const inFlight = 32
/** Devices that could not be reached are tried again this often, ms, besides whenever they show up. */
const retryInterval = 60_000

export interface DeliveryInit {
  host: Host
  outbox: Outbox
  /** Connects to a device. @throws UnreachableError */
  reach: (device: Uint8Array, signal: AbortSignal) => Promise<void>
  /** Reads the record of an outbox item; undefined where it is gone. */
  record: (outgoing: Outgoing) => Promise<SignedRecord | undefined>
  /** One's own newest entry and certificate, for those who don't know them. */
  credentials: () => { entry: Uint8Array; certificate: Uint8Array }
  onRefused: (outgoing: Outgoing, reason: string) => void
}

/** Hands direct messages to each device that must have them, in order, as soon as it can be reached. */
export class Delivery {
  readonly #init: DeliveryInit
  readonly #client: RequestClient<DirectRequest, DirectReply>
  readonly #running = new Map<string, { again: boolean }>()
  /** Peers that were told who this is, since they connected. */
  readonly #introduced = new Set<string>()
  readonly #stopping = new AbortController()
  #retry: NodeJS.Timeout | undefined

  constructor(init: DeliveryInit) {
    this.#init = init
    this.#client = createRequestClient(init.host, directProtocol)
    init.host.addEventListener('disconnect', ({ detail }) => this.#introduced.delete(detail))
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
    const waiting = outbox.waitingFor(device)
    if (waiting.length === 0) return
    await reach(device, this.#stopping.signal)
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
    const { outbox, credentials, onRefused } = this.#init
    if (record === undefined) return outbox.stored(outgoing.id, device)
    const peer = peerIdOf(device)
    const packet = encodePacket(record, this.#introduced.has(peer) ? {} : credentials())
    outbox.sent(outgoing.id)
    const request = { conversation: record.conversation, packet }
    const reply = await this.#client.request(peer, request, { signal: this.#stopping.signal })
    if (reply.stored === undefined || !equalBytes(reply.stored, record.id))
      return onRefused(outgoing, readable(reply.refused))
    this.#introduced.add(peer)
    await outbox.stored(record.id, device)
  }
}

/** A refusal's code as people may see it: the other side could have written anything. */
const readable = (code = ''): string => (/^[a-z-]{1,30}$/.test(code) ? code : 'no known reason')
