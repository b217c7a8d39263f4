import type { SignedRecord } from '../../protocol/index.ts'
import type { Journal } from '../profile/journal.ts'
import type { EventReader } from './event-reader.ts'
import type { EventWriter } from './event-writer.ts'
import type { Feed } from './feed.ts'

export interface SweepInit {
  journal: Journal
  read: EventReader
  writer: EventWriter
}

/**
 * Takes out of a feed what lies beyond its limit, and writes the limit. Resolves to what that was. Nothing may be added
 * to the feed meanwhile.
 *
 * @throws StorageError
 */
export async function sweep({ journal, read, writer }: SweepInit, feed: Feed): Promise<SignedRecord[]> {
  await journal.flush()
  const numbers: SignedRecord[][] = []
  for await (const record of read.feed(feed.alias)) {
    const last = numbers.at(-1)
    if (last?.[0]!.header.number === record.header.number) last.push(record)
    else numbers.push([record])
  }
  const kept = numbers.map((records) => records.filter(({ header }) => feed.counts(header)))
  const gone = numbers.flat().filter(({ header }) => !feed.counts(header))
  if (gone.length > 0) feed.rebuild(kept.filter(({ length }) => length > 0))
  await journal.write((batch) => {
    for (const [index, before] of numbers.entries()) {
      const after = kept[index]!
      if (after.length === before.length) continue
      for (const [fork, record] of before.entries()) writer.delete(batch, feed, record, fork)
      for (const [fork, record] of after.entries()) writer.put(batch, feed, record, fork)
    }
    writer.putFeed(batch, feed)
  })
  return gone
}
