import {
  decodeMarker,
  deviceKeyOf,
  encodeMarker,
  hex,
  hybridTime,
  listsDevice
} from '../../protocol/index.ts'
import type { AccountEntry, HybridTime, Past as PastMessage } from '../../protocol/index.ts'
import type { Account } from '../account/account.ts'
import type { People } from '../people/people.ts'
import type { Profile } from '../profile/profile.ts'
import type { SyncClient } from '../sync/sync-client.ts'

/** Of whoever is no device: nothing at all. */
const never = 2n ** 64n - 1n

export interface PastInit {
  profile: Profile
  people: People
  account: Account
  sync: SyncClient
  /** Another own device wants what was written before it came. */
  onWanted: (device: Uint8Array) => void
  /** This device has been given it by a peer. */
  onGiven: (peer: string) => void
}

/** What was written before a device came: it gets that from another own device after a yes there, and not before. */
export class Past {
  readonly #init: PastInit
  /** Devices that were given it here, hex. */
  readonly #allowed = new Set<string>()
  /** Devices whose wish was told since this program began, hex. */
  readonly #told = new Set<string>()
  /** When devices came after this one, by the name of the setting. */
  readonly #came = new Map<string, Uint8Array>()
  #isHere = false
  /** By which this device came: it never changes, and each request of an own device asks. */
  #first: AccountEntry | undefined

  constructor(init: PastInit) {
    this.#init = init
  }

  /** Whether this device has or was given it. */
  get isHere(): boolean {
    return this.#isHere
  }

  async load(): Promise<void> {
    const { profile, people, account } = this.#init
    this.#first = await people.firstListing(account.required.id, account.device)
    const given = await profile.tables.settings.get('past')
    this.#isHere = given !== undefined || this.#first?.number === 1
    for await (const [name] of profile.tables.settings.entries({
      gte: settingOf(''),
      lt: `${settingOf('')}g`
    }))
      this.#allowed.add(name.slice(settingOf('').length))
  }

  /** From when on a peer, an own device, may see what is not public. */
  async sinceFor(peer: string): Promise<HybridTime> {
    const device = deviceKeyOf(peer)
    if (device === undefined) return never
    const wasBefore = this.#first !== undefined && listsDevice(this.#first, device)
    return wasBefore || this.#allowed.has(hex(device)) ? 0n : this.came(device)
  }

  /** When a device came after this one: by the clock here, because the entry's time is the word of whoever made it. */
  async came(device: Uint8Array): Promise<HybridTime> {
    const { tables, journal } = this.#init.profile
    const name = `came/${hex(device)}`
    const noted = this.#came.get(name) ?? (await tables.settings.get(name))
    const time = noted ?? encodeMarker(hybridTime(Date.now()))
    this.#came.set(name, time)
    if (noted === undefined)
      await journal.write((batch) => void batch.put(tables.settings, name, time), { sync: true })
    return decodeMarker(time)
  }

  /** Asks a peer, an own device, where this one lacks it. */
  async ask(peer: string, conversation: Uint8Array): Promise<void> {
    if (!this.#isHere && (await this.#init.sync.askPast(peer, conversation))) await this.#take(peer)
  }

  /** What a peer, an own device, asks or says. */
  answer({ given }: PastMessage, peer: string): PastMessage | undefined {
    const device = deviceKeyOf(peer)
    if (given) {
      if (!this.#isHere) void this.#take(peer).catch(() => {})
      return undefined
    }
    if (device === undefined) return { given: false }
    const isAllowed = this.#allowed.has(hex(device))
    // Whoever lacks it has nothing to give.
    if (!isAllowed && this.#isHere && !this.#told.has(hex(device))) {
      this.#told.add(hex(device))
      this.#init.onWanted(device)
    }
    return { given: isAllowed }
  }

  /** The person's yes. @throws StorageError */
  async allow(device: Uint8Array): Promise<void> {
    const { tables, journal } = this.#init.profile
    const name = settingOf(hex(device))
    await journal.write((batch) => void batch.put(tables.settings, name, new Uint8Array()), { sync: true })
    this.#allowed.add(hex(device))
  }

  async #take(peer: string): Promise<void> {
    const { tables, journal } = this.#init.profile
    await journal.write((batch) => void batch.put(tables.settings, 'past', new Uint8Array()), { sync: true })
    this.#isHere = true
    this.#init.onGiven(peer)
  }
}

const settingOf = (device: string): string => `past/${device}`
