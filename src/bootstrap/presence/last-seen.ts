import type { RegistryStore } from '../../storage/index.ts'

const namespace = 'seen'

/** When each account was last present, ms since 1970: what remains of presence when it ends. */
export class LastSeen {
  readonly #store: RegistryStore
  /** Times that are not written yet, and their writing. */
  readonly #pending = new Map<string, { time: number; written: Promise<void> }>()

  constructor(store: RegistryStore) {
    this.#store = store
  }

  /** 0 where never. */
  async of(account: string): Promise<number> {
    const pending = this.#pending.get(account)
    if (pending !== undefined) return pending.time
    const entry = await this.#store.get(namespace, account)
    return entry === undefined ? 0 : readTime(entry.value)
  }

  /** Writes that it is now, behind the caller's back. */
  note(account: string): void {
    const time = Date.now()
    const before = this.#pending.get(account)?.written
    const written = this.#write(account, time, before)
      .catch(() => {})
      .finally(() => {
        if (this.#pending.get(account)?.written === written) this.#pending.delete(account)
      })
    this.#pending.set(account, { time, written })
  }

  /** Once everything noted is written. */
  async settled(): Promise<void> {
    await Promise.all(Array.from(this.#pending.values(), ({ written }) => written))
  }

  async #write(account: string, time: number, before: Promise<void> | undefined): Promise<void> {
    await before
    const value = timeBytes(time)
    const entry = await this.#store.get(namespace, account)
    // Where another server wrote in between, its time is as good.
    if (entry === undefined) await this.#store.claim(namespace, account, value)
    else await this.#store.swap(namespace, account, entry.revision, value)
  }
}

function timeBytes(time: number): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setFloat64(0, time)
  return bytes
}

const readTime = (bytes: Uint8Array): number => new DataView(bytes.buffer, bytes.byteOffset).getFloat64(0)
