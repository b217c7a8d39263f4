import { render } from 'ink'
import { App } from './app.tsx'
import { createTerminal } from './terminal/terminal.ts'
import { themeOf } from './themes/index.ts'
import type { AbortOptions } from '../../abort.ts'
import type { Client } from '../client/types.ts'
import type { ThemeName } from './themes/index.ts'

/** The signal ends it as quitting does. */
export interface ChatOptions extends AbortOptions {
  /** Starts a server on this computer and resolves to its invite; asked for on a first run alone. */
  startNetwork: () => Promise<string>
  /** Asks the environment and the terminal where absent. */
  theme?: ThemeName
}

interface Streams {
  stdin: NodeJS.ReadStream
  stdout: NodeJS.WriteStream
}

/** Draws the interface on a terminal until the person quits. */
export async function runChat(
  client: Client,
  { startNetwork, theme, signal }: ChatOptions,
  { stdin, stdout }: Streams
): Promise<void> {
  const status = await client.status()
  if (signal?.aborted === true) return
  const terminal = createTerminal(stdin, stdout)
  const redraw = (): void => {
    stdout.write('\x1b[H')
    instance.clear()
    // Ink draws a whole frame after a change of size, whether or not anything in it changed.
    stdout.emit('resize')
  }
  const app = (
    <App {...{ client, status, terminal, startNetwork, redraw }} theme={theme ?? themeOf(process.env)} />
  )
  const instance = render(app, {
    stdin: terminal.stdin,
    stdout,
    // Ink takes any CI variable for a terminal that nobody looks at.
    interactive: true,
    alternateScreen: true,
    incrementalRendering: true,
    maxFps: 60,
    exitOnCtrlC: false,
    kittyKeyboard: { mode: 'auto' }
  })
  const onAbort = (): void => instance.unmount()
  signal?.addEventListener('abort', onAbort)
  try {
    await instance.waitUntilExit()
  } finally {
    signal?.removeEventListener('abort', onAbort)
    terminal.stop()
  }
}
