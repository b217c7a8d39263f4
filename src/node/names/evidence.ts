import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { hex } from '../../protocol/index.ts'
import type { Checkpoint } from '../../protocol/index.ts'

/** Two notes prove it; this many keep a registry that signs anything from filling the disk. */
const maxFiles = 64

/** Checkpoints that contradict each other, kept as files that everybody can check. */
export class Evidence {
  readonly #directory: string
  readonly #onNotice: (text: string) => void
  #told = false

  constructor(directory: string, onNotice: (text: string) => void) {
    this.#directory = directory
    this.#onNotice = onNotice
  }

  /** Paths of what is kept. */
  async files(): Promise<string[]> {
    const names = await readdir(this.#directory).catch(() => [])
    return names.toSorted().map((name) => join(this.#directory, name))
  }

  async keep(...notes: [Checkpoint, Checkpoint]): Promise<void> {
    try {
      await this.#write(notes)
    } finally {
      this.#tell()
    }
  }

  async #write(notes: Checkpoint[]): Promise<void> {
    await mkdir(this.#directory, { recursive: true, mode: 0o700 })
    if ((await this.files()).length >= maxFiles) return
    for (const { size, root, bytes } of notes) {
      const name = `${size}-${hex(root).slice(0, 16)}.note`
      await writeFileAtomic(join(this.#directory, name), Buffer.from(bytes), { mode: 0o600 })
    }
  }

  #tell(): void {
    if (this.#told) return
    this.#told = true
    this.#onNotice(
      'The registry has shown different people different logs of names, or changed its log: a name that you see may ' +
        'be somebody else’s. Compare safety numbers before you write anything private (/verify NAME). Both signed ' +
        `notes, the proof, are in ${this.#directory}: show them to the operator and to the others.`
    )
  }
}
