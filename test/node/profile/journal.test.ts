import { expect, test } from 'vitest'
import { StorageError } from '../../../src/errors.ts'
import { temporaryProfile } from '../support/profile.ts'
import type { Batch } from '../../../src/storage/index.ts'

const utf8 = new TextEncoder()
const text = new TextDecoder()

test('writes of one turn share a batch, in the order in which they were asked for', async (t) => {
  const { journal, tables } = (await temporaryProfile(t)).profile
  const batches = new Set<Batch>()
  const ended: number[] = []
  const writes = Array.from({ length: 50 }, (_, index) =>
    journal
      .write((batch) => {
        batches.add(batch)
        batch.put(tables.settings, 'last', utf8.encode(String(index)))
      })
      .then(() => ended.push(index))
  )
  await Promise.all(writes)
  expect(batches.size).toBe(1)
  expect(ended).toEqual(Array.from({ length: 50 }, (_, index) => index))
  expect(text.decode(await tables.settings.get('last'))).toBe('49')
})

test('what is asked for during a write goes into the next, after it', async (t) => {
  const { journal, tables } = (await temporaryProfile(t)).profile
  const batches: Batch[] = []
  const put = (value: string) => (batch: Batch) => {
    batches.push(batch)
    batch.put(tables.settings, 'value', utf8.encode(value))
  }
  const second = Promise.withResolvers<void>()
  const first = journal.write((batch) => {
    put('first')(batch)
    // The batch of the first is closed now: two more share the next.
    setImmediate(() => {
      const more = [journal.write(put('second')), journal.write(put('third'), { sync: true })]
      second.resolve(Promise.all(more).then(() => {}))
    })
  })
  await first
  await second.promise
  expect(batches).toHaveLength(3)
  expect(batches[0]).not.toBe(batches[1])
  expect(text.decode(await tables.settings.get('value'))).toBe('third')
})

test('a failed batch rejects those who share it, and nobody else', async (t) => {
  const { journal, tables } = (await temporaryProfile(t)).profile
  const bad = (): void => {
    throw new RangeError('does not fit')
  }
  const put = (batch: Batch): void => void batch.put(tables.settings, 'key', Uint8Array.of(1))
  await journal.write(put)
  const together = await Promise.allSettled([journal.write(put), journal.write(bad), journal.write(put)])
  expect(together.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  await expect(journal.write(put)).resolves.toBeUndefined()
})

test('flush waits for what was asked for, and fails where that failed', async (t) => {
  const { profile } = await temporaryProfile(t)
  const { journal, tables } = profile
  await journal.flush()
  let isWritten = false
  const put = (batch: Batch): void => void batch.put(tables.settings, 'key', Uint8Array.of(1))
  const written = journal.write(put).then(() => (isWritten = true))
  await journal.flush()
  expect(isWritten).toBe(true)
  await written
  await profile.close()
  const failing = journal.write(put)
  await expect(Promise.all([journal.flush(), failing.catch(() => {})])).rejects.toThrow(StorageError)
  await expect(failing).rejects.toThrow(StorageError)
})

test('closing the profile waits for what is under way', async (t) => {
  const { profile } = await temporaryProfile(t)
  const writes = Array.from({ length: 20 }, (_, index) =>
    profile.journal.write((batch) => void batch.put(profile.tables.settings, String(index), Uint8Array.of(1)))
  )
  await profile.close()
  await expect(Promise.all(writes)).resolves.toHaveLength(20)
  await profile.close()
})
