import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readJsonLines, writeJsonLine } from '../../../src/cli/client/json-lines.ts'
import type { AddressInfo, Socket } from 'node:net'
import type { Lifetime } from '../../support/index.ts'

/** Both ends of a connection. */
async function pair(t: Lifetime): Promise<[Socket, Socket]> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const one = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const [two] = (await once(server, 'connection')) as [Socket]
  for (const socket of [one, two]) socket.on('error', () => {})
  t.onTestFinished(() => {
    one.destroy()
    two.destroy()
    server.close()
  })
  return [one, two]
}

test('values arrive whole and in order, however the bytes are cut', async (t) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue(), { minLength: 1 }),
      fc.integer({ min: 1, max: 50 }),
      async (values, size) => {
        const [one, two] = await pair(t)
        const seen: unknown[] = []
        const all = new Promise<void>((resolve) => {
          readJsonLines(two, 1024 * 1024, (value) => {
            seen.push(value)
            if (seen.length === values.length) resolve()
          })
        })
        const bytes = Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join(''))
        one.setNoDelay()
        for (let at = 0; at < bytes.length; at += size) one.write(bytes.subarray(at, at + size))
        await all
        expect(seen).toEqual(JSON.parse(JSON.stringify(values)))
        one.destroy()
      }
    ),
    { numRuns: 20 }
  )
})

test('a line may be as long as allowed, and no longer', async (t) => {
  const [one, two] = await pair(t)
  const seen: unknown[] = []
  readJsonLines(two, 10, (value) => seen.push(value))
  writeJsonLine(one, '12345678')
  await expect.poll(() => seen).toEqual(['12345678'])
  writeJsonLine(one, '123456789')
  await once(two, 'close')
  expect(seen).toHaveLength(1)
})

test('nothing after a bad line is read', async (t) => {
  const [one, two] = await pair(t)
  const seen: unknown[] = []
  readJsonLines(two, 100, (value) => seen.push(value))
  one.write('1\n{broken\n2\n')
  await once(two, 'close')
  expect(seen).toEqual([1])
})

test('who does not read is given up before the memory is', async (t) => {
  const [one, two] = await pair(t)
  two.pause()
  const megabyte = 'x'.repeat(1024 * 1024)
  let lines = 0
  while (!one.destroyed && lines < 200) {
    writeJsonLine(one, megabyte)
    lines++
  }
  expect(lines).toBeLessThan(100)
})
