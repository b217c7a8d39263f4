import { base32 } from '../../protocol/index.ts'
import type { RegistryStore } from '../../storage/index.ts'

const namespace = 'suspended'
const pageSize = 1000

/** Thrown where a certificate is asked for. */
export class SuspendedError extends Error {}

/** Accounts that the operator shut out: no login, no certificate, no presence, until they are let in again. */
export class Suspensions {
  readonly #store: RegistryStore
  readonly #accounts = new Set<string>()

  constructor(store: RegistryStore) {
    this.#store = store
  }

  async load(): Promise<void> {
    for (let after = ''; ;) {
      const page = await this.#store.list(namespace, after, pageSize)
      for (const { key } of page) this.#accounts.add(key)
      if (page.length < pageSize) return
      after = page.at(-1)!.key
    }
  }

  has(account: Uint8Array): boolean {
    return this.#accounts.has(base32(account))
  }

  /** @throws StorageError */
  async add(account: Uint8Array): Promise<void> {
    await this.#store.claim(namespace, base32(account), new Uint8Array())
    this.#accounts.add(base32(account))
  }

  /** @throws StorageError */
  async remove(account: Uint8Array): Promise<void> {
    const key = base32(account)
    const held = await this.#store.get(namespace, key)
    if (held !== undefined) await this.#store.swap(namespace, key, held.revision, null)
    this.#accounts.delete(key)
  }
}
