import { deviceKeyOf } from '../../protocol/index.ts'
import type { HybridTime } from '../../protocol/index.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { Outbox } from './outbox.ts'

export interface ConfirmationsInit {
  outbox: Outbox
  /** Whether a peer is another device of this account: that is nobody else. */
  isOwn: (peer: string) => boolean
  onStorageError: (error: unknown) => void
}

/** What other devices say that they hold. */
export class Confirmations {
  readonly #init: ConfirmationsInit

  constructor(init: ConfirmationsInit) {
    this.#init = init
  }

  /** A peer has written these events. */
  stored(ids: Uint8Array[], peer: string): void {
    const { outbox, isOwn, onStorageError } = this.#init
    const device = deviceKeyOf(peer)
    if (device === undefined || isOwn(peer)) return
    for (const id of ids) outbox.stored(id, device).catch(onStorageError)
  }

  /** Whoever holds the same holds everything of one's own up to then. */
  same(log: ConversationLog, peer: string, upTo: HybridTime): void {
    const waiting = this.#init.outbox.waitingIn(log.id).filter(({ time }) => time <= upTo)
    this.stored(
      waiting.map(({ id }) => id),
      peer
    )
  }
}
