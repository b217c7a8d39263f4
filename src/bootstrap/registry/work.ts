import { concatBytes, equalBytes, maxWorkBits, utf8, workOf } from '../../protocol/index.ts'
import type { Crypto } from '../../protocol/index.ts'

/** Registrations a minute that need no work. */
const calm = 60
/** Beyond, bits: some milliseconds, and with each doubling twice as much. */
const least = 12
const window = 60_000
/** How long a challenge may take, ms. */
const life = 10 * 60_000

export interface Demand {
  challenge: Uint8Array
  bits: number
}

/** A challenge and what solves it. */
export interface Done {
  challenge: Uint8Array
  solution: Uint8Array
}

/** What a registration must show to be taken: work that grows with how many there were of late. */
export class RegistrationWork {
  readonly #crypto: Crypto
  /** Challenges prove themselves, so none is remembered; after a restart there are new ones. */
  readonly #secret: Uint8Array
  /** Registrations of late: each counts less as time goes by, a third of it a minute later. */
  #recent = 0
  /** When they were counted last, ms since 1970. */
  #at = 0

  constructor(crypto: Crypto) {
    this.#crypto = crypto
    this.#secret = crypto.randomBytes(32)
  }

  /** What a registration must show still; undefined where it may go on. */
  demand(username: string, device: Uint8Array, { challenge, solution }: Partial<Done>): Demand | undefined {
    const bits = this.#bits()
    const isDone = challenge && solution && this.#isDone(username, device, { challenge, solution })
    return bits === 0 || isDone ? undefined : { challenge: this.#challenge(username, device, bits), bits }
  }

  /** A name was taken. */
  count(): void {
    this.#fade()
    this.#recent++
  }

  #bits(): number {
    this.#fade()
    const load = this.#recent / calm
    return load <= 1 ? 0 : Math.min(maxWorkBits, least + Math.floor(Math.log2(load)))
  }

  /** For this device and name alone: when it ends (8), bits (1), HMAC (32). */
  #challenge(username: string, device: Uint8Array, bits: number): Uint8Array {
    const terms = new Uint8Array(9)
    new DataView(terms.buffer).setBigUint64(0, BigInt(Date.now() + life))
    terms[8] = bits
    return concatBytes(terms, this.#mark(terms, username, device))
  }

  /** Whether the challenge was made here for this, is not too old, and was solved. */
  #isDone(username: string, device: Uint8Array, { challenge, solution }: Done): boolean {
    const terms = challenge.subarray(0, 9)
    if (!equalBytes(challenge.subarray(9), this.#mark(terms, username, device))) return false
    const end = new DataView(terms.buffer, terms.byteOffset).getBigUint64(0)
    return end >= BigInt(Date.now()) && workOf(this.#crypto, challenge, solution) >= terms[8]!
  }

  #fade(): void {
    const now = Date.now()
    this.#recent *= Math.exp((this.#at - now) / window)
    this.#at = now
  }

  #mark(terms: Uint8Array, username: string, device: Uint8Array): Uint8Array {
    return this.#crypto.hmac(this.#secret, concatBytes(terms, device, utf8(username)))
  }
}
