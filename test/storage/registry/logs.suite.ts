import { expect, test } from 'vitest'
import { blob, fresh, textOf } from './fresh.ts'
import type { Append, RegistryStore } from '../../../src/storage/index.ts'

const day = 86_400_000

export function logTests(open: () => Promise<RegistryStore>): void {
  const filled = async (store: RegistryStore, count: number): Promise<string> => {
    const log = fresh()
    for (let n = 1; n <= count; n++) await store.append(log, `id ${n}`, blob(`item ${n}`))
    return log
  }
  const sequences = async (store: RegistryStore, log: string): Promise<bigint[]> =>
    (await store.read(log, 0n, 1000)).map(({ sequence }) => sequence)

  test('items are numbered from 1 and read in that order', async () => {
    const store = await open()
    const log = fresh()
    expect(await store.read(log, 0n, 10)).toEqual([])
    for (let n = 1; n <= 12; n++)
      expect(await store.append(log, `id ${n}`, blob(`item ${n}`))).toEqual(added(BigInt(n)))
    const item = (n: number) => ({ sequence: BigInt(n), id: `id ${n}`, blob: blob(`item ${n}`) })
    expect(await store.read(log, 0n, 100)).toEqual(Array.from({ length: 12 }, (_, n) => item(n + 1)))
    expect(await store.read(log, 0n, 2)).toEqual([item(1), item(2)])
    expect(await store.read(log, 9n, 2)).toEqual([item(10), item(11)])
    expect(await store.read(log, 12n, 2)).toEqual([])
    expect(await store.read(log, 0n, 0)).toEqual([])
  })

  test('an item may be empty or large', async () => {
    const store = await open()
    const log = fresh()
    const large = new Uint8Array(64 * 1024).map((_, index) => index * 7)
    await store.append(log, '', new Uint8Array())
    await store.append(log, 'größer\0', large)
    expect(await store.read(log, 0n, 9)).toEqual([
      { sequence: 1n, id: '', blob: new Uint8Array() },
      { sequence: 2n, id: 'größer\0', blob: large }
    ])
  })

  test('an id that is there already is the same item', async () => {
    const store = await open()
    const log = await filled(store, 2)
    expect(await store.append(log, 'id 1', blob('other'))).toEqual({
      ok: true,
      sequence: 1n,
      duplicate: true
    })
    expect(await store.append(log, 'id 3', blob('item 3'))).toEqual(added(3n))
    expect((await store.read(log, 0n, 9)).map((item) => textOf(item.blob))).toEqual([
      'item 1',
      'item 2',
      'item 3'
    ])
  })

  test('logs know nothing of each other', async () => {
    const store = await open()
    const log = await filled(store, 3)
    const longer = `${log}0`
    expect(await store.append(longer, 'id 1', blob('x'))).toEqual(added(1n))
    await store.ack(log, 3n)
    expect(await sequences(store, log)).toEqual([])
    expect(await sequences(store, longer)).toEqual([1n])
  })

  test('100 appends at once get 100 numbers in a row', async () => {
    const store = await open()
    const log = fresh()
    const appends = await Promise.all(
      Array.from({ length: 100 }, (_, n) => store.append(log, String(n), blob(String(n))))
    )
    const numbers = appends.map((append) => sequenceOf(append)).sort((a, b) => Number(a - b))
    expect(numbers).toEqual(Array.from({ length: 100 }, (_, n) => BigInt(n + 1)))
    for (const item of await store.read(log, 0n, 100)) {
      expect(textOf(item.blob)).toBe(item.id)
      expect(sequenceOf(appends[Number(item.id)]!)).toBe(item.sequence)
    }
  })

  test('40 appends of one id at once are one item', async () => {
    const store = await open()
    const log = fresh()
    const appends = await Promise.all(Array.from({ length: 40 }, () => store.append(log, 'id', blob('x'))))
    expect(appends.filter((append) => append.ok && !append.duplicate)).toHaveLength(1)
    expect(await sequences(store, log)).toEqual([1n])
  })

  test('acknowledged items are forgotten, their numbers never used again', async () => {
    const store = await open()
    const log = await filled(store, 5)
    await store.ack(log, 3n)
    expect(await sequences(store, log)).toEqual([4n, 5n])
    await store.ack(log, 2n)
    await store.ack(log, 0n)
    expect(await sequences(store, log)).toEqual([4n, 5n])
    await store.ack(log, 2n ** 63n - 1n)
    expect(await sequences(store, log)).toEqual([])
    expect(await store.append(log, 'id 1', blob('again'))).toEqual(added(6n))
    await store.ack(fresh(), 5n)
  })

  test('what is asked for at once happens in that order', async () => {
    const store = await open()
    const log = fresh()
    const one = store.append(log, 'a', blob('1'))
    const two = store.append(log, 'b', blob('2'))
    const ack = store.ack(log, 1n)
    const three = store.append(log, 'a', blob('3'))
    expect(await Promise.all([one, two, ack, three])).toEqual([added(1n), added(2n), undefined, added(3n)])
    await Promise.all([store.ack(log, 2n), store.ack(log, 2n), store.append(log, 'c', blob('4'))])
    expect(await sequences(store, log)).toEqual([3n, 4n])
    expect(await store.append(log, 'd', blob('5'), { maxItems: 3, maxBytes: 3 })).toEqual(added(5n))
    expect(await store.append(log, 'e', blob('6'), { maxItems: 3 })).toEqual({ ok: false, reason: 'quota' })
  })

  test('quotas count items and bytes, and acknowledging makes room', async () => {
    const store = await open()
    const log = fresh()
    const limits = { maxItems: 3, maxBytes: 10 }
    const add = (id: string, size: number) => store.append(log, id, new Uint8Array(size), limits)
    expect(await add('a', 11)).toEqual({ ok: false, reason: 'quota' })
    expect(await add('a', 4)).toEqual(added(1n))
    expect(await add('b', 7)).toEqual({ ok: false, reason: 'quota' })
    expect(await add('b', 6)).toEqual(added(2n))
    expect(await add('c', 0)).toEqual(added(3n))
    expect(await add('d', 0)).toEqual({ ok: false, reason: 'quota' })
    expect(await add('a', 9)).toEqual({ ok: true, sequence: 1n, duplicate: true })
    await store.ack(log, 1n)
    expect(await add('d', 5)).toEqual({ ok: false, reason: 'quota' })
    expect(await add('d', 4)).toEqual(added(4n))
  })

  test('a quota holds against 40 appends at once', async () => {
    const store = await open()
    const log = fresh()
    const appends = await Promise.all(
      Array.from({ length: 40 }, (_, n) => store.append(log, String(n), blob('x'), { maxItems: 7 }))
    )
    expect(appends.filter(({ ok }) => ok)).toHaveLength(7)
    expect(await sequences(store, log)).toEqual([1n, 2n, 3n, 4n, 5n, 6n, 7n])
  })

  test('an expired item is gone: not read, not counted, its id free', async () => {
    const store = await open()
    const log = fresh()
    const limits = { maxItems: 2, maxBytes: 2 }
    await store.append(log, 'short', blob('x'), { ...limits, ttl: 20 })
    await store.append(log, 'long', blob('y'), { ...limits, ttl: day })
    await expect.poll(() => sequences(store, log)).toEqual([2n])
    expect(await store.append(log, 'short', blob('z'), { ...limits, ttl: day })).toEqual(added(3n))
    expect(await store.append(log, 'more', blob('z'), limits)).toEqual({ ok: false, reason: 'quota' })
    expect(await sequences(store, log)).toEqual([2n, 3n])
    await store.ack(log, 3n)
    expect(await store.append(log, 'more', blob('zz'), limits)).toEqual(added(4n))
  })

  test('items that expire out of order leave the others', async () => {
    const store = await open()
    const log = fresh()
    const ttls = [day, 30, undefined, 10, day]
    for (const [n, ttl] of ttls.entries())
      await store.append(log, String(n), blob('x'), ttl === undefined ? {} : { ttl })
    await expect.poll(() => sequences(store, log)).toEqual([1n, 3n, 5n])
    expect(await store.append(log, 'new', blob('x'), { maxItems: 4 })).toEqual(added(6n))
    expect(await store.append(log, 'over', blob('x'), { maxItems: 4 })).toEqual({
      ok: false,
      reason: 'quota'
    })
  })
}

/** A new item's answer. */
const added = (sequence: bigint): Append => ({ ok: true, sequence, duplicate: false })

function sequenceOf(append: Append): bigint {
  if (!append.ok) throw new Error('over quota')
  return append.sequence
}
