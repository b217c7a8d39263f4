import { Console } from 'node:console'
import { PassThrough, Writable } from 'node:stream'
import unicode11 from '@xterm/addon-unicode11'
import xterm from '@xterm/headless'
import { runChat } from '../../../src/cli/tui/run-chat.tsx'
import type { Client } from '../../../src/cli/client/types.ts'
import type { ChatOptions } from '../../../src/cli/tui/run-chat.tsx'
import type { ThemeName } from '../../../src/cli/tui/themes/index.ts'

/** The interface on a terminal in this process: what is asserted is what a person would see. */
export interface Screen {
  /** The rows, without spaces at their ends. */
  rows(): string[]
  text(): string
  cursor(): { column: number; row: number }
  /** Everything written to the terminal. */
  raw(): string
  isAlternate(): boolean
  press(keys: string): void
  /** Resolves once the screen shows it. @throws with the screen after 10 seconds */
  waitFor(what: string | RegExp | ((text: string) => boolean)): Promise<void>
  resize(columns: number, rows: number): void
  /** Resolves when the interface ends. */
  done: Promise<void>
  stop(): Promise<void>
}

interface ScreenInit extends Partial<Omit<ChatOptions, 'theme'>> {
  columns?: number
  rows?: number
  /** `ask` leaves it to the surroundings. */
  theme?: ThemeName | 'ask'
}

const patience = 10_000

// The runner's console has no Console, which Ink needs to take the console over.
console.Console ??= Console

export function openScreen(
  client: Client,
  {
    columns = 80,
    rows = 24,
    theme = 'dark',
    startNetwork = () => Promise.reject(new Error('no network here')),
    signal
  }: ScreenInit = {}
): Screen {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 0 })
  terminal.loadAddon(new unicode11.Unicode11Addon())
  terminal.unicode.activeVersion = '11'
  const watchers = new Set<() => void>()
  let raw = ''

  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: () => stdin,
    ref: () => stdin,
    unref: () => stdin
  }) as unknown as NodeJS.ReadStream & PassThrough
  const stdout = Object.assign(
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        raw += chunk.toString()
        // A terminal turns \n into \r\n unless it is told otherwise.
        terminal.write(chunk.toString().replace(/(?<!\r)\n/g, '\r\n'), () => {
          for (const watcher of watchers) watcher()
          done()
        })
      }
    }),
    { isTTY: true, columns, rows }
  ) as unknown as NodeJS.WriteStream
  terminal.onData((reply) => stdin.write(reply))

  const screenRows = (): string[] =>
    Array.from({ length: terminal.rows }, (_, row) =>
      terminal.buffer.active.getLine(row)!.translateToString(true)
    )
  let ended = false
  const done = runChat(
    client,
    { startNetwork, ...(theme !== 'ask' && { theme }), ...(signal && { signal }) },
    { stdin, stdout }
  ).finally(() => {
    ended = true
  })
  const screen: Screen = {
    rows: screenRows,
    text: () => screenRows().join('\n'),
    cursor: () => ({ column: terminal.buffer.active.cursorX, row: terminal.buffer.active.cursorY }),
    raw: () => raw,
    isAlternate: () => terminal.buffer.active.type === 'alternate',
    press: (keys) => void stdin.write(keys),
    waitFor: (what) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          const text = screen.text()
          const found =
            typeof what === 'string'
              ? text.includes(what)
              : what instanceof RegExp
                ? what.test(text)
                : what(text)
          if (!found) return
          watchers.delete(check)
          clearTimeout(timer)
          resolve()
        }
        const timer = setTimeout(() => {
          watchers.delete(check)
          reject(new Error(`the screen never showed ${String(what)}:\n${screen.text()}`))
        }, patience)
        watchers.add(check)
        check()
      }),
    resize(newColumns, newRows) {
      terminal.resize(newColumns, newRows)
      Object.assign(stdout, { columns: newColumns, rows: newRows })
      stdout.emit('resize')
    },
    done,
    async stop() {
      // The first closes what is open, the others clear the text and quit.
      while (!ended) {
        screen.press('\x03')
        await new Promise((resolve) => setImmediate(resolve))
      }
      await done
    }
  }
  return screen
}
