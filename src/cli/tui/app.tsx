import { Box, useApp, useWindowSize } from 'ink'
import { useEffect, useLayoutEffect, useState } from 'react'
import { ChatScreen } from './chat-screen.tsx'
import { FirstRun } from './first-run/first-run.tsx'
import { minSize } from './panes/layout.ts'
import { TooSmall } from './panes/too-small.tsx'
import { TerminalContext } from './terminal/context.ts'
import { awayAfter, createIdle } from './terminal/idle.ts'
import { sentence } from './text/sentence.ts'
import { ThemeContext } from './themes/context.ts'
import { themeOn, themes } from './themes/index.ts'
import type { Client, Status } from '../client/types.ts'
import type { Terminal } from './terminal/terminal.ts'
import type { Theme, ThemeName } from './themes/index.ts'

interface AppProps {
  client: Client
  status: Status
  terminal: Terminal
  startNetwork: () => Promise<string>
  /** Undefined asks the terminal. */
  theme: ThemeName | undefined
  redraw: () => void
}

/** The whole interface: the questions of a first run, then the chat. */
export function App({ client, status, terminal, startNetwork, theme, redraw }: AppProps) {
  const screen = useScreenSize()
  const { exit } = useApp()
  const [current, setCurrent] = useState(status)
  const [warning, setWarning] = useState<string | undefined>()
  // A layout effect, because its end runs on every way out: keys, signals and errors.
  useLayoutEffect(() => terminal.enter(), [terminal])
  useIdle(terminal, client)
  const look = useNamedTheme(terminal, theme)

  const enter = async (): Promise<void> => {
    await client.join('#lobby').catch((error: unknown) => setWarning(sentence(error)))
    setCurrent(await client.status())
  }
  const { account, invite } = current
  const tooSmall = screen.columns < minSize.columns || screen.rows < minSize.rows
  const size = {
    columns: Math.max(screen.columns, minSize.columns),
    rows: Math.max(screen.rows, minSize.rows)
  }
  return (
    <TerminalContext value={terminal}>
      <ThemeContext value={look}>
        {tooSmall && <TooSmall size={screen} />}
        <Box display={tooSmall ? 'none' : 'flex'}>
          {account === null ? (
            <FirstRun
              {...{ client, startNetwork, size }}
              invited={invite !== null}
              onDone={enter}
              onQuit={exit}
            />
          ) : (
            <ChatScreen {...{ client, size, redraw, warning }} status={current} me={account} />
          )}
        </Box>
      </ThemeContext>
    </TerminalContext>
  )
}

function useScreenSize(): { columns: number; rows: number } {
  const { columns, rows } = useWindowSize()
  // A Windows console scrolls when its last cell is written.
  return { columns, rows: process.platform === 'win32' ? rows - 1 : rows }
}

function useNamedTheme(terminal: Terminal, asked: ThemeName | undefined): Theme {
  const [found, setFound] = useState<ThemeName>('dark')
  useEffect(() => {
    if (asked !== undefined) return
    const stop = terminal.onBackground((color) => setFound(themeOn(color)))
    terminal.askBackground()
    return stop
  }, [terminal, asked])
  return themes[asked ?? found]
}

/** Away after a while without a key, back with the next one. */
function useIdle(terminal: Terminal, client: Client): void {
  useEffect(() => {
    // Nobody is told of a failure: the next change says it again.
    const idle = createIdle(awayAfter, (away) => {
      client.setStatus(away ? 'away' : 'online').catch(() => {})
    })
    const stop = terminal.onActivity(() => idle.touch())
    return () => {
      stop()
      idle.stop()
    }
  }, [terminal, client])
}
