import { setTimeout as delay } from 'node:timers/promises'
import { join } from 'node:path'
import { createBootstrap } from 'starling-chat'
import { startChild } from '../support/child.ts'
import { temporaryDirectory } from '../support/lifetime.ts'
import { loopback } from '../support/peer.ts'
import type { Bench, Context, Measured } from '../support/bench.ts'
import type { OurIdler } from './ours.ts'
import type { RawIdler } from './raw.ts'
import type { Usage } from './usage.ts'

interface Parameters {
  /** How long it is watched, s. */
  seconds: number
  /** What starting takes is over after this, s. */
  calm: number
}

interface Raw {
  ours: Usage
  raw: Usage
}

export const idle: Bench<Parameters, Raw> = {
  name: 'idle',
  title: 'Doing nothing',
  prose: `A peer in one room, connected to its registry, while nobody writes; a daemon is this and a local socket. Beside it
a plain libp2p node with the same transports, but neither gossip nor DHT, in a process of its own at the same time.`,
  parameters: { seconds: 30, calm: 10 },
  quick: { seconds: 3, calm: 1 },
  run,
  tables: ({ raw }) => [
    {
      columns: ['what', 'memory MiB', 'CPU ms/s'],
      rows: [
        ['Starling', raw.ours.memory, raw.ours.cpu],
        ['plain libp2p', raw.raw.memory, raw.raw.cpu]
      ]
    }
  ]
}

async function run({ parameters, life, say }: Context<Parameters>): Promise<Measured<Raw>> {
  const { seconds, calm } = parameters
  const directory = await temporaryDirectory(life)
  const bootstrap = await createBootstrap({ directory: join(directory, 'bootstrap'), listen: loopback })
  life.onEnd(() => bootstrap.stop())
  const start = <F extends object>(module: string) => startChild<F>(life, new URL(module, import.meta.url))
  const profile = join(directory, 'profile')
  const registrar = start<OurIdler>('./ours.ts')
  await registrar.call.prepare(profile, bootstrap.invite)
  await registrar.end()
  const [ourIdler, rawIdler] = [start<OurIdler>('./ours.ts'), start<RawIdler>('./raw.ts')]
  await Promise.all([ourIdler.call.open(profile), rawIdler.call.open()])
  await delay(calm * 1000)
  say(`Watching for ${seconds} s...`)
  const [ours, raw] = await Promise.all([ourIdler.call.usage(seconds), rawIdler.call.usage(seconds)])
  return {
    raw: { ours, raw },
    ratios: [{ what: 'memory, ours to plain libp2p', value: ours.memory / raw.memory }]
  }
}
