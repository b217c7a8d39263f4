import { once } from 'node:events'
import { createInput } from './input.ts'
import { askBackground, copy, enter, leave, setTitle } from './sequences.ts'

/** The one owner of the terminal beside Ink: its modes, its title, and what it reports beside keys. */
export interface Terminal {
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  /** Takes the modes; the function gives them back. */
  enter(): () => void
  setTitle(title: string): void
  copy(text: string): void
  /** Each returns the function that ends it. */
  onKey(listener: (key: string) => void): () => void
  onFocus(listener: (focused: boolean) => void): () => void
  onBackground(listener: (color: readonly [number, number, number]) => void): () => void
  onActivity(listener: () => void): () => void
  /** Asks what the background looks like; not every terminal answers. */
  askBackground(): void
  /** Stops the process as ctrl-z does elsewhere; resolves when it goes on. For use while Ink is suspended. */
  stopProcess(): Promise<void>
  /** Shows a text on the plain screen, where it can be selected, until a key is pressed. While Ink is suspended. */
  showPlain(text: string): Promise<void>
  stop(): void
}

export function createTerminal(stdin: NodeJS.ReadStream, stdout: NodeJS.WriteStream): Terminal {
  const input = createInput(stdin)
  const write = (text: string): void => {
    if (stdout.isTTY && !stdout.destroyed) stdout.write(text)
  }
  const listen: <E extends 'key' | 'focus' | 'background' | 'activity'>(
    event: E,
    listener: (...args: never[]) => void
  ) => () => void = (event, listener) => {
    input.events.on(event, listener as never)
    return () => input.events.off(event, listener as never)
  }

  return {
    stdin: input.stdin,
    stdout,
    enter() {
      write(enter)
      return () => write(leave)
    },
    setTitle: (title) => write(setTitle(title)),
    copy: (text) => write(copy(text)),
    onKey: (listener) => listen('key', listener),
    onFocus: (listener) => listen('focus', listener),
    onBackground: (listener) => listen('background', listener),
    onActivity: (listener) => listen('activity', listener),
    askBackground: () => write(askBackground),
    async stopProcess() {
      write(leave)
      const continued = once(process, 'SIGCONT')
      // The whole group, as the terminal does it: npm and shells in between must stop too.
      process.kill(0, 'SIGTSTP')
      await continued
      write(enter)
    },
    async showPlain(text) {
      write(`${leave}\x1b[2J\x1b[H${text}\n`)
      stdin.ref()
      stdin.setRawMode(true)
      await input.next()
      stdin.setRawMode(false)
      write(`\x1b[2J\x1b[H${enter}`)
    },
    stop: () => input.stop()
  }
}
