import type { RegistryStore } from '../../storage/index.ts'

const namespace = 'seen'

/** When each account was last present, ms since 1970: what remains of presence when it ends. */
export class LastSeen {
  readonly #store: RegistryStore
  readonly #pending = new Set<Promise<void>>()

  constructor(store: RegistryStore) {
    this.#store = store
  }

  /** 0 where never. */
  async of(account: string): Promise<number> {
    const entry = await this.#store.get(namespace, account)
    return entry === undefined ? 0 : readTime(entry.value)
  }

  /** Writes that it is now, behind the caller's back. */
  note(account: string): void {
    const write = this.#write(account).catch(() => {})
    this.#pending.add(write)
    void write.then(() => this.#pending.delete(write))
  }

  /** Once everything noted is written. */
  async settled(): Promise<void> {
    await Promise.all(this.#pending)
  }

  async #write(account: string): Promise<void> {
    const value = timeBytes(Date.now())
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
