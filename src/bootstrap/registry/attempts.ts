import { LRUCache } from 'lru-cache'

/** Tries that may come at once, and how long each takes to come back, ms. */
export interface Allowance {
  burst: number
  interval: number
}

/** Guessing a password goes on at 480 tries a day, whatever is done. */
const ofName: Allowance = { burst: 20, interval: 180_000 }
/** A household behind one address, all of whom forgot their passwords. */
const ofAddress: Allowance = { burst: 60, interval: 10_000 }
/** Names and addresses remembered: whoever makes up more forgets the oldest, 100 bytes each. */
const remembered = 50_000

/** How often somebody may be wrong about a password: by name, and by the address that asks. */
export class Attempts {
  readonly #names = new Bucket(ofName)
  readonly #addresses = new Bucket(ofAddress)

  /** Counts a try. How long the next one must wait, ms, where this one came too soon; 0 where it may go on. */
  take(username: string, address: string): number {
    const wait = Math.max(this.#names.wait(username), this.#addresses.wait(address))
    if (wait > 0) return wait
    this.#names.take(username)
    this.#addresses.take(address)
    return 0
  }

  /** The password was right: the try does not count. */
  giveBack(username: string, address: string): void {
    this.#names.giveBack(username)
    this.#addresses.giveBack(address)
  }
}

/** Token buckets. What is kept of each key is the time at which its bucket will be full again, ms since 1970. */
class Bucket {
  readonly #allowance: Allowance
  readonly #fullAt = new LRUCache<string, number>({ max: remembered })

  constructor(allowance: Allowance) {
    this.#allowance = allowance
  }

  wait(key: string): number {
    const { burst, interval } = this.#allowance
    return Math.max(0, this.#ahead(key) + interval - burst * interval)
  }

  take(key: string): void {
    this.#fullAt.set(key, Date.now() + this.#ahead(key) + this.#allowance.interval)
  }

  giveBack(key: string): void {
    this.#fullAt.set(key, Date.now() + this.#ahead(key) - this.#allowance.interval)
  }

  #ahead(key: string): number {
    return Math.max(0, (this.#fullAt.get(key) ?? 0) - Date.now())
  }
}
