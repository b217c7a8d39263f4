import { beforeAll } from 'vitest'

/** How long something lives: a test's context, as in `test('...', async (t) => ...)`. Ends run in reverse order. */
export interface Lifetime {
  onTestFinished(end: () => unknown): void
}

/**
 * What the tests of a file share: made before the first, ended after the last.
 *
 *     const server = shared((t) => startBootstrap(t))
 *     test('...', async (t) => startNode(t, { name: 'alice', bootstrap: [server().invite] }))
 */
export function shared<T>(make: (t: Lifetime) => Promise<T>): () => T {
  let value: T
  beforeAll(async () => {
    const ends: (() => unknown)[] = []
    value = await make({ onTestFinished: (end) => void ends.push(end) })
    return async () => {
      for (const end of ends.reverse()) await end()
    }
  })
  return () => value
}
