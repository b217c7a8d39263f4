import { InvalidInviteError, NoInviteError } from '../../errors.ts'
import { equalBytes, inviteOf, readInvite, readServers } from '../../protocol/index.ts'
import type { Crypto, Registry, RegistryServers } from '../../protocol/index.ts'
import type { Profile } from '../profile/profile.ts'

const setting = 'servers'
const noInvite = 'No registry is known yet: join one with its invite ("--invite starling:..."), or start one.'

/** The registry of a profile and the newest list of its servers. */
export class Servers {
  readonly #crypto: Crypto
  readonly #profile: Profile
  #current: RegistryServers | undefined

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

  /** Takes the list that a server of this registry hands out, where it is newer. */
  async update(bytes: Uint8Array): Promise<void> {
    const servers = await readServers(this.#crypto, bytes)
    if (servers !== undefined && this.#current && equalBytes(servers.registry.id, this.#current.registry.id))
      await this.#use(servers)
  }

  async #use(servers: RegistryServers): Promise<void> {
    const current = this.#current
    const isSame = current !== undefined && equalBytes(current.registry.id, servers.registry.id)
    if (isSame && servers.number <= current.number) return
    await this.#profile.journal.write(
      (batch) => void batch.put(this.#profile.tables.settings, setting, servers.bytes),
      { sync: true }
    )
    this.#current = servers
  }
}
