import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { createStage } from './stage.ts'

const stage = createStage()
const alice = (): string[] => ['--profile', stage.path('alice')]

beforeAll(async () => {
  const { invite } = await stage.bootstrap('boot')
  await stage.register('alice', invite)
  await stage.run(['join', '#lobby', ...alice()])
})

test('commands that start at once share one node', async () => {
  const sends = ['one', 'two', 'three'].map((text) =>
    stage.run(['send', '#lobby', text, '--timeout', '1', '--json', ...alice()])
  )
  const ended = await Promise.all(sends)
  for (const { code, stderr } of ended) expect(code, stderr).toBe(3)
  const { values } = await stage.run(['history', '#lobby', '--json', ...alice()])
  expect(values.map(({ content }) => content).sort()).toEqual(['one', 'three', 'two'])
})

test('a daemon serves the others, and tells who is attached that it ends', async () => {
  const daemon = await stage.daemon('alice')
  expect((await stat(`${stage.path('alice')}/starling.sock`)).mode & 0o777).toBe(0o600)
  const tail = stage.start(['tail', '--json', ...alice()])
  await tail.line(/as they come/)
  const second = await stage.run(['daemon', ...alice()])
  expect([second.code, second.stderr]).toEqual([7, expect.stringMatching(/Another Starling holds/)])
  const { code } = await daemon.stop('SIGTERM')
  expect(code).toBe(0)
  expect(await tail.ended).toMatchObject({ code: 9, stderr: expect.stringMatching(/was stopped/) as string })
})

test('the socket of a killed daemon is replaced', async () => {
  const daemon = await stage.daemon('alice')
  await daemon.stop('SIGKILL')
  await expect(stat(`${stage.path('alice')}/starling.sock`)).resolves.toBeDefined()
  const next = await stage.daemon('alice')
  const whoami = await stage.run(['whoami', ...alice()])
  expect(whoami.code, whoami.stderr).toBe(0)
  await next.stop('SIGINT')
  await expect(stat(`${stage.path('alice')}/starling.sock`)).rejects.toThrow('ENOENT')
})

test('a long path is no obstacle', async () => {
  const path = stage.path(`${'deep/'.repeat(30)}profile`)
  const env = { XDG_RUNTIME_DIR: stage.path('runtime'), STARLING_PROFILE: path }
  const daemon = stage.start(['daemon'], { env })
  await daemon.line(/ready/)
  const { code, stderr } = await stage.run(['whoami'], { env })
  expect([code, stderr]).toEqual([4, expect.stringMatching(/Nobody is logged in/)])
  await daemon.stop()
})

test('a program in the way of the network that a profile runs is named', async () => {
  const profile = stage.path('own')
  const chat = stage.start(['chat', '--plain', '--profile', profile])
  chat.process.stdin.write('1\n')
  const own = await chat.line(/^starling:/)
  await chat.stop()
  expect(own).toMatch(/^starling:/)
  const { ports } = JSON.parse(await readFile(`${profile}/bootstrap/server.json`, 'utf8')) as {
    ports: Record<string, number>
  }
  const taken = createServer().listen(Object.values(ports)[0], '0.0.0.0')
  onTestFinished(() => void taken.close())
  await new Promise((resolve) => taken.once('listening', resolve))
  const { code, stderr } = await stage.run(['whoami', '--profile', profile])
  expect([code, stderr]).toEqual([
    10,
    expect.stringMatching(/Another program listens at .+invites of your network/)
  ])
})
