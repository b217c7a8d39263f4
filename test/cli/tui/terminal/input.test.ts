import { PassThrough } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createInput } from '../../../../src/cli/tui/terminal/input.ts'

interface Source extends PassThrough {
  modes: boolean[]
}

function setup() {
  const source = Object.assign(new PassThrough(), {
    isTTY: true,
    modes: [] as boolean[],
    setRawMode(mode: boolean) {
      source.modes.push(mode)
      return source
    },
    ref: () => source,
    unref: () => source
  }) as unknown as Source
  const input = createInput(source as unknown as NodeJS.ReadStream)
  const got: string[] = []
  input.stdin.on('readable', () => {
    for (
      let part = input.stdin.read() as string | null;
      part !== null;
      part = input.stdin.read() as string | null
    ) {
      got.push(part)
    }
  })
  input.events.on('key', (key) => got.push(`<${key}>`))
  input.events.on('focus', (focused) => got.push(focused ? '<in>' : '<out>'))
  input.events.on('background', (color) => got.push(`<background ${color.join()}>`))
  return { source, input, got }
}

/** What arrives when the terminal sends these reads, and then a ~. */
async function readAll(...reads: string[]): Promise<string[]> {
  const { source, input, got } = setup()
  for (const read of [...reads, '~']) {
    source.write(read)
    await new Promise((resolve) => setImmediate(resolve))
  }
  while (got.at(-1) !== '~') await new Promise((resolve) => setImmediate(resolve))
  input.stop()
  return got.slice(0, -1)
}

test('text and the Enter behind it are two things', async () => {
  expect(await readAll('abc\r')).toEqual(['abc', '\r'])
  expect(await readAll('one\rtwo\x0b\x7f')).toEqual(['one', '\r', 'two', '\x0b', '\x7f'])
})

test('sequences stay whole', async () => {
  expect(await readAll('a\x1b[Db\x1b[1;5Cc')).toEqual(['a', '\x1b[D', 'b', '\x1b[1;5C', 'c'])
  expect(await readAll('\x1bOH\x1b[5~\x1b[107;5u')).toEqual(['\x1bOH', '\x1b[5~', '\x1b[107;5u'])
})

test('alt and a key stay together', async () => {
  expect(await readAll('\x1bm\x1b\r\x1b\x7f\x1b1')).toEqual(['\x1bm', '\x1b\r', '\x1b\x7f', '\x1b1'])
})

test('a lone escape is one', async () => {
  expect(await readAll('\x1b', 'x')).toEqual(['\x1b', 'x'])
})

test.each([
  ['\x1bOP', 'f1'],
  ['\x1b[11~', 'f1'],
  ['\x1b[[A', 'f1'],
  ['\x1b[P', 'f1'],
  ['\x1b[18~', 'f7'],
  ['\x1b[19~', 'f8'],
  ['\x1b[24~', 'f12']
])('function keys are told apart: %j is %s', async (sequence, key) => {
  expect(await readAll(`a${sequence}b`)).toEqual(['a', `<${key}>`, 'b'])
})

test('focus is reported and not typed', async () => {
  expect(await readAll('\x1b[Ohello\x1b[I')).toEqual(['<out>', 'hello', '<in>'])
})

test('several arrows in one read are the wheel, one is a key', async () => {
  expect(await readAll('\x1b[A\x1b[A\x1b[A')).toEqual(['<wheelup>', '<wheelup>', '<wheelup>'])
  expect(await readAll('\x1bOB\x1bOB')).toEqual(['<wheeldown>', '<wheeldown>'])
  expect(await readAll('\x1b[A')).toEqual(['\x1b[A'])
  expect(await readAll('\x1b[A', '\x1b[A')).toEqual(['\x1b[A', '\x1b[A'])
})

test('the background is read, in each of its ways to be written', async () => {
  expect(await readAll('\x1b]11;rgb:ffff/0000/8080\x1b\\')).toEqual([`<background 1,0,${0x8080 / 0xffff}>`])
  expect(await readAll('\x1b]11;rgb:ff/00/00\x07')).toEqual(['<background 1,0,0>'])
})

test('other replies are dropped, also when they come in pieces', async () => {
  expect(await readAll('a\x1b]52;c;aGk=\x07b')).toEqual(['a', 'b'])
  expect(await readAll('a\x1b]11;rgb:ff/', '00/00\x1b', '\\b')).toEqual(['a', '<background 1,0,0>', 'b'])
})

test('a paste is left alone, over any number of reads', async () => {
  const paste = 'one\rtwo\x1bOP\x1b[Ithree\n'
  const all = `a\x1b[200~${paste}\x1b[201~b\r`
  // A read that ends in a lone escape may be the key.
  for (let cut = 4; cut < all.length; cut++) {
    const got = await readAll(all.slice(0, cut), all.slice(cut))
    expect(got.join('')).toBe(all)
    expect(got.at(-1)).toBe('\r')
  }
})

test('after a paste keys are keys again, wherever its end was cut', async () => {
  const paste = '\x1b[200~text\x1b[201~'
  for (let cut = 3; cut < paste.length; cut++) {
    expect((await readAll(paste.slice(0, cut), paste.slice(cut), 'a\rb')).slice(-3)).toEqual(['a', '\r', 'b'])
  }
})

test('alt-] is a key, not the beginning of a reply', async () => {
  expect(await readAll('\x1b]', 'abc')).toEqual(['\x1b]', 'abc'])
})

test('one key at a time: what a key changes is there for the next', async () => {
  const { source, input } = setup()
  const turns: number[] = []
  let turn = 0
  input.stdin.on('readable', () => turns.push(turn))
  source.write('a\rb\rc')
  while (turns.length < 5) {
    await new Promise((resolve) => setImmediate(resolve))
    turn++
  }
  input.stop()
  expect(new Set(turns).size).toBe(5)
})

test('keys count as activity, reports do not', async () => {
  const { source, input, got } = setup()
  let activity = 0
  input.events.on('activity', () => activity++)
  source.write('\x1b[I\x1b[O\x1b]11;rgb:0/0/0\x07')
  source.write('x')
  while (got.at(-1) !== 'x') await new Promise((resolve) => setImmediate(resolve))
  expect(activity).toBe(1)
  input.stop()
})

test('the next read can be taken away from Ink', async () => {
  const { source, input, got } = setup()
  const next = input.next()
  source.write('q\r')
  expect(await next).toBe('q\r')
  expect(got).toEqual([])
  source.write('x')
  while (got.length === 0) await new Promise((resolve) => setImmediate(resolve))
  expect(got).toEqual(['x'])
  input.stop()
})

test('raw mode is passed on', () => {
  const { source, input } = setup()
  input.stdin.setRawMode(true)
  input.stdin.setRawMode(false)
  expect(source.modes).toEqual([true, false])
  input.stop()
})

test('nothing that is typed is lost or turned around, however it is cut', async () => {
  const piece = fc.constantFrom('abc', 'é', '日', '\r', '\x7f', '\x1b[C', '\x1bf', '\x1b[5~', ' ')
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), async (pieces) => {
      expect((await readAll(pieces.join(''))).join('')).toBe(pieces.join(''))
    }),
    { numRuns: 60 }
  )
})
