import { decodeDeviceName, equalBytes, fromHex, hex, millisecondsOf, peerIdOf } from '../../protocol/index.ts'
import type { Host } from '../../net/index.ts'
import type { Account } from '../account/account.ts'
import type { Device } from '../account/types.ts'
import type { People } from '../people/people.ts'
import type { Profile } from '../profile/profile.ts'
import type { OwnState } from './own-state.ts'

export interface DeviceBookInit {
  profile: Profile
  people: People
  account: Account
  host: Host
  /** Undefined before somebody is logged in. */
  state: () => OwnState | undefined
}

const unlooked = 'new/'
const met = 'met/'

/** What is known of the account's devices, on this one. */
export class DeviceBook {
  readonly #init: DeviceBookInit
  /** Devices that came and that the person has not looked at, hex. */
  readonly #new = new Set<string>()
  /** When a device was last connected to this one, ms since 1970; by its key, hex. */
  readonly #met = new Map<string, number>()

  constructor(init: DeviceBookInit) {
    this.#init = init
  }

  async load(): Promise<void> {
    const { settings } = this.#init.profile.tables
    for await (const [name] of settings.entries(startingWith(unlooked)))
      this.#new.add(name.slice(unlooked.length))
    for await (const [name, value] of settings.entries(startingWith(met)))
      this.#met.set(name.slice(met.length), timeOf(value))
  }

  /** Peer ids of devices that came since the person last looked, and are still there. */
  get unlooked(): string[] {
    const listed = this.#init.account.self?.entry.devices.map(hex) ?? []
    return listed.filter((key) => this.#new.has(key)).map((key) => peerIdOf(fromHex(key)))
  }

  /** What a device calls itself; the end of its peer id where that is not known. */
  nameOf(device: Uint8Array): string {
    const name = this.#init.state()?.get({ about: 'device', id: device })
    return (name && decodeDeviceName(name)) || peerIdOf(device).slice(-8)
  }

  /** All devices, the one longest there first. The person looks at them now. @throws StorageError */
  async list(): Promise<Device[]> {
    const { account } = this.#init
    const listed = await Promise.all(account.required.entry.devices.map((device) => this.#describe(device)))
    await this.#looked()
    return listed
  }

  /** A device came. @throws StorageError */
  async came(device: Uint8Array): Promise<void> {
    const key = hex(device)
    await this.#put(unlooked + key, new Uint8Array())
    this.#new.add(key)
  }

  /** A device is connected, or no longer is. @throws StorageError */
  async met(device: Uint8Array): Promise<void> {
    const [key, now] = [hex(device), Date.now()]
    this.#met.set(key, now)
    await this.#put(met + key, bytesOf(now))
  }

  async #describe(device: Uint8Array): Promise<Device> {
    const { account, host, people } = this.#init
    const added = (await people.firstListing(account.required.id, device))?.time
    const current = equalBytes(device, account.device)
    const online = current || host.isConnected(peerIdOf(device))
    const seen = online ? 0 : Math.max(this.#met.get(hex(device)) ?? 0, this.#lastSaid(device))
    return {
      id: peerIdOf(device),
      name: this.nameOf(device),
      ...(added !== undefined && { added: new Date(added).toISOString() }),
      ...(seen > 0 && { last_seen: new Date(seen).toISOString() }),
      online,
      current
    }
  }

  async #looked(): Promise<void> {
    const { journal, tables } = this.#init.profile
    const seen = [...this.#new]
    if (seen.length === 0) return
    await journal.write((batch) => {
      for (const key of seen) batch.delete(tables.settings, unlooked + key)
    })
    for (const key of seen) this.#new.delete(key)
  }

  /** When it last set a register that stands: it moves read markers all the time; ms since 1970. */
  #lastSaid(device: Uint8Array): number {
    let latest = 0
    for (const { record } of this.#init.state()?.log.registers.all() ?? [])
      if (equalBytes(record.header.device, device))
        latest = Math.max(latest, millisecondsOf(record.header.time))
    return latest
  }

  #put(name: string, value: Uint8Array): Promise<void> {
    const { journal, tables } = this.#init.profile
    return journal.write((batch) => void batch.put(tables.settings, name, value))
  }
}

/** The names of settings that begin so; what follows is hexadecimal. */
const startingWith = (prefix: string): { gte: string; lt: string } => ({ gte: prefix, lt: `${prefix}g` })

function bytesOf(time: number): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setFloat64(0, time)
  return bytes
}

const timeOf = (bytes: Uint8Array): number =>
  bytes.length === 8 ? new DataView(bytes.buffer, bytes.byteOffset).getFloat64(0) : 0
