import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { UsageError } from '../../src/cli/errors.ts'
import { readText } from '../../src/cli/read-text.ts'
import { TextTooLongError } from '../../src/errors.ts'

const read = (...chunks: (string | Uint8Array)[]): Promise<string> =>
  readText(Readable.from(chunks.map((chunk) => Buffer.from(chunk))))

test.for<[string, string]>([
  ['hello\n', 'hello'],
  ['hello\r\n', 'hello'],
  ['two\nlines\n\n', 'two\nlines\n'],
  ['none', 'none'],
  ['', '']
])('%j is the text %j', async ([input, text]) => {
  expect(await read(input)).toBe(text)
})

test('a character may be cut between two reads', async () => {
  const bytes = Buffer.from('ü🦜')
  expect(await read(bytes.subarray(0, 1), bytes.subarray(1, 4), bytes.subarray(4))).toBe('ü🦜')
})

test.for([
  ['a picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0])],
  ['half a character', Buffer.from('🦜').subarray(0, 3)],
  ['zeros', new Uint8Array(8)]
] as const)('%s is refused', async ([, bytes]) => {
  await expect(read(bytes)).rejects.toThrow(UsageError)
})

test('what does not end is not read to its end', async () => {
  let chunks = 0
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      chunks++
      yield Buffer.alloc(64 * 1024, 0x78)
    }
  }
  await expect(readText(endless())).rejects.toThrow(TextTooLongError)
  expect(chunks).toBeLessThan(20)
})
