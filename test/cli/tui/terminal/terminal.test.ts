import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { enter, leave } from '../../../../src/cli/tui/terminal/sequences.ts'
import { createTerminal } from '../../../../src/cli/tui/terminal/terminal.ts'

function setup(isTTY = true) {
  const modes: boolean[] = []
  const source = Object.assign(new PassThrough(), {
    isTTY,
    setRawMode: (mode: boolean) => modes.push(mode),
    ref: () => source,
    unref: () => source
  })
  const written: string[] = []
  const stdout = { isTTY, destroyed: false, write: (text: string) => written.push(text) }
  const terminal = createTerminal(
    source as unknown as NodeJS.ReadStream,
    stdout as unknown as NodeJS.WriteStream
  )
  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
  return { source, stdout, terminal, modes, written, turn }
}

test('takes the modes, and gives them back', () => {
  const { terminal, written } = setup()
  const giveBack = terminal.enter()
  expect(written).toEqual([enter])
  giveBack()
  expect(written).toEqual([enter, leave])
  terminal.stop()
})

test('writes nothing to what is no terminal, or is gone', () => {
  const piped = setup(false)
  piped.terminal.enter()
  piped.terminal.setTitle('title')
  expect(piped.written).toEqual([])
  piped.terminal.stop()
  const gone = setup()
  gone.stdout.destroyed = true
  gone.terminal.copy('text')
  expect(gone.written).toEqual([])
  gone.terminal.stop()
})

test('whoever listens hears, until it stops', async () => {
  const { source, terminal, turn } = setup()
  const heard: unknown[] = []
  const stops = [
    terminal.onKey((key) => heard.push(key)),
    terminal.onFocus((focused) => heard.push(focused)),
    terminal.onBackground((color) => heard.push(color)),
    terminal.onActivity(() => heard.push('activity'))
  ]
  source.write('\x1b[18~\x1b[O\x1b]11;rgb:ff/ff/ff\x07')
  while (heard.length < 4) await turn()
  expect(heard).toEqual(['activity', 'f7', false, [1, 1, 1]])
  for (const stop of stops) stop()
  source.write('\x1b[18~')
  await turn()
  await turn()
  expect(heard).toHaveLength(4)
  terminal.stop()
})

test('asks for the background, sets titles, copies', () => {
  const { terminal, written } = setup()
  terminal.askBackground()
  terminal.setTitle('(2) #dev - starling')
  terminal.copy('hi')
  expect(written).toEqual(['\x1b]11;?\x1b\\', '\x1b]2;(2) #dev - starling\x1b\\', '\x1b]52;c;aGk=\x1b\\'])
  terminal.stop()
})

test('shows a text on the plain screen until a key, with wrapping on so that it stays one line', async () => {
  const { source, terminal, modes, written, turn } = setup()
  const shown = terminal.showPlain('starling:abc')
  expect(written.join('')).toContain('starling:abc')
  expect(written.join('')).toContain('\x1b[?7h')
  expect(modes).toEqual([true])
  await turn()
  source.write('q')
  await shown
  expect(modes).toEqual([true, false])
  expect(written.at(-1)).toContain('\x1b[?7l')
  terminal.stop()
})

test('after the end nothing more is read', async () => {
  const { source, terminal, turn } = setup()
  let heard = 0
  terminal.onKey(() => heard++)
  terminal.stop()
  source.write('\x1b[18~')
  await turn()
  expect(heard).toBe(0)
  expect(source.isPaused()).toBe(true)
})
