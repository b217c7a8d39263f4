import { createHash } from 'node:crypto'
import { OpHistory, utf8 } from '../../../src/protocol/index.ts'
import type { RoomOp, SignedOp } from '../../../src/protocol/index.ts'

/** 32 bytes that a name stands for. */
export const idOf = (name: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(utf8(name)).digest())

let clock = 0

/** Somebody with a copy of a room's ops, who writes on top of what they hold. */
export class Replica {
  readonly history = new OpHistory()
  readonly held: SignedOp[] = []
  readonly account: Uint8Array
  readonly name: string

  constructor(name: string, account = name) {
    this.name = name
    this.account = idOf(account)
  }

  /** Makes an op, as an honest device does unless other parents are named. */
  write(
    op: RoomOp,
    { parents = this.history.heads, time = ++clock, leaf = undefined as number | undefined } = {}
  ): SignedOp {
    const id = idOf(`${this.name} ${this.held.length} ${time} ${JSON.stringify(op, replacer)}`)
    const signed = { id, account: this.account, time, op, parents, ...(leaf !== undefined && { leaf }) }
    this.take(signed)
    return signed
  }

  found(leaf = 0): SignedOp {
    return this.write({ found: { certificate: new Uint8Array() } }, { parents: [], leaf })
  }

  take(...ops: SignedOp[]): void {
    for (const op of ops) {
      this.history.add(op)
      this.held.push(op)
    }
  }

  /** What the other holds. */
  meet(...others: Replica[]): void {
    for (const { held } of others) this.take(...held)
  }
}

const replacer = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value

/** A room of an owner whose ops all the others hold. */
export function makeRoom<Name extends string>(...names: Name[]): Record<Name, Replica> & { owner: Replica } {
  const owner = new Replica('owner')
  owner.found()
  const others = Object.fromEntries(names.map((name) => [name, new Replica(name)])) as Record<Name, Replica>
  for (const name of names) others[name].meet(owner)
  return { ...others, owner }
}

/** What a room is, by what can be seen of it. */
export const pictureOf = ({ history }: Replica) => ({
  accounts: history.state.accounts().sort(),
  settings: history.state.settings(),
  pins: history.state.pins().sort(),
  heads: history.heads.map((head) => Buffer.from(head).toString('hex'))
})

export const role = (account: Uint8Array, rank: 1 | 2 | 3): RoomOp => ({ role: { account, rank } })
export const ban = (account: Uint8Array, cuts: { device: Uint8Array; number: number }[] = []): RoomOp => ({
  ban: { account, cuts, reason: '' }
})
export const unban = (account: Uint8Array): RoomOp => ({ unban: { account } })
export const mute = (account: Uint8Array, until: number): RoomOp => ({
  mute: { account, until, cuts: [], reason: '' }
})
export const transfer = (account: Uint8Array): RoomOp => ({ transfer: { account } })
export const topic = (text: string): RoomOp => ({ settings: { topic: text } })
export const pin = (name: string, on = true): RoomOp => ({ pin: { message: idOf(name), on } })
