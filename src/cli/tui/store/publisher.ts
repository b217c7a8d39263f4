export interface Publisher<T> {
  /** The last snapshot published; the same object until the next one. */
  get: () => T
  subscribe: (listener: () => void) => () => void
  /** Something from the network changed: published within `interval`, together with what else comes until then. */
  soon(): void
  /** The person did something: published at once. */
  now(): void
  stop(): void
}

/** Frames cost by how many there are, not by how much changed in each: the network may cause ten a second. */
const interval = 100

export function createPublisher<T>(build: () => T): Publisher<T> {
  const listeners = new Set<() => void>()
  let snapshot = build()
  let timer: NodeJS.Timeout | undefined

  const now = (): void => {
    clearTimeout(timer)
    timer = undefined
    snapshot = build()
    for (const listener of listeners) listener()
  }

  return {
    get: () => snapshot,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    soon() {
      timer ??= setTimeout(now, interval).unref()
    },
    now,
    stop() {
      clearTimeout(timer)
      listeners.clear()
    }
  }
}
