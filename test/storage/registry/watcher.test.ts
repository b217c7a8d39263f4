import { expect, test } from 'vitest'
import { watcher } from '../../../src/storage/registry/watcher.ts'
import { collect } from '../collect.ts'
import { blob } from './fresh.ts'

test('what waits for a reader is one event a key, and none for keys that came and went', async () => {
  const own = watcher([
    ['stays', blob('1')],
    ['goes', blob('1')]
  ])
  for (let n = 0; n < 10_000; n++) {
    own.put(`visitor ${n}`, blob('here'))
    own.put('stays', blob(String(n)))
    own.drop(`visitor ${n}`)
  }
  own.drop('goes')
  const events = own.events()
  expect((await events.next()).value).toEqual({ type: 'put', key: 'stays', value: blob('9999') })
  expect((await events.next()).value).toEqual({ type: 'synced' })

  own.put('visitor', blob('here'))
  own.drop('stays')
  own.put('stays', blob('again'))
  own.drop('stays')
  expect((await events.next()).value).toEqual({ type: 'put', key: 'visitor', value: blob('here') })
  expect((await events.next()).value).toEqual({ type: 'delete', key: 'stays' })
  own.drop('visitor')
  expect((await events.next()).value).toEqual({ type: 'delete', key: 'visitor' })
  own.put('visitor', blob('here'))
  own.drop('visitor')
  own.put('last', blob('1'))
  expect((await events.next()).value).toMatchObject({ type: 'put', key: 'last' })
  own.end()
  expect(await collect(events)).toEqual([])
})

test('a reader that waits is woken by a change and by the end', async () => {
  const own = watcher([])
  const events = own.events()
  expect((await events.next()).value).toEqual({ type: 'synced' })
  const change = events.next()
  own.put('a', blob('1'))
  expect((await change).value).toEqual({ type: 'put', key: 'a', value: blob('1') })
  const end = events.next()
  own.end()
  expect(await end).toEqual({ done: true, value: undefined })
})
