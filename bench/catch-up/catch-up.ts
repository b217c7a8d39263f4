import { join } from 'node:path'
import { createBootstrap } from 'starling-chat'
import { encodeStored, nobleCrypto, publicRoomId } from 'starling-chat/protocol'
import { makeAuthors } from '../support/authors.ts'
import { atLeast } from '../support/bench.ts'
import { startChild } from '../support/child.ts'
import { writeHistory } from '../support/history.ts'
import { temporaryDirectory } from '../support/lifetime.ts'
import { loopback } from '../support/peer.ts'
import { median } from '../support/statistics.ts'
import { packetWriter } from './packet-file.ts'
import type { Bench, Context, Measured, Ratio } from '../support/bench.ts'
import type { Table } from '../support/table.ts'
import type { Baseline } from './baseline.ts'
import type { CatchUpPeer, Taken } from './peer.ts'

interface Parameters {
  authors: number
  messages: number
  /** Bytes of a message. */
  size: number
  /** Each kind so many times, in turn. */
  rounds: number
}

interface Raw {
  /** In one process, from memory to disk. */
  baseline: Taken[]
  /** From another peer. `giver` is the CPU of that one. */
  caughtUp: (Taken & { giver: number })[]
}

const room = 'bench'

export const catchUp: Bench<Parameters, Raw> = {
  name: 'catch-up',
  title: 'Catching up',
  prose: `A newcomer joins a room and gets its history from the one other peer there. Time is from the call that joins to the
event that shows the last message, so it includes finding and connecting to that peer. Beside it one process that has the
same packets in memory and does what can't be left out: it reads each, checks its signature and writes it to its own
profile.`,
  parameters: { authors: 20, messages: 100_000, size: 200, rounds: 1 },
  quick: { messages: 10_000 },
  run,
  tables: (measured, parameters) => [tableOf(measured, parameters)]
}

async function run({ parameters, life, say }: Context<Parameters>): Promise<Measured<Raw>> {
  const { messages, rounds } = parameters
  const directory = await temporaryDirectory(life)
  const bootstrap = await createBootstrap({ directory: join(directory, 'bootstrap'), listen: loopback })
  life.onEnd(() => bootstrap.stop())
  const start = <F extends object>(module: string) => startChild<F>(life, new URL(module, import.meta.url))

  say('Writing the history...')
  const file = join(directory, 'packets')
  const conversation = await prepare(directory, file, parameters)
  const giver = start<CatchUpPeer>('./peer.ts')
  await giver.call.open(join(directory, 'giver'), bootstrap.invite, 'giver')
  await giver.call.join(room)
  const raw: Raw = { baseline: [], caughtUp: [] }
  for (let round = 1; round <= rounds; round++) {
    say(`round ${round} of ${rounds}`)
    const baseline = start<Baseline>('./baseline.ts')
    raw.baseline.push(await baseline.call.take(file, join(directory, `baseline-${round}`), conversation))
    await baseline.end()
    const taker = start<CatchUpPeer>('./peer.ts')
    await taker.call.open(join(directory, `taker-${round}`), bootstrap.invite, `taker_${round}`)
    const before = await giver.call.cpu()
    const taken = await taker.call.take(room, messages)
    raw.caughtUp.push({ ...taken, giver: (await giver.call.cpu()) - before })
    await taker.end()
  }
  return { raw, ratios: ratiosOf(raw) }
}

function ratiosOf({ baseline, caughtUp }: Raw): Ratio[] {
  const ratio = (of: (taken: Taken & { giver?: number }) => number): number =>
    median(baseline.map(of)) / median(caughtUp.map(of))
  return [
    atLeast(
      'speed, catching up to one process alone',
      ratio(({ all }) => all),
      0.5
    ),
    {
      what: 'CPU, one process alone to newcomer and giver',
      value: ratio(({ cpu, giver = 0 }) => cpu + giver)
    }
  ]
}

/** The giver's profile with its history, and the same packets in a file. The room's id. */
async function prepare(
  directory: string,
  file: string,
  { authors: count, messages, size }: Parameters
): Promise<Uint8Array> {
  const { registry, authors } = await makeAuthors(join(directory, 'bootstrap'), count)
  const packets = packetWriter(file)
  await writeHistory(join(directory, 'giver'), { registry, authors, room, messages, size }, (records) => {
    for (const record of records) packets.write(encodeStored(record))
  })
  await packets.end()
  return publicRoomId(nobleCrypto, registry.id, room)
}

function tableOf({ raw }: Measured<Raw>, { messages }: Parameters): Table {
  const row = (what: string, taken: Taken[], giver: number): (string | number)[] => {
    const all = median(taken.map((one) => one.all))
    const cpu = median(taken.map((one) => one.cpu))
    return [what, messages, all / 1000, (messages / all) * 1000, cpu / 1000, giver / 1000]
  }
  return {
    columns: ['what', 'messages', 's', 'messages/s', 'CPU s', 'CPU of the giver s'],
    rows: [
      row('one process alone', raw.baseline, 0),
      row('catching up', raw.caughtUp, median(raw.caughtUp.map(({ giver }) => giver)))
    ]
  }
}
