import { expect, test } from 'vitest'
import { createPublisher } from '../../../../src/cli/tui/store/publisher.ts'

function counter() {
  let builds = 0
  const publisher = createPublisher(() => ({ build: ++builds }))
  const next = (): Promise<number> =>
    new Promise((resolve) => {
      const stop = publisher.subscribe(() => {
        stop()
        resolve(publisher.get().build)
      })
    })
  return { publisher, next, builds: () => builds }
}

test('the snapshot is one object until the next', () => {
  const { publisher } = counter()
  expect(publisher.get()).toBe(publisher.get())
})

test('what a person does is published at once', () => {
  const { publisher } = counter()
  let heard = 0
  publisher.subscribe(() => heard++)
  publisher.now()
  expect(heard).toBe(1)
  expect(publisher.get().build).toBe(2)
})

test('a flood from the network is one snapshot, not before 100 ms', async () => {
  const { publisher, next, builds } = counter()
  const begun = performance.now()
  const published = next()
  for (let event = 0; event < 5000; event++) publisher.soon()
  expect(builds()).toBe(1)
  expect(await published).toBe(2)
  // Timers may be a millisecond early.
  expect(performance.now() - begun).toBeGreaterThan(95)
  expect(builds()).toBe(2)
})

test('what was waiting goes along with what is published at once', async () => {
  const { publisher, next, builds } = counter()
  publisher.soon()
  publisher.now()
  const published = next()
  publisher.soon()
  expect(await published).toBe(3)
  expect(builds()).toBe(3)
})

test('nobody hears anything after the end', () => {
  const { publisher } = counter()
  let heard = 0
  publisher.subscribe(() => heard++)
  publisher.stop()
  publisher.now()
  expect(heard).toBe(0)
})
