import { expect, test } from 'vitest'
import { single, text, utf8Value } from '../../../src/storage/index.ts'
import { commitQueue } from '../../../src/storage/registry/commit-queue.ts'
import { temporaryStore } from '../temporary-store.ts'
import type { Transaction, Work } from '../../../src/storage/registry/transaction.ts'

async function setup() {
  const { store } = await temporaryStore()
  const table = store.table('t', single(text), utf8Value)
  const other = store.table('o', single(text), utf8Value)
  const queue = commitQueue(store)
  const submit = <T>(run: (transaction: Transaction) => Promise<T>, reads: Work<T>['reads'] = []) =>
    queue.submit({ reads, run })
  return { table, other, queue, submit }
}

test('work sees what work before it wrote, in the same round and before', async () => {
  const { table, other, submit } = await setup()
  await submit(async (transaction) => transaction.put(table, 'a', '0'))
  const add = (letter: string) =>
    submit(
      async (transaction) => {
        const before = await transaction.get(table, 'a')
        transaction.put(table, 'a', `${before}${letter}`)
        return before
      },
      [[table, 'a']]
    )
  expect(await Promise.all(['1', '2', '3'].map(add))).toEqual(['0', '01', '012'])
  expect(await table.get('a')).toBe('0123')
  expect(await other.get('a')).toBeUndefined()
})

test('work sees its own writes and deletions', async () => {
  const { table, submit } = await setup()
  const seen = await submit(async (transaction) => {
    transaction.put(table, 'a', '1')
    const put = await transaction.get(table, 'a')
    transaction.delete(table, 'a')
    return [put, ...(await transaction.getMany(table, ['a', 'b']))]
  })
  expect(seen).toEqual(['1', undefined, undefined])
  expect(await table.get('a')).toBeUndefined()
})

test('work that fails leaves nothing, and fails alone', async () => {
  const { table, submit } = await setup()
  const results = await Promise.allSettled([
    submit(async (transaction) => transaction.put(table, 'a', '1')),
    submit(async (transaction) => {
      transaction.put(table, 'a', '2')
      transaction.put(table, 'b', '2')
      throw new Error('no')
    }),
    submit(async (transaction) => transaction.get(table, 'b'))
  ])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(results[2]).toMatchObject({ value: undefined })
  expect(await table.getMany(['a', 'b'])).toEqual(['1', undefined])
})

test('is answered once it is written', async () => {
  const { table, submit } = await setup()
  const answers = Array.from({ length: 1500 }, async (_, n) => {
    await submit(async (transaction) => transaction.put(table, String(n), 'x'))
    expect(await table.get(String(n))).toBe('x')
  })
  await Promise.all(answers)
})

test('closing runs what is waiting and refuses the rest', async () => {
  const { table, queue, submit } = await setup()
  const waiting = Array.from({ length: 1500 }, (_, n) =>
    submit(async (transaction) => transaction.put(table, String(n), 'x'))
  )
  await queue.close()
  await expect(submit(async () => 1)).rejects.toThrow(/closed/)
  await Promise.all(waiting)
  expect(await table.get('1499')).toBe('x')
})
