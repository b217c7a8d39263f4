import { equalBytes } from '../../protocol/index.ts'
import type { VaultKeyPart } from '../../protocol/index.ts'
import type { Account } from '../account/account.ts'
import type { ConversationLog } from '../events/conversation-log.ts'
import type { OwnDevices } from '../own/own-devices.ts'
import type { SyncClient } from '../sync/sync-client.ts'
import type { VaultKeys } from './vault-keys.ts'

export interface KeySharingInit {
  keys: VaultKeys
  account: Pick<Account, 'self'>
  sync: SyncClient
  /** This account's devices, by its newest entry, and the conversation with oneself. */
  own: () => { log: ConversationLog | undefined; devices: Pick<OwnDevices, 'isOwn' | 'connected'> }
  onStorageError: (error: unknown) => void
}

/** Gives the account's newest vault key to the devices that its newest entry lists, and to no other. */
export class KeySharing {
  readonly #init: KeySharingInit

  constructor(init: KeySharingInit) {
    this.#init = init
  }

  /** Asks own devices that are connected, where this one lacks it. */
  async ask(): Promise<void> {
    const { own, sync } = this.#init
    for (const peer of own().devices.connected()) {
      const { log } = own()
      const backup = this.#lacking()
      if (log === undefined || backup === undefined) return
      const given = await sync.askVaultKey(peer, log.id, backup).catch(() => undefined)
      if (given !== undefined) await this.#take(given)
    }
  }

  /** Hands it to own devices that are connected: they may have asked before it was here. */
  hand(): void {
    const { keys, account, sync, own } = this.#init
    const { log, devices } = own()
    const newest = account.self && keys.of(account.self.entry.backup)
    if (log === undefined || newest === undefined) return
    for (const peer of devices.connected()) void sync.giveVaultKey(peer, log.id, newest).catch(() => {})
  }

  /** What a peer asks or hands. */
  answer(part: VaultKeyPart, peer: string): VaultKeyPart | undefined {
    const { keys, account, own } = this.#init
    const isOwn = own().devices.isOwn(peer)
    const { backup } = part
    const none = { backup, key: new Uint8Array() }
    if (part.key.length > 0) {
      if (isOwn) void this.#take(part)
      return undefined
    }
    // Whoever the entry with this backup does not list is not told, even where an earlier one is all it knows.
    const isNewest = account.self !== undefined && equalBytes(account.self.entry.backup, backup)
    return (isNewest && isOwn && keys.of(backup)) || none
  }

  /** The backup whose key lacks. */
  #lacking(): Uint8Array | undefined {
    const backup = this.#init.account.self?.entry.backup
    return backup === undefined || this.#init.keys.of(backup) !== undefined ? undefined : backup
  }

  async #take({ backup, key }: VaultKeyPart): Promise<void> {
    const lacking = this.#lacking()
    if (lacking === undefined || !equalBytes(lacking, backup) || key.length !== 32) return
    await this.#init.keys.keep([{ backup, key }]).catch(this.#init.onStorageError)
  }
}
