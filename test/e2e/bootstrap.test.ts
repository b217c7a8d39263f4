import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createStage } from './stage.ts'
import type { AddressInfo } from 'node:net'
import type { Ended } from './stage.ts'

const stage = createStage()

test('prints an invite of one line, which stays the same', async () => {
  const args = ['bootstrap', '--directory', stage.path('one'), '--listen', '/ip4/127.0.0.1/tcp/0']
  const first = stage.start(args)
  await first.line(/^starling:/)
  const { code, stdout } = await first.stop('SIGTERM')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^starling:\S+\n$/)

  const second = stage.start([...args, '--json'])
  await second.line(/ready/)
  const { code: code2, values } = await second.stop('SIGINT')
  expect(code2).toBe(0)
  expect(values).toEqual([
    {
      type: 'ready',
      invite: stdout.trim(),
      registry: expect.stringMatching(/^[a-z2-7]{52}$/) as string,
      peer: expect.stringMatching(/^12D3/) as string,
      addresses: [expect.stringMatching(/^\/ip4\/127\.0\.0\.1\/tcp\/\d+/)],
      directory: stage.path('one')
    }
  ])
})

test('keeps what it acknowledged through kill -9', async () => {
  const server = await stage.bootstrap('killed')
  const names = ['kim', 'lee']
  const registering = names.map((name) =>
    stage.run(['register', name, '--invite', server.invite, '--profile', stage.path(name)])
  )
  await Promise.any(registering.map(succeeded))
  await server.stop('SIGKILL')
  const ended = await Promise.all(registering)
  const acknowledged = names.filter((_, index) => ended[index]!.code === 0)
  for (const [index, { code, stderr }] of ended.entries())
    if (code !== 0) expect([code, stderr], names[index]).toEqual([6, expect.stringMatching(/registry/)])

  await stage.bootstrap('killed')
  const logins = await Promise.all(
    acknowledged.map((name) =>
      stage.run(['login', name, '--invite', server.invite, '--profile', stage.path(`${name}-again`)])
    )
  )
  for (const { code, stderr } of logins) expect(code, stderr).toBe(0)
})

test('says which address it can not have', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void taken.close())
  await new Promise((resolve) => taken.once('listening', resolve))
  const address = `/ip4/127.0.0.1/tcp/${(taken.address() as AddressInfo).port}`
  const run = (...args: string[]) => stage.run(['bootstrap', '--directory', stage.path('taken'), ...args])

  const busy = await run('--listen', '/ip4/127.0.0.1/tcp/0', '--listen', address)
  expect([busy.code, busy.stderr]).toEqual([
    10,
    expect.stringContaining(`Another program listens at ${address}`)
  ])
  const garbage = await run('--announce', 'chat.example.org')
  expect([garbage.code, garbage.stderr]).toEqual([
    2,
    expect.stringMatching(/"chat.example.org" is no multiaddr/)
  ])
})

test('runs once in a directory', async () => {
  const server = await stage.bootstrap('once')
  const second = await stage.run(['bootstrap', '--directory', stage.path('once')])
  expect([second.code, second.stderr]).toEqual([7, expect.stringMatching(/Another running Starling uses/)])
  await server.stop()
})

async function succeeded(running: Promise<Ended>): Promise<void> {
  const { code, stderr } = await running
  if (code !== 0) throw new Error(stderr)
}
