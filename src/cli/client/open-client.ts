import { watch } from 'node:fs'
import { mkdir, realpath } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ProfileLockedError, StorageError } from '../../errors.ts'
import { aborted } from '../signals.ts'
import { attach } from './attach.ts'
import { socketPath } from './socket-path.ts'
import type { ClientEvent, Lifetime, ProfileClient } from './types.ts'

export interface OpenOptions {
  lifetime: Lifetime
  /** Told of everything from the very start. */
  onEvent?: (event: ClientEvent) => void
  /** The password of a locked profile; undefined where nobody can be asked. */
  unlock: () => Promise<string | undefined>
  signal: AbortSignal
}

export interface OpenedClient extends ProfileClient {
  /** Whether the node runs in this process. */
  readonly holds: boolean
}

/** How long to wait for a profile that others are just opening or leaving, ms. */
const patience = 30_000
/** A killed process frees a profile without a trace in its directory, ms. */
const lookAgain = 250

/**
 * A client of a profile: of the process that serves it, or of a node that is started here and serves others.
 *
 * @throws ProfileLockedError where neither is possible in time; StorageError, ListenError; the signal's reason
 */
export async function openClient(directory: string, options: OpenOptions): Promise<OpenedClient> {
  const { lifetime, onEvent, unlock } = options
  const profile = await prepare(directory)
  const path = await socketPath(profile)
  const late = AbortSignal.timeout(patience)
  const signal = AbortSignal.any([options.signal, late])
  for (;;) {
    options.signal.throwIfAborted()
    const found = await attach(path, lifetime)
    if (found.state === 'attached') {
      if (onEvent !== undefined) found.client.subscribe(onEvent)
      return { ...found.client, holds: false }
    }
    if (found.state === 'wait') {
      await untilAborted(signal, found.ended)
      found.forget()
      if (late.aborted)
        throw new ProfileLockedError(`Another command is using ${directory}. Try again later.`)
      continue
    }
    try {
      // Here, because a command that attaches needs nothing of it.
      const { holdProfile } = await import('./hold-profile.ts')
      const init = { directory: profile, path, lifetime, onEvent, unlock, signal: options.signal }
      return { ...(await holdProfile(init)), holds: true }
    } catch (error) {
      if (!(error instanceof ProfileLockedError) || late.aborted) throw error
      await nextChange(dirname(path), signal)
    }
  }
}

/** Makes the directory where it is missing, and finds its one true name. */
async function prepare(directory: string): Promise<string> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    return await realpath(directory)
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException
    throw new StorageError(
      `The profile directory ${directory} can't be used (${code}). Choose another one: "--profile DIR".`,
      { cause }
    )
  }
}

/** Until something in the directory changes, which is where a socket appears. */
async function nextChange(directory: string, signal: AbortSignal): Promise<void> {
  const soon = AbortSignal.timeout(lookAgain)
  if (process.platform === 'win32') return untilAborted(AbortSignal.any([signal, soon]))
  const watcher = watch(directory)
  try {
    const changed = new Promise<void>((resolve) => {
      watcher.once('change', () => resolve())
      watcher.once('error', () => resolve())
    })
    await untilAborted(AbortSignal.any([signal, soon]), changed)
  } finally {
    watcher.close()
  }
}

const untilAborted = (signal: AbortSignal, done = new Promise<void>(() => {})): Promise<void> =>
  Promise.race([done, aborted(signal)])
