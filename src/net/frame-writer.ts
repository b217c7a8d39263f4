import { Uint8ArrayList } from 'uint8arraylist'
import { concat } from 'uint8arrays/concat'
import { copiedFrame, sharedPacket, unsentFrames } from './limits.ts'
import { Waiters } from './waiters.ts'
import type { Stream } from '@libp2p/interface'
import type { ClosedError } from '../errors.ts'

export const headerLength = 4

/**
 * Writes frames to a libp2p stream. What is written within one turn of the event loop leaves together: libp2p encrypts and
 * sends every piece on its own, which costs more than small frames do.
 */
export class FrameWriter {
  readonly #stream: Stream
  readonly #closed: (cause?: unknown) => ClosedError
  readonly #waiting = new Waiters<void>()
  #parts: Uint8Array[] = []
  #length = 0

  constructor(stream: Stream, closed: (cause?: unknown) => ClosedError) {
    this.#stream = stream
    this.#closed = closed
    stream.addEventListener('drain', this.#onDrain)
  }

  async write(frame: Uint8Array, signal?: AbortSignal): Promise<void> {
    if (this.#stream.writeStatus !== 'writable') throw this.#closed()
    if (this.#length === 0) setImmediate(this.flush)
    this.#append(frame)
    if (this.#length >= sharedPacket) this.flush()
    if (this.#isFull()) await this.#waiting.wait(signal)
  }

  readonly flush = (): void => {
    if (this.#length === 0) return
    const piece = this.#length > 2 * sharedPacket ? new Uint8ArrayList(...this.#parts) : concat(this.#parts)
    this.clear()
    try {
      this.#stream.send(piece)
    } catch (error) {
      this.reject(this.#closed(error))
    }
  }

  clear(): void {
    this.#parts = []
    this.#length = 0
  }

  /** Whoever waits learns that the stream is no more. */
  reject(error: ClosedError): void {
    this.#waiting.reject(error)
  }

  #append(frame: Uint8Array): void {
    const length = frame.byteLength
    const isSmall = length <= copiedFrame
    const start = new Uint8Array(isSmall ? headerLength + length : headerLength)
    new DataView(start.buffer).setUint32(0, length)
    this.#parts.push(start)
    if (isSmall) start.set(frame, headerLength)
    else this.#parts.push(frame)
    this.#length += headerLength + length
  }

  /** A little is queued even while the other side does not take more, so that its next window does not find nothing. */
  #isFull(): boolean {
    return this.#stream.writableNeedsDrain && this.#stream.writeBufferLength >= unsentFrames
  }

  readonly #onDrain = (): void => {
    // The stream's own onDrain() works only once. It sends what it has queued in a microtask, and may be full again after it.
    queueMicrotask(() => {
      if (!this.#isFull()) this.#waiting.resolve()
    })
  }
}
