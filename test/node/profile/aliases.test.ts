import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nativeCrypto as crypto } from '../../../src/crypto/index.ts'
import { openProfile } from '../../../src/node/profile/profile.ts'
import { temporaryDirectory } from '../../support/index.ts'
import { temporaryProfile } from '../support/profile.ts'

const kinds = ['conversation', 'device', 'account'] as const
const idOf = (number: number): Uint8Array => crypto.sha256(Uint8Array.of(number))

test('an id keeps its alias, and no two of a kind share one', async (t) => {
  const { aliases } = (await temporaryProfile(t)).profile
  const given = Array.from({ length: 20 }, (_, number) => aliases.of('device', idOf(number)))
  expect(new Set(given).size).toBe(20)
  expect(Array.from({ length: 20 }, (_, number) => aliases.of('device', idOf(number)))).toEqual(given)
  expect(aliases.id('device', given[7]!)).toEqual(idOf(7))
  expect(() => aliases.id('account', given[7]!)).toThrow(RangeError)
})

test('asking for an alias gives none', async (t) => {
  const { aliases } = (await temporaryProfile(t)).profile
  expect(aliases.find('account', idOf(1))).toBeUndefined()
  expect(aliases.of('account', idOf(2))).toBe(1)
  expect(aliases.find('account', idOf(2))).toBe(1)
  expect(aliases.find('account', idOf(1))).toBeUndefined()
})

test('what was written is the same after the profile was closed and opened, and new ones don’t collide', async (t) => {
  const uses = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.integer({ min: 0, max: 5 }), fc.boolean()), {
    maxLength: 20
  })
  await fc.assert(
    fc.asyncProperty(uses, async (list) => {
      const directory = await temporaryDirectory(t)
      const first = await openProfile(directory, crypto)
      const written = new Map<string, number>()
      for (const [kind, number, isWritten] of list) {
        const alias = first.aliases.of(kind, idOf(number))
        if (!isWritten) continue
        await first.journal.write((batch) => first.aliases.put(kind, alias, batch))
        written.set(`${kind} ${number}`, alias)
      }
      await first.close()
      const again = await openProfile(directory, crypto)
      for (const kind of kinds) {
        const all = [0, 1, 2, 3, 4, 5].map(
          (number) => [number, again.aliases.of(kind, idOf(number))] as const
        )
        expect(new Set(all.map(([, alias]) => alias)).size).toBe(all.length)
        for (const [number, alias] of all) {
          expect(written.get(`${kind} ${number}`) ?? alias).toBe(alias)
          expect(again.aliases.id(kind, alias)).toEqual(idOf(number))
        }
      }
      await again.close()
    }),
    { numRuns: 10 }
  )
})
