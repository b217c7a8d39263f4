import { StorageError } from '../../errors.ts'
import { watcher } from './watcher.ts'
import type { Lease, RegistryStore } from '../registry-store.ts'
import type { Watcher } from './watcher.ts'

type Presence = Pick<RegistryStore, 'lease' | 'presence' | 'watch'> & { close(): Promise<void> }

/**
 * Presence of the one process that has the database open: it ends with the process, so memory holds it and nothing
 * has to be renewed.
 */
export function presence(): Presence {
  const entries = new Map<string, { lease: Lease; value: Uint8Array }>()
  const leases = new Set<Lease>()
  const watchers = new Set<Watcher>()
  let count = 0
  let closed = false

  const lease = async (): Promise<Lease> => {
    if (closed) throw new StorageError('The registry is closed.')
    const ending = new AbortController()
    const own: Lease = {
      id: String(++count),
      lost: ending.signal,
      set: async (key, value) => {
        if (ending.signal.aborted) throw new StorageError('The lease has ended.')
        entries.set(key, { lease: own, value })
        for (const reader of watchers) reader.put(key, value)
      },
      unset: async (key) => {
        // Whoever came back by another server is not offline because the first one notices late.
        if (entries.get(key)?.lease !== own) return
        entries.delete(key)
        for (const reader of watchers) reader.drop(key)
      },
      close: async () => {
        ending.abort()
        leases.delete(own)
        for (const key of [...entries.keys()]) await own.unset(key)
      },
      [Symbol.asyncDispose]: () => own.close()
    }
    leases.add(own)
    return own
  }

  return {
    lease,
    presence: async (key) => entries.get(key)?.value,
    watch: async function* (signal) {
      if (closed || signal.aborted) return
      const own = watcher(Array.from(entries, ([key, { value }]) => [key, value]))
      watchers.add(own)
      const end = (): void => own.end()
      signal.addEventListener('abort', end)
      try {
        yield* own.events()
      } finally {
        signal.removeEventListener('abort', end)
        watchers.delete(own)
      }
    },
    close: async () => {
      closed = true
      for (const own of leases) await own.close()
      for (const reader of watchers) reader.end()
    }
  }
}
