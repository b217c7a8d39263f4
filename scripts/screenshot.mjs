// Makes docs/screenshot.svg: the demo, as it runs, in a real terminal of 110 x 32.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import unicode11 from '@xterm/addon-unicode11'
import headless from '@xterm/headless'
import pty from '@lydell/node-pty'
import { screenToSvg } from './screen-to-svg.mjs'

const [cols, rows] = [110, 32]
/** The picture is taken once the last of the script's early lines is on the screen. */
const awaited = 'nobody in the middle. '
const patience = 120_000

const terminal = new headless.Terminal({ cols, rows, allowProposedApi: true, scrollback: 0 })
terminal.loadAddon(new unicode11.Unicode11Addon())
terminal.unicode.activeVersion = '11'

const { CI, NO_COLOR, ...env } = process.env
const demo = pty.spawn(process.execPath, ['examples/demo.ts'], {
  cols,
  rows,
  name: 'xterm-256color',
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  env: { ...env, COLORTERM: 'truecolor', FORCE_COLOR: '3', TZ: 'UTC' }
})
demo.onData((data) => terminal.write(data))
terminal.onData((data) => demo.write(data))

const text = () => {
  const { active } = terminal.buffer
  return Array.from({ length: rows }, (_, row) => active.getLine(row)?.translateToString() ?? '').join('\n')
}

/** Resolves once the screen holds the text. */
const shows = (wanted) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`"${wanted}" did not appear:\n${text()}`)), patience)
    const look = terminal.onWriteParsed(() => {
      if (!text().includes(wanted)) return
      clearTimeout(timer)
      look.dispose()
      resolve()
    })
  })

try {
  await shows('#lobby')
  demo.write('Hello from the picture in the README, @grace.\r')
  await shows(awaited)
  demo.write('This line is **not sent yet**')
  await shows('not sent yet')
  writeFileSync(new URL('../docs/screenshot.svg', import.meta.url), screenToSvg(terminal))
} finally {
  const exit = new Promise((resolve) => demo.onExit(resolve))
  demo.write('\x03\x03\x03')
  demo.kill('SIGTERM')
  await exit
}
