import { PassThrough, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { createOutput } from '../../src/cli/output.ts'

test('lines, values and notes go where they belong', async () => {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const output = createOutput({ stdout, stderr, json: true })
  output.line('a line')
  output.value({ two: 'lines\nin one' })
  output.note('by the way')
  await output.flush()
  stdout.end()
  stderr.end()
  expect(await text(stdout)).toBe('a line\n{"two":"lines\\nin one"}\n')
  expect(await text(stderr)).toBe('by the way\n')
  expect(output.isTerminal).toBe(false)
})

test('flush waits for a slow reader', async () => {
  let seen = 0
  const slow = new Writable({
    highWaterMark: 1,
    write(chunk: Buffer, _, done) {
      setImmediate(() => {
        seen += chunk.length
        done()
      })
    }
  })
  const output = createOutput({ stdout: slow, stderr: new PassThrough(), json: false })
  for (let line = 0; line < 50; line++) output.line('x')
  await output.flush()
  expect(seen).toBe(100)
})

test('a reader that is gone is told of, and nothing throws', async () => {
  const stdout = new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))
    }
  })
  const output = createOutput({ stdout, stderr: new PassThrough(), json: false })
  expect(output.gone.aborted).toBe(false)
  output.line('into the void')
  await expect.poll(() => output.gone.aborted).toBe(true)
  output.line('and again')
  await output.flush()
})

test('a disk without room is told of at the end', async () => {
  const stdout = new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC' }))
    }
  })
  const output = createOutput({ stdout, stderr: new PassThrough(), json: false })
  output.line('too much')
  await expect(output.flush()).rejects.toThrow("The output can't be written (ENOSPC)")
  expect(output.gone.aborted).toBe(true)
})
