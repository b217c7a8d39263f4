import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hex, rank } from '../../../src/protocol/index.ts'
import { ban, mute, pictureOf, pin, Replica, role, topic, transfer, unban } from './replica.ts'
import type { RoomOp, SignedOp } from '../../../src/protocol/index.ts'

const accounts = ['owner', 'ada', 'ann', 'max', 'mia', 'bob', 'eve']
/** All but the last two have a rank to begin with. */
const lowly = [5, 6]

/** What happens at one moment: an account's device writes, with or without right, or two devices compare. */
type Step =
  | { at: number; op: number; target: number }
  | { at: number; from: number }
  | { at: number; old: number; op: number; target: number }

const index = fc.nat({ max: 2 * accounts.length - 1 })
const op = fc.nat({ max: 9 })
const target = fc.nat({ max: accounts.length - 1 })
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ at: index, op, target }) },
    { weight: 5, arbitrary: fc.record({ at: index, from: index }) },
    { weight: 1, arbitrary: fc.record({ at: index, old: fc.nat(40), op, target }) }
  ),
  { minLength: 20, maxLength: 80, size: 'max' }
)

function opOf(number: number, account: Uint8Array, step: number): RoomOp {
  const ops = [
    role(account, rank.admin),
    role(account, rank.moderator),
    role(account, rank.moderator),
    role(account, rank.member),
    ban(account),
    unban(account),
    mute(account, step),
    transfer(account),
    topic(`topic ${step}`),
    pin('message', step % 2 === 0)
  ]
  return ops[number]!
}

/** A history of devices of five accounts, two each, that fork and merge. */
function play(all: Step[]): Replica[] {
  const replicas = [...accounts, ...accounts].map((account, n) => new Replica(`${account} ${n}`, account))
  const first = replicas[0]!
  first.found()
  for (const n of [1, 2]) first.write(role(replicas[n]!.account, rank.admin))
  for (const n of [3, 4]) first.write(role(replicas[n]!.account, rank.moderator))
  for (const replica of replicas) replica.meet(first)
  for (const [n, step] of all.entries()) {
    const replica = replicas[step.at]!
    if ('from' in step) replica.meet(replicas[step.from]!)
    else {
      const parents =
        'old' in step ? [replica.held[step.old % replica.held.length]!.id] : replica.history.heads
      replica.write(opOf(step.op, replicas[step.target]!.account, n), { parents })
    }
  }
  return replicas
}

const allOf = (replicas: Replica[]): SignedOp[] => [
  ...new Map(replicas.flatMap(({ held }) => held).map((one) => [hex(one.id), one])).values()
]

const replicaOf = (ops: SignedOp[]): Replica => {
  const replica = new Replica('reader')
  replica.take(...ops)
  return replica
}

test('whoever has the same ops has the same room, in whatever order they came and however often', () => {
  fc.assert(
    fc.property(steps, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (all, random) => {
      const replicas = play(all)
      const ops = allOf(replicas)
      const shuffled = ops
        .flatMap((one) => (random.next().value! < 0.2 ? [one, one] : [one]))
        .map((one) => [random.next().value!, one] as const)
        .sort(([a], [b]) => a - b)
        .map(([, one]) => one)
      const [expected, found] = [replicaOf(ops), replicaOf(shuffled)]
      expect(pictureOf(found)).toEqual(pictureOf(expected))
      expect(ops.map(({ id }) => found.history.isValid(id))).toEqual(
        ops.map(({ id }) => expected.history.isValid(id))
      )
      // Those who took part and then hear the rest agree as well.
      for (const replica of replicas) {
        replica.take(...shuffled)
        expect(pictureOf(replica)).toEqual(pictureOf(expected))
      }
    }),
    { numRuns: 300 }
  )
})

test('a room always has one owner, who is not banned', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const { state } = replicaOf(allOf(play(all))).history
      const owners = state.accounts().filter(([, value]) => value === rank.owner)
      expect(owners).toHaveLength(1)
    }),
    { numRuns: 300 }
  )
})

test('without an op of somebody above, nobody comes to more than they had', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const replicas = play(all)
      const ops = allOf(replicas)
      const below = new Set(lowly.map((n) => hex(replicas[n]!.account)))
      // What the others wrote before, and whatever those below write among themselves.
      const { state } = replicaOf([
        ...ops.slice(0, 5),
        ...ops.slice(5).filter(({ account }) => below.has(hex(account)))
      ]).history
      for (const n of lowly) expect(state.standing(replicas[n]!.account).rank).toBe(rank.member)
      expect(state.accounts()).toHaveLength(5)
    })
  )
})
