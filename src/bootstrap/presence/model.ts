import { base32 } from '../../protocol/index.ts'
import type { PresentRecord } from '../pb/stored.ts'

/** Ids as base32 text. */
export interface RoomChange {
  room: string
  account: string
  joined: boolean
}

/** An account whose presence changed, and which rooms it came into or left by that. */
export interface PresenceChange {
  account: string
  rooms: RoomChange[]
}

/** Who is present with which devices and in which rooms: all of the registry, as its store tells. */
export class PresenceModel {
  readonly #devices = new Map<string, PresentRecord>()
  readonly #accounts = new Map<string, Set<string>>()
  /** room -> account -> how many of its devices are there */
  readonly #rooms = new Map<string, Map<string, number>>()

  /** Devices of an account that are present, by their key as base32. */
  devicesOf(account: string): [string, PresentRecord][] {
    return [...(this.#accounts.get(account) ?? [])].map((device) => [device, this.#devices.get(device)!])
  }

  accounts(): string[] {
    return [...this.#accounts.keys()]
  }

  accountsIn(room: string): string[] {
    return [...(this.#rooms.get(room)?.keys() ?? [])]
  }

  countIn(room: string): number {
    return this.#rooms.get(room)?.size ?? 0
  }

  roomsOf(account: string): string[] {
    return [...new Set(this.devicesOf(account).flatMap(([, record]) => record.rooms.map(base32)))]
  }

  /** Sets or (undefined) removes a device. Tells what changed by that: two accounts where it changed sides. */
  update(device: string, record: PresentRecord | undefined): PresenceChange[] {
    const before = this.#devices.get(device)
    const [old, now] = [before && base32(before.account), record && base32(record.account)]
    if (old !== undefined && now !== undefined && old !== now)
      return [...this.update(device, undefined), ...this.update(device, record)]
    const account = now ?? old
    if (account === undefined) return []
    const left = new Set((before?.rooms ?? []).map(base32))
    const joined = new Set((record?.rooms ?? []).map(base32))
    const rooms: RoomChange[] = []
    for (const room of joined) {
      if (!left.delete(room) && this.#enter(room, account)) rooms.push({ room, account, joined: true })
    }
    for (const room of left) if (this.#exit(room, account)) rooms.push({ room, account, joined: false })
    this.#remember(device, account, record)
    return [{ account, rooms }]
  }

  #remember(device: string, account: string, record: PresentRecord | undefined): void {
    const devices = this.#accounts.get(account) ?? new Set()
    if (record === undefined) {
      this.#devices.delete(device)
      devices.delete(device)
    } else {
      this.#devices.set(device, record)
      devices.add(device)
    }
    if (devices.size === 0) this.#accounts.delete(account)
    else this.#accounts.set(account, devices)
  }

  /** Whether this is the account's first device there. */
  #enter(room: string, account: string): boolean {
    const present = this.#rooms.get(room) ?? new Map<string, number>()
    const count = present.get(account) ?? 0
    this.#rooms.set(room, present.set(account, count + 1))
    return count === 0
  }

  /** Whether that was the account's last device there. */
  #exit(room: string, account: string): boolean {
    const present = this.#rooms.get(room)
    const count = present?.get(account) ?? 0
    if (present === undefined || count === 0) return false
    if (count > 1) present.set(account, count - 1)
    else present.delete(account)
    if (present.size === 0) this.#rooms.delete(room)
    return count === 1
  }
}
