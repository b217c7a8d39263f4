import { expiryKey, itemOf, timeOf } from './log-tables.ts'
import { joined } from './key-text.ts'
import type { Transaction } from './transaction.ts'
import type { LogTables } from './log-tables.ts'

export interface Forgetter {
  /** Drops items of a log, those of them that are still there. `first`: the least sequence that may remain. */
  forget(transaction: Transaction, log: string, itemKeys: string[], first?: bigint): Promise<void>
  /** Drops whatever has expired, in all logs. */
  forgetExpired(transaction: Transaction): Promise<void>
  /** Tells of a stored item that expires. */
  expiresAt(time: number): void
}

export function forgetter({ heads, items, ids, expiries }: LogTables): Forgetter {
  // Nothing stored expires before; most appends then need not look. Unknown at the start.
  let earliest = 0

  const forget: Forgetter['forget'] = async (transaction, log, itemKeys, first) => {
    const head = await transaction.get(heads, log)
    if (head === undefined) return
    const left = { ...head, first: first ?? head.first }
    for (const [index, item] of (await transaction.getMany(items, itemKeys)).entries()) {
      if (item === undefined) continue
      const key = itemKeys[index]!
      left.items--
      left.bytes -= item.blob.length
      transaction.delete(items, key)
      transaction.delete(ids, joined(log, item.id))
      if (item.expires > 0) transaction.delete(expiries, expiryKey(item.expires, key))
    }
    transaction.put(heads, log, left)
  }

  const forgetExpired = async (transaction: Transaction): Promise<void> => {
    const now = Date.now()
    if (now < earliest) return
    earliest = Infinity
    const due: string[] = []
    for await (const key of expiries.keys()) {
      if (timeOf(key) > now) {
        earliest = timeOf(key)
        break
      }
      due.push(itemOf(key))
    }
    for (const [log, keys] of Map.groupBy(due, (key) => key.slice(0, key.indexOf('\0'))))
      await forget(transaction, log, keys)
  }

  return {
    forget,
    forgetExpired,
    expiresAt: (time) => {
      earliest = Math.min(earliest, time)
    }
  }
}
