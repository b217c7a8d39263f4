import { RequestSession } from './request-session.ts'
import type { AbortOptions } from '../abort.ts'
import type { RequestProtocol } from './requests.ts'
import type { Host } from './types.ts'

/** Asks connected peers, over one stream per peer that is opened when needed and kept. */
export interface RequestClient<Q, A> {
  /**
   * Several may be under way; they are answered in order.
   *
   * @throws UnreachableError where the peer is not connected; UnsupportedError; FrameError on an answer that is none;
   * ClosedError where the stream broke or the answer took too long, and the request may have been handled or not
   */
  request(peer: string, request: Q, options?: AbortOptions): Promise<A>
  /** Sends what has no reply. Resolves once it is written. */
  notify(peer: string, request: Q, options?: AbortOptions): Promise<void>
  /** Rejects what is under way and closes the streams. Whatever is asked later opens new ones. */
  stop(): void
}

export function createRequestClient<Q, A>(host: Host, protocol: RequestProtocol<Q, A>): RequestClient<Q, A> {
  const sessions = new Map<string, RequestSession<Q, A>>()

  const session = (peer: string): RequestSession<Q, A> => {
    const known = sessions.get(peer)
    if (known !== undefined) return known
    const opened = new RequestSession(host, protocol, peer, () => {
      if (sessions.get(peer) === opened) sessions.delete(peer)
    })
    sessions.set(peer, opened)
    return opened
  }

  return {
    request: (peer, request, options) => session(peer).request(request, options),
    notify: (peer, request, options) => session(peer).notify(request, options),
    stop() {
      for (const { stop } of sessions.values()) stop()
    }
  }
}
