import { setTimeout as delay } from 'node:timers/promises'
import { presenceProtocol } from '../../protocol/index.ts'
import type { Frames, Host } from '../../net/index.ts'
import type { PresenceNews, PresenceState } from '../../protocol/index.ts'

/** Changes of one's own state within this time go out together, ms. */
const gatherTime = 30
/** A stream that ended is opened again after this, ms. */
const retryTime = 2_000

export interface PresenceStreamInit {
  host: Host
  /** One's own state now; undefined while nobody is logged in. */
  state: () => PresenceState | undefined
  onNews: (news: PresenceNews) => void
  /** A stream ended, or was not taken: the account may list this device no more. */
  onEnd: () => void
}

/** The stream on which a device tells the registry that it is there, and hears of others. */
export class PresenceStream {
  readonly #init: PresenceStreamInit
  #frames: Frames | undefined
  #timer: NodeJS.Timeout | undefined
  #opened = Promise.withResolvers<void>()

  constructor(init: PresenceStreamInit) {
    this.#init = init
  }

  /** Whether the registry knows that this device is there. */
  get isOpen(): boolean {
    return this.#frames !== undefined
  }

  /** Tells one's own state again, soon. Opens the stream where somebody has logged in by now. */
  update(): void {
    this.#opened.resolve()
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.#write()
    }, gatherTime)
  }

  /** Keeps a stream to a connected server until the signal fires. */
  async run(peer: string, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#loggedIn(signal)
      // Whatever ended it, the connection is still there: after a moment the server is asked again.
      await this.#hold(peer, signal).catch(() => {})
      if (!signal.aborted) this.#init.onEnd()
      await delay(retryTime, undefined, { signal })
    }
  }

  async #hold(peer: string, signal: AbortSignal): Promise<void> {
    const frames = await this.#init.host.open(peer, presenceProtocol.id, { ...presenceProtocol, signal })
    this.#frames = frames
    try {
      await this.#write()
      for (
        let frame = await frames.read({ signal });
        frame !== undefined;
        frame = await frames.read({ signal })
      ) {
        this.#init.onNews(presenceProtocol.decodeNews(frame))
      }
    } finally {
      this.#frames = undefined
      clearTimeout(this.#timer)
      this.#timer = undefined
      await frames.close().catch(() => {})
    }
  }

  async #loggedIn(signal: AbortSignal): Promise<void> {
    const onAbort = (): void => this.#opened.resolve()
    signal.addEventListener('abort', onAbort, { once: true })
    while (this.#init.state() === undefined && !signal.aborted) {
      this.#opened = Promise.withResolvers()
      await this.#opened.promise
    }
    signal.removeEventListener('abort', onAbort)
    signal.throwIfAborted()
  }

  async #write(): Promise<void> {
    const state = this.#init.state()
    // Where it fails the reading side ends the stream.
    if (state !== undefined) await this.#frames?.write(presenceProtocol.encodeState(state)).catch(() => {})
  }
}
