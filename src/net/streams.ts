import { ClosedError, UnsupportedError } from '../errors.ts'
import { createFrames } from './frames.ts'
import { lingerTimeout, negotiationTimeout } from './limits.ts'
import type { Connection, Stream } from '@libp2p/interface'
import type { AbortOptions } from '../abort.ts'
import type { Frames, FramesHandler } from './types.ts'

/** Opens a stream on this very connection: by peer id, libp2p would dial. */
export async function openStream(
  connection: Connection,
  protocol: string,
  { signal }: AbortOptions
): Promise<Stream> {
  signal?.throwIfAborted()
  const peer = connection.remotePeer.toString()
  const timeout = AbortSignal.timeout(negotiationTimeout)
  try {
    return await connection.newStream(protocol, {
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout])
    })
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof Error && error.name === 'UnsupportedProtocolError')
      throw new UnsupportedError(`${peer} does not speak ${protocol}; it may run another version.`, {
        cause: error
      })
    throw new ClosedError(`No stream to ${peer} could be opened; try again.`, { cause: error })
  }
}

/** The open streams of a host. libp2p closes the streams of a connection that ends, which looks like their end. */
export class StreamBook {
  readonly #open = new Set<Frames>()

  frames(stream: Stream, peer: string, maxFrame: number): Frames {
    const frames = createFrames(stream, peer, maxFrame)
    if (stream.status !== 'open') return frames
    this.#open.add(frames)
    stream.addEventListener('close', () => this.#open.delete(frames))
    return frames
  }

  async serve(stream: Stream, peer: string, maxFrame: number, handler: FramesHandler): Promise<void> {
    const frames = this.frames(stream, peer, maxFrame)
    try {
      await handler(frames)
      await frames.close()
    } catch (error) {
      stream.log.error('handler failed - %e', error)
      return frames.abort(error instanceof Error ? error : new Error('handler failed', { cause: error }))
    }
    this.#linger(stream, frames)
  }

  /** Resets the open streams, of one peer or all. */
  abort(error: Error, peer?: string): void {
    for (const frames of this.#open) if (peer === undefined || frames.peer === peer) frames.abort(error)
  }

  /** A stream lives until both sides have ended it. */
  #linger(stream: Stream, frames: Frames): void {
    if (stream.status !== 'open') return
    const timer = setTimeout(
      () => frames.abort(new ClosedError('Not ended by the other side.')),
      lingerTimeout
    )
    stream.addEventListener('close', () => clearTimeout(timer))
  }
}
