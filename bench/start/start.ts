import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createBootstrap, createNode } from 'starling-chat'
import { atMost } from '../support/bench.ts'
import { now } from '../support/clock.ts'
import { temporaryDirectory } from '../support/lifetime.ts'
import { enter, loopback } from '../support/peer.ts'
import { createRawGossiper } from '../support/raw-node.ts'
import { median } from '../support/statistics.ts'
import { openInterface } from './interface.ts'
import type { StarlingNode } from 'starling-chat'
import type { Bench, Context, Measured } from '../support/bench.ts'
import type { Lifetime } from '../support/lifetime.ts'

interface Parameters {
  rounds: number
}

/** Medians, since the start of the process, ms. */
interface Raw {
  /** A process that does nothing, until it ended. */
  node: number
  /** Plain libp2p, until another peer heard it. */
  libp2p: number
  frame: number
  delivered: number
}

const room = '#lobby'

export const start: Bench<Parameters, Raw> = {
  name: 'start',
  title: 'Starting',
  prose: `\`starling\` on a terminal, with a profile that was used before, until the first whole frame, and until a message
typed at once is shown by a peer that was running already; server, peer and interface share the machine. Beside it a plain
libp2p node that connects and publishes once, and a Node process that does nothing, both from start to end of that.`,
  parameters: { rounds: 9 },
  quick: { rounds: 1 },
  run,
  tables: ({ raw }) => [
    {
      columns: ['since the process was started', 'ms'],
      rows: [
        ['Node, nothing done', raw.node],
        ['plain libp2p, first message delivered', raw.libp2p],
        ['Starling, first frame', raw.frame],
        ['Starling, first message delivered', raw.delivered]
      ]
    }
  ]
}

async function run({ parameters, life, say }: Context<Parameters>): Promise<Measured<Raw>> {
  const directory = await temporaryDirectory(life)
  const bootstrap = await createBootstrap({ directory: join(directory, 'bootstrap'), listen: loopback })
  life.onEnd(() => bootstrap.stop())
  const profile = join(directory, 'profile')
  const starter = await member(profile, bootstrap.invite, 'starter')
  await starter.stop()
  const listener = await member(join(directory, 'listener'), bootstrap.invite, 'listener')
  life.onEnd(() => listener.stop())
  const raw = await openRaw(life)

  const times = { node: [], libp2p: [], frame: [], delivered: [] } as Record<keyof Raw, number[]>
  for (let round = 0; round < parameters.rounds; round++) {
    say(`Round ${round + 1}`)
    times.node.push(await startNothing())
    times.libp2p.push(await raw(`${round}`))
    const { frame, delivered } = await startOurs(life, profile, listener, `first words of round ${round}`)
    times.frame.push(frame)
    times.delivered.push(delivered)
  }
  const medians = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]))
  const result = medians as unknown as Raw
  return {
    raw: result,
    ratios: [
      atMost('first frame, seconds', result.frame / 1000, 1.5),
      atMost('first message delivered, seconds', result.delivered / 1000, 3),
      { what: 'first message delivered, ours to plain libp2p', value: result.delivered / result.libp2p }
    ]
  }
}

async function member(directory: string, invite: string, name: string): Promise<StarlingNode> {
  const node = await createNode({ directory, bootstrap: [invite], listen: loopback })
  await enter(node, name)
  await node.rooms.join(room)
  return node
}

async function startOurs(
  life: Lifetime,
  profile: string,
  listener: StarlingNode,
  text: string
): Promise<{ frame: number; delivered: number }> {
  const startedAt = now()
  const heard = new Promise<number>((resolve) => {
    const listen = ({ detail: { content } }: { detail: { content: string } }): void => {
      if (content !== text) return
      listener.removeEventListener('message', listen)
      resolve(now() - startedAt)
    }
    listener.addEventListener('message', listen)
  })
  const { frame, type, end } = await openInterface(life, profile, room)
  type(`${text}\r`)
  const delivered = await heard
  await end()
  return { frame, delivered }
}

async function startNothing(): Promise<number> {
  const startedAt = now()
  const child = fork('-', { execArgv: ['--eval', ''], stdio: 'ignore' })
  await once(child, 'exit')
  return now() - startedAt
}

/** A plain peer that runs already, and what starts another and waits until this one hears it. */
async function openRaw(life: Lifetime): Promise<(text: string) => Promise<number>> {
  const node = await createRawGossiper()
  life.onEnd(() => node.stop())
  const { pubsub } = node.services
  pubsub.subscribe(room)
  const module = fileURLToPath(new URL('./raw.ts', import.meta.url))
  const address = node.getMultiaddrs()[0]!.toString()
  return async (text) => {
    const startedAt = now()
    const heard = once(pubsub, 'message').then(() => now() - startedAt)
    const child = fork(module, [address, room, text], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    life.onEnd(() => child.kill('SIGKILL'))
    const time = await heard
    child.kill()
    await once(child, 'exit')
    return time
  }
}
