import { NameLeavingError } from '../../errors.ts'
import { base32, equalBytes, resetDelay, restTime, signLeaf } from '../../protocol/index.ts'
import { LeavingRecord } from '../pb/stored.ts'
import type { Crypto, leafOp, Registry } from '../../protocol/index.ts'
import type { RegistryStore } from '../../storage/index.ts'
import type { Accounts, StoredAccount } from './accounts.ts'
import type { NameLog } from './name-log.ts'

const namespace = 'leaving'
const pageSize = 1000

export interface LeavingsInit {
  store: RegistryStore
  crypto: Crypto
  registry: Registry
  registrySeed: Uint8Array
  names: NameLog
  accounts: Accounts
}

/** Names that leave their holders: what was decided, until it counts or is cancelled. Every step may be repeated after a crash. */
export class Leavings {
  readonly #init: LeavingsInit

  constructor(init: LeavingsInit) {
    this.#init = init
  }

  /** Completes what a crash cut short. */
  async load(): Promise<void> {
    for (let after = ''; ;) {
      const page = await this.#init.store.list(namespace, after, pageSize)
      for (const { key, value } of page) await this.#complete(key, LeavingRecord.decode(value))
      if (page.length < pageSize) return
      after = page.at(-1)!.key
    }
  }

  /** What was decided of a name that this account holds. */
  async of(username: string, account: Uint8Array): Promise<LeavingRecord | undefined> {
    const stored = await this.#init.store.get(namespace, username)
    const record = stored && LeavingRecord.decode(stored.value)
    return record !== undefined && stands(record, account) ? record : undefined
  }

  /**
   * The operator takes a name away; the holder may cancel that for 30 days. `code`, where given, is asked of whoever takes
   * the name then.
   *
   * @throws NameLeavingError, StorageError
   */
  async takeAway(
    { username, entry }: StoredAccount,
    op: typeof leafOp.reset | typeof leafOp.release,
    code?: Uint8Array
  ): Promise<LeavingRecord> {
    const { crypto, registry, registrySeed, names } = this.#init
    const { account, number: entryNumber, hash: entryHash } = entry
    // Never before what is logged, whatever became of the clock: an audit would take it for an old date.
    const time = Math.max(Date.now(), await names.latestTime())
    const fields = {
      registry: registry.id,
      username,
      account,
      signer: registry.key,
      op,
      entryNumber,
      entryHash,
      time
    }
    const record = {
      account,
      from: time + resetDelay,
      isByOperator: true,
      code: code === undefined ? new Uint8Array() : crypto.sha256(code),
      leaf: await signLeaf(crypto, registrySeed, fields),
      cancel: new Uint8Array()
    }
    if (!(await this.#put(username, record, (old) => !stands(old, account)))) {
      const { from = time } = (await this.of(username, account)) ?? {}
      throw new NameLeavingError(
        `${username} leaves its account already, on ${new Date(from).toISOString().slice(0, 10)}.`
      )
    }
    await this.#complete(username, record)
    return record
  }

  /** The holder gives the name up, by a leaf that was checked. False where something else was decided at this moment. */
  async giveUp(
    { username, entry: { account } }: StoredAccount,
    leaf: Uint8Array,
    time: number
  ): Promise<boolean> {
    const nothing = new Uint8Array()
    const record = {
      account,
      from: time + restTime,
      isByOperator: false,
      code: nothing,
      leaf,
      cancel: nothing
    }
    const mayReplace = (old: LeavingRecord): boolean => old.isByOperator || !stands(old, account)
    if (!(await this.#put(username, record, mayReplace))) return false
    await this.#complete(username, record)
    return true
  }

  /** A device of the account cancels what the operator did, by a leaf that was checked. False where there is nothing. */
  async cancel({ username, entry: { account } }: StoredAccount, leaf: Uint8Array): Promise<boolean> {
    const record = await this.of(username, account)
    if (record?.isByOperator !== true) return false
    const cancelled = { ...record, cancel: leaf }
    const isIt = (old: LeavingRecord): boolean => equalBytes(old.leaf, record.leaf) && old.cancel.length === 0
    if (!(await this.#put(username, cancelled, isIt))) return false
    await this.#complete(username, cancelled)
    return true
  }

  /** The name has gone to somebody else. */
  async forget(username: string): Promise<void> {
    const { store } = this.#init
    const stored = await store.get(namespace, username)
    if (stored !== undefined) await store.swap(namespace, username, stored.revision, null)
  }

  /** Whether it stands there now: not where something else does that it may not replace. Two at once must not both be logged. */
  async #put(
    username: string,
    record: LeavingRecord,
    mayReplace: (old: LeavingRecord) => boolean
  ): Promise<boolean> {
    const { store } = this.#init
    const value = LeavingRecord.encode(record)
    const claim = await store.claim(namespace, username, value)
    if (claim.ok) return true
    const { value: old, revision } = claim.current
    return (
      mayReplace(LeavingRecord.decode(old)) &&
      (await store.swap(namespace, username, revision, value)) !== false
    )
  }

  /** Logs what stands there, and does what it says. */
  async #complete(username: string, { account, leaf, cancel, isByOperator }: LeavingRecord): Promise<void> {
    const { names, accounts, crypto } = this.#init
    for (const bytes of [leaf, cancel])
      if (bytes.length > 0) await names.append(base32(crypto.sha256(bytes)), bytes)
    if (!isByOperator) await accounts.strip(account)
    if (cancel.length > 0) await this.forget(username)
  }
}

/** Whether it is about the account's name, and nobody has cancelled it. */
const stands = ({ account, cancel }: LeavingRecord, holder: Uint8Array): boolean =>
  cancel.length === 0 && equalBytes(account, holder)
