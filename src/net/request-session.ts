import { ClosedError, FrameError } from '../errors.ts'
import { clientIdle, lingerTimeout } from './limits.ts'
import { deferred, Waiters } from './waiters.ts'
import type { AbortOptions } from '../abort.ts'
import type { RequestProtocol } from './requests.ts'
import type { Frames, Host } from './types.ts'
import type { Deferred } from './waiters.ts'

/** The requests of one stream, from its opening to its end. */
export class RequestSession<Q, A> {
  readonly #peer: string
  readonly #protocol: RequestProtocol<Q, A>
  readonly #onEnd: () => void
  readonly #opening = new Waiters<Frames>()
  readonly #cancel = new AbortController()
  /** In the order of their requests, and so of their replies; one whose caller gave up keeps its place. */
  readonly #pending: Deferred<A>[] = []
  readonly #patience: NodeJS.Timeout
  readonly #idle: NodeJS.Timeout
  #frames: Frames | undefined
  #failure: Error | undefined

  /** `onEnd`: no further request may use it. */
  constructor(host: Host, protocol: RequestProtocol<Q, A>, peer: string, onEnd: () => void) {
    this.#peer = peer
    this.#protocol = protocol
    this.#onEnd = onEnd
    // Both are only ever refreshed, which is cheaper than a timer per request, and see for themselves what is due.
    this.#patience = setTimeout(this.#onPatience, protocol.timeout).unref()
    this.#idle = setTimeout(this.#onIdle, clientIdle).unref()
    void this.#run(host)
  }

  async request(request: Q, { signal }: AbortOptions = {}): Promise<A> {
    signal?.throwIfAborted()
    const bytes = this.#protocol.encodeRequest(request)
    const frames = await this.#ready(signal)
    const reply = deferred<A>(signal)
    if (this.#pending.push(reply) === 1) this.#patience.refresh()
    this.#idle.refresh()
    frames.write(bytes).catch(this.#fail)
    return reply.promise
  }

  async notify(request: Q, { signal }: AbortOptions = {}): Promise<void> {
    signal?.throwIfAborted()
    const bytes = this.#protocol.encodeRequest(request)
    const frames = await this.#ready(signal)
    this.#idle.refresh()
    await frames.write(bytes, { signal })
  }

  readonly stop = (): void => this.#fail(new ClosedError('The client was stopped.'))

  async #ready(signal?: AbortSignal): Promise<Frames> {
    const frames = this.#frames ?? (await this.#opening.wait(signal))
    if (this.#failure !== undefined) throw this.#failure
    return frames
  }

  async #run(host: Host): Promise<void> {
    const { id, maxFrame } = this.#protocol
    try {
      const frames = await host.open(this.#peer, id, { maxFrame, signal: this.#cancel.signal })
      this.#frames = frames
      this.#opening.resolve(frames)
      for (;;) this.#take(await frames.read())
    } catch (error) {
      this.#fail(error as Error)
    }
  }

  #take(frame: Uint8Array | undefined): void {
    if (frame === undefined) throw new ClosedError(`${this.#peer} ended the stream.`)
    const [reply] = this.#pending
    if (reply === undefined) throw new FrameError(`${this.#peer} sent a reply that nobody asked for.`)
    reply.resolve(this.#decode(frame))
    this.#pending.shift()
    this.#patience.refresh()
    this.#idle.refresh()
  }

  #decode(frame: Uint8Array): A {
    try {
      return this.#protocol.decodeReply(frame)
    } catch (cause) {
      throw new FrameError(`${this.#peer} sent a reply that cannot be read.`, { cause })
    }
  }

  readonly #fail = (error: Error): void => {
    if (this.#failure !== undefined) return
    this.#failure = error
    this.#end()
    this.#cancel.abort(error)
    this.#opening.reject(error)
    this.#frames?.abort(error)
    for (const reply of this.#pending) reply.reject(error)
  }

  #end(): void {
    clearTimeout(this.#patience)
    clearTimeout(this.#idle)
    this.#onEnd()
  }

  readonly #onPatience = (): void => {
    if (this.#pending.length === 0) return
    const { id, timeout } = this.#protocol
    // Its reply may still come, and would be taken for the next one's.
    this.#fail(new ClosedError(`${this.#peer} did not answer ${id} within ${timeout / 1000} s.`))
  }

  readonly #onIdle = (): void => {
    if (this.#pending.length > 0) return
    this.#end()
    void this.#frames?.close()
    setTimeout(this.stop, lingerTimeout).unref()
  }
}
