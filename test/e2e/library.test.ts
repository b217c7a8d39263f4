import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { createOutputOf } from './output-of.ts'

test('a program that stopped its nodes and its server ends by itself', async () => {
  const program = fileURLToPath(new URL('../../examples/two-nodes.ts', import.meta.url))
  const child = spawn(process.execPath, [program])
  onTestFinished(() => void child.kill('SIGKILL'))
  const output = createOutputOf(child)
  const ended = once(child, 'close')
  await output.line(/hello is stored by 1 other device/)
  const begin = Date.now()
  const [code] = (await ended) as [number | null]
  expect([code, output.all().stderr]).toEqual([0, ''])
  // Nothing is left that would have to run out first.
  expect(Date.now() - begin).toBeLessThan(5000)
  expect(output.all().stdout.split('\n')).toEqual([
    '#lobby alice: hello **flock**',
    'bob to alice: hi!',
    'hello is stored by 1 other device',
    ''
  ])
})
