import { fileURLToPath } from 'node:url'
import { spawn } from '@lydell/node-pty'
import { now } from '../support/clock.ts'
import type { Lifetime } from '../support/lifetime.ts'

const program = fileURLToPath(new URL('../../bin/starling.js', import.meta.url))

/** The interface on a terminal of its own. */
export interface Interface {
  /** Since it was started, ms: when its first whole frame was there. */
  frame: number
  type: (keys: string) => void
  end: () => Promise<void>
}

/** Starts `starling` and waits until it shows the room and the line to type in. */
export async function openInterface(life: Lifetime, profile: string, room: string): Promise<Interface> {
  const startedAt = now()
  const pty = spawn(process.execPath, [program, '--profile', profile], {
    cols: 100,
    rows: 30,
    name: 'xterm-256color',
    env: process.env
  })
  const exited = new Promise<void>((resolve) => pty.onExit(() => resolve()))
  const end = async (): Promise<void> => {
    pty.kill('SIGTERM')
    await exited
  }
  life.onEnd(() => exited)
  life.onEnd(() => pty.kill('SIGKILL'))
  const shown = new Promise<number>((resolve) => {
    let written = ''
    pty.onData((data) => {
      written += data
      if (written.includes('\x1b[?1049h') && written.includes(room)) resolve(now() - startedAt)
    })
  })
  const gone = exited.then(() => Promise.reject(new Error('starling ended before its first frame')))
  return { frame: await Promise.race([shown, gone]), type: (keys) => pty.write(keys), end }
}
