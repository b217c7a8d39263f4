import { expect, test } from 'vitest'
import { oneAtATime } from '../../../../src/cli/tui/store/one-at-a-time.ts'

function rounds() {
  const begun: number[] = []
  const finish: (() => void)[] = []
  let waiting: (() => void) | undefined
  const work = (): Promise<void> => {
    begun.push(performance.now())
    waiting?.()
    return new Promise((resolve) => finish.push(resolve))
  }
  const started = (count: number): Promise<void> =>
    begun.length >= count
      ? Promise.resolve()
      : new Promise((resolve) => {
          waiting = () => begun.length >= count && resolve()
        })
  return { begun, finish, work, started }
}

test('calls during the work are one more round', async () => {
  const { begun, finish, work, started } = rounds()
  const call = oneAtATime(work, 0)
  call()
  call()
  call()
  expect(begun).toHaveLength(1)
  finish[0]!()
  await started(2)
  finish[1]!()
  await Promise.resolve()
  call()
  await started(3)
  expect(begun).toHaveLength(3)
})

test('rounds keep their distance', async () => {
  const { begun, finish, work, started } = rounds()
  const call = oneAtATime(work, 60)
  call()
  call()
  finish[0]!()
  await started(2)
  expect(begun[1]! - begun[0]!).toBeGreaterThan(55)
})

test('one call is one round', async () => {
  const { begun, finish, work } = rounds()
  const call = oneAtATime(work, 0)
  call()
  finish[0]!()
  await new Promise((resolve) => setImmediate(resolve))
  expect(begun).toHaveLength(1)
})
