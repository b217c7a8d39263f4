import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import { createOutputOf } from './output-of.ts'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import type { OutputOf } from './output-of.ts'

export const program = fileURLToPath(new URL('../../bin/starling.js', import.meta.url))
export const password = 'horse staple battery lamp'

export interface Ended {
  /** Exit code; null where a signal ended it. */
  code: number | null
  stdout: string
  stderr: string
  /** Standard output as JSON lines. */
  values: Record<string, unknown>[]
}

export interface Running extends OutputOf {
  readonly process: ChildProcessWithoutNullStreams
  readonly ended: Promise<Ended>
  /** Sends a signal and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<Ended>
}

export interface RunOptions {
  /** Added to the environment; undefined takes away. */
  env?: Record<string, string | undefined>
  /** What comes from standard input; it stays open where absent and `start` is used. */
  input?: string | Uint8Array
}

/** Processes and directories of one test file; all gone when it ends, however it ends. */
export interface Stage {
  /** A path for a profile, not made yet. */
  path(name: string): string
  start(args: string[], options?: RunOptions): Running
  /** Runs a command to its end. */
  run(args: string[], options?: RunOptions): Promise<Ended>
  /** A bootstrap server on this computer, running. */
  bootstrap(name: string, listen?: string): Promise<Running & { invite: string }>
  /** Registers a name in a profile of the same name. */
  register(name: string, invite: string): Promise<void>
  /** The same, and a daemon in that profile. */
  daemon(name: string, invite?: string): Promise<Running>
}

/** No command of a test takes longer, however busy the machine is, ms. */
const patience = 50_000

/** To be called at the top of a test file: that is where vitest takes what runs after all of its tests. */
export function createStage(): Stage {
  const directory = mkdtempSync(join(tmpdir(), 'starling-e2e-'))
  const running = new Set<Running>()
  const killAll = (): void => {
    for (const one of running) one.process.kill('SIGKILL')
  }
  process.once('exit', killAll)
  afterAll(async () => {
    killAll()
    await Promise.all([...running].map(({ ended }) => ended))
    process.off('exit', killAll)
    await rm(directory, { recursive: true, force: true })
  })

  const stage: Stage = {
    path: (name) => join(directory, name),
    start(args, options = {}) {
      const started = startProcess(args, directory, options)
      running.add(started)
      void started.ended.finally(() => running.delete(started))
      return started
    },
    async run(args, options = {}) {
      const started = stage.start(args, options)
      started.process.stdin.end(options.input ?? '')
      const timer = setTimeout(() => started.process.kill('SIGKILL'), patience)
      try {
        return await started.ended
      } finally {
        clearTimeout(timer)
      }
    },
    async bootstrap(name, listen = '/ip4/127.0.0.1/tcp/0') {
      const started = stage.start([
        'bootstrap',
        '--directory',
        stage.path(name),
        '--listen',
        listen,
        '--json'
      ])
      const { invite } = JSON.parse(await started.line(/ready/)) as { invite: string }
      return { ...started, invite }
    },
    async register(name, invite) {
      const { code, stderr } = await stage.run([
        'register',
        name,
        '--invite',
        invite,
        '--profile',
        stage.path(name)
      ])
      if (code !== 0) throw new Error(`register ${name} ended with ${code}: ${stderr}`)
    },
    async daemon(name, invite) {
      if (invite !== undefined) await stage.register(name, invite)
      const started = stage.start(['daemon', '--profile', stage.path(name)])
      await started.line(/ready/)
      return started
    }
  }
  return stage
}

function startProcess(args: string[], home: string, { env = {} }: RunOptions): Running {
  const child = spawn(process.execPath, [program, ...args], {
    env: {
      ...process.env,
      HOME: home,
      XDG_DATA_HOME: join(home, 'data'),
      STARLING_PROFILE: undefined,
      STARLING_PASSWORD: password,
      ...env
    }
  })
  // A process that ended does not read what is still written to it.
  child.stdin.on('error', () => {})
  const output = createOutputOf(child)
  const ended = once(child, 'close').then(([code]): Ended => {
    const { stdout, stderr } = output.all()
    return {
      code: code as number | null,
      stdout,
      stderr,
      get values() {
        return stdout
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line) as Record<string, unknown>)
      }
    }
  })
  return {
    ...output,
    process: child,
    ended,
    stop(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    }
  }
}
