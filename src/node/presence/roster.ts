import { base32 } from '../../protocol/index.ts'
import type { PresenceNews } from '../../protocol/index.ts'

/** Who the registry says is in which room, and on which devices. Rooms and accounts are base32. */
export class Roster {
  readonly #rooms = new Map<string, Set<string>>()
  readonly #devices = new Map<string, Uint8Array[]>()
  /** Everybody who was in a room since this program began, by the registry's word or their own heartbeat. */
  readonly #seen = new Map<string, Set<string>>()

  /** Takes news, and tells which devices came into or left which rooms. */
  take(news: PresenceNews): { room: string; device: Uint8Array; present: boolean }[] {
    const before = new Map<string, Uint8Array[]>()
    for (const { account, devices } of news.people) {
      const key = base32(account)
      before.set(key, this.devicesOf(key))
      if (devices.length === 0) this.#devices.delete(key)
      else
        this.#devices.set(
          key,
          devices.map((device) => device.key)
        )
    }
    const changes: { room: string; device: Uint8Array; present: boolean }[] = []
    for (const { conversation, joined, left } of news.rooms) {
      const room = base32(conversation)
      const members = this.#rooms.get(room) ?? new Set()
      this.#rooms.set(room, members)
      for (const account of left.map(base32)) {
        members.delete(account)
        const gone = before.get(account) ?? this.devicesOf(account)
        changes.push(...gone.map((device) => ({ room, device, present: false })))
        // Whoever is still there, but no more in this room, has left it; others went offline.
        if (this.devicesOf(account).length > 0) this.#seen.get(room)?.delete(account)
      }
      for (const account of joined.map(base32)) {
        members.add(account)
        this.see(room, account)
      }
    }
    // Of whoever is in a room each device counts, those that came later too.
    for (const account of before.keys()) {
      for (const [room, members] of this.#rooms) {
        if (!members.has(account)) continue
        changes.push(...this.devicesOf(account).map((device) => ({ room, device, present: true })))
      }
    }
    return changes
  }

  /** Whoever was in a room at any time, there or not. */
  accountsIn(room: string): string[] {
    return [...(this.#seen.get(room) ?? [])]
  }

  devicesOf(account: string): Uint8Array[] {
    return this.#devices.get(account) ?? []
  }

  see(room: string, account: string): void {
    const seen = this.#seen.get(room) ?? new Set()
    this.#seen.set(room, seen.add(account))
  }

  forgetRoom(room: string): void {
    this.#rooms.delete(room)
    this.#seen.delete(room)
  }

  /** The registry is out of sight: who came and went since is unknown. */
  clear(): void {
    this.#rooms.clear()
    this.#devices.clear()
  }
}
