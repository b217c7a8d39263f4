import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createBootstrap } from 'starling-chat'
import { makeAuthors } from '../support/authors.ts'
import { startChild } from '../support/child.ts'
import { writeHistory } from '../support/history.ts'
import { temporaryDirectory } from '../support/lifetime.ts'
import { loopback } from '../support/peer.ts'
import { sum } from '../support/statistics.ts'
import type { Bench, Context, Measured } from '../support/bench.ts'
import type { Table } from '../support/table.ts'
import type { Reader } from './reader.ts'

interface Parameters {
  authors: number
  messages: number
  /** Bytes of a message. */
  size: number
  /** Messages read after opening. */
  newest: number
}

interface Raw {
  /** ms, without signing. */
  writing: number
  /** Bytes of all files once the profile was opened again. */
  bytes: number
  /** ms. */
  opening: number
  reading: number
  readingAgain: number
}

const room = 'bench'

export const disk: Bench<Parameters, Raw> = {
  name: 'disk',
  title: 'A large profile',
  prose: `One room with a million messages. Writing is what a peer does with messages that it has checked, in
batches, not synced. Opening is \`createNode\` in a new process, up to the moment at which everything stored can be read.`,
  parameters: { authors: 20, messages: 1_000_000, size: 200, newest: 50 },
  quick: { messages: 50_000 },
  run,
  tables: (measured, parameters) => [tableOf(measured, parameters)]
}

async function run({ parameters, life, say }: Context<Parameters>): Promise<Measured<Raw>> {
  const { authors: count, messages, size, newest } = parameters
  const directory = await temporaryDirectory(life)
  const profile = join(directory, 'profile')
  const bootstrap = await createBootstrap({ directory: join(directory, 'bootstrap'), listen: loopback })
  life.onEnd(() => bootstrap.stop())
  const { registry, authors } = await makeAuthors(join(directory, 'bootstrap'), count)
  let written = 0
  const writing = await writeHistory(profile, { registry, authors, room, messages, size }, (records) => {
    const tenths = Math.floor((10 * written) / messages)
    written += records.length
    if (Math.floor((10 * written) / messages) > tenths) say(`${written} messages`)
  })
  const module = new URL('./reader.ts', import.meta.url)
  const first = startChild<Reader>(life, module)
  await first.call.prepare(profile, bootstrap.invite, room)
  await first.end()
  const bytes = await sizeOf(profile)
  const reader = startChild<Reader>(life, module)
  const [opening, reading, readingAgain] = await reader.call.read(profile, `#${room}`, newest)
  return {
    raw: { writing, bytes, opening, reading, readingAgain },
    ratios: [{ what: 'bytes on disk to bytes of text', value: bytes / (messages * size) }]
  }
}

/** Bytes of the files in a directory. */
async function sizeOf(directory: string): Promise<number> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile())
  return sum(
    await Promise.all(files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size))
  )
}

function tableOf({ raw }: Measured<Raw>, { messages, newest }: Parameters): Table {
  const { writing, bytes, opening, reading, readingAgain } = raw
  return {
    columns: ['what', 'value', 'unit'],
    rows: [
      ['messages', messages, ''],
      ['on disk', bytes / 2 ** 20, 'MiB'],
      ['on disk, each', bytes / messages, 'bytes'],
      ['writing them', (messages / writing) * 1000, 'messages/s'],
      ['opening the profile', opening, 'ms'],
      [`reading the newest ${newest}`, reading, 'ms'],
      [`reading them again`, readingAgain, 'ms']
    ]
  }
}
