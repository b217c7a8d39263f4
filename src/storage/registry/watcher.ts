import type { WatchEvent } from '../registry-store.ts'

export interface Watcher {
  put(key: string, value: Uint8Array): void
  drop(key: string): void
  end(): void
  events(): AsyncGenerator<WatchEvent, void, undefined>
}

/**
 * What one reader has not been told yet: at most one event a key, so that a slow reader misses what came and went
 * meanwhile, never how things stand, and what waits for it is bounded by the keys there are and those it was told of.
 */
export function watcher(snapshot: [string, Uint8Array][]): Watcher {
  const pending = new Map<string | typeof synced, WatchEvent>()
  const told = new Set<string>()
  let changed = Promise.withResolvers<void>()
  let ended = false

  const put = (key: string, value: Uint8Array): void => {
    pending.set(key, { type: 'put', key, value })
    changed.resolve()
  }
  for (const [key, value] of snapshot) put(key, value)
  pending.set(synced, { type: 'synced' })

  return {
    put,
    drop: (key) => {
      if (told.has(key)) pending.set(key, { type: 'delete', key })
      else pending.delete(key)
      changed.resolve()
    },
    end: () => {
      ended = true
      changed.resolve()
    },
    events: async function* () {
      while (!ended) {
        changed = Promise.withResolvers()
        // A Map's iterator also visits what is added while it runs.
        for (const [key, event] of pending) {
          pending.delete(key)
          if (event.type === 'put') told.add(event.key)
          if (event.type === 'delete') told.delete(event.key)
          yield event
          if (ended) return
        }
        await changed.promise
      }
    }
  }
}

const synced = Symbol('synced')
