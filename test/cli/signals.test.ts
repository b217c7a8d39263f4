import { afterEach, expect, test } from 'vitest'
import { InterruptedError } from '../../src/cli/errors.ts'
import { aborted, orAborted, stopOnSignals } from '../../src/cli/signals.ts'

type Name = 'SIGINT' | 'SIGTERM' | 'SIGHUP'
const names: Name[] = ['SIGINT', 'SIGTERM', 'SIGHUP']
const before = new Map(names.map((name) => [name, process.listeners(name)]))

const ours = (name: Name): NodeJS.SignalsListener =>
  process.listeners(name).find((listener) => !before.get(name)!.includes(listener))!

afterEach(() => {
  for (const name of names) process.off(name, ours(name))
})

test.for(names)('the first %s asks, the second ends it', (name) => {
  const exits: number[] = []
  const signal = stopOnSignals((code) => exits.push(code))
  expect(signal.aborted).toBe(false)
  ours(name)(name)
  expect(signal.reason).toEqual(new InterruptedError(`Stopped by ${name}.`))
  expect(exits).toEqual([])
  ours('SIGINT')('SIGINT')
  expect(exits).toEqual([130])
})

test('waiting ends with the work, or with the reason', async () => {
  stopOnSignals(() => {})
  const stopping = new AbortController()
  expect(await orAborted(Promise.resolve('done'), stopping.signal)).toBe('done')
  await expect(orAborted(Promise.reject(new Error('failed')), stopping.signal)).rejects.toThrow('failed')
  const waiting = orAborted(new Promise(() => {}), stopping.signal)
  const over = aborted(stopping.signal)
  stopping.abort(new Error('stopped'))
  await expect(waiting).rejects.toThrow('stopped')
  await over
  await aborted(stopping.signal)
})
