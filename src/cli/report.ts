import { StarlingError } from '../errors.ts'
import { safeLine } from './tui/text/safe-text.ts'
import type { Output } from './output.ts'

/** Says what went wrong in a sentence, and the stack only to who asks for it. */
export function report(error: unknown, output: Output, verbose: boolean): void {
  const message = error instanceof Error ? error.message : String(error)
  const isExpected = error instanceof StarlingError
  output.note(`starling: ${safeLine(isExpected ? message : `something unexpected went wrong: ${message}`)}`)
  if (isExpected && error.code === 'NOT_JOINED') output.note("A room is joined with: starling join '#room'")
  if (isExpected && !verbose) return
  if (verbose || process.env['DEBUG']) output.note(stackOf(error))
  else output.note('Run it again with --verbose to see where.')
}

/** With its causes. */
const stackOf = (error: unknown): string =>
  error instanceof Error
    ? [error.stack ?? error.message, ...(error.cause ? [`Caused by: ${stackOf(error.cause)}`] : [])].join(
        '\n'
      )
    : String(error)
