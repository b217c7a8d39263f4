import { forgetter } from './forget.ts'
import { joined, plain } from './key-text.ts'
import { expiryKey, itemKey, logTables, sequenceOf } from './log-tables.ts'
import type { Append, LogItem, RegistryStore } from '../registry-store.ts'
import type { Store } from '../types.ts'
import type { CommitQueue } from './commit-queue.ts'

type Limits = NonNullable<Parameters<RegistryStore['append']>[3]>

/** Logs and boxes: numbered items, forgotten when acknowledged or expired. */
export function logs(store: Store, queue: CommitQueue): Pick<RegistryStore, 'append' | 'read' | 'ack'> {
  const tables = logTables(store)
  const { heads, items, ids, expiries } = tables
  const forgetting = forgetter(tables)

  const append = async (log: string, id: string, blob: Uint8Array, limits: Limits = {}): Promise<Append> => {
    const { ttl, maxItems = Infinity, maxBytes = Infinity } = limits
    const idKey = joined(log, id)
    const expires = ttl === undefined ? 0 : Math.ceil(Date.now() + ttl)
    const result = await queue.submit<Append>({
      reads: [
        [heads, log],
        [ids, idKey]
      ],
      run: async (transaction) => {
        await forgetting.forgetExpired(transaction)
        const known = await transaction.get(ids, idKey)
        if (known !== undefined) return { ok: true, sequence: known, duplicate: true }
        const head = (await transaction.get(heads, log)) ?? { first: 1n, next: 1n, items: 0, bytes: 0 }
        const size = { items: head.items + 1, bytes: head.bytes + blob.length }
        if (size.items > maxItems || size.bytes > maxBytes) return { ok: false, reason: 'quota' }
        const sequence = head.next
        const item = itemKey(log, sequence)
        transaction.put(heads, log, { ...head, ...size, next: sequence + 1n })
        transaction.put(items, item, { id, blob, expires })
        transaction.put(ids, idKey, sequence)
        if (expires > 0) transaction.put(expiries, expiryKey(expires, item), new Uint8Array())
        return { ok: true, sequence, duplicate: false }
      }
    })
    if (expires > 0) forgetting.expiresAt(expires)
    return result
  }

  const read = async (log: string, after: bigint, limit: number): Promise<LogItem[]> => {
    const found: LogItem[] = []
    if (limit <= 0) return found
    const now = Date.now()
    for await (const [key, { id, blob, expires }] of items.entries({
      gt: itemKey(log, after),
      lte: itemKey(log, lastSequence)
    })) {
      if (expires > 0 && expires <= now) continue
      found.push({ sequence: sequenceOf(key), id, blob })
      if (found.length >= limit) break
    }
    return found
  }

  const ack = async (log: string, upTo: bigint): Promise<void> => {
    plain(log)
    await queue.submit({
      reads: [[heads, log]],
      run: async (transaction) => {
        const head = await transaction.get(heads, log)
        if (head === undefined) return
        const last = upTo < head.next ? upTo : head.next - 1n
        const keys: string[] = []
        for (let sequence = head.first; sequence <= last; sequence++) keys.push(itemKey(log, sequence))
        if (keys.length === 0) return
        await forgetting.forget(transaction, log, keys, last + 1n)
      }
    })
  }

  return { append, read, ack }
}

const lastSequence = 2n ** 64n - 1n
