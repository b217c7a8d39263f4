import { OutputError } from './errors.ts'
import type { Writable } from 'node:stream'

/** Where a command prints. */
export interface Output {
  readonly json: boolean
  /** Whether a person looks at it in a terminal. */
  readonly isTerminal: boolean
  /** A line of what was asked for. */
  line(text: string): void
  /** A value, as one line. */
  value(value: object): void
  /** A line for the person, which no script reads. */
  note(text: string): void
  /** Whoever read the output went away, or it can't be written. */
  readonly gone: AbortSignal
  /** Resolves once everything is handed over. @throws OutputError where it could not be, but for a reader that left */
  flush(): Promise<void>
}

export interface OutputInit {
  stdout: Writable & { isTTY?: boolean }
  stderr: Writable
  json: boolean
}

export function createOutput({ stdout, stderr, json }: OutputInit): Output {
  const gone = new AbortController()
  let failure: OutputError | undefined
  stdout.on('error', (cause: NodeJS.ErrnoException) => {
    // `| head` is no failure of ours.
    if (cause.code !== 'EPIPE') failure ??= outputError(cause)
    gone.abort()
  })
  stderr.on('error', () => {})
  const write = (stream: Writable, text: string): void => {
    if (stream.writable) stream.write(`${text}\n`)
  }
  return {
    json,
    isTerminal: stdout.isTTY === true,
    line: (text) => write(stdout, text),
    value: (value) => write(stdout, JSON.stringify(value)),
    note: (text) => write(stderr, text),
    gone: gone.signal,
    flush: async () => {
      await Promise.all([stdout, stderr].map(flushed))
      if (failure !== undefined) throw failure
    }
  }
}

const outputError = (cause: NodeJS.ErrnoException): OutputError =>
  new OutputError(
    `The output can't be written (${cause.code ?? cause.message}). Make room where it goes, and run it again.`,
    { cause }
  )

const flushed = (stream: Writable): Promise<void> =>
  new Promise((resolve) => {
    if (!stream.writable) return resolve()
    stream.once('error', () => resolve())
    stream.write('', () => resolve())
  })
