import {
  decodeHeartbeat,
  encodeHeartbeat,
  hex,
  hybridTime,
  kind,
  maxSignalAge,
  millisecondsOf,
  nextTime,
  signRecord
} from '../../protocol/index.ts'
import type { Crypto, HeartbeatStatus, SignedRecord } from '../../protocol/index.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { RoomChannel } from '../rooms/room-channel.ts'

/** How often a heartbeat goes out, ms. */
const interval = 10_000
/** Rooms with more people than this have none: n heartbeats would reach n people. */
const maxPeople = 50
/** For this long after hearing a heartbeat one sends some: its author doesn't see the registry, ms. */
const answerTime = 60_000

type Channel = Pick<RoomChannel, 'log' | 'publish'>

export interface HeartbeatsInit {
  crypto: Crypto
  deviceSeed: Uint8Array
  device: Uint8Array
  account: () => Uint8Array | undefined
  status: () => HeartbeatStatus
  channels: () => Channel[]
  peopleIn: (log: ConversationLog) => number
  isRegistryUp: () => boolean
  /** Once every interval, after sending. */
  onTick: () => void
}

/** Presence without a registry: signed signals in small rooms. */
export class Heartbeats {
  readonly #init: HeartbeatsInit
  /** The newest time of each device and conversation: what is older is a replay. */
  readonly #latest = new Map<string, bigint>()
  #heard = 0
  #timer: NodeJS.Timeout | undefined
  #lastTime = 0n

  constructor(init: HeartbeatsInit) {
    this.#init = init
  }

  start(): void {
    this.#timer = setInterval(() => void this.beat(), interval)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  /** Sends one to each small room, where somebody may need it. */
  async beat(): Promise<void> {
    const { channels, peopleIn, isRegistryUp, onTick, account } = this.#init
    if (account() !== undefined && (!isRegistryUp() || Date.now() - this.#heard < answerTime)) {
      const small = channels().filter(({ log }) => peopleIn(log) <= maxPeople)
      // One that could not be sent is as good as one that got lost.
      await Promise.all(small.map((channel) => this.#send(channel).catch(() => {})))
    }
    this.#forgetOld()
    onTick()
  }

  /** What a judged signal of a room says of its author; undefined where it is no heartbeat, old, or seen. */
  receive(log: ConversationLog, { header, content }: SignedRecord): HeartbeatStatus | undefined {
    if (header.kind !== kind.heartbeat || content === undefined) return undefined
    const key = hex(header.device) + hex(log.id)
    const isOld =
      Date.now() - millisecondsOf(header.time) > maxSignalAge || header.time <= (this.#latest.get(key) ?? 0n)
    const status = decodeHeartbeat(content)
    if (isOld || status === undefined) return undefined
    this.#latest.set(key, header.time)
    this.#heard = Date.now()
    return status
  }

  /** Whose age alone would give them away needs no remembering. */
  #forgetOld(): void {
    const oldest = hybridTime(Date.now() - maxSignalAge)
    for (const [key, time] of this.#latest) if (time < oldest) this.#latest.delete(key)
  }

  async #send(channel: Channel): Promise<void> {
    const { crypto, deviceSeed, device, account, status } = this.#init
    this.#lastTime = nextTime(this.#lastTime, Date.now())
    const header = {
      kind: kind.heartbeat,
      number: 0,
      time: this.#lastTime,
      account: account()!,
      device,
      prev: new Uint8Array(32),
      heads: []
    }
    const record = await signRecord(crypto, deviceSeed, channel.log.id, header, encodeHeartbeat(status()))
    await channel.publish(record)
  }
}
