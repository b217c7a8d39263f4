import { decodeMarker, encodeMarker } from '../../protocol/index.ts'
import type { Profile } from '../profile/profile.ts'

const setting = 'vault'

/** The number of the vault that the registry was seen to have: it only grows. */
export class Numbers {
  readonly #profile: Profile
  readonly #onNotice: (text: string) => void

  constructor(profile: Profile, onNotice: (text: string) => void) {
    this.#profile = profile
    this.#onNotice = onNotice
  }

  /** The registry has a vault of this number; 0 where it has none. */
  async saw(number: number): Promise<void> {
    const before = Number(
      decodeMarker((await this.#profile.tables.settings.get(setting)) ?? new Uint8Array())
    )
    if (number < before) this.#onNotice(older)
    if (number !== before) await this.put(number)
  }

  /** This device put one. */
  put(number: number): Promise<void> {
    const { journal, tables } = this.#profile
    return journal.write((batch) => void batch.put(tables.settings, setting, encodeMarker(BigInt(number))))
  }
}

const older =
  'The registry handed out an older vault than before, the sealed copy of what your devices remember together. This device ' +
  'lost nothing; a new one may have lacked something. Perhaps the operator put an old backup back: ask.'
