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
  /** Whoever read the output went away. */
  readonly gone: AbortSignal
  /** Resolves once everything is handed over. */
  flush(): Promise<void>
}

export interface OutputInit {
  stdout: Writable & { isTTY?: boolean }
  stderr: Writable
  json: boolean
}

export function createOutput({ stdout, stderr, json }: OutputInit): Output {
  const gone = new AbortController()
  // `| head` is no failure of ours.
  stdout.on('error', () => gone.abort())
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
    }
  }
}

const flushed = (stream: Writable): Promise<void> =>
  new Promise((resolve) => {
    if (!stream.writable) return resolve()
    stream.once('error', () => resolve())
    stream.write('', () => resolve())
  })
