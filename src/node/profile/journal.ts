import type { Batch, Store } from '../../storage/index.ts'

interface Waiting {
  fill: (batch: Batch) => void
  sync: boolean
  resolve: () => void
  reject: (error: unknown) => void
}

/** Writes of the whole profile, one batch after the other: what is asked for while one is under way shares the next. */
export class Journal {
  readonly #store: Store
  #waiting: Waiting[] = []
  #running: Promise<void> | undefined

  constructor(store: Store) {
    this.#store = store
  }

  /** Resolves once everything `fill` puts is written; with `sync`, once the disk has it. */
  write(fill: (batch: Batch) => void, { sync = false } = {}): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#waiting.push({ fill, sync, resolve, reject })
    this.#running ??= this.#run()
    return promise
  }

  /** Resolves once all that was asked for so far is written. @throws StorageError where it could not be */
  async flush(): Promise<void> {
    // After a failed write none succeeds, so the next one tells.
    if (this.#running !== undefined) await this.write(() => {})
  }

  /** Once nothing is under way. */
  async settled(): Promise<void> {
    await this.#running
  }

  async #run(): Promise<void> {
    // Lets everything that the same cause brought into the first batch, and waits for nothing else that is due.
    await new Promise<void>((resolve) => process.nextTick(resolve))
    while (this.#waiting.length > 0) {
      const group = this.#waiting
      this.#waiting = []
      await this.#writeGroup(group)
    }
    this.#running = undefined
  }

  async #writeGroup(group: Waiting[]): Promise<void> {
    try {
      const batch = this.#store.batch()
      for (const { fill } of group) fill(batch)
      await batch.write({ sync: group.some(({ sync }) => sync) })
      for (const { resolve } of group) resolve()
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }
}
