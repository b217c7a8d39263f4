import { serviceCapabilities } from '@libp2p/interface'
import { livenessTick, quiet, silence } from './limits.ts'
import type { MessageStream, StreamMuxer, StreamMuxerFactory } from '@libp2p/interface'

/** What yamux can do beyond libp2p's interface of a muxer. */
interface PingingMuxer extends StreamMuxer {
  ping(): Promise<number>
}

interface Link {
  muxer: PingingMuxer
  stream: MessageStream
  /** When anything came from the other side. */
  heard: number
}

/**
 * A muxer that ends dead links. It costs 12 bytes each way every few seconds, where libp2p's connection monitor opens a
 * stream for every ping; it never gives up on a ping, because yamux ends the connection when a late answer comes; and
 * whatever arrives counts as life, so a link that is slow with something large stays.
 */
export function withLiveness(yamux: StreamMuxerFactory<PingingMuxer>): StreamMuxerFactory {
  const links = new Set<Link>()
  let timer: NodeJS.Timeout | undefined
  let last = 0

  const tick = (): void => {
    const now = performance.now()
    // Time in which this process did nothing, or slept, is not the other side's silence.
    const missed = Math.max(0, now - last - 2 * livenessTick)
    last = now
    for (const link of links) {
      link.heard += missed
      if (now - link.heard > silence) link.stream.abort(new Error(`no sign of life for ${silence} ms`))
      else if (now - link.heard > quiet) ask(link.muxer)
    }
  }

  return {
    protocol: yamux.protocol,
    createStreamMuxer(stream: MessageStream): StreamMuxer {
      const muxer = yamux.createStreamMuxer(stream)
      const link = { muxer, stream, heard: performance.now() }
      links.add(link)
      stream.addEventListener('message', () => (link.heard = performance.now()))
      stream.addEventListener('close', () => links.delete(link))
      // The first answer tells yamux the round trip, by which it sizes its windows.
      ask(muxer)
      return muxer
    },
    // libp2p starts and stops whatever has these two.
    start(): void {
      last = performance.now()
      timer = setInterval(tick, livenessTick)
    },
    stop(): void {
      clearInterval(timer)
    },
    [serviceCapabilities]: ['@libp2p/stream-multiplexing']
  } as StreamMuxerFactory
}

function ask(muxer: PingingMuxer): void {
  // Rejected when the connection closes; one that is under way is joined.
  muxer.ping().catch(() => {})
}
