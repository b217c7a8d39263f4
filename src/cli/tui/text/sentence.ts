import { safeLine } from './safe-text.ts'

/** What went wrong, as one line: errors of the node are sentences already. */
export const sentence = (error: unknown): string =>
  safeLine(error instanceof Error ? error.message : String(error))
