import { StorageError } from '../../errors.ts'
import { openRound } from './round.ts'
import type { Store } from '../types.ts'
import type { Round } from './round.ts'
import type { Work } from './transaction.ts'

/** Runs work one piece at a time, on what all earlier work wrote. */
export interface CommitQueue {
  /** Resolves once the disk has what the work wrote, and what it read of others' writes. */
  submit<T>(work: Work<T>): Promise<T>
  /** Refuses further work and resolves once all is done. */
  close(): Promise<void>
}

interface Job {
  reads: Work<unknown>['reads']
  run(round: Round): Promise<void>
  resolve(): void
  reject(error: unknown): void
}

/** Work that shares one sync of the disk: enough to hide its cost, few enough to keep the first from waiting long. */
const maxRound = 500

/** One sync of the disk serves all work that came while the one before was under way. */
export function commitQueue(store: Store): CommitQueue {
  const waiting: Job[] = []
  let draining: Promise<void> | undefined
  let closed = false

  const drain = async (): Promise<void> => {
    // What is asked for in the same tick shares the first round.
    await Promise.resolve()
    while (waiting.length > 0) await commit(store, waiting.splice(0, maxRound))
    draining = undefined
  }

  return {
    submit: (work) =>
      new Promise((resolve, reject) => {
        if (closed) throw new StorageError('The registry is closed.')
        waiting.push(jobOf(work, resolve, reject))
        draining ??= drain()
      }),
    close: async () => {
      closed = true
      await draining
    }
  }
}

function jobOf<T>(work: Work<T>, resolve: (value: T) => void, reject: (error: unknown) => void): Job {
  let result: T
  return {
    reads: work.reads,
    run: async (round) => {
      try {
        result = await round.run(work)
      } catch (error) {
        reject(error)
      }
    },
    resolve: () => resolve(result),
    reject
  }
}

async function commit(store: Store, jobs: Job[]): Promise<void> {
  const round = openRound(store)
  try {
    await round.fetch(jobs.flatMap(({ reads }) => reads))
    for (const job of jobs) await job.run(round)
    await round.write()
    for (const job of jobs) job.resolve()
  } catch (error) {
    for (const job of jobs) job.reject(error)
  }
}
