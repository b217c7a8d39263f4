import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { deferred, Waiters } from '../../src/net/waiters.ts'
import { failure } from './hosts.ts'

const listeners = (signal: AbortSignal): number => getEventListeners(signal, 'abort').length

test('settles all who wait, once', async () => {
  const waiters = new Waiters<number>()
  const waiting = [waiters.wait(), waiters.wait()]
  expect(waiters.size).toBe(2)
  waiters.resolve(1)
  expect(waiters.size).toBe(0)
  const later = failure(waiters.wait())
  waiters.reject(new Error('no'))
  expect(await Promise.all(waiting)).toEqual([1, 1])
  expect((await later).message).toBe('no')
})

test('a signal takes out its own, and every end removes the listener', async () => {
  const waiters = new Waiters<number>()
  const [stop, other] = [new AbortController(), new AbortController()]
  const stopped = failure(waiters.wait(stop.signal))
  const waiting = waiters.wait(other.signal)
  expect([listeners(stop.signal), listeners(other.signal)]).toEqual([1, 1])
  stop.abort(new Error('enough'))
  expect((await stopped).message).toBe('enough')
  expect(waiters.size).toBe(1)
  waiters.resolve(3)
  expect(await waiting).toBe(3)
  expect([listeners(stop.signal), listeners(other.signal)]).toEqual([0, 0])
})

test('a signal that fired before settles at once', async () => {
  const { promise, resolve } = deferred<number>(AbortSignal.abort(new Error('before')))
  resolve(1)
  expect((await failure(promise)).message).toBe('before')
})
