import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../src/crypto/index.ts'
import { accountIdOf, leafOp, NameHistory, resetDelay, restTime } from '../../src/protocol/index.ts'
import { makePair, newYear } from './people.ts'
import type { NameLeaf } from '../../src/protocol/index.ts'
import type { Pair } from './people.ts'

const registry = makePair(crypto)
const [alice, bob, carol] = [makePair(crypto), makePair(crypto), makePair(crypto)]
const device = makePair(crypto)

const leaf = (op: number, account: Pair, time: number, changed: Partial<NameLeaf> = {}): NameLeaf => ({
  registry: new Uint8Array(32),
  username: 'alice',
  account: accountIdOf(crypto, account.key),
  signer: account.key,
  op,
  entryNumber: 1,
  entryHash: new Uint8Array(32),
  time: newYear + time,
  ...changed
})

const register = (account: Pair, time: number): NameLeaf => leaf(leafOp.register, account, time)
const byOperator = (op: number, account: Pair, time: number): NameLeaf =>
  leaf(op, account, time, { signer: registry.key })
const cancel = (account: Pair, time: number): NameLeaf =>
  leaf(leafOp.cancel, account, time, { signer: device.key, entryNumber: 3 })

/** What is wrong with the first leaf that is. */
function problemOf(...leaves: NameLeaf[]): string | undefined {
  const history = new NameHistory(registry.key)
  return leaves.map((one) => history.take(one)).find((problem) => problem !== undefined)
}

const hasHolder = 'gives alice, which has a holder, to another account'

test('a name that the operator resets or releases goes to somebody else after 30 days, not before', () => {
  for (const op of [leafOp.reset, leafOp.release]) {
    const leaving = [register(alice, 0), byOperator(op, alice, 5)]
    expect(problemOf(...leaving, register(bob, 5 + resetDelay))).toBeUndefined()
    expect(problemOf(...leaving, register(bob, 4 + resetDelay))).toBe(hasHolder)
    expect(problemOf(...leaving, register(bob, 5 + resetDelay), register(carol, 9 + resetDelay))).toBe(
      hasHolder
    )
  }
})

test('whoever cancels a reset keeps the name, until it is reset anew', () => {
  const cancelled = [register(alice, 0), byOperator(leafOp.reset, alice, 1), cancel(alice, 2)]
  expect(problemOf(...cancelled, register(bob, 2 + resetDelay))).toBe(hasHolder)
  expect(problemOf(...cancelled, cancel(alice, 3))).toBe('cancels what nobody did to alice')
  const again = [...cancelled, byOperator(leafOp.reset, alice, 9)]
  expect(problemOf(...again, register(bob, 9 + resetDelay))).toBeUndefined()
})

test('a name that its holder gave up rests for a year, and nobody takes that back', () => {
  const given = [register(alice, 0), leaf(leafOp.release, alice, 1)]
  expect(problemOf(...given, register(bob, 1 + restTime))).toBeUndefined()
  expect(problemOf(...given, register(bob, restTime))).toBe(hasHolder)
  expect(problemOf(...given, cancel(alice, 2))).toBe('cancels what nobody did to alice')
  expect(problemOf(...given, byOperator(leafOp.reset, alice, 2))).toMatch('given up already')
})

test('whoever gives a name up that the operator takes away gives it up', () => {
  const both = [register(alice, 0), byOperator(leafOp.reset, alice, 1), leaf(leafOp.release, alice, 2)]
  expect(problemOf(...both, register(bob, 2 + resetDelay))).toBe(hasHolder)
})

test('an account whose name has gone gets no other', () => {
  const gone = [register(alice, 0), byOperator(leafOp.reset, alice, 1), register(bob, 1 + resetDelay)]
  expect(problemOf(...gone, leaf(leafOp.register, alice, 2 + resetDelay, { username: 'other' }))).toBe(
    'gives other to an account that is called alice'
  )
})

test.for<[string, NameLeaf, RegExp]>([
  ['a reset by the account itself', leaf(leafOp.reset, alice, 1), /not signed by whoever may/],
  [
    'a release by somebody else',
    leaf(leafOp.release, alice, 1, { signer: bob.key }),
    /not signed by whoever may/
  ],
  [
    'a release by a device',
    leaf(leafOp.release, alice, 1, { signer: device.key }),
    /not signed by whoever may/
  ],
  ['a reset of an account that has another name', byOperator(leafOp.reset, bob, 1), /does not hold/],
  ['a reset with an old time', byOperator(leafOp.reset, alice, -resetDelay), /old time/],
  ['a cancellation of nothing', cancel(alice, 1), /nobody did/],
  ['another kind', leaf(77, alice, 1), /newer Starling/]
])('%s is found', ([, wrong, problem]) => {
  expect(problemOf(register(alice, 0), wrong)).toMatch(problem)
})

test('a reset of one that runs is found', () => {
  const reset = byOperator(leafOp.reset, alice, 1)
  expect(problemOf(register(alice, 0), reset, { ...reset, time: reset.time + 5 })).toMatch(/twice/)
})

test('whatever the leaves, a name has one holder, and only an act that has counted moves it', () => {
  const people = [alice, bob, carol]
  const steps = fc.array(fc.record({ op: fc.nat(4), who: fc.nat(2), days: fc.nat(20) }), { maxLength: 40 })
  fc.assert(
    fc.property(steps, (all) => {
      const history = new NameHistory(registry.key)
      let [time, holder, from]: [number, Pair | undefined, number] = [0, undefined, 0]
      for (const { op, who, days } of all) {
        time += days * 24 * 3_600_000
        const person = people[who]!
        const made = [
          register(person, time),
          byOperator(leafOp.reset, person, time),
          byOperator(leafOp.release, person, time),
          cancel(person, time),
          leaf(leafOp.release, person, time)
        ][op]!
        const before = history.leavingOf('alice')
        if (history.take(made) !== undefined) continue
        if (op === 0) {
          expect(holder === undefined || (before !== undefined && from <= time)).toBe(true)
          holder = person
        } else expect(person).toBe(holder)
        from = (history.leavingOf('alice')?.from ?? Infinity) - newYear
      }
      expect(history.names).toBeLessThanOrEqual(1)
    })
  )
})
