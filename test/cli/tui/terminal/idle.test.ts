import { expect, test } from 'vitest'
import { createIdle } from '../../../../src/cli/tui/terminal/idle.ts'

function setup(after: number) {
  const heard: boolean[] = []
  let wake: (() => void) | undefined
  const idle = createIdle(after, (away) => {
    heard.push(away)
    wake?.()
  })
  return { idle, heard, next: () => new Promise<void>((resolve) => (wake = resolve)) }
}

test('away after a while, back with a key, away again', async () => {
  const { idle, heard, next } = setup(15)
  await next()
  expect(heard).toEqual([true])
  idle.touch()
  expect(heard).toEqual([true, false])
  await next()
  expect(heard).toEqual([true, false, true])
  idle.stop()
})

test('a key before the time is not worth a word', () => {
  const { idle, heard } = setup(60_000)
  idle.touch()
  idle.touch()
  idle.stop()
  expect(heard).toEqual([])
})

test('keys put it off', async () => {
  const { idle, heard, next } = setup(50)
  const begun = performance.now()
  const away = next()
  const touching = setInterval(() => idle.touch(), 10)
  setTimeout(() => clearInterval(touching), 100)
  await away
  expect(performance.now() - begun).toBeGreaterThan(120)
  expect(heard).toEqual([true])
  idle.stop()
})
