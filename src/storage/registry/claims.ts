import { equalBytes } from '../../protocol/bytes.ts'
import { rest, text, u64 } from '../key-parts.ts'
import { single, tuple } from '../keys.ts'
import { joined, plain } from './key-text.ts'
import type { Claim, Entry, RegistryStore, Revision } from '../registry-store.ts'
import type { Store } from '../types.ts'
import type { CommitQueue } from './commit-queue.ts'
import type { Transaction } from './transaction.ts'

/** Keys with one winner. Revisions count all writes of the store, so none comes twice, even after a deletion. */
export function claims(
  store: Store,
  queue: CommitQueue
): Pick<RegistryStore, 'claim' | 'get' | 'list' | 'swap'> {
  const entries = store.table('c', single(text), tuple(u64, rest))
  const counters = store.table('n', single(text), single(u64))

  const nextRevision = async (transaction: Transaction): Promise<bigint> => {
    const revision = ((await transaction.get(counters, 'revision')) ?? 0n) + 1n
    transaction.put(counters, 'revision', revision)
    return revision
  }

  const claim = async (namespace: string, key: string, value: Uint8Array): Promise<Claim> => {
    const id = joined(namespace, key)
    return queue.submit({
      reads: [
        [entries, id],
        [counters, 'revision']
      ],
      run: async (transaction): Promise<Claim> => {
        const current = await transaction.get(entries, id)
        if (current !== undefined && !equalBytes(current[1], value))
          return { ok: false, current: entryOf(key, current) }
        const revision = current?.[0] ?? (await nextRevision(transaction))
        if (current === undefined) transaction.put(entries, id, [revision, value])
        return { ok: true, revision: String(revision) }
      }
    })
  }

  const get = async (namespace: string, key: string): Promise<Entry | undefined> => {
    const current = await entries.get(joined(namespace, key))
    return current === undefined ? undefined : entryOf(key, current)
  }

  const list = async (namespace: string, after: string, limit: number): Promise<Entry[]> => {
    const start = joined(namespace, '')
    // A zero character comes before every other, the next one after all keys of the namespace.
    const end = `${plain(namespace)}\u0001`
    const found: Entry[] = []
    const range = { ...(after === '' ? { gte: start } : { gt: joined(namespace, after) }), lt: end, limit }
    for await (const [id, current] of entries.entries(range))
      found.push(entryOf(id.slice(start.length), current))
    return found
  }

  const swap = async (
    namespace: string,
    key: string,
    expected: Revision,
    value: Uint8Array | null
  ): Promise<Revision | false> => {
    const id = joined(namespace, key)
    return queue.submit({
      reads: [
        [entries, id],
        [counters, 'revision']
      ],
      run: async (transaction) => {
        const current = await transaction.get(entries, id)
        if (current === undefined || String(current[0]) !== expected) return false
        const revision = await nextRevision(transaction)
        if (value === null) transaction.delete(entries, id)
        else transaction.put(entries, id, [revision, value])
        return String(revision)
      }
    })
  }

  return { claim, get, list, swap }
}

const entryOf = (key: string, [revision, value]: [bigint, Uint8Array]): Entry => ({
  key,
  value,
  revision: String(revision)
})
