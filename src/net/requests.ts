import { serverIdle } from './limits.ts'
import type { Frames, Host } from './types.ts'

/** Requests and answers of one protocol, one frame each. */
export interface RequestProtocol<Q, A> {
  /** As in `/starling/registry/1`. */
  id: string
  encodeRequest(request: Q): Uint8Array
  /** Throws where the bytes are no request. */
  decodeRequest(bytes: Uint8Array): Q
  encodeReply(reply: A): Uint8Array
  /** Throws where the bytes are no reply. */
  decodeReply(bytes: Uint8Array): A
  /** Longest frame, both ways, bytes. */
  maxFrame: number
  /** How long a client waits for the next reply, ms. Of several requests under way, each has as long once it is its turn. */
  timeout: number
  /** Streams that one connection may have open. A client needs two: one that ends, and the next. */
  maxInboundStreams: number
}

/**
 * Answers the requests of a protocol. `open` is called once per stream, so what it returns may keep a session. Requests
 * of a stream are handled one after the other, in order; undefined is no reply, for what is one-way. Whatever throws
 * resets the stream.
 */
export async function serveRequests<Q, A>(
  host: Host,
  protocol: RequestProtocol<Q, A>,
  open: (peer: string) => (request: Q) => Promise<A | undefined>
): Promise<void> {
  const { id, maxFrame, maxInboundStreams } = protocol
  await host.handle(id, (frames) => answer(frames, protocol, open(frames.peer)), {
    maxFrame,
    maxInboundStreams
  })
}

async function answer<Q, A>(
  frames: Frames,
  protocol: RequestProtocol<Q, A>,
  handle: (request: Q) => Promise<A | undefined>
): Promise<void> {
  // Counts from the last request or reply that went through, so it also ends whoever does not read its replies.
  const idle = setTimeout(() => frames.abort(new Error('idle')), serverIdle)
  try {
    for (let frame = await frames.read(); frame !== undefined; frame = await frames.read()) {
      idle.refresh()
      const reply = await handle(protocol.decodeRequest(frame))
      if (reply !== undefined) await frames.write(protocol.encodeReply(reply))
      idle.refresh()
    }
  } finally {
    clearTimeout(idle)
  }
}
