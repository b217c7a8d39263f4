import { Uint8ArrayList } from 'uint8arraylist'
import { ClosedError, FrameError } from '../errors.ts'
import { FrameWriter, headerLength } from './frame-writer.ts'
import { closeTimeout, copiedFrame, unreadFrames } from './limits.ts'
import { Waiters } from './waiters.ts'
import type { Stream, StreamCloseEvent, StreamMessageEvent } from '@libp2p/interface'
import type { AbortOptions } from '../abort.ts'
import type { Frames } from './types.ts'

/** Frames over a libp2p stream. It reads from the moment it exists, so nothing that arrives early is lost. */
export function createFrames(stream: Stream, peer: string, maxFrame: number): Frames {
  return new StreamFrames(stream, peer, maxFrame)
}

class StreamFrames implements Frames {
  readonly peer: string
  readonly #stream: Stream
  readonly #maxFrame: number
  readonly #unread = new Uint8ArrayList()
  readonly #readers = new Waiters<Uint8Array | undefined>()
  readonly #writer: FrameWriter
  /** Of the frame whose header was read. */
  #size: number | undefined
  #failure: Error | undefined
  /** The other side has ended its own; all that it sent is here or in the stream's buffer. */
  #ended: boolean
  #resuming = false

  constructor(stream: Stream, peer: string, maxFrame: number) {
    this.peer = peer
    this.#stream = stream
    this.#maxFrame = maxFrame
    this.#writer = new FrameWriter(stream, this.#closed)
    this.#ended = stream.remoteWriteStatus === 'closed'
    if (stream.status !== 'open') this.#failure = this.#closed()
    stream.addEventListener('message', this.#onMessage)
    stream.addEventListener('remoteCloseWrite', this.#onEnd)
    stream.addEventListener('close', this.#onClose)
  }

  async write(frame: Uint8Array, { signal }: AbortOptions = {}): Promise<void> {
    signal?.throwIfAborted()
    if (this.#failure !== undefined) throw this.#closed(this.#failure)
    await this.#writer.write(frame, signal)
  }

  async read({ signal }: AbortOptions = {}): Promise<Uint8Array | undefined> {
    signal?.throwIfAborted()
    if (this.#readers.size > 0) throw new Error('Another read is still waiting.')
    const frame = this.#readers.wait(signal)
    this.#deliver()
    return frame
  }

  async close(): Promise<void> {
    this.#writer.flush()
    try {
      await this.#stream.close({ signal: AbortSignal.timeout(closeTimeout) })
    } catch {
      // Closed already, or what was written did not leave in time.
      this.abort(this.#closed())
    }
  }

  abort(error: Error): void {
    // What was written before comes before the reset.
    this.#writer.flush()
    this.#discard(this.#closed(error))
    this.#stream.abort(error)
  }

  /** Hands frames to whoever reads, and pauses the stream where nobody does. */
  #deliver(): void {
    while (this.#readers.size > 0) {
      const frame = this.#take()
      if (frame !== undefined) this.#readers.resolve(frame)
      else if (this.#stream.readStatus === 'paused') this.#resume()
      else if (this.#failure !== undefined) this.#readers.reject(this.#failure)
      else if (this.#ended && this.#stream.readBufferLength === 0) this.#finish()
      else return
    }
    const isFull = this.#unread.byteLength >= unreadFrames
    // While resuming, libp2p would take the pause back right after.
    if (isFull && !this.#resuming && this.#stream.readStatus === 'readable') this.#stream.pause()
  }

  #take(): Uint8Array | undefined {
    if (this.#size === undefined) {
      if (this.#unread.byteLength < headerLength) return undefined
      this.#size = this.#unread.getUint32(0)
      this.#unread.consume(headerLength)
      if (this.#size > this.#maxFrame) this.#refuse(this.#size)
    }
    const size = this.#size
    if (this.#unread.byteLength < size) return undefined
    const bytes = this.#unread.subarray(0, size)
    this.#unread.consume(size)
    this.#size = undefined
    return size > copiedFrame ? bytes : new Uint8Array(bytes)
  }

  #resume(): void {
    this.#resuming = true
    try {
      this.#stream.resume()
    } catch (error) {
      this.#fail(this.#closed(error))
    }
    this.#resuming = false
  }

  #refuse(size: number): void {
    const error = new FrameError(`${this.peer} sent a frame of ${size} bytes; ${this.#maxFrame} are allowed.`)
    this.#discard(error)
    this.#stream.abort(error)
  }

  #finish(): void {
    if (this.#unread.byteLength === 0 && this.#size === undefined) this.#readers.resolve(undefined)
    else this.#fail(new FrameError(`${this.peer} ended the stream in the middle of a frame.`))
  }

  #fail(error: Error): void {
    this.#failure ??= error
    this.#writer.reject(this.#closed(this.#failure))
  }

  #discard(error: Error): void {
    this.#fail(error)
    this.#writer.clear()
    this.#unread.consume(this.#unread.byteLength)
  }

  readonly #onMessage = ({ data }: StreamMessageEvent): void => {
    this.#unread.append(data)
    this.#deliver()
  }

  readonly #onEnd = (): void => {
    this.#ended = true
    this.#deliver()
  }

  readonly #onClose = ({ error }: StreamCloseEvent): void => {
    // A lost connection closes streams without an error; only the other side's own ending is an end.
    if (error !== undefined || !this.#ended) this.#fail(this.#closed(error))
    else this.#writer.reject(this.#closed())
    this.#deliver()
  }

  readonly #closed = (cause?: unknown): ClosedError =>
    cause instanceof ClosedError
      ? cause
      : new ClosedError(`The stream to ${this.peer} is closed; open another one.`, { cause })
}
