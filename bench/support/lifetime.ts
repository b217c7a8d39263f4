import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What was started and must be gone at the end, however the end comes. */
export interface Lifetime {
  /** Ends run in reverse order, each awaited. */
  onEnd(end: () => unknown): void
}

/** Thrown after SIGINT or SIGTERM, when everything has ended. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError'
}

/** Runs something, then its ends; a signal runs them at once. @throws InterruptedError */
export async function withLifetime<T>(work: (life: Lifetime) => Promise<T>): Promise<T> {
  const ends: (() => unknown)[] = []
  const interrupted = Promise.withResolvers<never>()
  const interrupt = (): void => interrupted.reject(new InterruptedError())
  for (const signal of signals) process.once(signal, interrupt)
  try {
    return await Promise.race([work({ onEnd: (end) => ends.push(end) }), interrupted.promise])
  } finally {
    for (const end of ends.reverse()) await Promise.resolve(end()).catch(report)
    for (const signal of signals) process.off(signal, interrupt)
  }
}

// A second one ends the process as ever.
const signals = ['SIGINT', 'SIGTERM'] as const

/** A new directory that goes at the end. */
export async function temporaryDirectory(life: Lifetime): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'starling-bench-'))
  life.onEnd(() => rm(directory, { recursive: true, force: true }))
  return directory
}

const report = (error: unknown): void => console.error(error)
