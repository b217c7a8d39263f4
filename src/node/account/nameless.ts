import type { Profile } from '../profile/profile.ts'

const setting = 'nameless'

/** Whether the account of a profile has given its name up, or lost it: for good. */
export class Nameless {
  readonly #profile: Profile
  #isNameless = false

  constructor(profile: Profile) {
    this.#profile = profile
  }

  get isNameless(): boolean {
    return this.#isNameless
  }

  async load(): Promise<void> {
    this.#isNameless = (await this.#profile.tables.settings.get(setting)) !== undefined
  }

  /** @throws StorageError */
  async set(): Promise<void> {
    const { journal, tables } = this.#profile
    await journal.write((batch) => void batch.put(tables.settings, setting, new Uint8Array()), { sync: true })
    this.#isNameless = true
  }
}
