import { InvalidInviteError, NoInviteError } from '../../errors.ts'
import { equalBytes, inviteOf, isKeyFork, keysOf, readInvite, readServers } from '../../protocol/index.ts'
import type { Crypto, Registry, RegistryServers } from '../../protocol/index.ts'
import type { Profile } from '../profile/profile.ts'

const setting = 'servers'
const noInvite = 'No registry is known yet: join one with its invite ("--invite starling:..."), or start one.'

export interface KeyWatcher {
  /** The registry has another key, by the word of the one before. */
  onRotated: () => void
  /** One key has signed two successors: here are the lists that name them. */
  onFork: (one: Uint8Array, other: Uint8Array) => Promise<void>
}

/** The registry of a profile and the newest list of its servers. */
export class Servers {
  readonly #crypto: Crypto
  readonly #profile: Profile
  #current: RegistryServers | undefined
  #watcher: KeyWatcher | undefined

  private constructor(crypto: Crypto, profile: Profile, current: RegistryServers | undefined) {
    this.#crypto = crypto
    this.#profile = profile
    this.#current = current
  }

  static async load(crypto: Crypto, profile: Profile): Promise<Servers> {
    const stored = await profile.tables.settings.get(setting)
    return new Servers(crypto, profile, stored && (await readServers(crypto, stored)))
  }

  get current(): RegistryServers | undefined {
    return this.#current
  }

  get registry(): Registry | undefined {
    return this.#current?.registry
  }

  /** @throws NoInviteError */
  get required(): RegistryServers {
    if (this.#current === undefined) throw new NoInviteError(noInvite)
    return this.#current
  }

  get invite(): string | undefined {
    return this.#current && inviteOf(this.#current.bytes)
  }

  /**
   * Takes a newer list of this registry, or one of another; `guard` throws where that may not be.
   *
   * @throws InvalidInviteError, and what `guard` throws
   */
  async useInvite(invite: string, guard: () => void): Promise<void> {
    const servers = await readInvite(this.#crypto, invite)
    if (servers === undefined)
      throw new InvalidInviteError(
        'This is not a whole invite. It is one line that begins with "starling:"; copy it again from start to end.'
      )
    const current = this.#current
    if (current !== undefined && !equalBytes(current.registry.id, servers.registry.id)) guard()
    await this.#use(servers)
  }

  /** Told of what happens to the registry's key. */
  watch(watcher: KeyWatcher): void {
    this.#watcher = watcher
  }

  /** Takes the list that a server of this registry hands out, where it is newer. */
  async update(bytes: Uint8Array): Promise<void> {
    const servers = await this.#ofThis(bytes)
    if (servers !== undefined) await this.#use(servers)
  }

  /** Takes the list that somebody else has, where it leads to a newer key: otherwise the registry's own word counts. */
  async follow(bytes: Uint8Array): Promise<void> {
    const servers = await this.#ofThis(bytes)
    if (servers === undefined) return
    const { registry } = this.required
    const isLonger = keysOf(servers.registry).length > keysOf(registry).length
    if (isLonger || isKeyFork(registry, servers.registry)) await this.#use(servers)
  }

  async #ofThis(bytes: Uint8Array): Promise<RegistryServers | undefined> {
    const servers = await readServers(this.#crypto, bytes)
    const isOfThis = servers && this.#current && equalBytes(servers.registry.id, this.#current.registry.id)
    return isOfThis ? servers : undefined
  }

  async #use(servers: RegistryServers): Promise<void> {
    const current = this.#current
    const isSame = current !== undefined && equalBytes(current.registry.id, servers.registry.id)
    if (isSame && isKeyFork(current.registry, servers.registry))
      return this.#watcher?.onFork(current.bytes, servers.bytes)
    const later = isSame ? keysOf(servers.registry).length - keysOf(current.registry).length : 0
    if (later < 0 || (isSame && later === 0 && servers.number <= current.number)) return
    await this.#profile.journal.write(
      (batch) => void batch.put(this.#profile.tables.settings, setting, servers.bytes),
      { sync: true }
    )
    this.#current = servers
    if (later > 0) this.#watcher?.onRotated()
  }
}
