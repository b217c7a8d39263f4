import { setTimeout as delay } from 'node:timers/promises'
import { now } from '../support/clock.ts'
import { summarize, sum } from '../support/statistics.ts'
import type { Child } from '../support/child.ts'
import type { Summary } from '../support/statistics.ts'
import type { OurPeers } from './ours.ts'
import type { RawPeers } from './raw.ts'
import type { Heard, Round } from './traffic.ts'

/** What both kinds of peers can do. */
type Process = Pick<OurPeers, 'round' | 'cpu'> & Pick<RawPeers, 'round' | 'cpu'>

export interface Load {
  /** Messages a second, of all peers together. */
  rate: number
  seconds: number
  /** Bytes. */
  size: number
  /** ms. */
  patience: number
}

export interface RoundResult {
  rate: number
  deliveries: number
  lost: number
  failed: number
  /** ms. */
  latency: Summary
  /** CPU of all processes while it ran, ms for each delivery. */
  cpu: number
}

/** What follows a message, acknowledgements above all, belongs to its costs, ms. */
const aftermath = 500
/** All processes have heard of a round before it begins, ms. */
const lead = 300

let rounds = 0

/** Runs one round in all processes of one side. */
export async function runRound(
  processes: Child<Process>[],
  perProcess: number,
  load: Load
): Promise<RoundResult> {
  const { rate, seconds, size, patience } = load
  const peers = processes.length * perProcess
  const each = Math.max(1, Math.round((rate * seconds) / peers))
  const shared: Omit<Round, 'first'> = {
    number: rounds++,
    startAt: now() + lead,
    peers,
    each,
    interval: (peers / rate) * 1000,
    size,
    patience
  }
  const before = await cpuOf(processes)
  const heard = await Promise.all(
    processes.map(({ call }, index): Promise<Heard> => call.round({ ...shared, first: index * perProcess }))
  )
  await delay(aftermath)
  const cpu = (await cpuOf(processes)) - before
  const latencies = heard.flatMap((one) => [...one.latencies])
  return {
    rate,
    deliveries: latencies.length,
    lost: sum(heard.map(({ lost }) => lost)),
    failed: sum(heard.map(({ failed }) => failed)),
    latency: summarize(latencies),
    cpu: cpu / latencies.length
  }
}

/** CPU that the processes take while nobody speaks, ms a second. */
export async function idleCpu(processes: Child<Process>[], seconds: number): Promise<number> {
  const before = await cpuOf(processes)
  await delay(seconds * 1000)
  return ((await cpuOf(processes)) - before) / seconds
}

const cpuOf = async (processes: Child<Process>[]): Promise<number> =>
  sum(await Promise.all(processes.map(({ call }) => call.cpu())))
