import { LRUCache } from 'lru-cache'
import { deviceKeyOf, maxAddresses } from '../../protocol/index.ts'
import type { Profile } from '../profile/profile.ts'

/** A device's addresses are written again when they changed, or after this long, ms. */
const rewriteTime = 24 * 3_600_000

/** Peers whose addresses were told in this run: a busy registry and the DHT name thousands. */
const maxTold = 10_000

/** Where devices were reached, kept between runs: with the registry off they are the way back. */
export class AddressBook {
  readonly #profile: Profile
  readonly #current = new LRUCache<string, string[]>({ max: maxTold })

  constructor(profile: Profile) {
    this.#profile = profile
  }

  /** Multiaddrs of a peer: what was told last, else what is remembered. */
  async of(peer: string): Promise<string[]> {
    const told = this.#current.get(peer)
    if (told !== undefined) return told
    const device = deviceKeyOf(peer)
    const { tables, aliases } = this.#profile
    const alias = device && aliases.find('device', device)
    return (alias === undefined ? undefined : await tables.addresses.get(alias))?.addresses ?? []
  }

  /** Somebody said where a peer is. */
  tell(peer: string, addresses: string[]): void {
    if (addresses.length > 0) this.#current.set(peer, addresses.slice(0, maxAddresses))
  }

  /** A peer was reached: what was told of it is worth remembering. */
  async reached(peer: string): Promise<void> {
    const device = deviceKeyOf(peer)
    const addresses = this.#current.get(peer)
    if (device === undefined || addresses === undefined) return
    const { tables, aliases, journal } = this.#profile
    const alias = aliases.of('device', device)
    const stored = await tables.addresses.get(alias)
    const isFresh = stored !== undefined && Date.now() - stored.reached < rewriteTime
    if (isFresh && stored.addresses.join() === addresses.join()) return
    await journal.write((batch) => {
      aliases.put('device', alias, batch)
      batch.put(tables.addresses, alias, { addresses, reached: Date.now() })
    })
  }
}
