import { base32 } from '../../protocol/index.ts'
import type { Person as PersonNews } from '../../protocol/index.ts'
import type { PresenceStatus } from '../people/types.ts'

/** Whose heartbeat is older than this counts as gone, ms: two may be lost. */
const heartbeatLife = 25_000

const statuses = ['online', 'away', 'offline'] as const

export interface PresenceView {
  status: PresenceStatus
  /** ms since 1970; undefined where never, or where not offline. */
  lastSeen?: number
}

interface Known {
  byRegistry?: { status: PresenceStatus; lastSeen: number }
  heartbeat?: { status: PresenceStatus; at: number }
  /** When last heard of by a heartbeat or connection that ended, ms since 1970. */
  lastHeard: number
}

/** Who is there, from three sources: the registry, heartbeats in rooms, and open connections. Accounts are base32. */
export class PresenceBook {
  readonly #known = new Map<string, Known>()
  readonly #isConnected: (account: string) => boolean
  readonly #onChange: (account: string) => void

  constructor(isConnected: (account: string) => boolean, onChange: (account: string) => void) {
    this.#isConnected = isConnected
    this.#onChange = onChange
  }

  of(account: string): PresenceView {
    const { byRegistry, heartbeat, lastHeard } = this.#known.get(account) ?? { lastHeard: 0 }
    const told = byRegistry?.status === 'offline' ? undefined : byRegistry?.status
    const status = told ?? heartbeat?.status ?? (this.#isConnected(account) ? 'online' : 'offline')
    const lastSeen = Math.max(byRegistry?.lastSeen ?? 0, lastHeard)
    return status === 'offline' && lastSeen > 0 ? { status, lastSeen } : { status }
  }

  fromRegistry({ account, status, lastSeen }: PersonNews): void {
    this.#change(base32(account), (known) => {
      known.byRegistry = { status: statuses[status] ?? 'offline', lastSeen }
    })
  }

  /** The registry is out of sight: what it said says nothing any more. */
  forgetRegistry(): void {
    for (const [account, { byRegistry }] of this.#known) {
      if (byRegistry === undefined || byRegistry.status === 'offline') continue
      this.#change(account, (known) => {
        known.byRegistry = { status: 'offline', lastSeen: Date.now() }
      })
    }
  }

  heartbeat(account: string, status: PresenceStatus): void {
    this.#change(account, (known) => {
      known.heartbeat = { status, at: Date.now() }
    })
  }

  /** A device of the account was connected. */
  connected(account: string): void {
    this.#onChange(account)
  }

  /** The account's last connection ended. */
  disconnected(account: string): void {
    const known = this.#known.get(account) ?? { lastHeard: 0 }
    known.lastHeard = Date.now()
    // A heartbeat from before says nothing about after.
    delete known.heartbeat
    this.#known.set(account, known)
    this.#onChange(account)
  }

  /** Tells of those whose heartbeats ended since the last look. */
  expire(): void {
    for (const [account, { heartbeat }] of this.#known) {
      if (heartbeat === undefined || Date.now() - heartbeat.at < heartbeatLife) continue
      this.#change(account, (known) => {
        known.lastHeard = heartbeat.at
        delete known.heartbeat
      })
    }
  }

  #change(account: string, change: (known: Known) => void): void {
    const before = this.of(account).status
    const known = this.#known.get(account) ?? { lastHeard: 0 }
    this.#known.set(account, known)
    change(known)
    if (this.of(account).status !== before) this.#onChange(account)
  }
}
