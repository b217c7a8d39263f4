import { StarlingError } from '../errors.ts'

/** What was typed, or handed in, is not what the command takes. */
export class UsageError extends StarlingError {
  override readonly code = 'USAGE'
}

/** What was asked for can't be written where it goes. */
export class OutputError extends StarlingError {
  override readonly code = 'OUTPUT'
}

/** The process that had the profile open ended, and with it everything that was attached to it. */
export class DetachedError extends StarlingError {
  override readonly code = 'DETACHED'
}

/** A signal asked the program to stop before its work was done. */
export class InterruptedError extends StarlingError {
  override readonly code = 'INTERRUPTED'
}

/** No server runs in the directory whose operator wants something of it. */
export class ServerNotRunningError extends StarlingError {
  override readonly code = 'SERVER_NOT_RUNNING'
}
