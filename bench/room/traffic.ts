import { setTimeout as delay } from 'node:timers/promises'
import { cpuTime, now } from '../support/clock.ts'

/** One peer of the room. */
export interface Speaker {
  say(text: string): Promise<unknown>
  /** Calls back with whatever another peer said, once it would be shown. */
  onHeard(listener: (text: string) => void): void
}

/** Who says how much and when: the same for all processes. */
export interface Round {
  number: number
  /** Of the monotonic clock, ms. */
  startAt: number
  /** Peers in all processes, and the place among them of the first one here. */
  peers: number
  first: number
  /** Messages of each peer. */
  each: number
  /** Between two messages of a peer, ms. */
  interval: number
  /** Bytes of a message. */
  size: number
  /** How long after the last message anything may still come, ms. */
  patience: number
}

export interface Heard {
  /** From the call that sent it to the event that showed it, ms, for each message at each peer that heard it. */
  latencies: Float64Array
  lost: number
  /** What could not be sent. */
  failed: number
}

/** Sends and hears the rounds of some peers that share a process. */
export class Traffic {
  readonly #speakers: Speaker[]
  #number = -1
  #latencies: number[] = []
  #expected = 0
  #done = Promise.withResolvers<void>()

  constructor(speakers: Speaker[]) {
    this.#speakers = speakers
    for (const speaker of speakers) speaker.onHeard((text) => this.#hear(text))
  }

  async round({ number, startAt, peers, first, each, interval, size, patience }: Round): Promise<Heard> {
    this.#number = number
    this.#latencies = []
    this.#expected = this.#speakers.length * (peers - 1) * each
    this.#done = Promise.withResolvers()
    let failed = 0
    const sent: Promise<unknown>[] = []
    for (let turn = 0; turn < each; turn++) {
      for (const [index, speaker] of this.#speakers.entries()) {
        // Spread evenly over all peers, so that no two speak at once.
        await until(startAt + (turn + (first + index) / peers) * interval)
        sent.push(speaker.say(`${number} ${now()} `.padEnd(size, '.')).catch(() => failed++))
      }
    }
    await Promise.all(sent)
    await Promise.race([this.#done.promise, until(startAt + each * interval + patience)])
    this.#number = -1
    const latencies = Float64Array.from(this.#latencies)
    return { latencies, lost: this.#expected - latencies.length, failed }
  }

  cpu(): number {
    return cpuTime()
  }

  #hear(text: string): void {
    const [number, sentAt] = text.split(' ', 2).map(Number)
    if (number !== this.#number) return
    if (this.#latencies.push(now() - sentAt!) === this.#expected) this.#done.resolve()
  }
}

const until = (time: number): Promise<void> => delay(Math.max(0, time - now()))
