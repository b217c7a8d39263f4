import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createBootstrap } from 'starling-chat'
import { atMost } from '../support/bench.ts'
import { startChild } from '../support/child.ts'
import { temporaryDirectory } from '../support/lifetime.ts'
import { loopback } from '../support/peer.ts'
import { sum, summarize } from '../support/statistics.ts'
import type { Bench, Context, Measured, Ratio } from '../support/bench.ts'
import type { Child } from '../support/child.ts'
import type { Lifetime } from '../support/lifetime.ts'
import type { Summary } from '../support/statistics.ts'
import type { Table } from '../support/table.ts'
import type { OurPeer } from './ours.ts'
import type { RawPeer } from './raw.ts'

interface Parameters {
  /** Round trips of each kind in a batch. */
  count: number
  /** Batches, each kind in turn. */
  batches: number
  /** From one batch of messages to the next, s: a device may write 120 in 24 s. */
  interval: number
  /** Bytes of a message. */
  size: number
}

interface Figures {
  /** ms. */
  time: Summary
  /** Of both processes, ms for each round trip. */
  cpu: number
}

const kinds = ['ours', 'newStream', 'keptStream'] as const
type Kind = (typeof kinds)[number]
type Raw = Record<Kind, Figures>

/** Sends so many, one after the other: how long each took there and back, ms. */
type Take = (count: number, size: number) => Promise<Float64Array>

export const direct: Bench<Parameters, Raw> = {
  name: 'direct',
  title: 'A direct message',
  prose: `Two processes. A message goes from the call that sends it to \`delivered\`: signed, written to the sender's disk and
synced, sent, its signature checked, written to the receiver's disk, and acknowledged; one after the other. Beside it a
request of the same size, with an answer of 32 bytes, between two plain libp2p nodes that keep and check nothing: on a
new stream each time, as libp2p's own protocols do, and on one stream that is kept.`,
  parameters: { count: 24, batches: 10, interval: 5, size: 200 },
  quick: { batches: 3 },
  run,
  tables: ({ raw }) => [tableOf(raw)]
}

async function run({ parameters, life, say }: Context<Parameters>): Promise<Measured<Raw>> {
  const { count, batches, interval, size } = parameters
  const children: Child<Pick<OurPeer, 'cpu'>>[] = []
  const start = <F extends Pick<OurPeer, 'cpu'>>(module: string): Child<F> => {
    const child = startChild<F>(life, new URL(module, import.meta.url))
    children.push(child)
    return child
  }
  say('Registering and connecting...')
  const ours = await openOurs(life, () => start<OurPeer>('./ours.ts'))
  const raw = await openRaw(() => start<RawPeer>('./raw.ts'))
  const take: Record<Kind, Take> = { ours, ...raw }
  const times: Record<Kind, number[]> = { ours: [], newStream: [], keptStream: [] }
  const cpuTimes: Record<Kind, number> = { ours: 0, newStream: 0, keptStream: 0 }
  const cpu = async (): Promise<number> => sum(await Promise.all(children.map(({ call }) => call.cpu())))

  for (const kind of kinds) await take[kind](count, size)
  for (let batch = 1; batch <= batches; batch++) {
    await delay(interval * 1000)
    say(`batch ${batch} of ${batches}`)
    for (const kind of kinds) {
      const before = await cpu()
      times[kind].push(...(await take[kind](count, size)))
      cpuTimes[kind] += (await cpu()) - before
    }
  }
  const figures = (kind: Kind): Figures => ({
    time: summarize(times[kind]),
    cpu: cpuTimes[kind] / times[kind].length
  })
  const all = { ours: figures('ours'), newStream: figures('newStream'), keptStream: figures('keptStream') }
  return { raw: all, ratios: ratiosOf(all) }
}

async function openOurs(life: Lifetime, start: () => Child<OurPeer>): Promise<Take> {
  const directory = await temporaryDirectory(life)
  const bootstrap = await createBootstrap({ directory: join(directory, 'bootstrap'), listen: loopback })
  life.onEnd(() => bootstrap.stop())
  const [alice, bob] = [start(), start()]
  await alice.call.open(join(directory, 'alice'), bootstrap.invite, 'alice')
  await bob.call.open(join(directory, 'bob'), bootstrap.invite, 'bob')
  return (count, size) => alice.call.roundTrips('bob', count, size)
}

async function openRaw(start: () => Child<RawPeer>): Promise<Record<Exclude<Kind, 'ours'>, Take>> {
  const [client, server] = [start(), start()]
  await client.call.open()
  await client.call.connect(await server.call.open())
  return {
    newStream: (count, size) => client.call.onNewStreams(count, size),
    keptStream: (count, size) => client.call.onKeptStream(count, size)
  }
}

const ratiosOf = ({ ours, newStream, keptStream }: Raw): Ratio[] => [
  atMost('median time, ours to a request on a new stream', ours.time.p50 / newStream.time.p50, 2),
  { what: 'median time, ours to a request on a kept stream', value: ours.time.p50 / keptStream.time.p50 }
]

const labels: Record<Kind, string> = {
  ours: 'message, stored and acknowledged',
  newStream: 'raw request, new stream',
  keptStream: 'raw request, kept stream'
}

const tableOf = (raw: Raw): Table => ({
  columns: ['what', 'count', 'p50 ms', 'p99 ms', 'CPU ms'],
  rows: kinds.map((kind) => {
    const { time, cpu } = raw[kind]
    return [labels[kind], time.count, time.p50, time.p99, cpu]
  })
})
