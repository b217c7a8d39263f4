import { decodeFlag, decodeNickname, encodeFlag, encodeNickname } from '../../protocol/index.ts'
import type { OwnState } from './own-state.ts'

/** Whom this person has blocked, and what they call others: the same on all own devices. */
export class Relations {
  readonly #state: () => OwnState | undefined

  /** `state` is undefined before somebody is logged in. */
  constructor(state: () => OwnState | undefined) {
    this.#state = state
  }

  isBlocked(account: Uint8Array): boolean {
    const value = this.#state()?.get({ about: 'block', id: account })
    return value !== undefined && decodeFlag(value)
  }

  /** Account ids. */
  blocked(): Uint8Array[] {
    return [...(this.#state()?.all() ?? [])].flatMap(([key, value]) =>
      key.about === 'block' && decodeFlag(value) ? [key.id] : []
    )
  }

  /** What this person calls somebody; undefined where that is what everybody does. */
  nicknameOf(account: Uint8Array): string | undefined {
    const value = this.#state()?.get({ about: 'nickname', id: account })
    return (value && decodeNickname(value)) || undefined
  }

  /** @throws NotLoggedInError, StorageError */
  block(account: Uint8Array, isBlocked: boolean): Promise<void> {
    return this.#set('block', account, encodeFlag(isBlocked))
  }

  /** An empty nickname takes it away. @throws NotLoggedInError, StorageError */
  rename(account: Uint8Array, nickname: string): Promise<void> {
    return this.#set('nickname', account, encodeNickname(nickname))
  }

  async #set(about: 'block' | 'nickname', id: Uint8Array, value: Uint8Array): Promise<void> {
    await this.#state()?.require({ about, id }, value)
  }
}
