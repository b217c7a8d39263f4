import {
  AlreadyLoggedInError,
  InvalidNameError,
  NameGoneError,
  NotLoggedInError,
  UntrustedRegistryError
} from '../../errors.ts'
import { equalBytes, isUsername, listsDevice, makeRecoveryCode, recoveryWords } from '../../protocol/index.ts'
import { changePassword, recover } from './change-password.ts'
import { infoOf } from './info.ts'
import { oldPasswordText } from './device-notices.ts'
import { login } from './login.ts'
import { Nameless } from './nameless.ts'
import { findDevice } from './find-device.ts'
import { register } from './register.ts'
import { cancelReset, release } from './release.ts'
import { revoke } from './revoke.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Crypto } from '../../protocol/index.ts'
import type { NameMoves } from '../names/moves.ts'
import type { KnownAccount, People } from '../people/people.ts'
import type { Profile } from '../profile/profile.ts'
import type { RegistryClient } from '../registry/registry-client.ts'
import type { Servers } from '../registry/servers.ts'
import type { VaultKeys } from '../vault/vault-keys.ts'
import type {
  AccountApi,
  AccountInfo,
  Credentials,
  Device,
  PasswordChange,
  Recovery,
  RecoveryCode,
  Registration,
  Revocation
} from './types.ts'
import type { AccountContext, NewAccount } from './context.ts'

export interface AccountInit {
  crypto: Crypto
  profile: Profile
  people: People
  servers: Servers
  client: RegistryClient
  vaultKeys: VaultKeys
  /** Checks what the registry handed out against its log. @throws UntrustedRegistryError */
  prove: (known: KnownAccount, options: AbortOptions) => Promise<void>
  /** Done once an account is there, before `register` and `login` resolve. */
  onLoggedIn: () => Promise<void>
  moves: Pick<NameMoves, 'leavingOf'>
  /** The account's name has gone. */
  onNameless: () => void
  own: () => OwnOfAccount
  onNotice: (text: string) => void
}

/** This account's devices, and what is known of them. */
export interface OwnOfAccount {
  allow: (device: string) => Promise<string>
  book: { list: () => Promise<Device[]>; unlooked: string[] }
}

/** Who comes into a profile, and what opens it from then on. */
type NewHolder = Pick<Credentials, 'username' | 'password' | 'remember'>

/** How long a list of devices waits for the newest entry, ms. */
const renewTime = 3_000

/** The profile's account: none at first, then one for good. */
export class Account implements AccountApi {
  /** This install's device key. */
  readonly device: Uint8Array
  readonly nameless: Nameless
  readonly #init: AccountInit
  /** base32 of the account's id. */
  #key: string | undefined
  /** A registration or login that is under way. */
  #entering: Promise<AccountInfo> | undefined
  /** Changes of the account, one after the other. */
  #changing: Promise<unknown> = Promise.resolve()

  constructor(init: AccountInit) {
    this.#init = init
    this.nameless = new Nameless(init.profile)
    this.device = init.crypto.publicKey(init.profile.deviceSeed)
  }

  async load(): Promise<void> {
    const id = await this.#init.profile.tables.keys.get('account')
    this.#key = (id && (await this.#init.people.known(id)))?.key
    await this.nameless.load()
  }

  /** The account, with the newest entry and certificate that are known of it. */
  get self(): KnownAccount | undefined {
    return this.#key === undefined ? undefined : this.#init.people.byKey(this.#key)
  }

  /** Whether the account lists this device no more. */
  get isRevoked(): boolean {
    const { self } = this
    return self !== undefined && !listsDevice(self.entry, this.device)
  }

  /** @throws NotLoggedInError */
  get required(): KnownAccount {
    const { self } = this
    if (self === undefined)
      throw new NotLoggedInError(
        'Nobody is logged in here. Register or log in first: "starling register NAME".'
      )
    return self
  }

  get info(): AccountInfo | undefined {
    const { self } = this
    return (
      self && infoOf(self, this.device, this.#init.moves.leavingOf(self.key), this.#init.own().book.unlooked)
    )
  }

  register(registration: Registration, options: AbortOptions = {}): Promise<AccountInfo & RecoveryCode> {
    return this.#withCode((code) =>
      this.#enter(registration, options, (context) => register(context, registration, code, options))
    )
  }

  login(credentials: Credentials, options: AbortOptions = {}): Promise<AccountInfo> {
    return this.#enter(credentials, options, (context) => login(context, credentials, options))
  }

  recover(recovery: Recovery, options: AbortOptions = {}): Promise<AccountInfo & RecoveryCode> {
    const { password } = recovery
    return this.#withCode((code) =>
      this.#enter(recovery, options, (context) => recover(context, recovery, { password, code }, options))
    )
  }

  changePassword(change: PasswordChange, options: AbortOptions = {}): Promise<AccountInfo & RecoveryCode> {
    const { newPassword: password, ...old } = change
    const { onNotice, profile } = this.#init
    const { keystore } = profile
    return this.#withCode(async (code) => {
      const info = await this.#change((context, username) =>
        changePassword(context, { username, ...old }, { password, code }, options)
      )
      await keystore
        .setPassword(password, keystore.isOpen)
        .catch((error: unknown) => onNotice(oldPasswordText(error)))
      return info
    })
  }

  async devices(): Promise<Device[]> {
    // With the registry off it is what was heard last.
    await this.renew({ signal: AbortSignal.timeout(renewTime) }).catch(() => {})
    return this.#init.own().book.list()
  }

  async revoke({ device, ...given }: Revocation, options: AbortOptions = {}): Promise<AccountInfo> {
    const revoked = findDevice(this.required.entry.devices, this.device, device)
    return this.#change((context, username) => revoke(context, { username, ...given }, revoked, options))
  }

  async release(
    given: Omit<Credentials, 'username' | 'remember'>,
    options: AbortOptions = {}
  ): Promise<void> {
    const { name } = this.required
    await release(this.#context(), { username: name, ...given }, options)
    await this.#lose()
  }

  async cancelReset(options: AbortOptions = {}): Promise<void> {
    // The leaf names the newest entry.
    await this.renew(options)
    const { name, entry } = this.required
    await cancelReset(this.#context(), name, entry, this.#init.profile.deviceSeed, options)
  }

  async remember(isRemembered: boolean): Promise<void> {
    void this.required
    await this.#init.profile.keystore.remember(isRemembered)
  }

  async allow(device: string): Promise<string> {
    void this.required
    return this.#init.own().allow(device)
  }

  /** Gets the newest entry and a fresh certificate. */
  async renew(options?: AbortOptions): Promise<void> {
    const { client, people } = this.#init
    try {
      const { entry, certificate } = await client.lookup({ account: this.required.id }, options)
      await people.learn(entry, certificate)
    } catch (error) {
      if (error instanceof NameGoneError) await this.#lose()
      throw error
    }
  }

  /** Once nobody registers, logs in or changes the account any more. */
  async settled(): Promise<void> {
    await this.#entering?.catch(() => {})
    await this.#changing
  }

  async #enter(
    holder: NewHolder,
    options: AbortOptions,
    how: (context: AccountContext) => Promise<NewAccount>
  ): Promise<AccountInfo> {
    if (this.#key !== undefined || this.#entering !== undefined)
      throw new AlreadyLoggedInError(
        `This profile is ${this.self?.name ?? 'logging in'} already. Use another one: "--profile DIR".`
      )
    if (!isUsername(holder.username))
      throw new InvalidNameError('A name has 3 to 20 characters: a to z, 0 to 9 and _.')
    this.#entering = this.#begin(how(this.#context()), holder, options)
    try {
      return await this.#entering
    } finally {
      this.#entering = undefined
    }
  }

  /** Changes the account that this device is one of. */
  #change(how: (context: AccountContext, username: string) => Promise<NewAccount>): Promise<AccountInfo> {
    const changing = this.#changing.then(async () => {
      const { name } = this.required
      const made = await how(this.#context(), name)
      await this.#checked(made, name)
      await this.#keep(made)
      return this.info!
    })
    this.#changing = changing.catch(() => {})
    return changing
  }

  /** Makes a recovery code for whatever `work` does, and shows it once that is done. */
  async #withCode<T>(work: (code: Uint8Array) => Promise<T>): Promise<T & RecoveryCode> {
    const code = makeRecoveryCode(this.#init.crypto)
    try {
      return { ...(await work(code)), recovery_code: recoveryWords(code) }
    } finally {
      code.fill(0)
    }
  }

  async #lose(): Promise<void> {
    await this.nameless.set()
    this.#init.onNameless()
  }

  #context(): AccountContext {
    const { crypto, servers, client } = this.#init
    return { crypto, registry: servers.required.registry, client, device: this.device }
  }

  async #begin(
    making: Promise<NewAccount>,
    { username, password, remember = false }: NewHolder,
    options: AbortOptions
  ): Promise<AccountInfo> {
    const made = await making
    const known = await this.#checked(made, username)
    await this.#init.prove(known, options)
    // Before the account is there: a crash in between leaves nobody logged in to a profile that stands open.
    await this.#init.profile.keystore.setPassword(password, remember)
    await this.#keep(made)
    this.#key = known.key
    await this.#init.onLoggedIn()
    return this.info!
  }

  /** What the registry answered is weighed like anybody's word. */
  async #checked({ id, entry, certificate }: NewAccount, username: string): Promise<KnownAccount> {
    const known = await this.#init.people.learn(entry, certificate)
    const isRight =
      known !== undefined &&
      known.name === username &&
      equalBytes(known.id, id) &&
      listsDevice(known.entry, this.device)
    if (isRight) return known
    throw new UntrustedRegistryError(
      'The registry’s certificate is not for this account. Do not trust it; ask its operator.'
    )
  }

  #keep({ id, vaultKeys }: NewAccount): Promise<void> {
    const { keys } = this.#init.profile.tables
    return this.#init.vaultKeys.keep(vaultKeys, (batch) => void batch.put(keys, 'account', id))
  }
}
