import { Map as PersistentMap } from 'immutable'
import { compareBytes, hex } from '../bytes.ts'
import { isBefore } from './placed-op.ts'
import { rank } from './rank.ts'
import type { PlacedOp } from './placed-op.ts'
import type { Rank } from './rank.ts'

/** What an op says about one thing: a rank or `banned`, a time, a text, a yes or no. */
export type Value = number | string | boolean

/** What is said about one thing, by ops of which none knew of another. */
interface Write {
  node: PlacedOp
  value: Value
}

/** How an account stands in a room. */
export interface Standing {
  rank: Rank
  isBanned: boolean
  /** The op that made it so; undefined of whoever no op names. */
  by: PlacedOp | undefined
}

/** What holds for a room as a whole. */
export interface RoomSettings {
  topic: string
  description: string
  announcements: boolean
  /** Seconds. */
  slow: number
}

const fields = ['topic', 'description', 'announcements', 'slow'] as const

/** A room as a set of ops makes it. Never changes: every op has one of its own, and they share what is the same. */
export class RoomState {
  static readonly empty = new RoomState(PersistentMap())
  readonly #writes: PersistentMap<string, readonly Write[]>

  private constructor(writes: PersistentMap<string, readonly Write[]>) {
    this.#writes = writes
  }

  /** With one more valid op, whose ancestors are all in already. */
  with(node: PlacedOp): RoomState {
    let writes = this.#writes
    for (const [key, value] of writesOf(node)) {
      const others = (writes.get(key) ?? []).filter((write) => !isBefore(write.node, node))
      writes = writes.set(key, [...others, { node, value }])
    }
    return new RoomState(writes)
  }

  /** What an account may do. */
  standing(account: Uint8Array): Standing {
    const write = this.#strongest(`account/${hex(account)}`)
    const value = write?.value ?? rank.member
    return {
      rank: value === 'banned' ? rank.member : (value as Rank),
      isBanned: value === 'banned',
      by: write?.node
    }
  }

  /** Until when an account may not write, ms since 1970; 0 where it may. */
  mutedUntil(account: Uint8Array): number {
    return (this.#strongest(`mute/${hex(account)}`)?.value ?? 0) as number
  }

  /** By the record id of a message. */
  isPinned(message: Uint8Array): boolean {
    return this.#strongest(`pin/${hex(message)}`)?.value === true
  }

  /** Record ids, hexadecimal. */
  pins(): string[] {
    return this.#about('pin/')
      .filter(([, value]) => value === true)
      .map(([id]) => id)
  }

  /** Accounts that are not ordinary members, hexadecimal, with what they are instead. */
  accounts(): [account: string, value: Rank | 'banned'][] {
    return this.#about('account/').filter(([, value]) => value !== rank.member) as [string, Rank | 'banned'][]
  }

  /** What was set last, and what holds where nobody set anything. */
  settings(): RoomSettings {
    const settings = { topic: '', description: '', announcements: false, slow: 0 }
    const said = fields.flatMap((field) => {
      const write = this.#strongest(`settings/${field}`)
      return write === undefined ? [] : [[field, write.value]]
    })
    return { ...settings, ...(Object.fromEntries(said) as Partial<RoomSettings>) }
  }

  #about(prefix: string): [string, Value][] {
    return [...this.#writes.keys()]
      .filter((key) => key.startsWith(prefix))
      .map((key) => [key.slice(prefix.length), this.#strongest(key)!.value])
  }

  /** The one that counts of several. */
  #strongest(key: string): Write | undefined {
    return this.#writes.get(key)?.reduce((a, b) => (compareWrites(a, b) >= 0 ? a : b))
  }
}

function writesOf({ account, op }: PlacedOp): [string, Value][] {
  if ('found' in op) return [[`account/${hex(account)}`, rank.owner]]
  if ('role' in op) return [[`account/${hex(op.role.account)}`, op.role.rank]]
  if ('ban' in op) return [[`account/${hex(op.ban.account)}`, 'banned']]
  if ('unban' in op) return [[`account/${hex(op.unban.account)}`, rank.member]]
  if ('mute' in op) return [[`mute/${hex(op.mute.account)}`, op.mute.until]]
  if ('pin' in op) return [[`pin/${hex(op.pin.message)}`, op.pin.on]]
  if ('settings' in op)
    return fields.flatMap((field) => {
      const value = op.settings[field]
      return value === undefined ? [] : [[`settings/${field}`, value] as [string, Value]]
    })
  return [
    [`account/${hex(op.transfer.account)}`, rank.owner],
    [`account/${hex(account)}`, rank.admin]
  ]
}

function compareWrites(a: Write, b: Write): number {
  return strength(a) - strength(b) || a.node.time - b.node.time || compareBytes(a.node.id, b.node.id)
}

/** Ownership can't be taken away; else what takes more away is stronger. */
function strength({ node, value }: Write): number {
  if ('found' in node.op || 'transfer' in node.op) return value === rank.owner ? 9 : rank.admin
  if (value === 'banned') return 8
  return 'role' in node.op || 'unban' in node.op ? (value as Rank) : 0
}
