import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { hex } from '../../protocol/index.ts'
import type { Checkpoint, Crypto } from '../../protocol/index.ts'

/** Two notes prove it; this many keep a registry that signs anything from filling the disk. */
const maxFiles = 64

/** Signed words of the registry that contradict each other, kept as files that everybody can check. */
export class Evidence {
  readonly #crypto: Crypto
  readonly #directory: string
  readonly #onNotice: (text: string) => void

  constructor(crypto: Crypto, directory: string, onNotice: (text: string) => void) {
    this.#crypto = crypto
    this.#directory = directory
    this.#onNotice = onNotice
  }

  /** Paths of what is kept. */
  async files(): Promise<string[]> {
    const names = await readdir(this.#directory).catch(() => [])
    return names.toSorted().map((name) => join(this.#directory, name))
  }

  /** Lists of the registry's servers that name different successors of one of its keys. */
  async keepFork(...lists: [Uint8Array, Uint8Array]): Promise<void> {
    try {
      await this.#write(
        lists.map((list) => ({ name: `${hex(this.#crypto.sha256(list)).slice(0, 16)}.servers`, bytes: list }))
      )
    } finally {
      this.#onNotice(
        'One key of the registry has signed two keys to follow it: it was stolen, or the registry shows different people ' +
          'different keys. This profile stays with the key that it heard of first. Compare safety numbers before you write ' +
          `anything private (/verify NAME). Both, the proof, are in ${this.#directory}: ask the operator which one is right.`
      )
    }
  }

  /** The second is the registry's newest, where one of the two is. */
  async keep(...notes: [Checkpoint, Checkpoint]): Promise<void> {
    try {
      await this.#write(
        notes.map(({ size, root, bytes }) => ({ name: `${size}-${hex(root).slice(0, 16)}.note`, bytes }))
      )
    } finally {
      this.#onNotice(this.#text(notes))
    }
  }

  async #write(files: { name: string; bytes: Uint8Array }[]): Promise<void> {
    await mkdir(this.#directory, { recursive: true, mode: 0o700 })
    if ((await this.files()).length >= maxFiles) return
    for (const { name, bytes } of files)
      await writeFileAtomic(join(this.#directory, name), Buffer.from(bytes), { mode: 0o600 })
  }

  #text([told, newest]: [Checkpoint, Checkpoint]): string {
    const notes = `Both signed notes, the proof, are in ${this.#directory}: show them to the operator and to the others.`
    if (newest.size < told.size)
      return (
        `The registry’s log of names has gone back, from ${told.size} lines to ${newest.size}. Perhaps its operator put an ` +
        'old backup back: then names that were registered since are free again, and who has one may be somebody else. Ask ' +
        `the operator, and compare safety numbers before you write anything private (/verify NAME). ${notes}`
      )
    return (
      'The registry has shown different people different logs of names, or changed its log: a name that you see may ' +
      `be somebody else’s. Compare safety numbers before you write anything private (/verify NAME). ${notes}`
    )
  }
}
