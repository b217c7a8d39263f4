/** A promise and how to settle it. */
export interface Deferred<T> {
  promise: Promise<T>
  resolve: (value: T) => void
  reject: (error: unknown) => void
}

/** A signal that fires settles it first; no listener stays on the signal. */
export function deferred<T>(signal?: AbortSignal, onAbort?: () => void): Deferred<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  if (signal === undefined) return { promise, resolve, reject }
  const abort = (): void => {
    reject(signal.reason)
    onAbort?.()
  }
  if (signal.aborted) abort()
  const release = (): void => signal.removeEventListener('abort', abort)
  signal.addEventListener('abort', abort, { once: true })
  return {
    promise,
    resolve: (value) => (release(), resolve(value)),
    reject: (error) => (release(), reject(error))
  }
}

/** Those who wait for the same thing. */
export class Waiters<T> {
  readonly #waiting = new Set<Deferred<T>>()

  get size(): number {
    return this.#waiting.size
  }

  wait(signal?: AbortSignal): Promise<T> {
    const waiter = deferred<T>(signal, () => this.#waiting.delete(waiter))
    this.#waiting.add(waiter)
    return waiter.promise
  }

  resolve(value: T): void {
    for (const waiter of this.#waiting) waiter.resolve(value)
    this.#waiting.clear()
  }

  reject(error: unknown): void {
    for (const waiter of this.#waiting) waiter.reject(error)
    this.#waiting.clear()
  }
}
