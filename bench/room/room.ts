import { atLeast, atMost } from '../support/bench.ts'
import { median } from '../support/statistics.ts'
import { highestRate } from './highest-rate.ts'
import { idleCpu, runRound } from './side.ts'
import { openOurs, openRaw } from './sides.ts'
import type { Bench, Context, Measured } from '../support/bench.ts'
import type { Table } from '../support/table.ts'
import type { RoundResult } from './side.ts'

interface Parameters {
  processes: number
  /** In each process. */
  peers: number
  /** Bytes of a message. */
  size: number
  /** Messages a second, all peers together. */
  rates: number[]
  /** How long each round lasts, s. */
  seconds: number
  /** Rounds of each side at each rate. */
  rounds: number
  /** Messages a second where the search for the highest rate ends. */
  cap: number
}

type Side = 'raw' | 'ours'

interface Raw {
  rounds: (RoundResult & { side: Side })[]
  /** ms a second, of all processes of a side. */
  idleCpu: Record<Side, number>
  /** Messages a second. */
  highest: Record<Side, number>
}

const sides: Side[] = ['raw', 'ours']
/** After a round, what is late may come for this long, ms. */
const patience = 5_000
const idleSeconds = 5

export const room: Bench<Parameters, Raw> = {
  name: 'room',
  title: 'A room',
  prose: `Twenty peers in four processes, all in one room. Latency is from the call that sends to the event that shows the
message at each other peer; CPU is that of all processes, whatever they do, for each delivery. Beside it **raw**: plain
libp2p nodes in as many processes with the same connections, gossipsub with its own signatures and message ids and
otherwise the same options. It checks a signature, and keeps nothing; Starling checks signature, author and rate, writes
each message to disk at each peer, and acknowledges it to its author. Rounds alternate, so that noise hits both.

A device may write 5 messages a second on average, so twenty authors can't exceed 100: the search for the highest rate
ends there.

Twenty peers keep two cores busy: at 20/s either side takes 1.7 of them, so latency is mostly waiting for a turn, and
Starling waits more often: for the author's disk before it sends, for the disk again at each peer before it shows.`,
  parameters: {
    processes: 4,
    peers: 5,
    size: 200,
    rates: [10, 20, 50],
    seconds: 15,
    rounds: 2,
    cap: 100
  },
  quick: { rates: [20], seconds: 2, rounds: 1 },
  run,
  tables
}

async function run({ parameters, life, say }: Context<Parameters>): Promise<Measured<Raw>> {
  const { peers, rates, seconds, rounds: passes, size, cap } = parameters
  say('Registering and connecting...')
  const ours = await openOurs(life, parameters)
  const raw = await openRaw(life, parameters, ours.members)
  const children = { ours: ours.children, raw: raw.children }
  const round = async (side: Side, rate: number, wait = patience): Promise<RoundResult & { side: Side }> => {
    say(`${side}: ${rate} messages a second`)
    return { side, ...(await runRound(children[side], peers, { rate, seconds, size, patience: wait })) }
  }
  // Everybody says something once: who writes is introduced, and code is warm.
  for (const side of sides) await round(side, rates[0]!)
  const rounds: Raw['rounds'] = []
  for (const rate of rates)
    for (let pass = 0; pass < passes; pass++) for (const side of sides) rounds.push(await round(side, rate))
  const idle = {
    raw: await idleCpu(raw.children, idleSeconds),
    ours: await idleCpu(ours.children, idleSeconds)
  }
  const highest = { raw: 0, ours: 0 }
  for (const side of sides)
    highest[side] = await highestRate(rates.at(-1)!, cap, (rate, wait) => round(side, rate, wait))
  return {
    raw: { rounds, idleCpu: idle, highest },
    ratios: ratiosOf({ rounds, idleCpu: idle, highest }, rates)
  }
}

function ratiosOf(raw: Raw, rates: number[]): Measured['ratios'] {
  const ratio = (rate: number, of: (round: RoundResult) => number): number =>
    middle(raw, 'ours', rate, of) / middle(raw, 'raw', rate, of)
  return [
    ...rates.flatMap((rate) => [
      atMost(
        `median latency at ${rate}/s, ours to raw`,
        ratio(rate, ({ latency }) => latency.p50),
        1
      ),
      atMost(
        `99th percentile at ${rate}/s, ours to raw`,
        ratio(rate, ({ latency }) => latency.p99),
        1
      ),
      atMost(
        `CPU for each delivery at ${rate}/s, ours to raw`,
        ratio(rate, ({ cpu }) => cpu),
        1
      )
    ]),
    atLeast('highest rate without loss, ours to raw', raw.highest.ours / raw.highest.raw, 1)
  ]
}

const middle = ({ rounds }: Raw, side: Side, rate: number, of: (round: RoundResult) => number): number =>
  median(rounds.filter((round) => round.side === side && round.rate === rate).map(of))

function tables({ raw }: Measured<Raw>, { rates, cap }: Parameters): Table[] {
  const lines = rates.flatMap((rate) =>
    sides.map((side) => {
      const of = (what: (round: RoundResult) => number): number => middle(raw, side, rate, what)
      const lost = raw.rounds.filter((round) => round.side === side && round.rate === rate)
      return [
        `${rate}`,
        side,
        of(({ deliveries }) => deliveries),
        Math.max(...lost.map((round) => round.lost + round.failed)),
        of(({ latency }) => latency.p50),
        of(({ latency }) => latency.p99),
        of(({ cpu }) => cpu)
      ]
    })
  )
  return [
    {
      columns: ['messages/s', 'side', 'deliveries', 'lost', 'p50 ms', 'p99 ms', 'CPU ms/delivery'],
      rows: lines
    },
    {
      columns: ['side', 'highest rate without loss', 'CPU while idle, ms/s'],
      rows: sides.map((side) => [
        side,
        raw.highest[side] >= cap ? `${cap}, the most that was tried` : `${raw.highest[side]}`,
        raw.idleCpu[side]
      ])
    }
  ]
}
