import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { ChildProcess } from 'node:child_process'

export interface Child {
  process: ChildProcess
  /** What it prints, line by line, until it ends. */
  lines: AsyncIterableIterator<string>
  /** The next line. */
  line(): Promise<string>
  ended: Promise<unknown>
}

/** Runs a program of `children/` in a process of its own, killed when the test ends. `prefix` runs it: `prlimit ...`. */
export function startChild(name: string, args: string[], prefix: string[] = []): Child {
  const program = fileURLToPath(new URL(`children/${name}.ts`, import.meta.url))
  const [command, ...rest] = [...prefix, process.execPath, program, ...args]
  const child = spawn(command!, rest, { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const line = async (): Promise<string> => {
    const next = await lines.next()
    if (next.done === true) throw new Error(`${name} ended`)
    return next.value
  }
  return { process: child, lines, line, ended }
}
