import { UnknownNameError } from '../errors.ts'
import { base32, leafOp, makeRecoveryCode, recoveryWords } from '../protocol/index.ts'
import { backUp } from './backup.ts'
import type { AccountEntry, Crypto } from '../protocol/index.ts'
import type { RegistryStore } from '../storage/index.ts'
import type { Accounts, StoredAccount } from './registry/accounts.ts'
import type { Leavings } from './registry/leavings.ts'
import type { Suspensions } from './registry/suspensions.ts'
import type { BootstrapAdmin, NameReset, RegisteredAccount } from './types.ts'

export interface AdminInit {
  directory: string
  crypto: Crypto
  store: RegistryStore
  accounts: Accounts
  leavings: Leavings
  suspensions: Suspensions
  /** An account is shut out from now on. */
  onSuspended: (account: Uint8Array) => void
}

/** What the operator of a server may do while it runs. */
export class ServerAdmin implements Omit<BootstrapAdmin, 'restore' | 'rotateKey'> {
  readonly #init: AdminInit

  constructor(init: AdminInit) {
    this.#init = init
  }

  async accounts(after: string, limit: number): Promise<RegisteredAccount[]> {
    const { store, accounts } = this.#init
    const names = await store.list('name', after, limit)
    const found = await Promise.all(
      names.map(async ({ key }) => ({ name: key, account: await accounts.byName(key) }))
    )
    return Promise.all(
      found.flatMap(({ name, account }) =>
        account === undefined ? [] : [this.#describe(name, account.entry)]
      )
    )
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

  async reset(username: string): Promise<NameReset> {
    const code = makeRecoveryCode(this.#init.crypto)
    const { from } = await this.#init.leavings.takeAway(await this.#required(username), leafOp.reset, code)
    return { from: new Date(from).toISOString(), reset_code: recoveryWords(code) }
  }

  async release(username: string): Promise<Pick<NameReset, 'from'>> {
    const { from } = await this.#init.leavings.takeAway(await this.#required(username), leafOp.release)
    return { from: new Date(from).toISOString() }
  }

  backup(copy: string): Promise<void> {
    return backUp(this.#init.store, this.#init.directory, copy)
  }

  async #describe(name: string, { account, devices }: AccountEntry): Promise<RegisteredAccount> {
    const { suspensions, leavings } = this.#init
    const leaving = await leavings.of(name, account)
    return {
      name,
      id: base32(account),
      devices: devices.length,
      suspended: suspensions.has(account),
      ...(leaving && {
        leaving: {
          by: leaving.isByOperator ? 'operator' : 'holder',
          from: new Date(leaving.from).toISOString()
        }
      })
    }
  }

  async #required(username: string): Promise<StoredAccount> {
    const account = await this.#init.accounts.byName(username)
    if (account?.username !== username)
      throw new UnknownNameError(`Nobody is registered here as ${username}.`)
    return account
  }
}
