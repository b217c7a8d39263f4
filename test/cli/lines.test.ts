import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLines } from '../../src/cli/lines.ts'
import type { LineInput, Lines } from '../../src/cli/lines.ts'

async function all(lines: Lines): Promise<string[]> {
  const found: string[] = []
  for (let line = await lines.next(); line !== undefined; line = await lines.next()) found.push(line)
  return found
}

test('lines are the same however the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' })), fc.array(fc.nat(40)), async (texts, cuts) => {
      const lines = texts.map((text) => text.replaceAll(/[\r\n]/g, ''))
      const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''))
      const input = new PassThrough()
      const read = all(createLines(input))
      let at = 0
      for (const cut of cuts) {
        input.write(bytes.subarray(at, at + cut))
        at += cut
      }
      input.end(bytes.subarray(at))
      expect(await read).toEqual(lines)
    }),
    { numRuns: 50 }
  )
})

test('the last line needs no end, and \\r is part of an end', async () => {
  const input = new PassThrough()
  input.end('one\r\ntwo')
  expect(await all(createLines(input))).toEqual(['one', 'two'])
})

test('an input that fails ends', async () => {
  const input = new PassThrough()
  const lines = createLines(input)
  input.destroy(new Error('unplugged'))
  expect(await lines.next()).toBeUndefined()
})

describe('hidden', () => {
  interface Typed {
    input: PassThrough
    lines: Lines
    modes: boolean[]
    interrupts: number[]
  }

  function terminal(): Typed {
    const input = new PassThrough()
    const modes: boolean[] = []
    const interrupts: number[] = []
    const tty: LineInput = Object.assign(input, {
      isTTY: true,
      setRawMode: (raw: boolean) => modes.push(raw)
    })
    return { input, modes, interrupts, lines: createLines(tty, () => interrupts.push(1)) }
  }

  test.for([
    ['secret\r', 'secret'],
    ['secrex\x7ft\r', 'secret'],
    ['wrong\x15secret\n', 'secret'],
    ['\x7f\x7fsec\x1b[Dret\x1b[3~\r', 'secret'],
    ['pässwörd 🦜🦜\x7f\r', 'pässwörd 🦜'],
    ['se\tcret\r', 'secret'],
    ['secret\x04', 'secret']
  ])('%j is %j', async ([keys, password]) => {
    const { input, lines, modes } = terminal()
    input.write(keys)
    expect(await lines.hidden()).toBe(password)
    expect(modes).toEqual([true, false])
  })

  test('ctrl-d alone is the end', async () => {
    const { input, lines } = terminal()
    input.write('\x04')
    expect(await lines.hidden()).toBeUndefined()
  })

  test('ctrl-c interrupts, and gives the echo back first', async () => {
    const { input, lines, modes, interrupts } = terminal()
    const typed = lines.hidden()
    input.write('half\x03')
    await expect.poll(() => interrupts).toEqual([1])
    expect(modes).toEqual([true, false])
    expect(await Promise.race([typed, Promise.resolve('still waiting')])).toBe('still waiting')
  })

  test('from a pipe it is a line like any other', async () => {
    const input = new PassThrough()
    input.end('secret\nnext\n')
    const lines = createLines(input)
    expect([await lines.hidden(), await lines.next()]).toEqual(['secret', 'next'])
  })
})
