import { ListenError } from '../errors.ts'

/** Runs what listens; where an address can't be had, the advice is the one that fits the command. @throws ListenError */
export async function listening<T>(start: () => Promise<T>, advice: string): Promise<T> {
  try {
    return await start()
  } catch (error) {
    throw error instanceof ListenError ? new ListenError(error.problem, advice, { cause: error }) : error
  }
}
