import { concatBytes, equalBytes } from '../../protocol/index.ts'
import type { VaultKey } from '../../protocol/index.ts'
import type { Batch } from '../../storage/index.ts'
import type { Profile } from '../profile/profile.ts'

const name = 'vault'
/** The newest, and the one before: right after another password the vault is still sealed under that. */
const kept = 2

/** The keys of this account's vault that the profile has, the newest first. */
export class VaultKeys {
  readonly #profile: Profile
  readonly #onNew: () => void
  #keys: VaultKey[] = []

  /** `onNew`: there is another newest key. */
  constructor(profile: Profile, onNew: () => void) {
    this.#profile = profile
    this.#onNew = onNew
  }

  async load(): Promise<void> {
    this.#keys = decode((await this.#profile.tables.keys.get(name)) ?? new Uint8Array())
  }

  /** The key that a backup has, by the backup's hash. */
  of(backup: Uint8Array): VaultKey | undefined {
    return this.#keys.find((one) => equalBytes(one.backup, backup))
  }

  /** Takes keys, the newest first, and writes what else belongs to them. @throws StorageError */
  async keep(keys: VaultKey[], also?: (batch: Batch) => void): Promise<void> {
    const [newest] = keys
    const others = [...keys, ...this.#keys].filter(({ backup }) => !equalBytes(backup, newest!.backup))
    const next = [newest!, ...others].slice(0, kept)
    const { journal, tables } = this.#profile
    await journal.write(
      (batch) => {
        batch.put(tables.keys, name, encode(next))
        also?.(batch)
      },
      { sync: true }
    )
    const isNew = this.of(newest!.backup) === undefined
    this.#keys = next
    if (isNew) this.#onNew()
  }
}

const encode = (keys: VaultKey[]): Uint8Array =>
  concatBytes(...keys.flatMap(({ backup, key }) => [backup, key]))

const decode = (bytes: Uint8Array): VaultKey[] =>
  Array.from({ length: Math.floor(bytes.length / 64) }, (_, index) => ({
    backup: bytes.slice(index * 64, index * 64 + 32),
    key: bytes.slice(index * 64 + 32, index * 64 + 64)
  }))
