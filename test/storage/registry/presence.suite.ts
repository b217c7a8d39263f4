import { expect, onTestFinished, test } from 'vitest'
import { collect } from '../collect.ts'
import { blob, fresh, textOf } from './fresh.ts'
import type { Lease, RegistryStore, WatchEvent } from '../../../src/storage/index.ts'

const ttl = 10_000

export function presenceTests(open: () => Promise<RegistryStore>): void {
  test('a key is there until it is unset', async () => {
    const store = await open()
    const key = fresh()
    const lease = await leased(store)
    expect(await store.presence(key)).toBeUndefined()
    await lease.set(key, blob('here'))
    expect(textOf(await store.presence(key))).toBe('here')
    await lease.set(key, blob('there'))
    expect(textOf(await store.presence(key))).toBe('there')
    await lease.unset(key)
    await lease.unset(key)
    expect(await store.presence(key)).toBeUndefined()
  })

  test('a lease takes its keys with it, and only its own', async () => {
    const store = await open()
    const [a, b] = [fresh(), fresh()]
    const first = await leased(store)
    const second = await leased(store)
    expect(first.id).not.toBe(second.id)
    await first.set(a, blob('1'))
    await second.set(b, blob('2'))
    expect(first.lost.aborted).toBe(false)
    await first.close()
    await first.close()
    expect(first.lost.aborted).toBe(true)
    expect(second.lost.aborted).toBe(false)
    expect(await store.presence(a)).toBeUndefined()
    expect(textOf(await store.presence(b))).toBe('2')
    await expect(first.set(a, blob('3'))).rejects.toThrow()
  })

  test('who set a key last has it: an older lease neither unsets it nor takes it along', async () => {
    const store = await open()
    const key = fresh()
    const old = await leased(store)
    const now = await leased(store)
    await old.set(key, blob('old'))
    await now.set(key, blob('now'))
    await old.unset(key)
    expect(textOf(await store.presence(key))).toBe('now')
    await old.close()
    expect(textOf(await store.presence(key))).toBe('now')
  })

  test('a watch tells what stands, says so, and then what changes', async () => {
    const store = await open()
    const [a, b] = [fresh(), fresh()]
    const lease = await leased(store)
    await lease.set(a, blob('1'))
    const watch = watching(store, [a, b])
    expect(await watch.next()).toEqual({ type: 'put', key: a, value: blob('1') })
    expect(await watch.next()).toEqual({ type: 'synced' })
    await lease.set(b, blob('2'))
    expect(await watch.next()).toEqual({ type: 'put', key: b, value: blob('2') })
    await lease.unset(a)
    expect(await watch.next()).toEqual({ type: 'delete', key: a })
    await lease.close()
    expect(await watch.next()).toEqual({ type: 'delete', key: b })
  })

  test('each watch is told of everything', async () => {
    const store = await open()
    const key = fresh()
    const watches = [watching(store, [key]), watching(store, [key])]
    for (const watch of watches) expect(await watch.next()).toEqual({ type: 'synced' })
    await (await leased(store)).set(key, blob('1'))
    for (const watch of watches) expect(await watch.next()).toEqual({ type: 'put', key, value: blob('1') })
  })

  test('a slow reader ends up with what stands', async () => {
    const store = await open()
    const keys = Array.from({ length: 20 }, fresh)
    const lease = await leased(store)
    for (const key of keys.slice(0, 10)) await lease.set(key, blob('before'))
    const watch = watching(store, keys)
    const seen = new Map<string, string | undefined>()
    const first = await watch.next()
    if (first?.type === 'put') seen.set(first.key, textOf(first.value))
    for (const key of keys) await lease.set(key, blob('first'))
    for (const key of keys.slice(5, 15)) await lease.unset(key)
    for (const key of keys.slice(12, 15)) await lease.set(key, blob('again'))
    const last = fresh()
    watch.follow(last)
    await lease.set(last, blob('last'))
    for (let event = await watch.next(); event !== undefined; event = await watch.next()) {
      if (event.type === 'put' && event.key === last) break
      if (event.type === 'put') seen.set(event.key, textOf(event.value))
      if (event.type === 'delete') seen.delete(event.key)
    }
    const standing = await Promise.all(keys.map(async (key) => [key, textOf(await store.presence(key))]))
    expect(new Map([...seen].sort())).toEqual(
      new Map((standing.filter(([, value]) => value !== undefined) as [string, string][]).sort())
    )
  })

  test('a watch ends when its signal aborts, before it begins and while it waits', async () => {
    const store = await open()
    expect(await collect(store.watch(AbortSignal.abort()))).toEqual([])
    const abort = new AbortController()
    const events = store.watch(abort.signal)[Symbol.asyncIterator]()
    for (let event = await events.next(); ; event = await events.next())
      if (event.done !== true && event.value.type === 'synced') break
    const waiting = drained(events)
    abort.abort()
    await waiting
  })
}

async function leased(store: RegistryStore): Promise<Lease> {
  const lease = await store.lease(ttl)
  onTestFinished(() => lease.close())
  return lease
}

/** The next event about certain keys, or `synced`; other tests may have theirs. */
function watching(store: RegistryStore, keys: string[]) {
  const abort = new AbortController()
  const followed = new Set(keys)
  const events = store.watch(abort.signal)[Symbol.asyncIterator]()
  onTestFinished(() => abort.abort())
  return {
    follow: (key: string) => followed.add(key),
    next: async (): Promise<WatchEvent | undefined> => {
      for (;;) {
        const event = await events.next()
        if (event.done === true) return undefined
        if (event.value.type === 'synced' || followed.has(event.value.key)) return event.value
      }
    }
  }
}

async function drained(events: AsyncIterator<WatchEvent>): Promise<void> {
  while ((await events.next()).done !== true);
}
