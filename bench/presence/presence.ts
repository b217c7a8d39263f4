import { join } from 'node:path'
import { nativeCrypto as crypto } from '../../dist/crypto/index.js'
import { registerFinish } from '../../dist/bootstrap/registry/register.js'
import { readEntry } from '../../dist/protocol/index.js'
import { registration } from '../registry/clients.ts'
import { startChild } from '../support/child.ts'
import { now } from '../support/clock.ts'
import { temporaryDirectory } from '../support/lifetime.ts'
import { openRegistry } from '../support/registry.ts'
import { median } from '../support/statistics.ts'
import type { PeerAddress } from '../../dist/net/index.js'
import type { Bench, Context, Measured } from '../support/bench.ts'
import type { Lifetime } from '../support/lifetime.ts'
import type { Devices } from './devices.ts'
import type { Server } from './server.ts'

/** Of the devices: one would need more memory than Node gives it. */
const processes = 4
/** Connections a second: a server takes 64 from one address. */
const perSecond = 50

interface Parameters {
  names: number
  /** Devices of as many people, each with a session. */
  sessions: number
  changes: number
}

interface Usage {
  /** Of the server with nobody connected, MiB. */
  empty: number
  /** For each session, KiB. */
  session: number
  /** From a change until half of the watchers, and the last one, have heard: ms, medians over the changes. */
  half: number
  last: number
  /** Of what each is told. */
  bytes: number
}

interface Raw {
  ours: Usage
  raw: Usage
}

export const presence: Bench<Parameters, Raw> = {
  name: 'presence',
  title: 'Who is there',
  prose: `A server with 10,000 registered names and 2,000 devices that hold a presence session each, all watching one
person, who comes and goes. Beside it the same host without a registry, which says as many bytes on as many streams. The server
is a process, the devices are four; their work is in the times.`,
  parameters: { names: 10_000, sessions: 2_000, changes: 10 },
  quick: { names: 100, sessions: 50, changes: 2 },
  run,
  tables: ({ raw }) => [
    {
      columns: ['what', 'empty MiB', 'each session KiB', 'bytes told', 'half told ms', 'all told ms'],
      rows: (['ours', 'raw'] as const).map((side) => {
        const { empty, session, bytes, half, last } = raw[side]
        return [side === 'ours' ? 'Starling' : 'streams alone', empty, session, bytes, half, last]
      })
    }
  ]
}

async function run({ parameters, life, say }: Context<Parameters>): Promise<Measured<Raw>> {
  const { names, sessions, changes } = parameters
  const directory = join(await temporaryDirectory(life), 'bootstrap')
  say(`${names} registrations`)
  const seeds = Array.from({ length: sessions }, () => crypto.randomBytes(32))
  const watched = await register(life, directory, seeds, names)
  const measure = async (
    open: (server: Side) => Promise<PeerAddress>,
    account?: Uint8Array
  ): Promise<Usage> => {
    const server = startChild<Server>(life, new URL('./server.ts', import.meta.url))
    const parts = Array.from({ length: processes }, (_, part) => ({
      seeds: seeds.filter((_, index) => index % processes === part),
      ...startChild<Devices>(life, new URL('./devices.ts', import.meta.url))
    }))
    const { peer, addresses } = await open(server.call)
    const empty = await server.call.memory()
    const pace = perSecond / processes
    await Promise.all(parts.map(({ call, seeds }) => call.open({ peer, addresses }, seeds, pace, account)))
    const session = ((await server.call.memory()) - empty) * (1024 / sessions)
    const rounds: { times: number[]; bytes: number }[] = []
    for (let round = 0; round < changes; round++) {
      await Promise.all(parts.map(({ call }) => call.listen()))
      const start = now()
      await parts[0]!.call.change((round + 1) % 2, account)
      const heard = await Promise.all(parts.map(({ call }) => call.heard()))
      const times = heard.flatMap((part) => part.times.map((time) => time - start))
      rounds.push({ times, bytes: heard[0]!.bytes })
    }
    await Promise.all(parts.map((part) => part.end()))
    await server.end()
    const times = (pick: (times: number[]) => number): number =>
      median(rounds.map(({ times }) => pick(times)))
    const [half, last] = [times(median), times((all) => Math.max(...all))]
    return { empty, session, half, last, bytes: rounds[0]!.bytes }
  }
  say(`${sessions} sessions`)
  const ours = await measure(async (server) => server.openOurs(directory), watched)
  say(`${sessions} streams alone`)
  const raw = await measure(async (server) => server.openRaw(ours.bytes))
  return {
    raw: { ours, raw },
    ratios: [
      { what: 'memory of a session to a connection with one stream', value: ours.session / raw.session },
      { what: 'time until all have heard', value: ours.last / raw.last }
    ]
  }
}

type Side = ReturnType<typeof startChild<Server>>['call']

/** So many names, the first of them with these devices. Gives the first account's id. */
async function register(
  life: Lifetime,
  directory: string,
  seeds: Uint8Array[],
  names: number
): Promise<Uint8Array> {
  const opened = await openRegistry(life, directory)
  const { context } = opened
  let first = new Uint8Array()
  const one = async (index: number): Promise<void> => {
    const device = crypto.publicKey(seeds[index] ?? crypto.randomBytes(32))
    const own = context.certificates.registry
    const request = await registration(own, `person_${index}`, device, crypto.randomBytes(192))
    const { error } = await registerFinish(context, device, request)
    if (error !== undefined) throw new Error(error)
    if (index === 0) first = Uint8Array.from((await readEntry(crypto, request.entry))!.account)
  }
  const atOnce = 64
  for (let from = 0; from < names; from += atOnce)
    await Promise.all(
      Array.from({ length: Math.min(atOnce, names - from) }, (_, offset) => one(from + offset))
    )
  await opened.close()
  return first
}
