import type { Readable } from 'node:stream'

/** Lines that a person types, or a pipe carries. */
export interface Lines {
  /** The next one; undefined at the end of the input. */
  next(): Promise<string | undefined>
  /** The next one, which a terminal does not show. */
  hidden(): Promise<string | undefined>
  /** Reads no further. */
  close(): void
}

export type LineInput = Readable & { isTTY?: boolean; setRawMode?: (raw: boolean) => unknown }

const lineEnd = /\r?\n/
/** Enter, ctrl-c and ctrl-d, which a terminal without echo hands on like letters. */
const rawEnd = /[\r\n\u0003\u0004]/ // eslint-disable-line no-control-regex

/** `interrupt` is called where ctrl-c is typed into a hidden line. */
export function createLines(
  input: LineInput,
  interrupt: () => void = () => process.kill(process.pid, 'SIGINT')
): Lines {
  let unread = ''
  let ended = false
  let wake: () => void = () => {}
  const onData = (chunk: string): void => {
    unread += chunk
    wake()
  }
  const onEnd = (): void => {
    ended = true
    wake()
  }
  input.setEncoding('utf8')
  input.on('data', onData)
  input.on('end', onEnd)
  input.on('error', onEnd)

  /** Up to an end, and that end; what is left when the input ends is a line, too. */
  const take = async (end: RegExp): Promise<{ line: string; end: string } | undefined> => {
    for (;;) {
      const found = end.exec(unread)
      if (found !== null) {
        const line = unread.slice(0, found.index)
        unread = unread.slice(found.index + found[0].length)
        return { line, end: found[0] }
      }
      if (ended) {
        const line = unread
        unread = ''
        return line === '' ? undefined : { line, end: '' }
      }
      await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  const hiddenFromTerminal = async (): Promise<string | undefined> => {
    // The one way to turn the echo off; with it goes what the terminal does for a line.
    input.setRawMode?.(true)
    const taken = await take(rawEnd)
    input.setRawMode?.(false)
    if (taken === undefined) return undefined
    if (taken.end === '\u0003') {
      interrupt()
      // Whoever is interrupted does not wait for the answer.
      return new Promise(() => {})
    }
    const line = edited(taken.line)
    return taken.end === '\u0004' && line === '' ? undefined : line
  }

  return {
    next: async () => (await take(lineEnd))?.line,
    hidden: async () => (input.isTTY === true ? hiddenFromTerminal() : (await take(lineEnd))?.line),
    close() {
      input.off('data', onData)
      input.pause()
    }
  }
}

/** What stays of the keys that were typed: backspace takes back, ctrl-u takes back all, arrows do nothing. */
function edited(keys: string): string {
  let line: string[] = []
  // eslint-disable-next-line no-control-regex
  for (const key of keys.replaceAll(/\u001b(\[[0-9;]*[A-Za-z~]|.)?/g, '')) {
    if (key === '\u007f' || key === '\b') line.pop()
    else if (key === '\u0015') line = []
    else if (key >= ' ') line.push(key)
  }
  return line.join('')
}
