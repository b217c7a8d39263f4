import headless from '@xterm/headless'
import { spawn } from '@lydell/node-pty'
import { program } from './stage.ts'
import type { IPty } from '@lydell/node-pty'

/** The program in a terminal, as a person has it. */
export interface InTerminal {
  /** Rows of the screen, without spaces at their ends. */
  screen(): string
  /** Everything that was written to the terminal. */
  written(): string
  type(keys: string): void
  /** Resolves once the screen shows it. */
  shows(pattern: RegExp): Promise<void>
  /** Exit code, once it ended. */
  readonly ended: Promise<number>
  kill(signal: NodeJS.Signals): void
}

export function openTerminal(args: string[], env: Record<string, string | undefined>): InTerminal {
  const size = { cols: 100, rows: 30 }
  const terminal = new headless.Terminal({ ...size, allowProposedApi: true })
  const pty: IPty = spawn(process.execPath, [program, ...args], {
    ...size,
    name: 'xterm-256color',
    // Here undefined would become a word.
    env: Object.fromEntries(
      Object.entries({ ...process.env, ...env }).filter(([, value]) => value !== undefined)
    )
  })
  const waiting = new Set<() => void>()
  let text = ''
  pty.onData((data) => {
    text += data
    terminal.write(data, () => waiting.forEach((look) => look()))
  })
  terminal.onData((answer) => pty.write(answer))
  let isOver = false
  const ended = new Promise<number>((resolve) => {
    pty.onExit(({ exitCode }) => {
      // What came last is on the screen before the end is told.
      terminal.write('', () => {
        isOver = true
        waiting.forEach((look) => look())
        resolve(exitCode)
      })
    })
  })
  const screen = (): string => {
    const { active } = terminal.buffer
    const rows = Array.from({ length: size.rows }, (_, row) => active.getLine(active.viewportY + row))
    return rows.map((row) => row?.translateToString(true) ?? '').join('\n')
  }

  return {
    screen,
    written: () => text,
    type: (keys) => pty.write(keys),
    shows: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.test(screen())
          if (!found && !isOver) return
          waiting.delete(look)
          if (found) resolve()
          else reject(new Error(`It ended without ${pattern}:\n${screen()}`))
        }
        waiting.add(look)
        look()
      }),
    ended,
    kill(signal) {
      if (!isOver) process.kill(pty.pid, signal)
    }
  }
}
