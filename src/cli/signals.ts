import { InterruptedError } from './errors.ts'

/** How long a clean stop may take, ms. */
const patience = 5000

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * The first SIGINT, SIGTERM or SIGHUP asks for a clean end. A second one, or a clean end that takes too long, ends the
 * process at once.
 */
export function stopOnSignals(exit: (code: number) => void): AbortSignal {
  const stopping = new AbortController()
  for (const name of stopSignals) {
    process.on(name, () => {
      if (stopping.signal.aborted) return exit(130)
      stopping.abort(new InterruptedError(`Stopped by ${name}.`))
      setTimeout(() => exit(130), patience).unref()
    })
  }
  return stopping.signal
}

/** Resolves when the signal fires. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

/** The work, or the signal's reason, whichever comes first. */
export function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const stop = aborted(signal).then((): never => {
    throw signal.reason
  })
  return Promise.race([work, stop])
}
