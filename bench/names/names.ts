import { join } from 'node:path'
import { NameLog } from '../../dist/bootstrap/registry/name-log.js'
import { nativeCrypto as crypto } from '../../dist/crypto/index.js'
import { registryIdOf } from '../../dist/protocol/index.js'
import { openRegistryStore } from '../../dist/storage/index.js'
import { atMost } from '../support/bench.ts'
import { now } from '../support/clock.ts'
import { temporaryDirectory } from '../support/lifetime.ts'
import { summarize } from '../support/statistics.ts'
import type { Bench, Context, Measured } from '../support/bench.ts'
import type { Summary } from '../support/statistics.ts'
import type { Table } from '../support/table.ts'

interface Parameters {
  leaves: number
  /** Bytes of a leaf. */
  size: number
  /** Proofs of each kind. */
  proofs: number
}

interface Raw {
  /** ms: storing the leaves, and the first checkpoint over all of them. */
  storing: number
  building: number
  /** ms, from the closed store to the first checkpoint. */
  restart: number
  /** ms each. */
  inclusion: Summary
  consistency: Summary
}

export const names: Bench<Parameters, Raw> = {
  name: 'names',
  title: 'The log of names',
  prose: `A registry whose log has a million leaves. A restart is timed from the closed store to the first signed
checkpoint; proofs are of random leaves and from random sizes, one after the other, with what memory holds from earlier
ones. The network is left out.`,
  parameters: { leaves: 1_000_000, size: 250, proofs: 2000 },
  quick: { leaves: 10_000, proofs: 200 },
  run,
  tables: (measured, parameters) => [tableOf(measured, parameters)]
}

async function run({ parameters, life, say }: Context<Parameters>): Promise<Measured<Raw>> {
  const { leaves, size, proofs } = parameters
  const directory = join(await temporaryDirectory(life), 'registry')
  const seed = crypto.randomBytes(32)
  const key = crypto.publicKey(seed)
  const registry = { id: registryIdOf(crypto, key), key }
  const open = async () => {
    const store = await openRegistryStore(directory)
    return { store, log: new NameLog(store, crypto, registry, seed) }
  }

  const first = await open()
  const storing = await timed(async () => {
    for (let index = 0; index < leaves; index += batch) {
      const part = Array.from({ length: Math.min(batch, leaves - index) }, (_, offset) => index + offset)
      await Promise.all(part.map((id) => first.log.append(String(id), crypto.randomBytes(size))))
      if (index % 100_000 === 0) say(`${index} leaves`)
    }
  })
  say('the tree')
  const building = await timed(() => first.log.prove([], []))
  await first.store[Symbol.asyncDispose]()

  const begin = now()
  const { store, log } = await open()
  life.onEnd(() => store[Symbol.asyncDispose]())
  await log.prove([], [])
  const restart = now() - begin

  const place = (): number => Math.floor(Math.random() * leaves)
  const inclusion = await each(proofs, () => log.prove([place()], []))
  const consistency = await each(proofs, () => log.prove([], [1 + place()]))
  return {
    raw: { storing, building, restart, inclusion, consistency },
    ratios: [atMost('a restart to hashing all leaves', restart / building, 0.05)]
  }
}

/** Leaves stored at once. */
const batch = 5000

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = now()
  await work()
  return now() - begin
}

async function each(count: number, work: () => Promise<unknown>): Promise<Summary> {
  const times: number[] = []
  for (let n = 0; n < count; n++) times.push(await timed(work))
  return summarize(times)
}

function tableOf({ raw }: Measured<Raw>, { leaves }: Parameters): Table {
  const { storing, building, restart, inclusion, consistency } = raw
  return {
    columns: ['what', 'value', 'unit'],
    rows: [
      ['leaves', leaves, ''],
      ['storing them', (leaves / storing) * 1000, 'leaves/s'],
      ['the first tree over all', building, 'ms'],
      ['restart', restart, 'ms'],
      ['inclusion proof, median', inclusion.p50, 'ms'],
      ['inclusion proof, 99 of 100', inclusion.p99, 'ms'],
      ['consistency proof, median', consistency.p50, 'ms'],
      ['consistency proof, 99 of 100', consistency.p99, 'ms']
    ]
  }
}
