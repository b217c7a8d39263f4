import { UnknownNameError } from '../errors.ts'
import { base32 } from '../protocol/index.ts'
import { backUp } from './backup.ts'
import type { RegistryStore } from '../storage/index.ts'
import type { Accounts, StoredAccount } from './registry/accounts.ts'
import type { Suspensions } from './registry/suspensions.ts'
import type { BootstrapAdmin, RegisteredAccount } from './types.ts'

export interface AdminInit {
  directory: string
  store: RegistryStore
  accounts: Accounts
  suspensions: Suspensions
  /** An account is shut out from now on. */
  onSuspended: (account: Uint8Array) => void
}

/** What the operator of a server may do while it runs. */
export class ServerAdmin implements Omit<BootstrapAdmin, 'restore'> {
  readonly #init: AdminInit

  constructor(init: AdminInit) {
    this.#init = init
  }

  async accounts(after: string, limit: number): Promise<RegisteredAccount[]> {
    const { store, accounts, suspensions } = this.#init
    const names = await store.list('name', after, limit)
    const found = await Promise.all(names.map(({ key }) => accounts.byName(key)))
    return found
      .filter((account) => account !== undefined)
      .map(({ username, entry }) => ({
        name: username,
        id: base32(entry.account),
        devices: entry.devices.length,
        suspended: suspensions.has(entry.account)
      }))
  }

  async suspend(username: string): Promise<void> {
    const { entry } = await this.#required(username)
    await this.#init.suspensions.add(entry.account)
    this.#init.onSuspended(entry.account)
  }

  async resume(username: string): Promise<void> {
    const { entry } = await this.#required(username)
    await this.#init.suspensions.remove(entry.account)
  }

  backup(copy: string): Promise<void> {
    return backUp(this.#init.store, this.#init.directory, copy)
  }

  async #required(username: string): Promise<StoredAccount> {
    const account = await this.#init.accounts.byName(username)
    if (account === undefined) throw new UnknownNameError(`Nobody is registered here as ${username}.`)
    return account
  }
}
