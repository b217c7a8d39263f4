import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createBirpc } from 'birpc'
import type { BirpcReturn } from 'birpc'
import type { Lifetime } from './lifetime.ts'

/** How long a process may take to end what it runs, ms. */
const endTime = 10_000

/** A process of its own. */
export interface Child<Functions extends object> {
  /** Its functions. */
  call: BirpcReturn<Functions, object>
  pid: number
  end(): Promise<void>
}

/** Starts a process for a module that calls `serve`. It ends with the bench, and where its parent goes away. */
export function startChild<Functions extends object>(life: Lifetime, module: URL): Child<Functions> {
  const child = fork(fileURLToPath(module), {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc']
  })
  const exited = once(child, 'exit')
  const call = createBirpc<Functions, object>(
    {},
    {
      post: (message: object) => void child.send(message),
      on: (listener) => void child.on('message', listener),
      timeout: -1
    }
  )
  child.once('exit', (code) => call.$close(new Error(`${module.pathname} ended with ${code}`)))
  const end = async (): Promise<void> => {
    if (child.connected) child.disconnect()
    const timer = setTimeout(() => child.kill('SIGKILL'), endTime)
    await exited
    clearTimeout(timer)
  }
  life.onEnd(end)
  return { call, pid: child.pid!, end }
}

/** Answers the parent's calls; `stop` runs before the process ends. */
export function serve(functions: object, stop: () => Promise<unknown> = () => Promise.resolve()): void {
  createBirpc(functions, {
    post: (message: object) => void process.send?.(message),
    on: (listener) => void process.on('message', listener)
  })
  // Ctrl-C reaches every process of the terminal: the parent decides.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})
  process.once('disconnect', () => void stop().finally(() => process.exit()))
}
