import { hex } from '../../protocol/index.ts'
import type { SyncClient } from './sync-client.ts'

/** Events written within this time are acknowledged together, ms. */
const gatherTime = 100

interface Pending {
  peer: string
  conversation: Uint8Array
  ids: Uint8Array[]
}

/** Tells authors that their events are written here: whoever got one from its author does, nobody else. */
export class Acknowledgements {
  readonly #sync: SyncClient
  readonly #pending = new Map<string, Pending>()
  #timer: NodeJS.Timeout | undefined

  constructor(sync: SyncClient) {
    this.#sync = sync
  }

  add(peer: string, conversation: Uint8Array, id: Uint8Array): void {
    const key = peer + hex(conversation)
    const pending = this.#pending.get(key)
    if (pending === undefined) this.#pending.set(key, { peer, conversation, ids: [id] })
    else pending.ids.push(id)
    this.#timer ??= setTimeout(() => this.#flush(), gatherTime)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #flush(): void {
    this.#timer = undefined
    const all = [...this.#pending.values()]
    this.#pending.clear()
    for (const { peer, conversation, ids } of all) {
      // An author that is gone learns by comparing digests when it is back.
      this.#sync.stored(peer, conversation, ids).catch(() => {})
    }
  }
}
