import { spawn, spawnSync } from 'node:child_process'
import { expect, onTestFinished, test } from 'vitest'
import { createOutputOf } from './output-of.ts'
import { createStage, program } from './stage.ts'

const stage = createStage()

/** In a network of its own, whose only interface has a public address. */
const inside = [
  '-rn',
  'sh',
  '-c',
  'ip link set lo up && ip addr add 93.184.216.34/32 dev lo && exec "$@"',
  'sh'
]
const isPossible = spawnSync('unshare', [...inside, 'true']).status === 0

test.skipIf(!isPossible)('an invite names the public address of this computer', async () => {
  const listen = '/ip4/0.0.0.0/tcp/0'
  const command = [
    process.execPath,
    program,
    'bootstrap',
    '--directory',
    stage.path('public'),
    '--listen',
    listen
  ]
  const server = spawn('unshare', [...inside, ...command, '--json'], { stdio: ['pipe', 'pipe', 'pipe'] })
  onTestFinished(() => void server.kill('SIGKILL'))
  const { addresses } = JSON.parse(await createOutputOf(server).line(/ready/)) as { addresses: string[] }
  expect(addresses).toContainEqual(expect.stringMatching(/^\/ip4\/93\.184\.216\.34\/tcp\/\d+/))
})
