export interface Writer {
  /** Runs one write at a time, in the order of the calls. */
  write(work: () => Promise<void>): Promise<void>
  /** Resolves once everything asked for so far has run. */
  idle(): Promise<void>
}

/**
 * LevelDB goes on after a failed append, but its log is then cut at the wrong place: what is written and synced later
 * is dropped when the database is next opened. So the first failure ends all writing until then, and no two writes run
 * at once, lest one succeed behind the other's failure. test/storage/full-disk.test.ts
 */
export function serialWriter(fail: (error: unknown) => Error): Writer {
  let last: Promise<void> = Promise.resolve()
  let broken: Error | undefined

  const run = async (work: () => Promise<void>): Promise<void> => {
    if (broken !== undefined) throw broken
    try {
      await work()
    } catch (error) {
      broken = fail(error)
      throw broken
    }
  }
  return {
    write: (work) => {
      const done = last.then(() => run(work))
      last = done.catch(() => undefined)
      return done
    },
    idle: () => last
  }
}
