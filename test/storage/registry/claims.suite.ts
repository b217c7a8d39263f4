import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blob, fresh, textOf } from './fresh.ts'
import type { Claim, RegistryStore } from '../../../src/storage/index.ts'

export function claimTests(open: () => Promise<RegistryStore>): void {
  test('the first claim of a key wins', async () => {
    const store = await open()
    const names = fresh()
    expect(await store.get(names, 'alice')).toBeUndefined()
    const claim = won(await store.claim(names, 'alice', blob('hers')))
    expect(await store.get(names, 'alice')).toEqual({
      key: 'alice',
      value: blob('hers'),
      revision: claim.revision
    })
    expect(await store.claim(names, 'alice', blob('his'))).toEqual({
      ok: false,
      current: { key: 'alice', value: blob('hers'), revision: claim.revision }
    })
    expect(textOf((await store.get(names, 'alice'))?.value)).toBe('hers')
  })

  test('the keys of a namespace are listed in order, page by page, and no other', async () => {
    const store = await open()
    const names = fresh()
    const all = ['zoe', 'alice', 'bob', 'a', 'é', '\u{1F426}']
    for (const name of all) await store.claim(names, name, blob(name))
    await store.claim(`${names}2`, 'aaa', blob('elsewhere'))
    const listed: string[] = []
    for (let after = ''; ; after = listed.at(-1)!) {
      const page = await store.list(names, after, 2)
      listed.push(...page.map(({ key }) => key))
      for (const { key, value } of page) expect(textOf(value)).toBe(key)
      if (page.length < 2) break
    }
    expect(listed).toEqual(['a', 'alice', 'bob', 'zoe', 'é', '\u{1F426}'])
    expect(await store.list(fresh(), '', 10)).toEqual([])
  })

  test('the same claim again is success, and changes nothing', async () => {
    const store = await open()
    const names = fresh()
    const first = await store.claim(names, 'alice', blob('hers'))
    expect(await store.claim(names, 'alice', blob('hers'))).toEqual(first)
  })

  test('of 200 racing claims of one key one wins, and all others learn which', async () => {
    const store = await open()
    const names = fresh()
    const claims = await Promise.all(
      Array.from({ length: 200 }, (_, n) => store.claim(names, 'alice', blob(`racer ${n}`)))
    )
    const winners = claims.flatMap((claim, n) => (claim.ok ? [n] : []))
    expect(winners).toHaveLength(1)
    const current = await store.get(names, 'alice')
    expect(textOf(current?.value)).toBe(`racer ${winners[0]}`)
    for (const claim of claims) if (!claim.ok) expect(claim.current).toEqual(current)
  })

  test('racing claims with one value all succeed', async () => {
    const store = await open()
    const names = fresh()
    const claims = await Promise.all(
      Array.from({ length: 50 }, () => store.claim(names, 'alice', blob('hers')))
    )
    expect(new Set(claims.map((claim) => won(claim).revision)).size).toBe(1)
  })

  test('namespaces and keys never meet, whatever characters they have', async () => {
    const store = await open()
    const base = fresh()
    const pairs = [
      [base, 'ab'],
      [`${base}a`, 'b'],
      [`${base}!`, 'b'],
      [base, '!b'],
      [base, '\0b'],
      [base, ''],
      [base, 'äöü€😀'],
      [base, 'x'.repeat(1000)]
    ] as const
    for (const [namespace, key] of pairs) won(await store.claim(namespace, key, blob(namespace + key)))
    for (const [namespace, key] of pairs)
      expect(textOf((await store.get(namespace, key))?.value)).toBe(namespace + key)
  })

  test('keys that are no text fail alone', async () => {
    const store = await open()
    const names = fresh()
    const results = await Promise.allSettled([
      store.claim(names, 'a', blob('1')),
      store.claim(names, '\ud800', blob('2')),
      store.claim(`${names}\0`, 'b', blob('3')),
      store.claim(names, 'c', blob('4'))
    ])
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  })

  test('a swap needs the newest revision', async () => {
    const store = await open()
    const names = fresh()
    const first = won(await store.claim(names, 'a', blob('1'))).revision
    const second = await store.swap(names, 'a', first, blob('2'))
    expect(second).not.toBe(false)
    expect(second).not.toBe(first)
    expect(await store.swap(names, 'a', first, blob('3'))).toBe(false)
    expect(await store.get(names, 'a')).toEqual({ key: 'a', value: blob('2'), revision: second })
    expect(await store.swap(names, 'missing', first, blob('3'))).toBe(false)
  })

  test('a claim is judged by the value that stands now', async () => {
    const store = await open()
    const names = fresh()
    const first = won(await store.claim(names, 'a', blob('1'))).revision
    const second = await store.swap(names, 'a', first, blob('2'))
    expect(await store.claim(names, 'a', blob('1'))).toMatchObject({ ok: false })
    expect(await store.claim(names, 'a', blob('2'))).toEqual({ ok: true, revision: second })
  })

  test('swapping in null deletes, and an old revision never fits again', async () => {
    const store = await open()
    const names = fresh()
    const first = won(await store.claim(names, 'a', blob('1'))).revision
    expect(await store.swap(names, 'a', first, null)).not.toBe(false)
    expect(await store.get(names, 'a')).toBeUndefined()
    expect(await store.swap(names, 'a', first, blob('2'))).toBe(false)
    const again = won(await store.claim(names, 'a', blob('1'))).revision
    expect(again).not.toBe(first)
    expect(await store.swap(names, 'a', first, null)).toBe(false)
  })

  test('of 50 racing swaps one wins', async () => {
    const store = await open()
    const names = fresh()
    const { revision } = won(await store.claim(names, 'a', blob('0')))
    const swaps = await Promise.all(
      Array.from({ length: 50 }, (_, n) => store.swap(names, 'a', revision, blob(String(n))))
    )
    const winners = swaps.flatMap((swap, n) => (swap === false ? [] : [n]))
    expect(winners).toHaveLength(1)
    expect(textOf((await store.get(names, 'a'))?.value)).toBe(String(winners[0]))
  })

  test('many counting at once lose no count', async () => {
    const store = await open()
    const names = fresh()
    won(await store.claim(names, 'count', blob('0')))
    const count = async (): Promise<void> => {
      const entry = (await store.get(names, 'count'))!
      const next = blob(String(Number(textOf(entry.value)) + 1))
      if ((await store.swap(names, 'count', entry.revision, next)) === false) await count()
    }
    await Promise.all(Array.from({ length: 30 }, count))
    expect(textOf((await store.get(names, 'count'))?.value)).toBe('30')
  })

  test('any order of calls does what a map would', async () => {
    const store = await open()
    const key = fc.constantFrom('a', 'b')
    const value = fc.constantFrom('1', '2', '3')
    const call = fc.oneof(
      fc.record({ type: fc.constant('claim' as const), key, value }),
      fc.record({ type: fc.constant('swap' as const), key, value, stale: fc.boolean() }),
      fc.record({ type: fc.constant('delete' as const), key })
    )
    await fc.assert(
      fc.asyncProperty(fc.array(call, { maxLength: 20 }), async (calls) => {
        const names = fresh()
        const model = new Map<string, { value: string; revision: string }>()
        let stale = 'none'
        for (const made of calls) {
          const current = model.get(made.key)
          if (made.type === 'claim') {
            const claim = await store.claim(names, made.key, blob(made.value))
            expect(claim.ok).toBe(current === undefined || current.value === made.value)
            if (claim.ok) model.set(made.key, { value: made.value, revision: claim.revision })
          } else {
            const value = made.type === 'delete' ? null : made.value
            const revision = made.type === 'swap' && made.stale ? stale : (current?.revision ?? stale)
            const swap = await store.swap(names, made.key, revision, value === null ? null : blob(value))
            expect(swap !== false).toBe(current !== undefined && revision === current.revision)
            if (swap === false) continue
            stale = revision
            if (value === null) model.delete(made.key)
            else model.set(made.key, { value, revision: swap })
          }
        }
        for (const name of ['a', 'b'])
          expect(textOf((await store.get(names, name))?.value)).toBe(model.get(name)?.value)
      }),
      { numRuns: 50 }
    )
  })
}

function won(claim: Claim): Extract<Claim, { ok: true }> {
  if (!claim.ok) throw new Error(`taken: ${textOf(claim.current.value)}`)
  return claim
}
