import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ShownNames } from '../../../src/node/people/shown-names.ts'

/** Accounts by key, which are as old as their letter; `former` have lost their names. */
function start(...former: string[]) {
  const known = new Map<string, string>()
  const isFormer = (key: string): boolean => former.includes(key)
  const ageOf = (key: string): number | undefined => (known.has(key) ? key.charCodeAt(0) : undefined)
  const names = new ShownNames({ isFormer, ageOf })
  const take = (key: string): void => {
    const { name, displaced } = names.take({ key, username: 'alice', age: key.charCodeAt(0) })
    known.set(key, name)
    if (displaced !== undefined) take(displaced)
  }
  return { known, names, take, former }
}

test('a name is the first account’s that was seen under it', () => {
  const { known, take, names } = start()
  for (const key of ['a', 'b', 'c']) take(key)
  expect([...known.values()]).toEqual(['alice', 'alice (other)', 'alice (other 2)'])
  expect(names.keyOf('alice')).toBe('a')
  expect(names.keyOf('alice (other 2)')).toBe('c')
})

test('whoever turns out to be the first takes it back', () => {
  const { known, take } = start()
  for (const key of ['b', 'a']) take(key)
  expect(known.get('a')).toBe('alice')
  expect(known.get('b')).toBe('alice (other)')
})

test('a name that has gone is the next one’s', () => {
  const { known, take, former, names } = start()
  for (const key of ['a', 'b']) take(key)
  former.push('a')
  for (const key of ['a', 'b']) take(key)
  expect(known.get('a')).toBe('alice (former)')
  expect(known.get('b')).toBe('alice')
  expect(names.keyOf('alice (former)')).toBe('a')
})

test('no two are called the same, in whatever order they come and go', () => {
  const keys = ['a', 'b', 'c', 'd', 'e']
  const steps = fc.array(fc.record({ key: fc.constantFrom(...keys), goes: fc.boolean() }), { maxLength: 30 })
  fc.assert(
    fc.property(steps, (all) => {
      const { known, take, former } = start()
      for (const { key, goes } of all) {
        if (goes && known.has(key) && !former.includes(key)) former.push(key)
        take(key)
        for (const other of known.keys()) take(other)
      }
      expect(new Set(known.values()).size).toBe(known.size)
      const holders = [...known].filter(([key]) => !former.includes(key)).map(([key]) => key)
      const named = [...known].filter(([, name]) => name === 'alice').map(([key]) => key)
      expect(named).toEqual(holders.sort().slice(0, 1))
    })
  )
})
